package io.sandtable.simulation.scenario;

import static io.sandtable.simulation.scenario.PlanningProblem.DAY;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** An operation of a test: nothing consumed, nowhere to be done until told. */
public final class StepSpec {
    private final List<Function<ProblemBuilder, PlanningProblem.Consumption>> consumptions = new ArrayList<>();
    private final List<Function<ProblemBuilder, PlanningProblem.Coproduct>> coproducts = new ArrayList<>();
    private final List<Function<ProblemBuilder, PlanningProblem.MachineOption>> machines = new ArrayList<>();
    private final List<Function<ProblemBuilder, PlanningProblem.CrewNeed>> people = new ArrayList<>();
    private final List<Function<ProblemBuilder, PlanningProblem.ToolOption>> tools = new ArrayList<>();
    private final List<PlanningProblem.Subcontract> subcontracts = new ArrayList<>();
    private String process;
    private String technology = "";
    private boolean confidential;
    private int waitMinutes;
    private double transferQuantity;
    private int releaseFence;
    private double energyPerUnit;
    private String energy = "";
    private String hours = "";
    private Validity valid = Validity.ALWAYS;

    StepSpec(String process) {
        this.process = process;
    }

    /** The id of the operation, where a rule speaks of it. */
    public StepSpec process(String id) {
        process = id;
        return this;
    }

    public StepSpec technology(String group) {
        technology = group;
        return this;
    }

    public StepSpec confidential() {
        confidential = true;
        return this;
    }

    /** Minutes by the clock until the next step may begin. */
    public StepSpec thenWait(int minutes) {
        waitMinutes = minutes;
        return this;
    }

    /** Goes on to the next step in parts of so many. */
    public StepSpec inTransferLots(double quantity) {
        transferQuantity = quantity;
        return this;
    }

    /** Nothing is begun before that day. */
    public StepSpec releaseFence(int day) {
        releaseFence = day * DAY;
        return this;
    }

    public StepSpec takes(String item, double perUnit) {
        consumptions.add(p -> new PlanningProblem.Consumption(p.indexOfItem(item), perUnit));
        return this;
    }

    /** So many of another item come out with each unit that enters. */
    public StepSpec coproduct(String item, double perUnit) {
        coproducts.add(p -> new PlanningProblem.Coproduct(p.indexOfItem(item), perUnit));
        return this;
    }

    /** Can be done there without set-up and loss. */
    public StepSpec on(String machine, double minutesPerUnit) {
        return on(machine, minutesPerUnit, 0, 100);
    }

    public StepSpec on(String machine, double minutesPerUnit, int setupMinutes, double yieldPercent) {
        return on(machine, minutesPerUnit, setupMinutes, yieldPercent, "");
    }

    /** Can be done there when it is set up for it. */
    public StepSpec on(String machine, double minutesPerUnit, String setup) {
        return on(machine, minutesPerUnit, 0, 100, setup);
    }

    StepSpec on(String machine, double minutesPerUnit, int setupMinutes, double yieldPercent, String setup) {
        Validity approved = valid;
        machines.add(p -> new PlanningProblem.MachineOption(
                p.machineIndex(machine),
                minutesPerUnit,
                setupMinutes,
                yieldPercent,
                p.setupIndex(machine, setup),
                people.stream().map(need -> need.apply(p)).toList(),
                approved));
        return this;
    }

    /** From the first day to the last one; of the machines and subcontractors named after this. */
    public StepSpec validFor(int firstDay, int lastDay) {
        valid = new Validity(firstDay * DAY, (lastDay + 1) * DAY);
        return this;
    }

    /** Is only worked in these hours. */
    public StepSpec within(String pattern) {
        hours = pattern;
        return this;
    }

    /** Needs so many people of one of the crews, on whatever machine. */
    public StepSpec by(double count, String... crews) {
        people.add(p -> new PlanningProblem.CrewNeed(
                Arrays.stream(crews).map(p::crewIndex).toList(), count));
        return this;
    }

    /** Needs that tool (or another one named so), one stroke a unit. */
    public StepSpec with(String tool) {
        return with(tool, 1);
    }

    public StepSpec with(String tool, double strokesPerUnit) {
        tools.add(p -> new PlanningProblem.ToolOption(p.toolIndex(tool), strokesPerUnit));
        return this;
    }

    /** Can be done there without loss, as much as one likes. */
    public StepSpec outsourcedTo(String supplier, double price, int leadDays) {
        return outsourcedTo(supplier, price, leadDays, 100, Double.POSITIVE_INFINITY);
    }

    public StepSpec outsourcedTo(
            String supplier, double price, int leadDays, double yieldPercent, double capacityPerWeek) {
        Validity agreed = valid;
        subcontracts.add(new PlanningProblem.Subcontract(
                subcontracts.size(),
                supplier,
                supplier,
                price,
                leadDays * DAY,
                yieldPercent,
                capacityPerWeek,
                "medium",
                30,
                agreed,
                PlanningProblem.CNY,
                false,
                0));
        return this;
    }

    public StepSpec draws(double perUnit, String source) {
        energyPerUnit = perUnit;
        energy = source;
        return this;
    }

    PlanningProblem.Step build(ProblemBuilder problem) {
        return new PlanningProblem.Step(
                process,
                process,
                technology.isEmpty() ? process : technology,
                confidential,
                waitMinutes,
                transferQuantity,
                releaseFence,
                consumptions.stream().map(c -> c.apply(problem)).toList(),
                machines.stream().map(m -> m.apply(problem)).toList(),
                tools.stream().map(t -> t.apply(problem)).toList(),
                subcontracts,
                coproducts.stream().map(c -> c.apply(problem)).toList(),
                energyPerUnit,
                problem.energyIndex(energy),
                hours.isEmpty() ? null : problem.hours(hours));
    }
}
