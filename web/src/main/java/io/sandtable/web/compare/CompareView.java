package io.sandtable.web.compare;

import io.sandtable.web.ask.DecidedByHand;
import io.sandtable.web.ask.LateOrder;
import io.sandtable.web.difference.Gap;
import io.sandtable.web.drivers.DriversView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The comparison in words, ready to be written out.
 *
 * @param decided by hand about single steps
 * @param awaited rules that hold once a figure passes a value, with in which of the plans shown they do
 * @param recommendation which plan is recommended, and by which rule
 * @param fewer said where the data offers fewer plans than usual; null otherwise
 * @param noFit said where no plan keeps all must-conditions; null where one does
 * @param cards the baseline first
 * @param table null where cards are shown
 * @param folded names of the figures that are equal in all plans shown, while they are folded away
 * @param others every plan with whether it stands among the cards, where there are too many for all; empty otherwise
 * @param selected the plan that drivers and reasons are about
 */
record CompareView(
        String asked,
        List<DecidedByHand> decided,
        List<Awaited> awaited,
        Recommendation recommendation,
        @Nullable String fewer,
        @Nullable NoFit noFit,
        List<Card> cards,
        @Nullable Table table,
        List<String> folded,
        List<Other> others,
        Selected selected,
        String shares,
        Addresses addresses) {

    /** A rule that waits for a figure: in which plans it holds, and what each of them says of it. */
    record Awaited(String said, List<Held> plans) {}

    /** Whether such a rule holds in a plan, and from when or why not. */
    record Held(String plan, boolean held, String said) {}

    /** The plan that the rule of preference puts first. */
    record Recommendation(String title, String reason) {}

    /**
     * The answer where no plan keeps all must-conditions.
     *
     * @param releases the smallest that make one of the plans found keep them, the smallest first
     * @param lifts what lifting a rule on purpose brings
     */
    record NoFit(String text, List<String> releases, List<String> lifts) {
        NoFit {
            releases = List.copyOf(releases);
            lifts = List.copyOf(lifts);
        }
    }

    /**
     * One plan.
     *
     * @param label the letter, or the word for today's plan
     * @param key that selects it, null for none
     * @param baseline whether differences are counted from it
     * @param decide address of its choice, null where there is nothing to choose
     * @param against address that makes it the baseline, null where it is
     */
    record Card(
            String letter,
            String label,
            String name,
            @Nullable String key,
            boolean baseline,
            boolean recommended,
            boolean selected,
            String select,
            Status status,
            @Nullable String preferences,
            List<Row> rows,
            String why,
            int missed,
            String detail,
            @Nullable String decide,
            @Nullable String against) {}

    /** Whether conditions are kept, in words; kind broken or met. */
    record Status(String kind, String text, @Nullable String detail) {}

    /** A figure of a card. */
    record Row(
            String id,
            String label,
            String value,
            @Nullable String difference,
            @Nullable String note,
            String why) {}

    /** All figures of all plans. */
    record Table(List<Column> columns, List<Line> lines) {}

    /** A figure; state none, ascending or descending. */
    record Column(String label, @Nullable String unit, String address, String state) {}

    /** A plan. */
    record Line(
            String letter,
            String label,
            String name,
            String select,
            boolean baseline,
            Status status,
            List<Cell> cells) {}

    /** A figure of a plan. */
    record Cell(String id, String value, @Nullable String difference, String why) {}

    /** A plan that can be picked. */
    record Other(String letter, String title, String status, boolean broken, String figures, boolean shown) {}

    /**
     * What stands below the cards.
     *
     * @param drivers null where nobody has asked for this plan's yet
     * @param gap to the baseline, null of the baseline itself
     * @param late the first of its late or short orders
     */
    record Selected(
            String letter,
            String title,
            String drivers,
            @Nullable DriversView tornado,
            @Nullable Gap gap,
            List<Late> late,
            int lateCount,
            String why,
            @Nullable String decide) {}

    /** A late or short order with the address of its reason. */
    record Late(LateOrder order, String due, String delivered, String reason, String why) {}

    /** Where the page's links lead. */
    record Addresses(
            String cards,
            String table,
            String differences,
            String all,
            String again,
            String whatIf,
            String usualBaseline) {}
}
