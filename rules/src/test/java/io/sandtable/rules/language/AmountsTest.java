package io.sandtable.rules.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sandtable.rules.grammar.Sentence;
import java.util.Comparator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountsTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "40%, 40, PERCENT, %",
                "百分之五, 5, PERCENT, %",
                "两成, 20, PERCENT, %",
                "一成半, 15, PERCENT, %",
                "三分之一, 33.3333, PERCENT, %",
                "一半, 50, PERCENT, %",
                "a quarter, 25, PERCENT, %",
                "40 percent, 40, PERCENT, %",
                "1.5个点, 1.5, POINTS, pp",
                "2 percentage points, 2, POINTS, pp",
                "六万五, 65000, NUMBER, \"\"",
                "两百万, 2000000, NUMBER, \"\"",
                "３０万, 300000, NUMBER, \"\"",
                "二百零五, 205, NUMBER, \"\"",
                "十二亿, 1200000000, NUMBER, \"\"",
                "三千五, 3500, NUMBER, \"\"",
                "十五, 15, NUMBER, \"\"",
                "1.2 million, 1200000, NUMBER, \"\"",
                "\"800,000 yuan\", 800000, MONEY, CNY",
                "80万元, 800000, MONEY, CNY",
                "¥500, 500, MONEY, CNY",
                "每吨5200, 5200, PRICE, CNY/t",
                "5200元/吨, 5200, PRICE, CNY/t",
                "5200 CNY per tonne, 5200, PRICE, CNY/t",
                "两周, 14, DURATION, days",
                "一个半月, 45, DURATION, days",
                "ten days, 10, DURATION, days",
                "3000台, 3000, COUNT, 台",
                "20万度, 200000, COUNT, kWh",
                "500 tonnes, 500, COUNT, t",
                "500吨二氧化碳, 500, COUNT, t",
            })
    void words_sayTheAmount(String words, double value, Amount.Measure measure, String unit) {
        Token token = longest(words);

        assertThat(token.end()).isEqualTo(words.length());
        assertThat(token.valueAs(Amount.class).value()).isCloseTo(value, within(1e-3));
        assertThat(token.valueAs(Amount.class).measure()).isEqualTo(measure);
        assertThat(token.valueAs(Amount.class).unit()).isEqualTo(unit);
    }

    @ParameterizedTest
    @CsvSource({
        "翻一番, 100",
        "翻倍, 100",
        "翻两番, 300",
        "腰斩, -50",
        "打七五折, -25",
        "8折, -20",
        "对折, -50",
        "doubles, 100",
        "triples, 200",
        "原来的1.5倍, 50"
    })
    void multiples_areChangesInPercent(String words, double percent) {
        Token token = longest(words);

        assertThat(token.type()).isEqualTo(Sentence.MULTIPLE);
        assertThat(token.end()).isEqualTo(words.length());
        assertThat(token.valueAs(Double.class)).isCloseTo(percent, within(1e-9));
    }

    private static Token longest(String words) {
        return Amounts.at(NormalText.of(words), 0).stream()
                .max(Comparator.comparingInt(Token::end))
                .orElseThrow();
    }
}
