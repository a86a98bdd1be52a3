package io.sandtable.datasets.frepple;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values and names as frePPLe's XML writes them, told as its JSON export does. */
final class XmlValues {
    private static final Map<String, String> MODELS = Map.of(
            "flow", "input.operationmaterial",
            "load", "input.operationresource",
            "bucket", "input.calendarbucket",
            "rule", "input.setuprule",
            "producing", "input.operation",
            "origin", "input.location",
            "destination", "input.location",
            "available", "input.calendar");

    private static final Map<String, String> FIELDS = Map.of(
            "size_minimum", "sizeminimum",
            "size_multiple", "sizemultiple",
            "size_maximum", "sizemaximum",
            "default", "defaultvalue",
            "start", "startdate",
            "end", "enddate",
            "ordertype", "type",
            "destination", "location");

    private static final Set<String> DURATIONS = Set.of(
            "duration",
            "duration_per",
            "pretime",
            "posttime",
            "leadtime",
            "fence",
            "maxlateness",
            "delivery_duration",
            "hard_safety_leadtime",
            "extra_safety_leadtime",
            "min_interval",
            "setuptime");

    /** Elements that name another object, apart from calendars, whose names end with their kind. */
    private static final Set<String> REFERENCES = Set.of(
            "item",
            "location",
            "origin",
            "destination",
            "supplier",
            "customer",
            "resource",
            "skill",
            "operation",
            "producing",
            "buffer",
            "demand",
            "setupmatrix",
            "calendar",
            "available");

    private static final Set<String> LIMITS = Set.of("maximum", "minimum");

    private static final List<String> DAYS =
            List.of("sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday");

    private static final Pattern ISO = Pattern.compile("([+-])?P(?:(\\d+)Y)?(?:(\\d+)M)?(?:(\\d+)W)?(?:(\\d+)D)?"
            + "(?:T(?:(\\d+)H)?(?:(\\d+)M)?(?:(\\d+(?:\\.\\d+)?)S)?)?");
    private static final Pattern CLOCK = Pattern.compile("(?:(\\d+):)?(\\d+):(\\d+)");

    /** Seconds of each group of {@link #ISO} from the second on; frePPLe's year has 365 days and its month a twelfth of them. */
    private static final long[] SECONDS = {31_536_000, 2_628_000, 604_800, 86_400, 3_600, 60, 1};

    private static final int LONGEST = 60;

    private XmlValues() {}

    static String model(String element) {
        return element.endsWith("_calendar") ? "input.calendar" : MODELS.getOrDefault(element, "input." + element);
    }

    static boolean isReference(String element) {
        return REFERENCES.contains(element) || element.endsWith("_calendar");
    }

    /** A limit is a number, or a calendar of numbers. */
    static boolean isLimit(String element) {
        return LIMITS.contains(element);
    }

    static String field(String key) {
        return FIELDS.getOrDefault(key, key);
    }

    /** The value as the field of the export would have it. */
    static String value(String key, String written) {
        if (DURATIONS.contains(key)) {
            return seconds(written);
        }
        // operation_time_per, flow_start, demand_group: the model is said already
        return key.equals("type")
                ? written.replaceFirst(
                        "^(operation|flow|load|buffer|resource|demand|item|location|customer|calendar)_", "")
                : written;
    }

    /** {@code P1DT2H} or {@code 26:00:00} in seconds; anything else as it is, for the number check to name it. */
    static String seconds(String written) {
        if (written.length() > LONGEST) {
            return written;
        }
        Matcher iso = ISO.matcher(written.strip());
        if (iso.matches() && written.matches(".*\\d.*")) {
            BigDecimal sum = BigDecimal.ZERO;
            for (int i = 0; i < SECONDS.length; i++) {
                String part = iso.group(i + 2);
                if (part != null) {
                    sum = sum.add(new BigDecimal(part).multiply(BigDecimal.valueOf(SECONDS[i])));
                }
            }
            return ("-".equals(iso.group(1)) ? sum.negate() : sum).toPlainString();
        }
        Matcher clock = CLOCK.matcher(written.strip());
        if (clock.matches() && written.length() <= 12) {
            long hours = clock.group(1) == null ? 0 : Long.parseLong(clock.group(1));
            return Long.toString(hours * 3600 + Long.parseLong(clock.group(2)) * 60 + Long.parseLong(clock.group(3)));
        }
        return written;
    }

    /** A time of day out of seconds since midnight; the end of the day is its last second, as in the export. */
    static String timeOfDay(String written) {
        String seconds = seconds(written);
        if (!seconds.matches("\\d{1,5}(\\.\\d+)?")) {
            return written;
        }
        int whole = new BigDecimal(seconds).setScale(0, RoundingMode.DOWN).intValue();
        return whole >= 86_400
                ? "23:59:59"
                : String.format(Locale.ROOT, "%02d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60);
    }

    /** Which days a sum of 1 for Sunday, 2 for Monday … 64 for Saturday stands for. */
    static List<String> days(int sum) {
        return DAYS.stream().filter(d -> (sum & 1 << DAYS.indexOf(d)) != 0).toList();
    }

    static List<String> allDays() {
        return DAYS;
    }
}
