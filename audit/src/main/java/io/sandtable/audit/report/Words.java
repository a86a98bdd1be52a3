package io.sandtable.audit.report;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;

/** The few words and the spellings of numbers and dates that the printer itself adds. */
final class Words {
    static final String BUNDLE = "io.sandtable.audit.report.report";

    private final ResourceBundle bundle;
    private final DateTimeFormatter day;
    private final DateTimeFormatter minute;
    private final boolean wideQuotes;

    Words(Language language) {
        wideQuotes = language == Language.ZH;
        // without a fallback, or an English report would come out in the machine's language
        bundle = ResourceBundle.getBundle(
                BUNDLE,
                language.locale(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        day = DateTimeFormatter.ofPattern(bundle.getString("date"), language.locale());
        minute = DateTimeFormatter.ofPattern(bundle.getString("dateTime"), language.locale());
    }

    String say(String key, Object... arguments) {
        return arguments.length == 0
                ? bundle.getString(key)
                : new MessageFormat(bundle.getString(key), Locale.ROOT).format(arguments);
    }

    String date(LocalDate date) {
        return day.format(date);
    }

    /** A time; the date alone where data is of a whole day. */
    String dateTime(LocalDateTime time) {
        if (time.toLocalTime().equals(LocalTime.MIDNIGHT)) {
            return date(time.toLocalDate());
        }
        return minute.format(time);
    }

    /** In English the curly quotes become straight ones, because a Chinese font draws them as wide as a character. */
    String punctuate(String text) {
        return wideQuotes ? text : text.replaceAll("[“”]", "\"").replaceAll("[‘’]", "'");
    }

    static String number(BigDecimal value) {
        DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
        int decimals = Math.max(0, value.scale());
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(value).replace('-', '−');
    }

    static String change(BigDecimal value) {
        return (value.signum() > 0 ? "+" : value.signum() == 0 ? "±" : "") + number(value);
    }
}
