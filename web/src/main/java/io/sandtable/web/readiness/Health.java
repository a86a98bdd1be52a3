package io.sandtable.web.readiness;

import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.Node;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** What is doubtful in a company's data on its day, in the order of {@link Check}; and the books it starts from. */
record Health(List<Finding> findings, OpeningBalance opening) {
    private static final int EXAMPLES = 3;

    /**
     * One doubt, and the things that it is about.
     *
     * @param of how many things of their kind there are
     */
    record Finding(Check check, int count, int of, List<Node> examples) {}

    static Health of(BusinessSnapshot snapshot, LocalDate day) {
        return new Health(
                Stream.of(Check.values())
                        .map(check -> finding(check, snapshot, day))
                        .filter(finding -> finding.count() > 0)
                        .toList(),
                OpeningBalance.of(snapshot));
    }

    private static Finding finding(Check check, BusinessSnapshot snapshot, LocalDate day) {
        List<Node> all = snapshot.nodes(check.about());
        List<Node> doubtful = all.stream().filter(check.doubts(snapshot, day)).toList();
        return new Finding(
                check,
                doubtful.size(),
                all.size(),
                doubtful.stream().limit(EXAMPLES).toList());
    }
}
