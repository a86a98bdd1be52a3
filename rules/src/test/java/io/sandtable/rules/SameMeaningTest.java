package io.sandtable.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.model.calendar.HolidayCalendar;
import io.sandtable.rules.LabelledSentences.Labelled;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The same sentence in another spelling means the same; measured on the tuning sentences that are read. */
class SameMeaningTest {
    private static final boolean SHOWN = Boolean.getBoolean("sandtable.sentences");
    private static final String SIMPLIFIED =
            "预计订单长涨价个点万亿货发厂应对门节检维机铝铜钢从买进业务给这该两来过还开关报证实现额产质较线试类销缩减周后时钟农历腊庆劳动设备采购库资贵赚税费车装载吨总测废压热换内准达变为让请说话写记钱张际结构条单双";
    private static final String TRADITIONAL =
            "預計訂單長漲價個點萬億貨發廠應對門節檢維機鋁銅鋼從買進業務給這該兩來過還開關報證實現額產質較線試類銷縮減週後時鐘農曆臘慶勞動設備採購庫資貴賺稅費車裝載噸總測廢壓熱換內準達變為讓請說話寫記錢張際結構條單雙";
    private static final Pattern FIGURE =
            Pattern.compile("(?<![\\w.\\-月])(\\d{1,2})(?=[天周台万成月号日个小])(?!\\d|个(?!月|点|百))");
    private static final Pattern PERCENT = Pattern.compile("(?<![\\w.\\-])(\\d{1,2})%");
    private static final Pattern CHINESE_SHARE = Pattern.compile("(?<=[^一二两三四五六七八九十])([一二两三四五六七八九])成(?![半一二三四五六七八九])");

    @Test
    void otherSpellings_meanTheSame() {
        var spellings = new LinkedHashMap<String, UnaryOperator<String>>();
        spellings.put("full width", SameMeaningTest::fullWidth);
        spellings.put("traditional", text -> swap(text, SIMPLIFIED, TRADITIONAL));
        spellings.put("figures as numerals", SameMeaningTest::numerals);
        spellings.put("两成 as 2成", text -> shares(text, "0123456789"));
        spellings.put("两成 as 贰成", text -> shares(text, "零壹贰叁肆伍陆柒捌玖"));
        spellings.put("请", text -> (isChinese(text) ? "请" : "Please, ") + text);
        spellings.put("麻烦", text -> isChinese(text) ? "麻烦" + text : "please " + text);
        spellings.put("吧", text -> isChinese(text) && !text.matches(".*[。！？吗呢]") ? text + "吧" : text);
        var broken = new ArrayList<String>();
        int tried = 0;
        for (Labelled sentence : LabelledSentences.of("hoods")) {
            Understanding said = sentence.understood();
            if (said.outcome() != Outcome.ACCEPT) {
                continue;
            }
            for (Map.Entry<String, UnaryOperator<String>> spelling : spellings.entrySet()) {
                String text = spelling.getValue().apply(sentence.text());
                if (text.equals(sentence.text())) {
                    continue;
                }
                tried++;
                if (!isSame(said, understood(sentence, text))) {
                    broken.add(spelling.getKey() + ": " + text);
                }
            }
        }
        double percent = 100.0 * (tried - broken.size()) / tried;
        System.out.printf("other spellings: %d of %d mean the same, %.1f %%%n", tried - broken.size(), tried, percent);
        if (SHOWN) {
            broken.forEach(System.out::println);
        }

        assertThat(tried).isGreaterThan(300);
        assertThat(percent).isGreaterThanOrEqualTo(98);
    }

    private static Understanding understood(Labelled sentence, String text) {
        return new Reader(
                        sentence.names(),
                        sentence.asOf(),
                        HolidayCalendar.china(),
                        Optional.ofNullable(sentence.context()))
                .understand(text);
    }

    private static boolean isSame(Understanding one, Understanding other) {
        List<Statement> first = one.statements();
        List<Statement> second = other.statements();
        if (one.outcome() != other.outcome() || first.size() != second.size()) {
            return false;
        }
        for (int i = 0; i < first.size(); i++) {
            if (!first.get(i).meansTheSameAs(second.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isChinese(String text) {
        return text.chars().anyMatch(c -> c >= 0x4e00 && c <= 0x9fff);
    }

    private static String fullWidth(String text) {
        var wide = new StringBuilder();
        text.chars()
                .forEach(c -> wide.append(c > ' ' && c < 0x7f ? (char) (c + 0xfee0) : c == ' ' ? '\u3000' : (char) c));
        return wide.toString();
    }

    private static String swap(String text, String from, String to) {
        var swapped = new StringBuilder();
        text.chars().forEach(c -> swapped.append(from.indexOf(c) < 0 ? (char) c : to.charAt(from.indexOf(c))));
        return swapped.toString();
    }

    private static String numerals(String text) {
        if (!isChinese(text)) {
            return text;
        }
        String figures = FIGURE.matcher(text).replaceAll(m -> numeral(Integer.parseInt(m.group(1))));
        return PERCENT.matcher(figures).replaceAll(m -> "百分之" + numeral(Integer.parseInt(m.group(1))));
    }

    private static String numeral(int number) {
        String digits = "零一二三四五六七八九";
        String ones = number % 10 == 0 && number > 0 ? "" : digits.substring(number % 10, number % 10 + 1);
        String tens = number < 10 ? "" : (number < 20 ? "" : digits.substring(number / 10, number / 10 + 1)) + "十";
        return tens + ones;
    }

    private static String shares(String text, String digits) {
        Matcher share = CHINESE_SHARE.matcher(text);
        return share.replaceAll(m -> {
            int value = "零一二三四五六七八九".indexOf(m.group(1).replace('两', '二'));
            return digits.charAt(value) + "成";
        });
    }
}
