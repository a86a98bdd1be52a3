package io.sandtable.web.live;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The limits that a temperature class names, in °C, both inclusive; a class that names none, such as "cool", has no alarm.
 *
 * @param lowest −∞ where there is none
 * @param highest ∞ where there is none
 */
record TemperatureRange(double lowest, double highest) {
    private static final String NUMBER = "([-−–]?\\d+(?:\\.\\d+)?)";
    private static final String DEGREES = "\\s*(?:°C|℃|度|C)?";
    /** A number without it may be that of a hall or a shelf. */
    private static final Pattern DEGREE = Pattern.compile("\\d\\s*(?:°C|℃|度|C\\b)");

    private static final Pattern BETWEEN =
            Pattern.compile(NUMBER + DEGREES + "\\s*(?:–|—|-|~|～|至|到|to|\\.\\.|…)\\s*" + NUMBER + DEGREES);
    private static final Pattern AT_MOST =
            Pattern.compile("(?:≤|<=|<|不高于|(?<!不)低于|below|max\\.?)\\s*" + NUMBER + DEGREES);
    private static final Pattern AT_LEAST =
            Pattern.compile("(?:≥|>=|>|不低于|(?<!不)高于|above|min\\.?)\\s*" + NUMBER + DEGREES);

    /** What a class says, if it says limits. */
    static Optional<TemperatureRange> of(String temperatureClass) {
        if (!DEGREE.matcher(temperatureClass).find()) {
            return Optional.empty();
        }
        Matcher between = BETWEEN.matcher(temperatureClass);
        if (between.find()) {
            double low = number(between.group(1));
            double high = number(between.group(2));
            return low <= high ? Optional.of(new TemperatureRange(low, high)) : Optional.empty();
        }
        Matcher most = AT_MOST.matcher(temperatureClass);
        if (most.find()) {
            return Optional.of(new TemperatureRange(Double.NEGATIVE_INFINITY, number(most.group(1))));
        }
        Matcher least = AT_LEAST.matcher(temperatureClass);
        return least.find()
                ? Optional.of(new TemperatureRange(number(least.group(1)), Double.POSITIVE_INFINITY))
                : Optional.empty();
    }

    boolean isBelow(double value) {
        return value < lowest;
    }

    boolean isAbove(double value) {
        return value > highest;
    }

    private static double number(String written) {
        return Double.parseDouble(written.replace('−', '-').replace('–', '-'));
    }
}
