package io.sandtable.rules.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sandtable.rules.grammar.Sentence;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
                "三成五, 35, PERCENT, %",
                "半成, 5, PERCENT, %",
                "千分之五, 0.5, PERCENT, %",
                "百分之一百二十, 120, PERCENT, %",
                "百 分 之 五, 5, PERCENT, %",
                "半个点, 0.5, POINTS, pp",
                "half a percentage point, 0.5, POINTS, pp",
                "贰拾万, 200000, NUMBER, \"\"",
                "兩萬五, 25000, NUMBER, \"\"",
                "一點二億, 120000000, NUMBER, \"\"",
                "7万5千, 75000, NUMBER, \"\"",
                "负三十二, -32, NUMBER, \"\"",
                "廿三, 23, NUMBER, \"\"",
                "1.1千台, 1100, COUNT, 台",
                "四块五, 4.5, MONEY, CNY",
                "一毛二, 0.12, MONEY, CNY",
                "9块一个, 9, PRICE, CNY/个",
                "9毛一个, 0.9, PRICE, CNY/个",
                "half a million, 500000, NUMBER, \"\"",
                "one and a half million yuan, 1500000, MONEY, CNY",
                "two and a half weeks, 17.5, DURATION, days",
                "a fortnight, 14, DURATION, days",
                "1.5个亿, 150000000, NUMBER, \"\"",
                "两个亿, 200000000, NUMBER, \"\"",
                "半年, 182.5, DURATION, days",
                "半个月, 15, DURATION, days",
                "一年半, 547.5, DURATION, days",
                "一个月又三天, 33, DURATION, days",
                "一刻钟, 0.25, COUNT, h",
                "半小时, 0.5, COUNT, h",
                "四十千瓦, 40, COUNT, kW",
                "40千瓦时, 40, COUNT, kWh",
                "5千克, 5, COUNT, kg",
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

    @ParameterizedTest
    @ValueSource(strings = {"十几万", "一千多万", "二三十", "三五天", "两三天", "20来台", "万"})
    void aboutSoMany_isNoAmount(String words) {
        assertThat(Amounts.at(NormalText.of(words), 0)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "下午, 12:00, 18:00",
        "夜里, 18:00, 24:00",
        "凌晨, 00:00, 06:00",
        "下午3点到6点, 15:00, 18:00",
        "上午9点到11点半, 09:00, 11:30",
        "晚上10点到6点, 22:00, 06:00",
        "22:00到次日6:00, 22:00, 06:00",
        "下午5点到第二天早上8点, 17:00, 08:00",
        "19点到21点之间, 19:00, 21:00",
        "八点一刻到十二点, 08:15, 12:00",
        "8:30-17:00, 08:30, 17:00",
        "from 16:00 to 18:00, 16:00, 18:00",
        "between 4 and 6 pm, 16:00, 18:00",
        "9 am to 5 pm, 09:00, 17:00"
    })
    void hours_areAStretchOfTheDay(String words, String from, String to) {
        Token token = longest(words);

        assertThat(token.type()).isEqualTo(Sentence.TIME_OF_DAY);
        assertThat(token.end()).isEqualTo(words.length());
        assertThat(token.value()).isEqualTo(List.of(from, to));
    }

    /** Morning or afternoon is asked for. */
    @ParameterizedTest
    @ValueSource(strings = {"3点到6点", "上午9点到5点", "25点到26点", "上午9点到次日10点"})
    void hoursThatLeaveTheHalfOfTheDayOpen_areNoStretch(String words) {
        assertThat(Amounts.at(NormalText.of(words), 0))
                .noneMatch(t -> t.type() == Sentence.TIME_OF_DAY && t.end() == words.length());
    }

    private static Token longest(String words) {
        return Amounts.at(NormalText.of(words), 0).stream()
                .max(Comparator.comparingInt(Token::end))
                .orElseThrow();
    }
}
