package io.sandtable.web;

import io.sandtable.model.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.Temporal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Figures as people read them: 万 with one decimal on cards in Chinese, ¥k in English; full with separators in tables; what is
 * missing is {@code --}.
 */
public final class Figures {
    /** A figure that is not there. */
    public static final String MISSING = "--";

    private static final int MOST_DECIMALS = 4;

    /** Days begin and end where the companies are. */
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final DateTimeFormatter ISO_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter ISO_DAY = DateTimeFormatter.ofPattern("MM-dd", Locale.ROOT);
    private static final DateTimeFormatter ENGLISH_DATE = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter ENGLISH_TIME =
            DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter ENGLISH_DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter ENGLISH_MONTH = DateTimeFormatter.ofPattern("MMM yyyy", Locale.ENGLISH);

    private final Language language;

    public Figures(Language language) {
        this.language = language;
    }

    /** 86.4 万 / ¥864k: for cards. */
    public String shortMoney(@Nullable Money money) {
        if (money == null) {
            return MISSING;
        }
        double yuan = money.major().doubleValue();
        return language.isChinese()
                ? fixed(yuan / 10_000, 1) + " 万"
                : (yuan < 0 ? "−¥" : "¥") + fixed(Math.abs(yuan) / 1_000, 0) + "k";
    }

    /** 864,000 元 / ¥864,000: whole yuan in a sentence. */
    public String money(@Nullable Money money) {
        if (money == null) {
            return MISSING;
        }
        double yuan = money.major().doubleValue();
        return language.isChinese() ? fixed(yuan, 0) + " 元" : (yuan < 0 ? "−¥" : "¥") + fixed(Math.abs(yuan), 0);
    }

    /** 864,000: whole yuan for a table whose header names the unit. */
    public String yuan(@Nullable Money money) {
        return money == null ? MISSING : fixed(money.major().doubleValue(), 0);
    }

    /** 864,000.00: to the fen, for postings. */
    public String exactYuan(@Nullable Money money) {
        return money == null ? MISSING : grouped(2).format(money.major());
    }

    /** 少 3.2 万 / ¥32k less; 相同 / the same where there is none. */
    public String moneyDifference(@Nullable Money difference) {
        if (difference == null) {
            return MISSING;
        }
        return more(difference.minor(), seen(Money.fen(Math.abs(difference.minor()))));
    }

    /** +3.2 万 / +¥32k: what something adds to a figure, or takes from it. */
    public String signedMoney(Money amount) {
        String sign = amount.minor() < 0 ? "−" : amount.minor() > 0 ? "+" : "";
        return sign + seen(Money.fen(Math.abs(amount.minor())));
    }

    /** As short as it can be without becoming nothing. */
    private String seen(Money amount) {
        double yuan = amount.major().doubleValue();
        return yuan >= 500
                ? shortMoney(amount)
                : yuan >= 1 ? money(amount) : language.choose(exactYuan(amount) + " 元", "¥" + exactYuan(amount));
    }

    /** 早 2 天 / 2 days earlier, counted from the baseline's day. */
    public String dayDifference(int daysLater) {
        if (daysLater == 0) {
            return language.choose("相同", "the same");
        }
        int days = Math.abs(daysLater);
        String english = days == 1 ? "1 day" : fixed(days, 0) + " days";
        return daysLater < 0
                ? language.choose("早 " + fixed(days, 0) + " 天", english + " earlier")
                : language.choose("晚 " + fixed(days, 0) + " 天", english + " later");
    }

    /** 多 3 / 3 more: a difference of counts. */
    public String countDifference(long difference) {
        return more(difference, fixed((double) Math.abs(difference), 0));
    }

    /** 多 12.3 / 12.3 more: a difference of quantities, to one decimal or as many as show it. */
    public String quantityDifference(double difference) {
        int decimals = decimals(difference);
        return decimals > MOST_DECIMALS
                ? more(0, "")
                : more(difference < 0 ? -1 : 1, fixed(Math.abs(difference), decimals));
    }

    /** 高 1.2 个点 / 1.2 pp higher: a difference of percentages, to one decimal or as many as show it. */
    public String pointDifference(double points) {
        int decimals = decimals(points);
        if (decimals > MOST_DECIMALS) {
            return more(0, "");
        }
        String amount = fixed(Math.abs(points), decimals);
        return points < 0
                ? language.choose("低 " + amount + " 个点", amount + " pp lower")
                : language.choose("高 " + amount + " 个点", amount + " pp higher");
    }

    private static int decimals(double difference) {
        int decimals = 1;
        while (decimals <= MOST_DECIMALS && Math.abs(difference) * Math.pow(10, decimals) < 0.5) {
            decimals++;
        }
        return decimals;
    }

    /** 12.3 %. */
    public String percent(@Nullable Number percent) {
        return percent == null ? MISSING : fixed(percent.doubleValue(), 1) + " %";
    }

    /** +1.2 个点 / +1.2 pp. */
    public String points(double points) {
        return (points > 0 ? "+" : "") + fixed(points, 1) + language.choose(" 个点", " pp");
    }

    /** 1,284: a whole number. */
    public String number(@Nullable Number number) {
        return number == null ? MISSING : fixed(number.doubleValue(), 0);
    }

    /** 2026-12-18 / 18 Dec 2026, with its time 17:40 where the moment has one. */
    public String date(@Nullable Temporal moment) {
        return switch (moment) {
            case null -> MISSING;
            case LocalDate day -> language.isChinese() ? day.toString() : ENGLISH_DATE.format(day);
            case LocalDateTime time -> (language.isChinese() ? ISO_TIME : ENGLISH_TIME).format(time);
            case Instant instant -> date(instant.atZone(ZONE).toLocalDateTime());
            default -> date(LocalDateTime.from(moment));
        };
    }

    /** 2026-12 / Dec 2026. */
    public String month(YearMonth month) {
        return language.choose(month.toString(), ENGLISH_MONTH.format(month));
    }

    /** 12-18 / 18 Dec, where the year goes without saying. */
    public String day(@Nullable LocalDate day) {
        return day == null ? MISSING : (language.isChinese() ? ISO_DAY : ENGLISH_DAY).format(day);
    }

    /** 12-08 ～ 12-14 / 8 Dec – 14 Dec; with years where they differ. */
    public String range(@Nullable LocalDate from, @Nullable LocalDate to) {
        String between = language.choose(" ～ ", " – ");
        boolean years = from != null && to != null && from.getYear() != to.getYear();
        return years ? date(from) + between + date(to) : day(from) + between + day(to);
    }

    /** 1 分 20 秒 / 1 min 20 s. */
    public String seconds(long seconds) {
        if (seconds < 60) {
            return seconds + language.choose(" 秒", " s");
        }
        return seconds / 60 + language.choose(" 分 ", " min ") + seconds % 60 + language.choose(" 秒", " s");
    }

    /** With thousands separators and so many decimals; −0.0 is 0.0. */
    public String fixed(double value, int decimals) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
        return grouped(decimals).format(rounded.signum() == 0 ? BigDecimal.ZERO : rounded);
    }

    private String more(long sign, String amount) {
        if (sign == 0) {
            return language.choose("相同", "the same");
        }
        return sign < 0
                ? language.choose("少 " + amount, amount + " less")
                : language.choose("多 " + amount, amount + " more");
    }

    private static DecimalFormat grouped(int decimals) {
        var format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format;
    }
}
