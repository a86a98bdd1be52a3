package io.sandtable.web;

import io.sandtable.model.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Numbers as people read them: 万 with one decimal on cards in Chinese, ¥k in English; full with separators in tables. */
public final class Figures {
    private final Language language;

    public Figures(Language language) {
        this.language = language;
    }

    /** 86.4 万 / ¥864k. */
    public String shortMoney(Money money) {
        double yuan = money.major().doubleValue();
        return language.isChinese() ? fixed(yuan / 10_000, 1) + " 万" : (yuan < 0 ? "−¥" : "¥") + fixed(Math.abs(yuan) / 1_000, 0) + "k";
    }

    /** 少 3.2 万 / ¥32k less; empty words for no difference stay with the caller. */
    public String moneyDifference(Money difference) {
        String amount = shortMoney(Money.fen(Math.abs(difference.minor())));
        if (difference.minor() == 0) {
            return language.choose("相同", "the same");
        }
        return difference.minor() < 0 ? language.choose("少 " + amount, amount + " less") : language.choose("多 " + amount, amount + " more");
    }

    /** 12.3 %. */
    public String percent(double percent) {
        return fixed(percent, 1) + " %";
    }

    /** +1.2 个点 / +1.2 pp. */
    public String points(double points) {
        return (points > 0 ? "+" : "") + fixed(points, 1) + language.choose(" 个点", " pp");
    }

    /** With thousands separators and so many decimals; −0.0 is 0.0. */
    public String fixed(double value, int decimals) {
        var format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        format.setRoundingMode(RoundingMode.HALF_UP);
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
        return format.format(rounded.signum() == 0 ? BigDecimal.ZERO : rounded);
    }
}
