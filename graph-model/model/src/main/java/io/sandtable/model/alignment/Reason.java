package io.sandtable.model.alignment;

import java.util.List;

/**
 * One piece of evidence for or against two things being the same; the bundles word it by its code.
 *
 * @param weight what it adds to the score's logarithm of odds
 */
public record Reason(Code code, double weight, List<String> arguments) {
    public enum Code {
        CODE_EQUAL,
        CODE_NEAR,
        CODE_NAMED,
        NAME_EQUAL,
        NAME_SOUNDS,
        NAME_CONTAINED,
        NAME_SIMILAR,
        NAME_OTHER,
        NAME_RARE,
        HEAD_OTHER,
        SPEC_EQUAL,
        SPEC_PARTLY,
        SPEC_CONFLICT,
        UNIT_EQUAL,
        UNIT_CONVERTS,
        UNIT_UNKNOWN,
        PRICE_NEAR,
        PRICE_APART,
        PRICE_FAR,
        RIVAL
    }

    public Reason {
        arguments = List.copyOf(arguments);
    }

    static Reason of(Code code, double weight, String... arguments) {
        return new Reason(code, weight, List.of(arguments));
    }
}
