package io.sandtable.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.rules.LabelledSentences.Labelled;
import io.sandtable.rules.LabelledSentences.Verdict;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much of what managers say is read; what is printed stands in docs/reference/benchmarks.md. */
class LabelledSentencesTest {
    /** Prints each sentence that is not read right, but of those held out totals only. */
    private static final boolean SHOWN = Boolean.getBoolean("sandtable.sentences");

    private static final String HELD_OUT = "held-out";

    @ParameterizedTest
    @CsvSource({
        "hoods,98,0.2",
        "pumps,93,0.5",
        "chairs,97,0.5",
        "harness,94,0.5",
        "pcb,93,0.5",
        "garment,97,0.5",
        "food,91,0.5",
        "rubber,95,0.5",
        "cosmetics,83,0.5",
        "furniture,95,0.5",
        "motors,92,1",
        "dyeing,94,0.5",
        "held-out,80,2",
        "held-out-valves,76,2.6",
        "held-out-cartons,84,1"
    })
    void sentences_areReadAsLabelled(String company, double leastRightPercent, double mostSilentlyWrongPercent) {
        List<Labelled> sentences = LabelledSentences.of(company);
        var verdicts = new EnumMap<Verdict, Integer>(Verdict.class);
        Map<String, int[]> byKind = new TreeMap<>();
        for (Labelled sentence : sentences) {
            Understanding understanding = sentence.understood();
            Verdict verdict = sentence.judge(understanding);
            verdicts.merge(verdict, 1, Integer::sum);
            int[] ofKind = byKind.computeIfAbsent(sentence.tags().getFirst(), k -> new int[3]);
            ofKind[0] += verdict == Verdict.RIGHT ? 1 : 0;
            ofKind[1]++;
            ofKind[2] += verdict == Verdict.SILENTLY_WRONG ? 1 : 0;
            if (SHOWN && verdict != Verdict.RIGHT && !company.startsWith(HELD_OUT)) {
                System.out.printf(
                        "%s %s %s%n   %s%n",
                        sentence.id(), verdict, sentence.text(), UnderstandingJson.write(understanding));
            }
        }
        double right = 100.0 * verdicts.getOrDefault(Verdict.RIGHT, 0) / sentences.size();
        double wrong = 100.0 * verdicts.getOrDefault(Verdict.SILENTLY_WRONG, 0) / sentences.size();
        System.out.printf(
                "%s: %d sentences, right %.1f %%, silently wrong %.1f %%; %s%n",
                company, sentences.size(), right, wrong, verdicts);
        byKind.forEach((kind, of) -> System.out.printf(
                "   %s %d of %d%s%n", kind, of[0], of[1], of[2] == 0 ? "" : ", silently wrong " + of[2]));

        assertThat(right).isGreaterThanOrEqualTo(leastRightPercent);
        assertThat(wrong).isLessThanOrEqualTo(mostSilentlyWrongPercent);
    }
}
