package io.sandtable.web.difference;

import io.sandtable.model.Money;
import io.sandtable.web.page.Tab;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A difference in words and numbers.
 *
 * @param sentence made from the numbers: how large it is and what makes most of it
 * @param here heading of what is the plan's that is looked at, {@code there} of the other's
 * @param figures the figures that can be compared
 * @param of the plans that can be looked at, {@code against} those they can be held against
 * @param steps from the one figure to the other, both ends included
 * @param detail of the driver that was chosen, null where none is
 * @param turned address of the same the other way round
 */
record DifferenceView(
        String title,
        String sentence,
        String here,
        String there,
        List<Tab> figures,
        List<Choice> of,
        List<Choice> against,
        List<Step> steps,
        @Nullable Detail detail,
        String turned) {
    DifferenceView {
        figures = List.copyOf(figures);
        of = List.copyOf(of);
        against = List.copyOf(against);
        steps = List.copyOf(steps);
    }

    /** A plan to choose. */
    record Choice(String letter, String name, boolean chosen) {}

    /**
     * A bar of the bridge.
     *
     * @param total whether it is one of the two figures
     * @param sum of all up to here
     * @param address where its lines are, null for the figures
     */
    record Step(
            String name,
            boolean total,
            Money amount,
            Money sum,
            @Nullable String address,
            boolean chosen) {}

    /**
     * The effects that make a driver.
     *
     * @param formula how an effect is worked out
     * @param measure what stands beside the effects
     * @param more how many are not listed, all smaller than those that are
     */
    record Detail(
            String id, String name, String formula, String measure, List<Line> lines, int more, Postings postings) {
        Detail {
            lines = List.copyOf(lines);
        }
    }

    /** One effect; product and input are empty where it is about none. */
    record Line(String product, String input, String of, String against, Money amount, Postings postings) {}

    /** Addresses of the postings of both plans: those of the figure, and those of what led to it where there are any. */
    record Postings(
            String of,
            String against,
            @Nullable String behindOf,
            @Nullable String behindAgainst) {}
}
