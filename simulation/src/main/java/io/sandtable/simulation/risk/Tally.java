package io.sandtable.simulation.risk;

import io.sandtable.simulation.evaluate.Kpis;
import io.sandtable.simulation.risk.RiskResult.CashBand;
import io.sandtable.simulation.risk.RiskResult.Duel;
import io.sandtable.simulation.risk.RiskResult.FigureRisk;
import io.sandtable.simulation.risk.RiskResult.OrderRisk;
import io.sandtable.simulation.risk.RiskResult.PlanRisk;
import io.sandtable.simulation.risk.RiskResult.RuleRisk;
import io.sandtable.simulation.risk.RiskResult.Step;
import io.sandtable.simulation.risk.RiskWarning.Code;
import io.sandtable.simulation.scenario.CompanyRules;
import io.sandtable.simulation.scenario.PlannedRule;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.PlanningProblem.Demand;
import io.sandtable.simulation.sensitivity.Kpi;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Counts what the runs bring, in their order. */
final class Tally {
    private static final Kpi[] FIGURES = Kpi.values();

    private final RiskRun run;
    private final PlanningProblem base;
    private final List<PlanTally> plans = new ArrayList<>();
    private int done;

    /** @param today what the plans come to with nothing moved, in the order of their names */
    Tally(RiskRun run, PlanningProblem base, List<String> names, List<PlanOutcome> today) {
        this.run = run;
        this.base = base;
        for (int p = 0; p < names.size(); p++) {
            plans.add(new PlanTally(names.get(p), today.get(p)));
        }
    }

    /** @param outcomes of one run, in the order of the plans */
    void add(List<Optional<PlanOutcome>> outcomes) {
        for (int p = 0; p < plans.size(); p++) {
            plans.get(p).add(outcomes.get(p));
        }
        done++;
    }

    void noteStage() {
        plans.forEach(PlanTally::noteStage);
    }

    RiskResult result() {
        var warnings = new ArrayList<RiskWarning>();
        run.inputs().forEach(input -> warnings.addAll(input.warnings()));
        if (done < Summary.FEW) {
            warnings.add(new RiskWarning(Code.TOO_FEW_RUNS, ""));
        }
        var risks = new ArrayList<PlanRisk>();
        for (PlanTally plan : plans) {
            PlanRisk risk = plan.risk();
            risks.add(risk);
            warn(risk, warnings);
        }
        return new RiskResult(run, done, risks, duels(), warnings);
    }

    private void warn(PlanRisk risk, List<RiskWarning> warnings) {
        if (risk.failed() > 0) {
            warnings.add(new RiskWarning(Code.RUN_FAILED, risk.plan()));
        }
        int judged = done - risk.failed();
        if (done >= Summary.FEW && judged < Summary.FEW) {
            warnings.add(new RiskWarning(Code.TOO_FEW_RUNS, risk.plan()));
        }
        for (FigureRisk figure : risk.figures()) {
            String on = risk.plan() + "/" + figure.kpi().id();
            if (figure.summary().runs() < judged) {
                warnings.add(new RiskWarning(Code.NOT_A_NUMBER, on));
            }
            if (figure.summary().isConstant()) {
                warnings.add(new RiskWarning(Code.CONSTANT_OUTPUT, on));
            }
        }
        for (RuleRisk rule : risk.rules()) {
            if (rule.must() && judged > 0 && rule.broken().hits() == judged) {
                warnings.add(new RiskWarning(Code.RULE_ALWAYS_BROKEN, risk.plan() + "/" + rule.rule()));
            }
        }
    }

    private List<Duel> duels() {
        var duels = new ArrayList<Duel>();
        for (int one = 0; one < plans.size(); one++) {
            for (int other = one + 1; other < plans.size(); other++) {
                for (Kpi kpi : FIGURES) {
                    duels.add(plans.get(one).against(plans.get(other), kpi));
                }
            }
        }
        return duels;
    }

    /** What the runs of one plan bring. */
    private final class PlanTally {
        private final String name;
        private final PlanOutcome today;
        /** By figure, in the order of the figures. */
        private final double[][] values = new double[FIGURES.length][run.runs()];

        private final List<List<Step>> convergence = new ArrayList<>();
        private final double[][] cash;
        private final Map<String, Integer> broken = new HashMap<>();
        private final Map<String, Integer> missed = new HashMap<>();
        private final Map<String, Integer> missing = new HashMap<>();
        private int failed;

        PlanTally(String name, PlanOutcome today) {
            this.name = name;
            this.today = today;
            Arrays.stream(FIGURES).forEach(kpi -> convergence.add(new ArrayList<>()));
            this.cash = new double[today.weeklyCash().size()][run.runs()];
        }

