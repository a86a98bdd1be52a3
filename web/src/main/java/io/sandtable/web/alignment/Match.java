package io.sandtable.web.alignment;

import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.Node;
import io.sandtable.model.RelationType;
import io.sandtable.model.alignment.Proposal;
import io.sandtable.model.alignment.Reason;
import java.util.Arrays;
import java.util.List;

/**
 * Two things that may be the same, in the roles they would have.
 *
 * @param kept keeps its id and its unit: what is made, else what more hangs on
 * @param score likelihood, 0 to 1
 * @param sure whether it may be taken without asking
 */
public record Match(Node kept, Node other, double score, boolean sure, List<Reason> reasons) {
    static Match of(Proposal proposal, BusinessSnapshot stored) {
        Node first = stored.node(proposal.first().id());
        Node second = stored.node(proposal.second().id());
        boolean swap = weight(second) > weight(first);
        return new Match(
                swap ? second : first, swap ? first : second, proposal.score(), proposal.sure(), proposal.reasons());
    }

    private static int weight(Node node) {
        int made = isMade(node) ? 1_000_000 : 0;
        return made
                + Arrays.stream(RelationType.values())
                        .mapToInt(type -> node.in(type).size() + node.out(type).size())
                        .sum();
    }

    static boolean isMade(Node node) {
        return !node.in(RelationType.YIELDS).isEmpty();
    }
}
