package io.sandtable.bench.alignment;

import io.sandtable.model.alignment.Pair;
import io.sandtable.model.alignment.Proposal;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What an alignment found of the truth. */
record Found(Set<Pair> same, Set<Pair> sure, Set<Pair> asked) {
    static Found of(Set<Pair> same, List<Proposal> proposals) {
        return new Found(
                same,
                proposals.stream().filter(Proposal::sure).map(Proposal::pair).collect(Collectors.toSet()),
                proposals.stream().map(Proposal::pair).collect(Collectors.toSet()));
    }

    /** Of those taken without asking, the share that is right. */
    double precision() {
        return sure.isEmpty()
                ? 1
                : (double) sure.stream().filter(same::contains).count() / sure.size();
    }

    /** Of those that are the same, the share that was found, the questions counted. */
    double recall() {
        return (double) same.stream().filter(asked::contains).count() / same.size();
    }

    /** Of those that are the same, the share that was taken without asking. */
    double recallUnasked() {
        return (double) same.stream().filter(sure::contains).count() / same.size();
    }
}
