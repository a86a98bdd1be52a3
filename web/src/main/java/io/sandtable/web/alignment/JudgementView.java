package io.sandtable.web.alignment;

import io.sandtable.model.Attributes;
import io.sandtable.model.Node;
import io.sandtable.web.Words;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A link or a refusal in a list.
 *
 * @param trouble why a link joins nothing, in words; null where it is obeyed
 */
public record JudgementView(
        String keptId,
        String otherId,
        String kept,
        String other,
        boolean automatic,
        String by,
        LocalDate day,
        String note,
        List<String> reasons,
        @Nullable String trouble) {
    static JudgementView of(Judgement judgement, Words words) {
        return new JudgementView(
                judgement.kept().id(),
                judgement.other().id(),
                named(judgement.kept()),
                named(judgement.other()),
                judgement.automatic(),
                judgement.by(),
                judgement.day(),
                judgement.note(),
                ReasonWords.of(judgement.reasons(), words),
                judgement
                        .trouble()
                        .map(why -> words.say(
                                "alignment.trouble." + why, named(judgement.kept()), named(judgement.other())))
                        .orElse(null));
    }

    private static String named(Node node) {
        return node.name()
                + node.findText(Attributes.UNIT).map(unit -> " (" + unit + ")").orElse("");
    }
}
