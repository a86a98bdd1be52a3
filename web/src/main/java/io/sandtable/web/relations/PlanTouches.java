package io.sandtable.web.relations;

import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.plan.Plan.Lot;
import io.sandtable.simulation.plan.Plan.Operation;
import io.sandtable.simulation.plan.Plan.Take;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.PlanningProblem.Demand;
import io.sandtable.simulation.scenario.PlanningProblem.Investment;
import io.sandtable.simulation.scenario.PlanningProblem.Item;
import io.sandtable.simulation.scenario.PlanningProblem.Offer;
import io.sandtable.simulation.scenario.PlanningProblem.Routing;
import io.sandtable.simulation.scenario.PlanningProblem.Step;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a plan makes use of: the orders it delivers and their customers, what is made, taken and bought for them, and by whom and on what.
 *
 * @param start what it delivers most often
 * @param ids of the things in the graph; what a question adds of its own is in none
 */
record PlanTouches(String start, Set<String> ids) {
    PlanTouches {
        ids = Set.copyOf(ids);
    }

    static PlanTouches of(PlanningProblem problem, Plan plan) {
        Map<Integer, Long> deliveries = plan.deliveries().stream()
                .collect(Collectors.groupingBy(
                        delivery -> problem.demands().get(delivery.demand()).item(),
                        TreeMap::new,
                        Collectors.counting()));
        String start = deliveries.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(most -> problem.items().get(most.getKey()).id())
                .orElse("");
        return new PlanTouches(start, new Collected(problem).all(plan));
    }

    /** Ids on their way in. */
    private static final class Collected {
        private final PlanningProblem problem;
        private final Set<String> ids = new HashSet<>();

        Collected(PlanningProblem problem) {
            this.problem = problem;
        }

        Set<String> all(Plan plan) {
            plan.deliveries().forEach(delivery -> demand(problem.demands().get(delivery.demand())));
            plan.lots().forEach(this::lot);
            plan.takes().forEach(this::take);
            plan.purchases().forEach(purchase -> offer(problem.offers().get(purchase.offer())));
            plan.investments().forEach(i -> investment(problem.investments().get(i)));
            ids.remove("");
            return ids;
        }

        private void demand(Demand demand) {
            ids.add(demand.id());
            ids.add(demand.customer());
            item(demand.item());
        }

        private void item(int index) {
            Item item = problem.items().get(index);
            ids.add(item.id());
            if (item.family() != null) {
                ids.add(item.family());
            }
        }

        private void lot(Lot lot) {
            Routing routing = problem.routings().get(lot.routing());
            ids.add(routing.id());
            item(lot.item());
            for (Operation operation : lot.operations()) {
                operation(operation, routing.steps().get(operation.step()));
            }
        }

        /** Machines and tools behind the last index are those of investments, which are named by themselves. */
        private void operation(Operation operation, Step step) {
            ids.add(step.process());
            if (within(operation.machine(), problem.machines())) {
                ids.add(problem.machines().get(operation.machine()).id());
                energy(problem.machines().get(operation.machine()).energy());
            }
            if (within(operation.tool(), problem.tools())) {
                ids.add(problem.tools().get(operation.tool()).id());
            }
            if (operation.subcontract() >= 0) {
                ids.add(step.subcontracts().get(operation.subcontract()).supplier());
            }
            operation.crews().forEach(crew -> ids.add(problem.crews().get(crew).id()));
            step.coproducts().forEach(coproduct -> item(coproduct.item()));
            energy(step.energy());
        }

        private void energy(int index) {
            if (within(index, problem.energies())) {
                ids.add(problem.energies().get(index).id());
            }
        }

        private static boolean within(int index, List<?> list) {
            return index >= 0 && index < list.size();
        }

        private void take(Take take) {
            item(take.item());
            switch (take.source()) {
                case STOCK -> ids.add(problem.stocks().get(take.index()).id());
                case RECEIPT -> {
                    ids.add(problem.receipts().get(take.index()).id());
                    ids.add(problem.receipts().get(take.index()).supplier());
                }
                case PURCHASE, LOT -> {
                    // named by themselves
                }
            }
        }

        private void offer(Offer offer) {
            ids.add(offer.supplier());
            item(offer.item());
        }

        private void investment(Investment investment) {
            ids.add(investment.equipment());
            ids.add(investment.supplier());
        }
    }
}