        void add(Optional<PlanOutcome> outcome) {
            if (outcome.isEmpty()) {
                failed++;
                Arrays.stream(values).forEach(figure -> figure[done] = Double.NaN);
                Arrays.stream(cash).forEach(week -> week[done] = Double.NaN);
                return;
            }
            PlanOutcome there = outcome.get();
            Kpis kpis = there.kpis();
            for (Kpi kpi : FIGURES) {
                values[kpi.ordinal()][done] = kpi.of(kpis);
            }
            for (int week = 0; week < cash.length; week++) {
                cash[week][done] = there.weeklyCash().get(week);
            }
            there.broken().forEach(rule -> broken.merge(rule, 1, Integer::sum));
            there.late().forEach(order -> missed.merge(order, 1, Integer::sum));
            there.missing().forEach(order -> {
                missed.merge(order, 1, Integer::sum);
                missing.merge(order, 1, Integer::sum);
            });
        }

        void noteStage() {
            for (Kpi kpi : FIGURES) {
                convergence.get(kpi.ordinal()).add(new Step(done, summary(kpi).mean()));
            }
        }

        private Summary summary(Kpi kpi) {
            return Summary.of(Arrays.copyOf(values[kpi.ordinal()], done), kpi.isHighGood());
        }

        PlanRisk risk() {
            return new PlanRisk(
                    name,
                    failed,
                    Arrays.stream(FIGURES)
                            .map(kpi -> new FigureRisk(
                                    kpi, kpi.of(today.kpis()), summary(kpi), convergence.get(kpi.ordinal())))
                            .toList(),
                    rules(),
                    orders(),
                    bands());
        }

        private Chance chance(Map<String, Integer> hits, String id) {
            return Chance.of(hits.getOrDefault(id, 0), done - failed);
        }

        private List<RuleRisk> rules() {
            Map<String, PlannedRule> byId = new LinkedHashMap<>();
            base.rules().forEach(rule -> byId.putIfAbsent(rule.id(), rule));
            CompanyRules.overdraft(base).ifPresent(rule -> byId.putIfAbsent(rule.id(), rule));
            return byId.values().stream()
                    .map(rule -> new RuleRisk(
                            rule.id(),
                            rule.text(),
                            rule.must(),
                            today.broken().contains(rule.id()),
                            chance(broken, rule.id())))
                    .sorted(Comparator.comparingInt((RuleRisk r) -> -r.broken().hits())
                            .thenComparing(RuleRisk::rule))
                    .toList();
        }

        private List<OrderRisk> orders() {
            Map<String, String> numbers = new LinkedHashMap<>();
            for (Demand demand : base.demands()) {
                numbers.putIfAbsent(demand.id(), demand.number());
            }
            return numbers.entrySet().stream()
                    .filter(order -> missed.containsKey(order.getKey()))
                    .map(order -> new OrderRisk(
                            order.getKey(),
                            order.getValue(),
                            today.misses(order.getKey()),
                            chance(missed, order.getKey()),
                            chance(missing, order.getKey())))
                    .sorted(Comparator.comparingInt((OrderRisk o) -> -o.missed().hits())
                            .thenComparing(OrderRisk::order))
                    .toList();
        }

        private List<CashBand> bands() {
            List<Integer> days = PlanOutcome.cashDays(base.horizonDays());
            var bands = new ArrayList<CashBand>();
            for (int week = 0; week < cash.length; week++) {
                double[] sorted = Arrays.stream(cash[week], 0, done)
                        .filter(Double::isFinite)
                        .sorted()
                        .toArray();
                bands.add(new CashBand(
                        base.asOf().plusDays(days.get(week)),
                        today.weeklyCash().get(week),
                        Summary.at(sorted, 0.05),
                        Summary.at(sorted, 0.1),
                        Summary.at(sorted, 0.5),
                        Summary.at(sorted, 0.9),
                        Summary.at(sorted, 0.95)));
            }
            return bands;
        }

        Duel against(PlanTally other, Kpi kpi) {
            double[] mine = values[kpi.ordinal()];
            double[] theirs = other.values[kpi.ordinal()];
            double sign = kpi.isHighGood() ? 1 : -1;
            var differences = new double[done];
            int both = 0;
            int better = 0;
            int ties = 0;
            for (int i = 0; i < done; i++) {
                differences[i] = mine[i] - theirs[i];
                if (Double.isFinite(differences[i])) {
                    both++;
                    better += sign * differences[i] > 0 ? 1 : 0;
                    ties += differences[i] == 0 ? 1 : 0;
                }
            }
            return new Duel(
                    name,
                    other.name,
                    kpi,
                    Chance.of(better, both),
                    Chance.of(both - better - ties, both),
                    Summary.of(differences, true).mean());
        }
    }
}
