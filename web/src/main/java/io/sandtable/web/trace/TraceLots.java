package io.sandtable.web.trace;

import io.sandtable.model.Node;
import io.sandtable.model.trace.Direction;
import io.sandtable.model.trace.Trace;
import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.PlanningProblem.Stock;
import io.sandtable.simulation.scenario.Scenario;
import io.sandtable.simulation.trace.PlannedUses;
import io.sandtable.web.Progress;
import io.sandtable.web.Shelf;
import io.sandtable.web.api.Refusal;
import io.sandtable.web.ask.PlanSearch;
import io.sandtable.web.company.Business;
import io.sandtable.web.company.LoadedCompanies;
import io.sandtable.web.settings.SimulationSettings;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Follows batches through what was recorded, and those in stock through today's plan. Nothing is stored. */
@Component
public class TraceLots {
    private final LoadedCompanies companies;
    private final PlanSearch search;
    private final SimulationSettings settings;
    /** A plan serves all lots of a revision. */
    private final Shelf<String, Today> plans = new Shelf<>(2);

    TraceLots(LoadedCompanies companies, PlanSearch search, SimulationSettings settings) {
        this.companies = companies;
        this.search = search;
        this.settings = settings;
    }

    private record Today(PlanningProblem problem, Plan plan) {}

    /**
     * Where it came from and where it went, as far as it was recorded.
     *
     * @param typed id or code of a lot, a purchase, a work order or an order, or a supplier's batch number
     * @throws Refusal where nothing is called so
     */
    public TraceAnswer follow(String company, String typed, Set<Direction> directions) {
        Business business = companies.business(company);
        List<Node> starts = Trace.find(business.snapshot(), typed);
        if (starts.isEmpty()) {
            throw Refusal.notFound("TRACE_UNKNOWN", typed.strip());
        }
        return new TraceAnswer(
                business,
                typed.strip(),
                starts,
                directions.stream()
                        .sorted()
                        .map(direction -> Trace.of(starts, direction))
                        .toList());
    }

    /** What today's plan makes of the lots that are still there: the open orders, by the lot and the day they are due. */
    public List<PlannedFor> plannedFor(TraceAnswer answer, Progress progress) {
        Set<String> lots = answer.inStock().stream().map(Node::id).collect(Collectors.toCollection(HashSet::new));
        if (lots.isEmpty()) {
            return List.of();
        }
        progress.begins("plans");
        Today today = plans.get(answer.business().snapshot().hash(), () -> today(answer.business()));
        var uses = new PlannedUses(today.plan());
        return today.problem().stocks().stream()
                .filter(stock -> lots.contains(stock.id()))
                .flatMap(stock -> uses.of(stock.index()).stream().map(use -> planned(answer, today, stock, use)))
                .sorted(Comparator.<PlannedFor, Integer>comparing(
                                planned -> planned.lot().index())
                        .thenComparing(planned -> planned.due().orElseThrow())
                        .thenComparing(planned -> planned.order().id()))
                .toList();
    }

    private static PlannedFor planned(TraceAnswer answer, Today today, Stock stock, PlannedUses.Use use) {
        var snapshot = answer.business().snapshot();
        String order = today.problem().demands().get(use.demand()).id();
        return new PlannedFor(snapshot.node(stock.id()), snapshot.node(order), use.quantity());
    }

    /** As a ripple begins: without conditions, constructed and not searched. */
    private Today today(Business business) {
        PlanningProblem problem = new Scenario(
                        business.snapshot(), business.card().asOf(), settings.horizonDays(), settings.seed())
                .compile();
        return new Today(problem, search.today(problem).plan());
    }
}
