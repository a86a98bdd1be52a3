package io.sandtable.datasets.frepple;

import io.sandtable.datasets.ProblemCode;
import io.sandtable.model.NodeType;
import io.sandtable.model.RelationType;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Calendars: a week of working hours with closed days out of dated buckets, and a capacity out of those that count machines.
 * Sites are stated here because they are what follows a calendar.
 */
final class FreppleCalendars {
    private static final String ALWAYS = "always";
    private static final String ALL_WEEK = "MON-SUN 00:00-24:00";
    private static final List<String> DAYS =
            List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");

    private final Mapping m;
    private final Map<String, FreppleObject> calendars = new LinkedHashMap<>();
    private final Map<String, List<FreppleObject>> buckets = new HashMap<>();
    private final Map<String, String> siteCalendar = new HashMap<>();

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
                known(location, "available", calendar)
                        .ifPresent(c -> m.relation(
                                location, RelationType.FOLLOWS, site.get(), week(c), Map.of(), m.file(location)));
            }
        }
    }

    /** Says which calendar a resource follows: its site's, with the days on which its own capacity is nothing. */
    void follow(FreppleObject resource, String equipment) {
        String base = resource.reference("available");
        if (base.isEmpty()) {
            base = siteCalendar.getOrDefault(resource.reference("location"), "");
        }
        if (base.isEmpty() && resource.isXml()) {
            always(resource, equipment);
            return;
        }
        Optional<FreppleObject> week = base.isEmpty() ? Optional.empty() : known(resource, "available", base);
        if (week.isEmpty()) {
            return;
        }
        String capacity = resource.reference("maximum_calendar");
        FreppleObject own = calendars.get(capacity);
        boolean closedAtTimes = !closed(capacity).isEmpty();
        String follows = own != null && closedAtTimes ? combined(own, week.get()) : week(week.get());
        m.relation(resource, RelationType.FOLLOWS, equipment, follows, Map.of(), m.file(resource));
        if (own != null && !closedAtTimes) {
            m.note(ProblemCode.CALENDAR_FOLDED, "maximum_calendar", capacity, "units");
        }
    }

    /** In an XML model nothing is closed that no calendar closes; our default week would have nights. */
    private void always(FreppleObject resource, String equipment) {
        String capacity = resource.reference("maximum_calendar");
        List<String> closed = closed(capacity);
        String name = closed.isEmpty() ? ALWAYS : capacity;
        String id = m.names.id(NodeType.CALENDAR, name);
        var values = new HashMap<String, Object>(Map.of("name", name, "code", name));
        values.put("shifts", io.sandtable.model.WeekPattern.parse(ALL_WEEK).toString());
        if (!closed.isEmpty()) {
            values.put("shutdowns", String.join(";", closed));
        }
        var evidence = m.derived("frePPLe: a resource without a calendar of hours is always open");
        m.node(resource, NodeType.CALENDAR, id, values, evidence);
        m.relation(resource, RelationType.FOLLOWS, equipment, id, Map.of(), evidence);
        if (calendars.containsKey(capacity)) {
            tellDated(java.util.Objects.requireNonNull(calendars.get(capacity)));
        }
        if (calendars.containsKey(capacity) && closed.isEmpty()) {
            m.note(ProblemCode.CALENDAR_FOLDED, "maximum_calendar", capacity, "units");
        }
    }

    /** How many there are on the first day: what the capacity calendar says, else {@code maximum}. */
    double units(FreppleObject resource) {
        String capacity = resource.reference("maximum_calendar");
        double maximum = m.numberOr(resource, "maximum", 1);
        if (capacity.isEmpty() || known(resource, "maximum_calendar", capacity).isEmpty()) {
            return maximum;
        }
        return open(capacity).stream()
                .filter(b -> covers(b, m.asOf.atStartOfDay()))
                .min(java.util.Comparator.comparingDouble(b -> m.numberOr(b, "priority", 0)))
                .map(b -> m.numberOr(b, "value", 0))
                .orElseGet(() -> otherwise(resource, capacity, maximum));
    }

    private double otherwise(FreppleObject resource, String capacity, double maximum) {
        double preset = m.numberOr(java.util.Objects.requireNonNull(calendars.get(capacity)), "defaultvalue", 0);
        return resource.isXml() && preset > 0 ? preset : maximum;
    }

    private Optional<FreppleObject> known(FreppleObject o, String field, String calendar) {
        FreppleObject found = calendars.get(calendar);
        if (found == null) {
            m.problem(o, ProblemCode.END_UNKNOWN, field, calendar, String.join("|", calendars.keySet()));
        }
        return Optional.ofNullable(found);
    }

    private String week(FreppleObject calendar) {
        return state(calendar, shifts(calendar.name()), closed(calendar.name()));
    }

    private String combined(FreppleObject own, FreppleObject week) {
        var closed = new TreeSet<>(closed(week.name()));
        closed.addAll(closed(own.name()));
        return state(own, shifts(week.name()), List.copyOf(closed));
    }

    private String state(FreppleObject calendar, String shifts, List<String> closed) {
        tellDated(calendar);
        String id = m.names.id(NodeType.CALENDAR, calendar.name());
        var values = new HashMap<String, Object>(Map.of("name", calendar.name(), "code", calendar.name()));
        if (!shifts.isEmpty()) {
            values.put("shifts", io.sandtable.model.WeekPattern.parse(shifts).toString());
        }
        if (!closed.isEmpty()) {
            values.put("shutdowns", String.join(";", closed));
        }
        m.node(calendar, NodeType.CALENDAR, id, values, m.file(calendar));
        return id;
    }

    /** Working hours of the week that holds the first day; the whole week where the calendar is open by default. */
    private String shifts(String calendar) {
        String open = open(calendar).stream()
                .filter(b -> covers(b, m.asOf.atStartOfDay()))
                .filter(b -> !days(b).isEmpty())
                .map(b -> "%s %s-%s".formatted(days(b), time(b, "starttime", "00:00"), time(b, "endtime", "24:00")))
                .distinct()
                .collect(Collectors.joining(";"));
        FreppleObject self = calendars.get(calendar);
        return open.isEmpty() && self != null && m.numberOr(self, "defaultvalue", 0) > 0 ? ALL_WEEK : open;
    }

    /** Whole days on which nothing runs, as our date ranges. */
    private List<String> closed(String calendar) {
        var ranges = new TreeSet<String>();
        for (FreppleObject bucket : buckets.getOrDefault(calendar, List.of())) {
            if (m.numberOr(bucket, "value", 0) > 0) {
                continue;
            }
            Optional<LocalDateTime> start = m.moment(bucket, "startdate");
            Optional<LocalDateTime> end = m.moment(bucket, "enddate");
            boolean wholeDays = days(bucket).split(",").length == DAYS.size()
                    && time(bucket, "starttime", "00:00").equals("00:00")
                    && time(bucket, "endtime", "24:00").equals("24:00");
            if (start.isEmpty() || end.isEmpty() || !wholeDays) {
                m.problem(bucket, ProblemCode.NOT_USED, "value", calendar, "");
            } else if (end.get().isAfter(start.get())) {
                // the bucket ends where the next day begins
                ranges.add(start.get().toLocalDate() + ".."
                        + end.get().minusSeconds(1).toLocalDate());
            }
        }
        return List.copyOf(ranges);
    }

    /** Buckets in which something runs; which days and hours they hold is read here, their rank only where two overlap. */
    private List<FreppleObject> open(String calendar) {
        for (FreppleObject bucket : buckets.getOrDefault(calendar, List.of())) {
            days(bucket);
            time(bucket, "starttime", "");
            time(bucket, "endtime", "");
            bucket.text("priority");
        }
        return buckets.getOrDefault(calendar, List.of()).stream()
                .filter(b -> m.numberOr(b, "value", 0) > 0)
                .toList();
    }

    /** A calendar of ours has one week: hours that begin later, or end, are told. XML models live by such buckets. */
    private void tellDated(FreppleObject calendar) {
        if (!calendar.isXml()) {
            return;
        }
        for (FreppleObject bucket : open(calendar.name())) {
            boolean ends = !bucket.text("enddate").isEmpty();
            if (ends || !covers(bucket, m.asOf.atStartOfDay())) {
                m.note(
                        ProblemCode.NOT_USED,
                        "input.calendarbucket",
                        "1",
                        "%s %s..%s".formatted(calendar.name(), bucket.text("startdate"), bucket.text("enddate")));
            }
        }
    }

    private boolean covers(FreppleObject bucket, LocalDateTime moment) {
        return m.moment(bucket, "startdate").map(s -> !s.isAfter(moment)).orElse(true)
                && m.moment(bucket, "enddate").map(e -> e.isAfter(moment)).orElse(true);
    }

    private static String days(FreppleObject bucket) {
        return DAYS.stream()
                .filter(bucket::flag)
                .map(d -> d.substring(0, 3).toUpperCase(java.util.Locale.ROOT))
                .collect(Collectors.joining(","));
    }

    /** Hours and minutes; frePPLe ends a day at its last second. */
    private static String time(FreppleObject bucket, String field, String fallback) {
        String text = bucket.text(field);
        if (text.isEmpty()) {
            return fallback;
        }
        return text.startsWith("23:59:59") ? "24:00" : text.substring(0, Math.min(5, text.length()));
    }
}
