package io.sandtable.store;

import java.util.List;

/** The revisions from where history begins up to now, the newest first. */
record KnownRevisions(List<Revision> list) {
    static KnownRevisions of(List<Revision> newestFirst) {
        int end = 0;
        while (end < newestFirst.size() && !newestFirst.get(end).begins()) {
            end++;
        }
        if (end == newestFirst.size()) {
            throw new IllegalStateException(
                    "The graph's history has no beginning; it must have one since schema version 2. Restore the graph from a backup.");
        }
        return new KnownRevisions(List.copyOf(newestFirst.subList(0, end + 1)));
    }

    /** The one whose state is asked for. */
    Revision find(AsOf asOf) {
        Revision newest = list.getFirst();
        Revision oldest = list.getLast();
        Long number = asOf.revision();
        if (number != null && number > newest.number()) {
            throw new NotInHistory(NotInHistory.Reason.NOT_YET, "revision " + number, oldest, newest);
        }
        return list.stream()
                .filter(r -> number == null || r.number() == number)
                .filter(r -> asOf.knownAt() == null || r.at().isBefore(asOf.knownAt()))
                .findFirst()
                .orElseThrow(() -> new NotInHistory(
                        NotInHistory.Reason.TOO_EARLY,
                        number != null ? "revision " + number : "what it said before " + asOf.knownAt(),
                        oldest,
                        newest));
    }
}
