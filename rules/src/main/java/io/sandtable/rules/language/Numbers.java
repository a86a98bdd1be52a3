package io.sandtable.rules.language;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads numbers in digits, Chinese numerals (plain and formal) and English words. */
final class Numbers {
    private static final String DIGITS = "零一二三四五六七八九";
    private static final Map<Character, Character> VARIANTS = Map.ofEntries(
            Map.entry('〇', '零'),
            Map.entry('两', '二'),
            Map.entry('俩', '二'),
            Map.entry('壹', '一'),
            Map.entry('贰', '二'),
            Map.entry('叁', '三'),
            Map.entry('肆', '四'),
            Map.entry('伍', '五'),
            Map.entry('陆', '六'),
            Map.entry('柒', '七'),
            Map.entry('捌', '八'),
            Map.entry('玖', '九'),
            Map.entry('拾', '十'),
            Map.entry('佰', '百'),
            Map.entry('仟', '千'));
    private static final String DIGIT = "零〇一二两俩三四五六七八九壹贰叁肆伍陆柒捌玖";
    private static final String UNIT = "(?:[十百万亿兆拾佰仟]|千(?![瓦克]))";
    private static final String FIGURES = "(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?";
    private static final Pattern ARABIC = Pattern.compile("(?:-|负)?(?:" + FIGURES + "|(?<!\\d)\\.\\d+)(?:\\s?(" + UNIT
            + "+|k(?![a-z])|mn(?![a-z])|m(?![a-z0-9])|w(?![a-z])|thousand|million|billion))?");
    /** 7万5千4百, 25万6千, 1千零20: figures with units between them. */
    private static final Pattern MIXED =
            Pattern.compile("负?%1$s%2$s+(?:零?(?:%1$s|[%3$s])%2$s+)*(?:零?(?:\\d{1,4}|[%3$s]))?(?![\\d.])"
                    .formatted(FIGURES, UNIT, DIGIT));

    private static final Pattern CHINESE = Pattern.compile(
            "负?(?:半百|(?:[%1$s廿卅]|%2$s)+(?:点[%3$s]+[千万亿兆]*)?)".formatted(DIGIT, UNIT, DIGIT.replace("两俩", "")));
    private static final Pattern ONLY_UNITS = Pattern.compile("[百千万亿兆佰仟]+");
    /** 两三 and 三五 say about how many, not how many; so do 十几 and 一千多 before what they count. */
    private static final Pattern VAGUE = Pattern.compile("[一二两三四五六七八九]{2}");

    private static final Pattern VAGUE_WITHIN = Pattern.compile("[一二两三四五六七八九]{2}[十百千万亿兆]");
    private static final Pattern VAGUE_AFTER = Pattern.compile("几|[多余来](?=[万亿千个天台吨件元块套只箱周月年度公小%])");
    private static final String WORD =
            "zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million";
    private static final Pattern ENGLISH = Pattern.compile(
            "(?:an? (?=hundred|thousand|million))?(?:%s)(?:[ -](?:and )?(?:%s))*\\b".formatted(WORD, WORD));
    /** 两个亿. */
    private static final Pattern COUNTED_UNIT = Pattern.compile("(\\d+(?:\\.\\d+)?|[一两二三四五六七八九十](?:点[一二三四五六七八九])?)个亿");

    private static final String SMALL_WORD = "(one|two|three|four|five|six|seven|eight|nine|ten|twelve)";
    /** Half a million, two and a half million, and two and a half before weeks. */
    private static final Pattern HALF_UNIT =
            Pattern.compile("(?:half an? |" + SMALL_WORD + " and a half )(thousand|million|billion)(?![a-z])");

    private static final Pattern AND_A_HALF = Pattern.compile(SMALL_WORD + " and a half(?![a-z])");
    private static final Map<String, Double> FACTORS = Map.ofEntries(
            Map.entry("w", 1e4),
            Map.entry("k", 1e3),
            Map.entry("thousand", 1e3),
            Map.entry("mn", 1e6),
            Map.entry("m", 1e6),
            Map.entry("million", 1e6),
            Map.entry("billion", 1e9));
    private static final Pattern APIECE = Pattern.compile("[百千万亿][二两三四五六七八九]?一$");
    private static final Pattern COUNTER = Pattern.compile(Amounts.COUNTERS);
    private static final Pattern TENS_OF_FIGURES = Pattern.compile("^\\d{2,}[十拾百佰]");
    private static final Pattern PART = Pattern.compile("\\d+(?:\\.\\d+)?|.");
    private static final Map<String, Integer> WORDS = words();

