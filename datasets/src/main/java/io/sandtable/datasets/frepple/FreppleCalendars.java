package io.sandtable.datasets.frepple;

import io.sandtable.datasets.ProblemCode;
import io.sandtable.model.NodeType;
import io.sandtable.model.RelationType;
import io.sandtable.model.ValueKind;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Calendars: working hours out of dated buckets, and a capacity out of those that count machines.
 * Sites are stated here because they are what follows a calendar.
 */
final class FreppleCalendars {
    private static final String ALWAYS = "always";
    private static final String ALL_WEEK =
            io.sandtable.model.WeekPattern.parse("MON-SUN 00:00-24:00").toString();
    private static final int LAST_SECOND = 86_399;
    /** Any capacity at all. */
    private static final double TINY = 1e-9;

    private static final List<String> DAYS =
            List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");

    private final Mapping m;
    private final Map<String, FreppleObject> calendars = new LinkedHashMap<>();
    private final Map<String, List<FreppleObject>> buckets = new HashMap<>();
    private final Map<String, String> siteCalendar = new HashMap<>();
    private final Set<String> stated = new HashSet<>();
    private final Map<String, FreppleHours.Calendar> hours = new HashMap<>();

    FreppleCalendars(Mapping m) {
        this.m = m;
        m.files.of("input.calendar").forEach(c -> calendars.put(c.name(), c));
        for (FreppleObject bucket : m.files.of("input.calendarbucket")) {
            buckets.computeIfAbsent(bucket.reference("calendar"), c -> new ArrayList<>())
                    .add(bucket);
        }
        var owners = m.files.of("input.location").stream()
                .map(l -> l.reference("owner"))
                .collect(Collectors.toSet());
        for (FreppleObject location : m.files.of("input.location")) {
            if (owners.contains(location.name())) {
                m.note(ProblemCode.GROUP_NOT_USED, "location", location.name(), "");
            } else {
                m.names.id(NodeType.SITE, location.name());
            }
        }
    }

    void state() {
        for (FreppleObject location : m.files.of("input.location")) {
            Optional<String> site = m.names.find(NodeType.SITE, location.name());
            if (site.isEmpty()) {
                continue;
            }
            m.node(
                    location,
                    NodeType.SITE,
                    site.get(),
                    Map.of("name", location.name(), "code", location.name()),
                    m.file(location));
            String calendar = location.reference("available");
            if (!calendar.isEmpty()) {
                siteCalendar.put(location.name(), calendar);
                ownHours(location)
                        .forEach(h -> m.relation(
                                location,
                                RelationType.FOLLOWS,
                                site.get(),
                                state(List.of(h)),
                                Map.of(),
                                m.file(location)));
            }
        }
    }

    /**
     * So many units of a resource that come and go together.
     *
     * @param calendar of capacities that says when they are there, empty where they always are
     * @param capacity from which on they are there
     */
    record Level(double units, String calendar, double capacity) {}

    /** The units of a resource, lowest first: a capacity of 1 that becomes 3 is one unit, and two more that come later. */
    List<Level> levels(FreppleObject resource) {
        String capacity = resource.reference("maximum_calendar");
        double maximum = m.numberOr(resource, "maximum", 1);
        if (capacity.isEmpty() || known(resource, "maximum_calendar", capacity).isEmpty()) {
            return List.of(new Level(maximum, "", 0));
        }
        var capacities = new TreeSet<Double>();
        buckets(capacity).forEach(bucket -> capacities.add(m.numberOr(bucket, "value", 0)));
        capacities.add(m.numberOr(Objects.requireNonNull(calendars.get(capacity)), "defaultvalue", 0));
        capacities.removeIf(c -> c <= 0);
        var levels = new ArrayList<Level>();
        double below = 0;
        for (double here : capacities) {
            levels.add(new Level(here - below, capacity, here));
            below = here;
        }
        return levels.isEmpty() ? List.of(new Level(maximum, capacity, maximum)) : levels;
    }

    /** A resource as one: its capacity most of the time, while it has at least that much. */
    Level usually(FreppleObject resource) {
        List<Level> levels = levels(resource);
        if (levels.size() > 1) {
            m.note(
                    ProblemCode.CALENDAR_FOLDED,
                    "maximum_calendar",
                    levels.getFirst().calendar(),
                    "units");
        }
        return levels.stream()
                .max(Comparator.comparingDouble(level -> level.capacity() * openShare(level)))
                .map(best -> new Level(
                        levels.size() == 1 ? best.units() : best.capacity(), best.calendar(), best.capacity()))
                .orElseThrow();
    }

    private double openShare(Level level) {
        return level.calendar().isEmpty()
                ? 1
                : FreppleHours.of(List.of(hours(level.calendar(), level.capacity())), m.asOf)
                        .openShare(m.asOf);
    }

    /** Says which calendar the units follow: the hours of the resource and of its site, while its capacity reaches them. */
    void follow(FreppleObject resource, String equipment, Level level) {
        var all = new ArrayList<Hours>();
        if (!level.calendar().isEmpty()) {
            all.add(new Hours(
                    level.calendar() + (level.capacity() == 1 ? "" : " ≥ " + ValueKind.NUMBER.format(level.capacity())),
                    Objects.requireNonNull(calendars.get(level.calendar())),
                    hours(level.calendar(), level.capacity())));
        }
        all.addAll(ownHours(resource));
        hoursOfPlace(resource).ifPresent(all::add);
        if (!follow(resource, equipment, all) && resource.isXml()) {
            always(resource, equipment);
        }
    }

