package io.sandtable.model.alignment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A name taken apart: its numbers, its Latin words, the words that exclude others, and the Chinese that is left.
 *
 * @param atoms numbers in their order
 * @param letters Latin words and prefixes, in their order
 * @param exclusive words that exclude others, by group
 * @param han Chinese without empty words, in parts as they stand apart
 * @param tokens digits and letters as they stand together
 */
record Reading(
        List<Atom> atoms,
        List<String> letters,
        Map<String, Set<String>> exclusive,
        List<String> han,
        List<String> tokens) {
    /** Standards name how a thing is made, and as often as not nobody writes them: GB/T 5783-2016. */
    private static final Pattern STANDARD = Pattern.compile(
            "(?<![A-Z])(GB|JB|HG|YB|QB|SH|ISO|DIN|JIS|ASTM|ANSI)\\s*[/-]?\\s*T?\\s*-?\\s*\\d+(\\.\\d+)?(-(19|20)?\\d{2})?(?!\\d)");

    /** A unit may stand apart from its number; other letters belong to it only where they follow at once. */
    private static final Pattern NUMBER = Pattern.compile(
            "(?<number>\\d+(?:\\.\\d+)?)"
                    + "(?:\\s?(?<unit>平方毫米|平方|毫米|厘米|公分|微米|公斤|千克|毫升|千瓦|欧姆|千欧|兆欧|微法|兆帕|赫兹|[米丝克吨升伏瓦安欧度极级号目个件只支片张#Ω%°]"
                    + "|(?:PCS|MM2|M2|MM|CM|KG|ML|KW|HZ|MPA|KPA|KV|[VWLM]|K?OHM|[KM]?Ω|[PNU]F|[UM]H)(?![A-Z0-9]))|(?<letters>[A-Z]+))?");

    /** What a length is the length of, and what a pack is called: said or not, the number is the same. */
    private static final Pattern BESIDE_NUMBERS =
            Pattern.compile("(壁厚|厚度?|长度?|宽度?|高度?|外径|内径|孔径|净重|容量|功率|电压|δ|[A-Z])\\s*=(?=\\s*\\d)"
                    + "|(壁厚|厚度?|长度?|宽度?|高度?|外径|内径|孔径|净重|容量|功率|电压|δ)(?=\\s*\\d)"
                    + "|(?<=[\\dM米])(厚|长|宽|高)|/\\s*(箱|盒|包|袋|托|卷|桶|瓶|罐)");

    private static final Pattern NOUGHT = Pattern.compile("(?<=\\d)O(?=[\\d.])|(?<![A-Z0-9])O(?=\\.\\d)");
    private static final Pattern ONE = Pattern.compile("(?<=\\d)I(?=\\d)");
    private static final Pattern TIMES_UNIT =
            Pattern.compile("(\\d+(?:\\.\\d+)?)(?=×[\\d.×]*\\d(MM|CM|M|毫米|厘米|米)(?![A-Z]))");
    private static final Pattern TOKEN = Pattern.compile("[A-Z0-9.]*[A-Z0-9]");
    private static final Pattern LETTERS = Pattern.compile("[A-Z]+");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}+");

    static Reading of(String... texts) {
        String text = PlainText.of(String.join(" ", texts));
        String plain = Lexicon.SHIPPED.inOneSpelling(text);
        var exclusive = Lexicon.SHIPPED.exclusiveWords(plain);
        String said = STANDARD.matcher(Lexicon.SHIPPED.withoutEmptyWords(plain)).replaceAll(" ");
        // 1.22×2.44 m: the unit behind the last length is the unit of all
        String measured = TIMES_UNIT.matcher(digits(said)).replaceAll("$1$2");
        var atoms = new ArrayList<Atom>();
        var rest = new StringBuilder();
        var run = new StringBuilder();
        int end = 0;
        Matcher number = NUMBER.matcher(measured);
        while (number.find()) {
            atoms.add(Atom.of(number.group("number"), behind(number)));
            run.append(measured, end, number.start())
                    .append(number.group("number"))
                    .append(Atom.letters(behind(number)));
            end = number.end();
            number.appendReplacement(rest, " ");
        }
        number.appendTail(rest);
        run.append(measured.substring(end));
        return new Reading(List.copyOf(atoms), found(LETTERS, rest), exclusive, found(HAN, rest), found(TOKEN, run));
    }

    /** Letters that were read for digits are digits, and words that only say what a number measures are gone. */
    private static String digits(String text) {
        String digits = ONE.matcher(NOUGHT.matcher(text).replaceAll("0")).replaceAll("1");
        return BESIDE_NUMBERS.matcher(digits).replaceAll(" ");
    }

    private static String behind(Matcher number) {
        String unit = number.group("unit");
        String letters = number.group("letters");
        return unit != null ? unit : letters != null ? letters : "";
    }

    private static List<String> found(Pattern pattern, CharSequence text) {
        return pattern.matcher(text).results().map(r -> r.group()).toList();
    }

    /** The Chinese in one piece. */
    String hanText() {
        return String.join("", han);
    }

    boolean isEmpty() {
        return atoms.isEmpty() && letters.isEmpty() && han.isEmpty();
    }
}