    /** A number and where it ends. */
    record Found(double value, int end, boolean signed) {}

    private Numbers() {}

    /** The longest number that begins at a place. */
    static Optional<Found> at(String text, int start) {
        return all(text, start).stream().max(Comparator.comparingInt(Found::end));
    }

    /** Every number that begins at a place: 3万 and 3万4千. */
    static List<Found> all(String text, int start) {
        var found = new ArrayList<Found>();
        matched(ARABIC, text, start)
                .map(m -> isName(m.group())
                        ? new Found(Double.parseDouble(m.group().replaceAll("\\D", "")), m.start(1), isSigned(m))
                        : new Found(arabic(m), m.end(), isSigned(m)))
                .ifPresent(found::add);
        matched(MIXED, text, start)
                .filter(m -> !isName(m.group()))
                .map(m -> new Found(chinese(m.group().replace(",", "")), m.end(), isSigned(m)))
                .filter(mixed -> found.stream().noneMatch(f -> f.end() == mixed.end()))
                .ifPresent(found::add);
        matched(CHINESE, text, start)
                .filter(m -> isExact(m.group()))
                .map(m -> new Found(chinese(m.group()), m.end(), isSigned(m)))
                .ifPresent(found::add);
        matched(ENGLISH, text, start)
                .map(m -> new Found(english(m.group()), m.end(), false))
                .ifPresent(found::add);
        matched(COUNTED_UNIT, text, start)
                .map(m -> new Found(chinese(m.group(1)) * 1e8, m.end(), false))
                .ifPresent(found::add);
        matched(HALF_UNIT, text, start)
                .map(m -> new Found(
                        (english(m.group(1) == null ? "zero" : m.group(1)) + 0.5)
                                * FACTORS.getOrDefault(m.group(2), 1.0),
                        m.end(),
                        false))
                .ifPresent(found::add);
        matched(AND_A_HALF, text, start)
                .map(m -> new Found(english(m.group(1)) + 0.5, m.end(), false))
                .ifPresent(found::add);
        found.removeIf(f -> matched(VAGUE_AFTER, text, f.end()).isPresent());
        return found.stream()
                .flatMap(f -> apart(text, start, f).stream())
                .distinct()
                .toList();
    }

    /** 8万一吨 is 80,000 for each tonne, and no number of tonnes. */
    private static List<Found> apart(String text, int start, Found number) {
        String said = text.substring(start, number.end());
        if (!APIECE.matcher(said).find() || matched(COUNTER, text, number.end()).isEmpty()) {
            return List.of(number);
        }
        return all(text.substring(0, number.end() - 1), start);
    }

    /** 430十吨 is ten tonnes of what is called 430: nobody counts tens or hundreds by figures above nine. */
    private static boolean isName(String matched) {
        return TENS_OF_FIGURES.matcher(matched).find();
    }

    private static Optional<Matcher> matched(Pattern pattern, String text, int start) {
        Matcher matcher = pattern.matcher(text).region(start, text.length()).useTransparentBounds(true);
        return matcher.lookingAt() ? Optional.of(matcher) : Optional.empty();
    }

    private static boolean isSigned(Matcher number) {
        return "-负".indexOf(number.group().charAt(0)) >= 0;
    }

    private static boolean isExact(String numeral) {
        // 万一 supposes
        return !numeral.startsWith("万一")
                && !ONLY_UNITS.matcher(numeral).matches()
                && !VAGUE.matcher(numeral).matches()
                && !VAGUE_WITHIN.matcher(numeral).find();
    }

    private static double arabic(Matcher m) {
        String digits = m.group().replace(",", "").replace('负', '-');
        String unit = m.group(1);
        if (unit == null) {
            return Double.parseDouble(digits);
        }
        double value = Double.parseDouble(
                digits.substring(0, digits.length() - unit.length()).strip());
        return value * FACTORS.getOrDefault(unit, NormalText.isLatin(unit.charAt(0)) ? 1 : units(plain(unit)));
    }