    /** The hours of an operation itself: its own, and those of its place where nothing it loads is at that place. */
    void followOwn(FreppleObject operation, String process, boolean elsewhere) {
        var all = new ArrayList<>(ownHours(operation));
        if (elsewhere) {
            hoursOfPlace(operation).ifPresent(all::add);
        }
        follow(operation, process, all);
    }

    /** Says that it follows all of them but those that never close; false where none is left. */
    private boolean follow(FreppleObject said, String follower, List<Hours> all) {
        List<Hours> closing = all.stream()
                .filter(h -> !FreppleHours.of(List.of(h.calendar()), m.asOf).isAlwaysOpen(m.asOf))
                .toList();
        if (closing.isEmpty()) {
            return false;
        }
        m.relation(said, RelationType.FOLLOWS, follower, state(closing), Map.of(), m.file(said));
        return true;
    }

    private Optional<Hours> hoursOfPlace(FreppleObject o) {
        return named(siteCalendar.getOrDefault(o.reference("location"), ""));
    }

    /** A calendar and the object that says it. */
    private record Hours(String name, FreppleObject said, FreppleHours.Calendar calendar) {}

    private List<Hours> ownHours(FreppleObject o) {
        String available = o.reference("available");
        return available.isEmpty()
                ? List.of()
                : known(o, "available", available).flatMap(c -> named(available)).stream()
                        .toList();
    }

    private Optional<Hours> named(String calendar) {
        return Optional.ofNullable(calendars.get(calendar)).map(c -> new Hours(calendar, c, hours(calendar, TINY)));
    }

    /** In an XML model nothing is closed that no calendar closes; our default week would have nights. */
    private void always(FreppleObject resource, String equipment) {
        String id = m.names.id(NodeType.CALENDAR, ALWAYS);
        var evidence = m.derived("frePPLe: a resource without a calendar of hours is always open");
        var values = Map.<String, Object>of("name", ALWAYS, "code", ALWAYS, "shifts", ALL_WEEK);
        m.node(resource, NodeType.CALENDAR, id, values, evidence);
        m.relation(resource, RelationType.FOLLOWS, equipment, id, Map.of(), evidence);
    }

    private Optional<FreppleObject> known(FreppleObject o, String field, String calendar) {
        FreppleObject found = calendars.get(calendar);
        if (found == null) {
            m.problem(o, ProblemCode.END_UNKNOWN, field, calendar, String.join("|", calendars.keySet()));
        }
        return Optional.ofNullable(found);
    }

    /** The calendar in which all of them are open. */
    private String state(List<Hours> all) {
        FreppleObject first = all.getFirst().said();
        String name = all.stream().map(Hours::name).distinct().collect(Collectors.joining(" + "));
        String id = m.names.id(NodeType.CALENDAR, name);
        if (stated.add(id)) {
            var hours = FreppleHours.of(all.stream().map(Hours::calendar).toList(), m.asOf);
            var values = new HashMap<>(hours.values());
            values.put("name", name);
            values.put("code", name);
            m.node(first, NodeType.CALENDAR, id, values, m.file(first));
        }
        return id;
    }

    /** The calendar as hours: open while its value is that much. */
    private FreppleHours.Calendar hours(String calendar, double value) {
        return hours.computeIfAbsent(calendar + " " + value, c -> {
            var read = buckets(calendar).stream()
                    .filter(b -> !days(b).isEmpty())
                    .map(b -> new FreppleHours.Bucket(
                            m.moment(b, "startdate").orElse(LocalDateTime.MIN),
                            m.moment(b, "enddate").orElse(LocalDateTime.MAX),
                            days(b),
                            minute(b, "starttime", 0),
                            minute(b, "endtime", 1440),
                            m.numberOr(b, "priority", 0),
                            m.numberOr(b, "value", 0) >= value))
                    .filter(b -> b.fromMinute() < b.toMinute() && b.from().isBefore(b.to()))
                    .toList();
            FreppleObject self = Objects.requireNonNull(calendars.get(calendar));
            return new FreppleHours.Calendar(read, m.numberOr(self, "defaultvalue", 0) >= value);
        });
    }

    private List<FreppleObject> buckets(String calendar) {
        return buckets.getOrDefault(calendar, List.of());
    }

    private static Set<DayOfWeek> days(FreppleObject bucket) {
        return DAYS.stream()
                .filter(bucket::flag)
                .map(d -> DayOfWeek.valueOf(d.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toSet());
    }

    /** frePPLe ends a day at its last second; a time that is none is reported, and the bucket holds all day. */
    private int minute(FreppleObject bucket, String field, int otherwise) {
        String text = bucket.text(field);
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            LocalTime time = LocalTime.parse(text);
            return time.toSecondOfDay() >= LAST_SECOND ? 1440 : time.toSecondOfDay() / 60;
        } catch (DateTimeParseException e) {
            m.problem(bucket, ProblemCode.DATE_WRONG, field, text, "08:00:00");
            return otherwise;
        }
    }
}
