package io.sandtable.simulation.correction;

import io.sandtable.simulation.evaluate.Evaluation;
import java.util.List;

/**
 * Must-rules that are given up so that all others can be kept.
 *
 * @param rules ids of the rules, at least one
 * @param best of the plans found that keep all other must-rules, the one with the fewest orders late or short, of these the one that earns
 *     most; it tells what the correction costs and brings
 */
public record Correction(List<String> rules, Evaluation best) {
    public Correction {
        rules = List.copyOf(rules);
    }
}
