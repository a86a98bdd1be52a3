package io.sandtable.web.difference;

import io.sandtable.simulation.difference.Difference;
import io.sandtable.web.Figures;
import io.sandtable.web.Words;
import java.util.List;

/**
 * Why a plan earns more or less than another, in short.
 *
 * @param drivers that do most, the largest first
 * @param address where all of it is
 */
public record Gap(String sentence, List<Line> drivers, String address) {
    private static final int SHOWN = 6;

    public Gap {
        drivers = List.copyOf(drivers);
    }

    /** A driver, what it adds or takes away, and where its lines are. */
    public record Line(String name, String effect, String address) {}

    static Gap of(Pair pair, Difference difference, Words words) {
        var said = new DifferenceWords(pair, words);
        var figures = new Figures(words.language());
        return new Gap(
                said.sentence(difference),
                DifferenceWords.largest(difference, SHOWN).stream()
                        .map(d -> new Line(
                                said.driver(d.getKey()),
                                figures.signedMoney(d.getValue()),
                                said.address(pair.figure(), pair.of(), pair.against(), d.getKey())))
                        .toList(),
                said.address(pair.figure(), pair.of(), pair.against(), null));
    }
}
