package io.sandtable.web.asking;

import io.sandtable.rules.Modality;
import io.sandtable.rules.Quantity;
import io.sandtable.rules.Statement;
import io.sandtable.rules.Window;
import io.sandtable.web.Figures;
import io.sandtable.web.Language;
import io.sandtable.web.Words;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A statement's fields in the words of the page. */
final class ConditionWords {
    private final Words words;
    private final Language language;
    private final Figures figures;

    ConditionWords(Words words) {
        this.words = words;
        this.language = words.language();
        this.figures = new Figures(language);
    }

    /** The sentence that says it back, without the word of its modality, which stands before it as a mark of its own. */
    String sentence(Statement s) {
        return language.choose(chinese(s), english(s));
    }

    private static String chinese(Statement s) {
        String text = s.paraphrase().zh();
        String mark = switch (s.modality()) {
            case MUST -> "要求";
            case PREFER -> "尽量";
            case FORECAST -> "预计";
            case HYPOTHETICAL -> "如果";
            case null -> "";
        };
        String rest = text.startsWith(mark) ? text.substring(mark.length()) : text;
        return rest.endsWith("。") ? rest.substring(0, rest.length() - 1) : rest;
    }

    private static String english(Statement s) {
        String text = s.paraphrase().en();
        String mark = switch (s.modality()) {
            case MUST -> "Required: ";
            case PREFER -> "Preferably: ";
            case FORECAST -> "Expected: ";
            case HYPOTHETICAL -> "What if ";
            case null -> "";
        };
        String rest = text.startsWith(mark) ? text.substring(mark.length()) : text;
        return rest.endsWith(".") ? rest.substring(0, rest.length() - 1) : rest;
    }

    /** Key part of must, prefer, forecast or hypothetical; null for an objective. */
    static @Nullable String strength(Statement s) {
        return s.modality() == null ? null : s.modality().name().toLowerCase(Locale.ROOT);
    }

    /** 不低于 5,000,000 元. */
    String value(Statement s) {
        Quantity q = s.quantity();
        if (q == null) {
            return "";
        }
        String amount = words.say("asking.form." + q.form(), signed(q), unit(q.unit()));
        return s.comparator() == null
                ? amount
                : language.choose(
                                s.comparator().words().zh(),
                                s.comparator().words().en())
                        + " " + number(q.value()) + " " + unit(q.unit());
    }

    private String signed(Quantity q) {
        boolean moves = q.form() != Quantity.Form.SET && q.form() != Quantity.Form.FACTOR;
        return (moves && q.value() > 0 ? "+" : "") + number(q.value());
    }

    private String number(double value) {
        int decimals = Math.max(0, plain(value).scale());
        return figures.fixed(value, decimals);
    }

    /** As it stands in the form's field: without exponent or separators. */
    static String field(double value) {
        return plain(value).toPlainString();
    }

    private static BigDecimal plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros();
    }

    /** 元/吨; a unit that we have no words for stands as it is. */
    String unit(String unit) {
        return Stream.of(unit.split("/"))
                .map(part -> words.knows("asking.unit." + part) ? words.say("asking.unit." + part) : part)
                .collect(Collectors.joining("/"));
    }

    /** 2026-12-01 ～ 2026-12-31, or from, or until, or always. */
    String window(Statement s) {
        Window w = s.window();
        if (s.recurrence() != null) {
            return words.say("asking.window.everyYear", s.recurrence().replaceFirst("^[A-Z_]+:", ""));
        }
        if (w == null) {
            return "";
        }
        if (w.from() == null || w.to() == null) {
            return w.from() != null
                    ? words.say("asking.window.from", figures.date(w.from()))
                    : w.to() != null
                            ? words.say("asking.window.to", figures.date(w.to()))
                            : words.say("asking.window.always");
        }
        return w.from().equals(w.to())
                ? figures.date(w.from())
                : figures.date(w.from()) + language.choose(" ～ ", " – ") + figures.date(w.to());
    }

    /** Whether the form may change it between must and prefer. */
    static boolean isBinding(Statement s) {
        return s.kind().isRule() && (s.modality() == Modality.MUST || s.modality() == Modality.PREFER);
    }
}
