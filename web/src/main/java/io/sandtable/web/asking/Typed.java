package io.sandtable.web.asking;

import io.sandtable.rules.Modality;
import io.sandtable.rules.Statement;
import io.sandtable.rules.Window;
import io.sandtable.web.Words;
import io.sandtable.web.inquiry.ChipEdit;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * What a person typed into the small form of a chip, kept as it is until it can be accepted; null for a field that the form did not have.
 *
 * @param problem why it was not accepted, in words
 */
record Typed(
        @Nullable String value,
        @Nullable String from,
        @Nullable String to,
        @Nullable String strength,
        @Nullable String problem) {
    /** More than any figure of a business. */
    private static final double LARGEST = 1e12;

    Typed because(String words) {
        return new Typed(value, from, to, strength, words);
    }

    ChipView.Editor in(Statement s, ConditionWords words) {
        return new ChipView.Editor(
                value, s.quantity() == null ? "" : words.unit(s.quantity().unit()), from, to, strength, problem, true);
    }

    /** As an edit; fields that cannot be are refused with words that say what would be right. */
    ChipEdit edit(Words words) throws NotPossible {
        Double number = value == null ? null : number(value, words);
        Window window = null;
        if (from != null && to != null) {
            LocalDate first = date(from, words);
            LocalDate last = date(to, words);
            if (first != null && last != null && last.isBefore(first)) {
                throw new NotPossible(words.say("asking.edit.order", from, to));
            }
            window = new Window(first, last);
        }
        Modality modality =
                "must".equals(strength) ? Modality.MUST : "prefer".equals(strength) ? Modality.PREFER : null;
        return new ChipEdit(number, window, modality);
    }

    private static Double number(String text, Words words) throws NotPossible {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .strip()
                .replace(",", "")
                .replace("−", "-");
        if (plain.matches("[+-]?\\d{1,18}(\\.\\d{1,6})?") && Math.abs(Double.parseDouble(plain)) <= LARGEST) {
            return Double.valueOf(plain);
        }
        throw new NotPossible(words.say("asking.edit.number", shortened(text)));
    }

    private static @Nullable LocalDate date(String text, Words words) throws NotPossible {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
        if (plain.isEmpty()) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(plain);
            if (day.getYear() >= 1900 && day.getYear() <= 2200) {
                return day;
            }
        } catch (DateTimeParseException e) {
            // said below
        }
        throw new NotPossible(words.say("asking.edit.date", shortened(text)));
    }

    private static String shortened(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }

    /** The words of what cannot be. */
    static final class NotPossible extends Exception {
        @java.io.Serial
        private static final long serialVersionUID = 1L;

        private final String words;

        NotPossible(String words) {
            super(words);
            this.words = words;
        }

        String words() {
            return words;
        }
    }
}
