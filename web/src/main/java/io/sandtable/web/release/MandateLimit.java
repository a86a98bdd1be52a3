package io.sandtable.web.release;

import io.sandtable.model.Money;
import io.sandtable.web.Figures;
import io.sandtable.web.Words;
import io.sandtable.web.decide.KeptDecision;
import io.sandtable.web.mandate.Mandate;
import io.sandtable.web.release.Orders.Bought;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What keeps a mandate from covering a plan. */
sealed interface MandateLimit {
    /** In words, with what would be allowed. */
    String in(Words words);

    /** The plan breaks a must rule: somebody has to answer for that. */
    record BrokenRule() implements MandateLimit {
        @Override
        public String in(Words words) {
            return words.say("mandate.limit.rule");
        }
    }

    /** Orders with suppliers it does not name. */
    record Supplier(List<String> names) implements MandateLimit {
        private static final int NAMED = 3;

        @Override
        public String in(Words words) {
            return words.say(
                    "mandate.limit.supplier",
                    names.stream()
                            .limit(NAMED)
                            .collect(Collectors.joining(words.language().choose("、", ", "))),
                    names.size());
        }
    }

    /** The largest order above what one may come to, and how many such there are. */
    record Order(Bought largest, int count, Money limit) implements MandateLimit {
        @Override
        public String in(Words words) {
            var figures = new Figures(words.language());
            return words.say(
                    "mandate.limit.order",
                    largest.order(),
                    figures.exactYuan(largest.amount()),
                    figures.exactYuan(limit),
                    count);
        }
    }

    /** All of them, above what is left of the month's sum. */
    record Month(Money sum, Money left) implements MandateLimit {
        @Override
        public String in(Words words) {
            var figures = new Figures(words.language());
            return words.say("mandate.limit.month", figures.exactYuan(sum), figures.exactYuan(left));
        }
    }

    /**
     * All limits that the orders of a decision exceed.
     *
     * @param used of the month's sum
     */
    static List<MandateLimit> exceeded(Mandate mandate, Money used, KeptDecision decision, Orders orders) {
        var limits = new ArrayList<MandateLimit>();
        if (!decision.compliant()) {
            limits.add(new BrokenRule());
        }
        List<Bought> bought = orders.bought();
        List<String> others = bought.stream()
                .filter(b -> !mandate.suppliers().contains(b.supplierId()))
                .map(Bought::supplier)
                .distinct()
                .toList();
        if (!others.isEmpty()) {
            limits.add(new Supplier(others));
        }
        List<Bought> large = bought.stream()
                .filter(b -> b.amount().compareTo(mandate.perOrder()) > 0)
                .sorted((a, b) -> b.amount().compareTo(a.amount()))
                .toList();
        if (!large.isEmpty()) {
            limits.add(new Order(large.getFirst(), large.size(), mandate.perOrder()));
        }
        Money left = mandate.perMonth().minus(used);
        if (orders.sum().compareTo(left) > 0) {
            limits.add(new Month(orders.sum(), left));
        }
        return limits;
    }
}
