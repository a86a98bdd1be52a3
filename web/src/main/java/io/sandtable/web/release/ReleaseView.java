package io.sandtable.web.release;

import io.sandtable.model.Money;
import io.sandtable.web.Language;
import io.sandtable.web.Words;
import io.sandtable.web.api.Refusal;
import io.sandtable.web.decide.Act;
import io.sandtable.web.decide.Decisions;
import io.sandtable.web.decide.KeptDecision;
import io.sandtable.web.decide.KeptRelease;
import io.sandtable.web.people.Person;
import io.sandtable.web.table.CsvCells;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A release for its page.
 *
 * @param release null where none stands
 * @param act what can be done now: release, recall, send_again, or null
 * @param why why this person may not, null where she may
 * @param tables what the files hold, cut after so many rows
 * @param bought purchase and subcontract orders with their sums
 * @param mandates that hold, while nothing is released
 * @param webhook whether there is one
 * @param delivery null where nothing is to be sent
 */
record ReleaseView(
        KeptDecision decision,
        @Nullable KeptRelease release,
        @Nullable String act,
        @Nullable String why,
        List<Shown> tables,
        int bought,
        Money sum,
        List<Covered> mandates,
        boolean webhook,
        Deliveries.@Nullable Delivery delivery) {
    /** A mandate that holds, and what keeps it from covering the plan; where nothing does, the service releases by itself. */
    record Covered(String id, List<String> limits) {}

    private static final int ROWS = 50;

    /** @param numeric whether it holds nothing but numbers */
    record Column(String head, boolean numeric) {}

    /** The beginning of a table; {@code count} is of all its rows. */
    record Shown(String name, List<Column> columns, List<List<String>> rows, int count) {
        static Shown of(OrderTable table) {
            return new Shown(
                    table.name(),
                    IntStream.range(0, table.heads().size())
                            .mapToObj(c -> new Column(table.heads().get(c), isNumeric(table, c)))
                            .toList(),
                    table.rows().stream()
                            .limit(ROWS)
                            .map(row -> row.stream().map(CsvCells::plain).toList())
                            .toList(),
                    table.rows().size());
        }

        private static boolean isNumeric(OrderTable table, int column) {
            return !table.rows().isEmpty() && table.rows().stream().allMatch(row -> row.get(column) instanceof Number);
        }

        public boolean isCut() {
            return count > rows.size();
        }
    }

    static ReleaseView of(
            KeptDecision decision,
            Releases releases,
            Decisions decisions,
            Deliveries deliveries,
            Person person,
            Language language) {
        Orders orders = releases.orders(decision.number());
        Act act = act(decision, deliveries.isOn());
        return new ReleaseView(
                decision,
                decisions.findRelease(decision.number()).orElse(null),
                act == null ? null : act.code(),
                act == null
                        ? null
                        : decisions
                                .why(decision, act, person)
                                .map(refusal -> words(refusal, language))
                                .orElse(null),
                releases.tables(orders).stream().map(Shown::of).toList(),
                orders.bought().size(),
                orders.sum(),
                act == Act.RELEASE ? releases.covered(decision, orders, Words.in(language)) : List.of(),
                deliveries.isOn(),
                deliveries.find(decision.number()).orElse(null));
    }

    private static @Nullable Act act(KeptDecision decision, boolean webhook) {
        return switch (decision.state()) {
            case APPROVED, RECALLED -> Act.RELEASE;
            case RELEASED -> Act.RECALL;
            case ISSUED -> webhook ? Act.SEND_AGAIN : null;
            case PROPOSED, DELIVERED, RETURNED, WITHDRAWN -> null;
        };
    }

    static String words(Refusal refusal, Language language) {
        return Words.in(language)
                .say("problem." + refusal.code(), refusal.arguments().toArray());
    }
}
