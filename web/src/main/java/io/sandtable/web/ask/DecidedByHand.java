package io.sandtable.web.ask;

import io.sandtable.simulation.scenario.Intervention;
import io.sandtable.simulation.scenario.PlanningProblem.Demand;
import io.sandtable.web.Figures;
import io.sandtable.web.Language;
import io.sandtable.web.Words;
import java.util.List;
import java.util.Objects;

/**
 * A decision by hand in words.
 *
 * @param said what is decided, {@code reason} why, {@code by} who
 */
public record DecidedByHand(String id, String said, String reason, String by) {
    /** All that the plans of an answer rest on. */
    public static List<DecidedByHand> all(Answer answer, Language language) {
        return answer.question().interventions().stream()
                .map(i -> of(i, answer, language))
                .toList();
    }

    /** One that the answer's orders and machines are meant in, whether it rests on it or not. */
    public static DecidedByHand of(Intervention i, Answer answer, Language language) {
        String order = answer.problem().demands().stream()
                .filter(d -> d.id().equals(i.order()))
                .map(Demand::number)
                .findFirst()
                .orElse(i.order());
        String said = Words.in(language)
                .say(
                        "byhand.said." + InterventionJson.name(i.kind()),
                        order,
                        name(i.operation(), answer, language),
                        place(i, answer, language),
                        new Figures(language).date(i.start()),
                        Integer.toString(Math.max(1, i.lot())));
        return new DecidedByHand(i.id(), said, i.reason(), Objects.requireNonNullElse(i.by(), ""));
    }

    private static String place(Intervention i, Answer answer, Language language) {
        if (i.place() == null) {
            return "";
        }
        boolean bought = i.place().startsWith("+");
        String[] idAndUnit = (bought ? i.place().substring(1) : i.place()).split("#", 2);
        return name(idAndUnit[0], answer, language)
                + (idAndUnit.length > 1 ? " " + idAndUnit[1] + "#" : "")
                + (bought ? language.choose("（新购）", " (bought)") : "");
    }

    private static String name(String id, Answer answer, Language language) {
        return answer.snapshot()
                .findNode(id)
                .map(node -> language.choose(node.name(), node.nameEn()))
                .orElse(id);
    }
}
