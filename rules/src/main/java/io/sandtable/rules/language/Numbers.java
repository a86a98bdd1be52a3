package io.sandtable.rules.language;

import java.util.HashMap;
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
    private static final Pattern ARABIC = Pattern.compile(
            "[+-]?(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?(?:\\s?(千万|百万|十万|万|亿|千|百|k(?![a-z])|mn(?![a-z])|m(?![a-z0-9])|w(?![a-z])|thousand|million|billion))?");
    private static final Pattern CHINESE = Pattern.compile("[零〇一二两俩三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟]+(?:点[零〇一二三四五六七八九]+)?");
    private static final String WORD =
            "zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million";
    private static final Pattern ENGLISH = Pattern.compile(
            "(?:an? (?=hundred|thousand|million))?(?:%s)(?:[ -](?:and )?(?:%s))*\\b".formatted(WORD, WORD));
    private static final Map<String, Double> FACTORS = Map.ofEntries(
            Map.entry("千万", 1e7),
            Map.entry("百万", 1e6),
            Map.entry("十万", 1e5),
            Map.entry("万", 1e4),
            Map.entry("w", 1e4),
            Map.entry("亿", 1e8),
            Map.entry("千", 1e3),
            Map.entry("百", 1e2),
            Map.entry("k", 1e3),
            Map.entry("thousand", 1e3),
            Map.entry("mn", 1e6),
            Map.entry("m", 1e6),
            Map.entry("million", 1e6),
            Map.entry("billion", 1e9));
    private static final Map<String, Integer> WORDS = words();

    /** A number and where it ends. */
    record Found(double value, int end, boolean signed) {}

    private Numbers() {}

    /** The longest number that begins at a place. */
    static Optional<Found> at(String text, int start) {
        Matcher arabic = ARABIC.matcher(text).region(start, text.length());
        if (arabic.lookingAt()) {
            String digits = arabic.group().replace(",", "");
            String suffix = arabic.group(1);
            if (suffix != null) {
                digits = digits.substring(0, digits.length() - suffix.length()).strip();
            }
            boolean signed = digits.startsWith("-") || digits.startsWith("+");
            double value = Double.parseDouble(digits) * (suffix == null ? 1 : FACTORS.getOrDefault(suffix, 1.0));
            return Optional.of(new Found(value, arabic.end(), signed));
        }
        Matcher chinese = CHINESE.matcher(text).region(start, text.length());
        if (chinese.lookingAt()) {
            return Optional.of(new Found(chinese(chinese.group()), chinese.end(), false));
        }
        Matcher english = ENGLISH.matcher(text).region(start, text.length());
        return english.lookingAt()
                ? Optional.of(new Found(english(english.group()), english.end(), false))
                : Optional.empty();
    }

    /** 六万五 is 65,000, 两百零三 is 203, 二〇二七 is 2027, 一点五 is 1.5. */
    static double chinese(String numeral) {
        String[] parts = plain(numeral).split("点");
        double value = whole(parts[0]);
        if (parts.length > 1) {
            value += Double.parseDouble("0." + digits(parts[1]));
        }
        return value;
    }

    private static double whole(String numeral) {
        if (numeral.chars().allMatch(c -> DIGITS.indexOf(c) >= 0) && numeral.length() > 1) {
            return Double.parseDouble(digits(numeral));
        }
        double total = 0;
        double section = 0;
        double digit = 0;
        double lastUnit = 1;
        boolean zero = false;
        for (int i = 0; i < numeral.length(); i++) {
            char c = numeral.charAt(i);
            int value = DIGITS.indexOf(c);
            if (value >= 0) {
                digit = value;
                zero = zero || value == 0;
                continue;
            }
            double unit = unit(c);
            if (unit >= 1e4) {
                total = (total + section + digit) * unit;
                section = 0;
            } else {
                section += (digit == 0 && !zero ? 1 : digit) * unit;
            }
            digit = 0;
            zero = false;
            lastUnit = unit;
        }
        return total + section + (zero || lastUnit < 100 ? digit : digit * lastUnit / 10);
    }

    private static double unit(char c) {
        return switch (c) {
            case '十' -> 10;
            case '百' -> 100;
            case '千' -> 1e3;
            case '万' -> 1e4;
            case '亿' -> 1e8;
            default -> throw new IllegalArgumentException("'%s' is not a numeral; write 十, 百, 千, 万 or 亿.".formatted(c));
        };
    }

    private static String plain(String numeral) {
        var plain = new StringBuilder();
        numeral.chars().forEach(c -> plain.append(VARIANTS.getOrDefault((char) c, (char) c)));
        return plain.toString();
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
