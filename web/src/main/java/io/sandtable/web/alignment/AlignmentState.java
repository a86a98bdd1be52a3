package io.sandtable.web.alignment;

import io.sandtable.model.alignment.UnitCost;
import java.util.List;

/**
 * What is known of a company's things that its sources list twice.
 *
 * @param matches proposals that nobody decided on, the surest first
 * @param links what was found to be the same
 * @param refused what a person said is not
 * @param unitCosts purchases and lots whose unit another source counts otherwise, booked against recalculated
 */
public record AlignmentState(
        String company,
        long revision,
        List<Match> matches,
        List<Judgement> links,
        List<Judgement> refused,
        List<UnitCost> unitCosts) {
    public AlignmentState {
        matches = List.copyOf(matches);
        links = List.copyOf(links);
        refused = List.copyOf(refused);
        unitCosts = List.copyOf(unitCosts);
    }

    /** Those that may be taken without asking. */
    public List<Match> sure() {
        return matches.stream().filter(Match::sure).toList();
    }

    /** Those that a person should look at. */
    public List<Match> unsure() {
        return matches.stream().filter(match -> !match.sure()).toList();
    }

    /** What all the prices of wrong units come to, CNY: booked less recalculated. */
    public double mistakenTotal() {
        return unitCosts.stream()
                .filter(cost -> cost.mistaken().isPresent())
                .mapToDouble(UnitCost::difference)
                .sum();
    }
}
