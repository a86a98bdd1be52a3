package io.sandtable.web.why;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the page and the side sheet of reasons say. */
sealed interface WhyView {
    /** Heading. */
    String title();

    /** The answer in one sentence. */
    String answer();

    /** An order: the chain that leads to its delivery. */
    record OfOrder(String title, String answer, List<Link> chain, List<String> conditions, List<Otherwise> otherwise)
            implements WhyView {
        public OfOrder {
            chain = List.copyOf(chain);
            conditions = List.copyOf(conditions);
            otherwise = List.copyOf(otherwise);
        }
    }

    /** A figure: what it is and, where it is a sum, the postings by account. */
    record OfFigure(
            String title,
            String answer,
            String meaning,
            @Nullable String accountHead,
            List<AccountLine> lines,
            @Nullable String total,
            @Nullable String ledger)
            implements WhyView {
        public OfFigure {
            lines = List.copyOf(lines);
        }
    }

    /** A plan: its late and short orders. */
    record OfPlan(String title, String answer, List<OrderLine> orders) implements WhyView {
        public OfPlan {
            orders = List.copyOf(orders);
        }
    }

    /**
     * One link of a chain.
     *
     * @param badge computed, or where the fact comes from, as parts.html names it
     * @param facts what it rests on
     */
    record Link(String fact, String badge, List<Fact> facts) {
        public Link {
            facts = List.copyOf(facts);
        }
    }

    /**
     * A fact of the data.
     *
     * @param origin name of its {@link io.sandtable.model.Origin}
     * @param source file, row and day, or that there is none
     */
    record Fact(String text, String origin, String source) {}

    /** Another plan of the same answer in which the order comes earlier. */
    record Otherwise(String text, String address) {}

    /** The postings on one account. */
    record AccountLine(String account, String amount, String lines, String address) {}

    /** A late or short order. */
    record OrderLine(
            String number, String customer, String due, String delivered, String late, String reason, String address) {}
}
