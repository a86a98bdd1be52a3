package io.sandtable.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.model.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

class FiguresTest {
    private static final LocalDate DAY = LocalDate.of(2026, 12, 18);

    private final Figures zh = new Figures(Language.ZH);
    private final Figures en = new Figures(Language.EN);

    @Test
    void money_isShortOnCardsAndFullElsewhere() {
        Money money = Money.fen(86_400_050);

        assertThat(zh.shortMoney(money)).isEqualTo("86.4 万");
        assertThat(en.shortMoney(money)).isEqualTo("¥864k");
        assertThat(zh.money(money)).isEqualTo("864,001 元");
        assertThat(en.money(Money.fen(-86_400_000))).isEqualTo("−¥864,000");
        assertThat(zh.yuan(money)).isEqualTo("864,001");
        assertThat(zh.exactYuan(money)).isEqualTo("864,000.50");
    }

    @Test
    void missing_isTwoHyphens() {
        assertThat(zh.shortMoney(null)).isEqualTo("--");
        assertThat(zh.exactYuan(null)).isEqualTo("--");
        assertThat(zh.percent(null)).isEqualTo("--");
        assertThat(en.date(null)).isEqualTo("--");
        assertThat(en.range(DAY, null)).isEqualTo("18 Dec – --");
    }

    @Test
    void differences_areWordsAndNeverSigns() {
        assertThat(zh.moneyDifference(Money.fen(-3_200_000))).isEqualTo("少 3.2 万");
        assertThat(en.moneyDifference(Money.fen(-3_200_000))).isEqualTo("¥32k less");
        assertThat(zh.dayDifference(-2)).isEqualTo("早 2 天");
        assertThat(en.dayDifference(1)).isEqualTo("1 day later");
        assertThat(en.dayDifference(0)).isEqualTo("the same");
        assertThat(zh.countDifference(3)).isEqualTo("多 3");
        assertThat(zh.signedMoney(Money.fen(-3_200_000))).isEqualTo("−3.2 万");
        assertThat(en.signedMoney(Money.fen(3_200_000))).isEqualTo("+¥32k");
    }

    @Test
    void dates_areWrittenAsEachLanguageDoes() {
        assertThat(zh.date(DAY)).isEqualTo("2026-12-18");
        assertThat(en.date(DAY)).isEqualTo("18 Dec 2026");
        assertThat(zh.range(LocalDate.of(2026, 12, 8), LocalDate.of(2026, 12, 14)))
                .isEqualTo("12-08 ～ 12-14");
        assertThat(en.range(DAY, LocalDate.of(2027, 1, 4))).isEqualTo("18 Dec 2026 – 4 Jan 2027");
        assertThat(en.date(LocalDateTime.of(2026, 11, 21, 17, 40))).isEqualTo("21 Nov 2026, 17:40");
    }

    @Test
    void moments_areShownInTheCompaniesTime() {
        assertThat(zh.date(Instant.parse("2026-11-21T16:30:00Z"))).isEqualTo("2026-11-22 00:30");
    }

    @Test
    void durations_areMinutesAndSeconds() {
        assertThat(zh.seconds(42)).isEqualTo("42 秒");
        assertThat(zh.seconds(80)).isEqualTo("1 分 20 秒");
        assertThat(en.seconds(60)).isEqualTo("1 min 0 s");
    }
}
