package io.sandtable.web.ripple;

import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.Node;
import io.sandtable.model.NodeType;
import io.sandtable.model.ripple.RippleGraph;
import io.sandtable.model.ripple.Touched;
import io.sandtable.rules.SaidText;
import io.sandtable.simulation.evaluate.Evaluation;
import io.sandtable.simulation.plan.Levers;
import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.ripple.Beginning;
import io.sandtable.simulation.ripple.Consequences;
import io.sandtable.simulation.ripple.Overhauls;
import io.sandtable.simulation.ripple.Overhauls.Overhaul;
import io.sandtable.simulation.ripple.Response;
import io.sandtable.simulation.ripple.Responses;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.PlanningProblem.Demand;
import io.sandtable.simulation.scenario.Scenario;
import io.sandtable.web.Language;
import io.sandtable.web.Progress;
import io.sandtable.web.api.Refusal;
import io.sandtable.web.ask.AskQuestion;
import io.sandtable.web.ask.PlanSearch;
import io.sandtable.web.ask.Question;
import io.sandtable.web.ask.Understood;
import io.sandtable.web.inquiry.Asking;
import io.sandtable.web.inquiry.InquiryRefused;
import io.sandtable.web.inquiry.InquiryRefused.Code;
import io.sandtable.web.settings.SimulationSettings;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** understand → what hangs on it → when it hits → what could be done, each at the price of a quick plan. Nothing is stored. */
@Component
public class AskRipple {
    private final AskQuestion ask;
    private final PlanSearch search;
    private final SimulationSettings settings;

    AskRipple(AskQuestion ask, PlanSearch search, SimulationSettings settings) {
        this.ask = ask;
        this.search = search;
        this.settings = settings;
    }

    /**
     * What the sentence was understood to say; nothing is followed yet.
     *
     * @throws InquiryRefused where there is no sentence, or too long a one, or the day is years away from the data
     */
    public Understood understand(
            String company, String sentence, @Nullable LocalDate asOf, Language language, Progress progress) {
        String said = SaidText.of(sentence).strip();
        if (said.isEmpty()) {
            throw new InquiryRefused(Code.EMPTY);
        }
        if (said.length() > Asking.LONGEST_TEXT) {
            throw new InquiryRefused(
                    Code.TOO_LONG, Integer.toString(said.length()), Integer.toString(Asking.LONGEST_TEXT));
        }
        Understood understood =
                ask.understand(new Question(company, List.of(said), asOf, language, settings.seed()), progress);
        Asking.requireNear(understood.asOf(), understood.company().asOf());
        return understood;
    }

    /**
     * What hangs on it, and what becomes of the orders when nobody does anything.
     *
     * @throws Refusal where something in the sentence is open, or it names nothing that a change could start from
     * @throws io.sandtable.simulation.scenario.ConditionRefused where no plan could obey it
     */
    public RippleAnswer follow(Understood understood, Progress progress) {
        if (!understood.isAccepted()) {
            throw new NotUnderstood(understood);
        }
        BusinessSnapshot snapshot = understood.snapshot();
        Scenario changed = ask.scenario(understood, "");
        Beginning beginning = Beginning.of(snapshot, changed.conditions());
        if (beginning.things().isEmpty()) {
            throw Refusal.badInput("RIPPLE_NOWHERE", understood.question().text());
        }
        progress.begins("ripple");
        List<Touched> touched = RippleGraph.of(snapshot, understood.asOf())
                .from(beginning.things())
                .touched();
        progress.begins("compile");
        PlanningProblem before = unchanged(changed).compile();
        PlanningProblem after = changed.compile();
        progress.begins("plans");
        boolean comparable = ids(before).equals(ids(after));
        Evaluation today = search.today(before);
        Evaluation doNothing =
                comparable ? search.carryOn(after, Levers.today(), today.plan(), changed.seed()) : search.today(after);
        var consequences = new Consequences(before, today.plan(), after, doNothing.plan());
        List<Overhaul> overhauls = Overhauls.of(overhauls(touched), before, today.plan(), consequences);
        return new RippleAnswer(
                understood,
                beginning.things(),
                touched,
                new FirstDates(touched, consequences, overhauls),
                consequences,
                overhauls,
                changed,
                today,
                doNothing,
                comparable);
    }

    /** What could be done about it and helps, what serves the customers best first; other promises come last. */
    public List<PricedResponse> price(RippleAnswer answer, Progress progress) {
        progress.begins("price");
        return Responses.to(answer.scenario(), answer.consequences()).stream()
                .map(response -> price(answer, response))
                .filter(priced -> priced.helps(answer))
                .sorted(Comparator.comparing(
                                (PricedResponse priced) -> priced.response().kind() == Response.Kind.RE_PROMISE)
                        .thenComparingInt(PricedResponse::missed)
                        .thenComparingLong(PricedResponse::lateDays)
                        .thenComparing(PricedResponse::cost))
                .toList();
    }

    private PricedResponse price(RippleAnswer answer, Response response) {
        PlanningProblem problem = response.scenario().compile();
        boolean fromToday = answer.comparable() && response.from() == Response.Start.TODAY;
        Plan start = (fromToday ? answer.today() : answer.doNothing()).plan();
        Evaluation evaluation = search.carryOn(
                problem, response.levers(), start, answer.scenario().seed());
        return PricedResponse.of(answer, response, problem, evaluation);
    }

    private static Scenario unchanged(Scenario changed) {
        return new Scenario(changed.snapshot(), changed.asOf(), changed.horizonDays(), changed.seed());
    }

    private static List<String> ids(PlanningProblem problem) {
        return problem.demands().stream().map(Demand::id).toList();
    }

    private static List<Node> overhauls(List<Touched> touched) {
        return touched.stream()
                .map(Touched::node)
                .filter(node -> node.type() == NodeType.WORK_ORDER)
                .toList();
    }
}
