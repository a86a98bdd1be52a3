package io.sandtable.rules;

/** On which side of its value a limit lies. */
public enum Comparison {
    LE("不超过", "at most"),
    GE("不低于", "at least"),
    LT("低于", "less than"),
    GT("高于", "more than"),
    EQ("等于", "exactly");

    private final Wording words;

    Comparison(String zh, String en) {
        this.words = new Wording(zh, en);
    }

    public Wording words() {
        return words;
    }

    /** Whether a figure lies on this side of the value. */
    public boolean holds(double figure, double value) {
        return switch (this) {
            case LE -> figure <= value;
            case GE -> figure >= value;
            case LT -> figure < value;
            case GT -> figure > value;
            case EQ -> figure == value;
        };
    }
}
