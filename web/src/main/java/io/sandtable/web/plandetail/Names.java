package io.sandtable.web.plandetail;

import io.sandtable.model.Attributes;
import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.NodeType;
import io.sandtable.simulation.evaluate.Account;
import io.sandtable.simulation.plan.Plan.Lot;
import io.sandtable.simulation.plan.Plan.Operation;
import io.sandtable.simulation.scenario.PlannedRule;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.PlanningProblem.Demand;
import io.sandtable.simulation.scenario.PlanningProblem.Investment;
import io.sandtable.simulation.scenario.PlanningProblem.Machine;
import io.sandtable.simulation.scenario.PlanningProblem.Step;
import io.sandtable.simulation.scenario.PlanningProblem.Tool;
import io.sandtable.web.Language;
import java.util.List;

/** What the things of a problem are called in the language of the page. */
public final class Names {
    private final BusinessSnapshot snapshot;
    private final PlanningProblem problem;
    private final Language language;
    private final List<Investment> machinesForSale;
    private final List<Investment> toolsForSale;

    public Names(BusinessSnapshot snapshot, PlanningProblem problem, Language language) {
        this.snapshot = snapshot;
        this.problem = problem;
        this.language = language;
        this.machinesForSale =
                problem.investments().stream().filter(i -> i.machine() >= 0).toList();
        this.toolsForSale =
                problem.investments().stream().filter(i -> i.tool() >= 0).toList();
    }

    /** A thing of the graph by its id. */
    public String of(String id, String fallback) {
        return snapshot.findNode(id)
                .map(node -> language.choose(node.name(), node.nameEn()))
                .orElse(fallback);
    }

    /** The source's own code of a thing; without one what stands behind the prefix of its id, which is what our mappings make ids of. */
    public String code(String id) {
        return snapshot.findNode(id)
                .flatMap(node -> node.findText(Attributes.CODE))
                .orElseGet(() -> id.substring(id.indexOf('-') + 1));
    }

    public String item(int item) {
        PlanningProblem.Item thing = problem.items().get(item);
        return of(thing.id(), thing.name());
    }

    /** An account's word, beginning with a capital in English. */
    public String account(Account account) {
        return LedgerLines.name(account, language);
    }

    public String customer(Demand demand) {
        return of(demand.customer(), demand.customerName());
    }

    /** A machine by the index that plans use; one that the plan buys says so. */
    public String machine(int machine) {
        int own = problem.machines().size();
        if (machine >= own) {
            return bought(machinesForSale.get(machine - own));
        }
        Machine thing = problem.machines().get(machine);
        String unit = thing.name().matches(".* \\d+#") ? thing.name().replaceFirst(".* (\\d+)#", " $1#") : "";
        return of(thing.id(), thing.name().substring(0, thing.name().length() - unit.length())) + unit;
    }

    /** The crews of an operation, each once. */
    List<String> crews(Operation op) {
        return op.crews().stream()
                .map(problem.crews()::get)
                .map(crew -> of(crew.id(), crew.name()))
                .distinct()
                .toList();
    }

    /** A tool by the index that plans use; one that the plan buys says so. */
    public String tool(int tool) {
        int own = problem.tools().size();
        if (tool >= own) {
            return bought(toolsForSale.get(tool - own));
        }
        Tool thing = problem.tools().get(tool);
        return of(thing.id(), thing.name());
    }

    private String bought(Investment investment) {
        return of(investment.equipment(), investment.name()) + language.choose("（新购）", " (bought)");
    }

    Step step(Lot lot, int step) {
        return problem.routings().get(lot.routing()).steps().get(step);
    }

    String operation(Lot lot, int step) {
        Step thing = step(lot, step);
        return of(thing.process(), thing.name());
    }

    /** The machine, or the subcontractor, that does an operation. */
    String resource(Lot lot, Operation op) {
        if (op.machine() >= 0) {
            return machine(op.machine());
        }
        PlanningProblem.Subcontract by = step(lot, op.step()).subcontracts().get(op.subcontract());
        return of(by.supplier(), by.supplierName());
    }

    /** What a reason is about: a thing of the graph, a condition in its own words, or else what it is called. */
    String reason(String id) {
        String said = problem.rules().stream()
                .filter(r -> r.id().equals(id))
                .map(PlannedRule::text)
                .findFirst()
                .orElse(id);
        return snapshot.findNode(id)
                .filter(node -> node.type() != NodeType.RULE)
                .map(node -> language.choose(node.name(), node.nameEn()))
                .orElse(said);
    }
}
