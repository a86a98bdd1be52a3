package io.sandtable.model.alignment;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /** Reasons as one text that a relation can carry; the weights are not in it, the score says what they came to. */
    public static String write(List<Reason> reasons) {
        return reasons.stream()
                .map(reason -> Stream.concat(
                                Stream.of(reason.code().name()),
                                reason.arguments().stream()
                                        .map(a -> a.replace('|', '/').replace(';', ',')))
                        .collect(Collectors.joining("|")))
                .collect(Collectors.joining(";"));
    }

    /** Reads what {@link #write} wrote; what is none of our reasons, such as a person's own words, is left out. */
    public static List<Reason> read(String text) {
        return Arrays.stream(text.split(";"))
                .map(part -> List.of(part.split("\\|", -1)))
                .filter(words -> Arrays.stream(Code.values())
                        .anyMatch(code -> code.name().equals(words.getFirst())))
                .map(words -> new Reason(Code.valueOf(words.getFirst()), 0, words.subList(1, words.size())))
                .toList();
    }

    static Reason of(Code code, double weight, String... arguments) {
        return new Reason(code, weight, List.of(arguments));
    }
}
