package io.sandtable.model.alignment;

/** Two ids, whichever was named first. */
public record Pair(String one, String other) {
    public static Pair of(String a, String b) {
        return a.compareTo(b) <= 0 ? new Pair(a, b) : new Pair(b, a);
    }
}
