package io.sandtable.web.graph;

import io.sandtable.model.BusinessSnapshot;
import io.sandtable.store.AsOf;
import io.sandtable.store.Revision;
import java.util.List;

/**
 * What a company's graph says, or said.
 *
 * @param asOf which state was asked for
 * @param revision the one whose state it is
 * @param stored each source's things for themselves
 * @param revisions those that led to it as far as they are known, the newest first
 */
public record GraphState(String company, AsOf asOf, long revision, BusinessSnapshot stored, List<Revision> revisions) {
    public GraphState {
        revisions = List.copyOf(revisions);
    }
}
