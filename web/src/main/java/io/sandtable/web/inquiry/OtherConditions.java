package io.sandtable.web.inquiry;

import java.util.List;

/**
 * What was said in one question and not in another, and the other way round. A condition is the same where it was understood the same, in
 * whatever words.
 *
 * @param here of the one alone, {@code there} of the other alone
 */
public record OtherConditions(List<Chip> here, List<Chip> there) {
    public OtherConditions {
        here = List.copyOf(here);
        there = List.copyOf(there);
    }

    public static OtherConditions between(Inquiry one, Inquiry other) {
        return new OtherConditions(without(one, other), without(other, one));
    }

    public boolean isEmpty() {
        return here.isEmpty() && there.isEmpty();
    }

    private static List<Chip> without(Inquiry one, Inquiry other) {
        return one.chips().stream()
                .filter(chip -> other.chips().stream().noneMatch(chip::saysTheSameAs))
                .toList();
    }
}
