package io.sandtable.web.compare;

import io.sandtable.web.Figures;
import io.sandtable.web.Words;
import io.sandtable.web.ask.Alternative;
import io.sandtable.web.ask.AnswerTable;
import io.sandtable.web.ask.KeyFigure;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A row of the cards: one figure, and under it those that explain it. */
sealed interface CardFigure {
    /** All of them, what a manager asks first on top. */
    static List<CardFigure> all() {
        return List.of(
                new Figure(KeyFigure.ON_TIME, "compare.note.orders", KeyFigure.LATE_ORDERS, KeyFigure.SHORT_ORDERS),
                new Figure(KeyFigure.GROSS_MARGIN, "compare.note.marginPct", KeyFigure.GROSS_MARGIN_PCT),
                new Figure(KeyFigure.REVENUE, ""),
                new Figure(KeyFigure.CAPEX, "compare.note.npv", KeyFigure.NPV, KeyFigure.IRR, KeyFigure.PAYBACK),
                new Figure(KeyFigure.CASH_LOW, "compare.note.day", KeyFigure.CASH_LOW_DATE),
                new Risk());
    }

    String id();

    /** Where its name is worded. */
    String key();

    String value(Alternative plan, AnswerTable table);

    @Nullable
    String difference(Alternative plan, Alternative baseline, Figures figures);

    @Nullable
    String note(Alternative plan, AnswerTable table, Words words);

    /** Whether it, and what stands under it, is the same in all those plans, to the last digit. */
    boolean isSame(Collection<Alternative> plans, AnswerTable table);

    /** One figure with its notes. */
    record Figure(KeyFigure figure, String noteKey, List<KeyFigure> notes) implements CardFigure {
        Figure(KeyFigure figure, String noteKey, KeyFigure... notes) {
            this(figure, noteKey, List.of(notes));
        }

        @Override
        public String id() {
            return figure.id();
        }

        @Override
        public String key() {
            return figure.key();
        }

        @Override
        public String value(Alternative plan, AnswerTable table) {
            return table.brief(figure, plan);
        }

        @Override
        public @Nullable String difference(Alternative plan, Alternative baseline, Figures figures) {
            return figure.of(plan).difference(figure.of(baseline), figures);
        }

        @Override
        public @Nullable String note(Alternative plan, AnswerTable table, Words words) {
            List<String> said = notes.stream().map(n -> table.brief(n, plan)).toList();
            return said.isEmpty() || said.getFirst().equals(Figures.MISSING)
                    ? null
                    : words.say(noteKey, said.toArray());
        }

        @Override
        public boolean isSame(Collection<Alternative> plans, AnswerTable table) {
            return Stream.concat(Stream.of(figure), notes.stream())
                    .allMatch(f -> plans.stream().map(f::of).distinct().count() <= 1);
        }
    }

    /** The risk that tells the plan from doing nothing. */
    record Risk() implements CardFigure {
        @Override
        public String id() {
            return "risk";
        }

        @Override
        public String key() {
            return "compare.risk";
        }

        @Override
        public String value(Alternative plan, AnswerTable table) {
            return table.risk(plan);
        }

        @Override
        public @Nullable String difference(Alternative plan, Alternative baseline, Figures figures) {
            return null;
        }

        @Override
        public @Nullable String note(Alternative plan, AnswerTable table, Words words) {
            return null;
        }

        @Override
        public boolean isSame(Collection<Alternative> plans, AnswerTable table) {
            return plans.stream()
                            .map(p -> p.evaluation().kpis().risks())
                            .distinct()
                            .count()
                    <= 1;
        }
    }
}