    /** 六万五 is 65,000, 两百零三 is 203, 二〇二七 is 2027, 一点五 is 1.5, 7万5千 is 75,000, 百 is 100. */
    static double chinese(String numeral) {
        if (numeral.startsWith("负")) {
            return -chinese(numeral.substring(1));
        }
        if (numeral.equals("半百")) {
            return 50;
        }
        String[] parts = plain(numeral).split("点");
        double value = whole(parts[0]);
        if (parts.length == 1) {
            return value;
        }
        String places = parts[1].replaceAll("[千万亿兆]", "");
        String units = parts[1].substring(places.length());
        return (value + Double.parseDouble("0." + digits(places))) * (units.isEmpty() ? 1 : units(units));
    }

    private static double units(String units) {
        double product = 1;
        for (char c : units.toCharArray()) {
            product *= unit(c);
        }
        return product;
    }

    private static double whole(String numeral) {
        if (numeral.length() > 1 && numeral.chars().allMatch(c -> DIGITS.indexOf(c) >= 0)) {
            return Double.parseDouble(digits(numeral));
        }
        double total = 0;
        double section = 0;
        double digit = 0;
        double lastUnit = 1;
        boolean said = false;
        boolean zero = false;
        Matcher parts = PART.matcher(numeral);
        while (parts.find()) {
            String part = parts.group();
            double unit = unit(part.charAt(0));
            if (unit == 0) {
                digit = part.length() == 1 && DIGITS.contains(part) ? DIGITS.indexOf(part) : Double.parseDouble(part);
                said = digit > 0;
                zero = zero || digit == 0 || part.length() > 1;
                continue;
            }
            if (unit < 1e4) {
                section += (said ? digit : 1) * unit;
            } else {
                total = raised(total, section + digit, unit);
                section = 0;
            }
            digit = 0;
            said = false;
            zero = false;
            lastUnit = unit;
        }
        return total + section + (zero || lastUnit < 100 ? digit : digit * lastUnit / 10);
    }

    /** What stands before 万, 亿 or 兆 counts that many of it; what is larger already stays: 五兆六十二亿. */
    private static double raised(double total, double section, double unit) {
        double high = total - total % unit;
        double low = section + total % unit;
        if (low > 0) {
            return high + low * unit;
        }
        return total == 0 ? unit : total * unit;
    }

    /** 0 for a digit. */
    private static double unit(char c) {
        return switch (c) {
            case '十' -> 10;
            case '百' -> 100;
            case '千' -> 1e3;
            case '万' -> 1e4;
            case '亿' -> 1e8;
            case '兆' -> 1e12;
            default -> 0;
        };
    }

    private static String plain(String numeral) {
        var plain = new StringBuilder();
        numeral.chars().forEach(c -> plain.append(VARIANTS.getOrDefault((char) c, (char) c)));
        return plain.toString().replace("廿", "二十").replace("卅", "三十");
    }

    private static String digits(String numeral) {
        var digits = new StringBuilder();
        numeral.chars().forEach(c -> digits.append(DIGITS.indexOf(c)));
        return digits.toString();
    }

    private static double english(String words) {
        double total = 0;
        double section = 0;
        for (String word : words.split("[ -]")) {
            int value = WORDS.getOrDefault(word, -1);
            if (value == 100) {
                section = Math.max(1, section) * 100;
            } else if (value >= 1000) {
                total += Math.max(1, section) * value;
                section = 0;
            } else if (value >= 0) {
                section += value;
            }
        }
        return total + section;
    }

    private static Map<String, Integer> words() {
        var words = new HashMap<String, Integer>();
        String[] small = WORD.split("\\|");
        for (int i = 0; i <= 20; i++) {
            words.put(small[i], i);
        }
        for (int i = 0; i < 7; i++) {
            words.put(small[21 + i], 30 + 10 * i);
        }
        words.put("hundred", 100);
        words.put("thousand", 1000);
        words.put("million", 1_000_000);
        return words;
    }
}
