package io.sandtable.model.ripple;

import io.sandtable.model.Node;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that a change touches. The way to it is kept step by step, so that things share what they have in common.
 *
 * @param handsOn whether what hangs on it is touched too; false for what stands beside: substitutes, stock, energy, policies
 * @param last the step that leads to it
 * @param before what that step comes from; null where that is a changed thing
 */
public record Touched(boolean handsOn, Hop last, @Nullable Touched before) {
    /** Those at the end of each step of a way. */
    public static List<Touched> along(List<Hop> way) {
        var things = new ArrayList<Touched>();
        Touched before = null;
        for (Hop hop : way) {
            before = new Touched(true, hop, before);
            things.add(before);
        }
        return things;
    }

    public Node node() {
        return last.to();
    }

    /** A shortest way from the changed thing, first step first. */
    public List<Hop> path() {
        var path = new ArrayList<Hop>();
        for (Touched thing = this; thing != null; thing = thing.before) {
            path.add(thing.last);
        }
        return path.reversed();
    }

    /** How many relations lie between it and what changed. */
    public int hops() {
        return before == null ? 1 : before.hops() + 1;
    }

    @Override
    public String toString() {
        return path().toString();
    }
}
