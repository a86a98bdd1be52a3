package io.sandtable.web.month;

import io.sandtable.model.Money;
import io.sandtable.simulation.annual.AgainstActual;
import io.sandtable.simulation.annual.AgainstActual.MonthCompared;
import io.sandtable.simulation.backtest.Accuracy;
import io.sandtable.simulation.backtest.Amounts;
import io.sandtable.web.annual.AnnualPlans;
import io.sandtable.web.annual.KeptAnnualPlan;
import io.sandtable.web.company.Business;
import io.sandtable.web.company.LoadedCompanies;
import io.sandtable.web.decide.DecisionState;
import io.sandtable.web.decide.Decisions;
import io.sandtable.web.decide.KeptDecision;
import io.sandtable.web.month.MonthStep.Kind;
import io.sandtable.web.readiness.OpeningBalance;
import io.sandtable.web.rulebook.NewRules;
import io.sandtable.web.rulebook.RuleBook;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Predicate;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The use case "close the month": where the last whole month stands, step by step. Nothing is kept here: each step is read from what was imported, frozen,
 * confirmed or decided, so that no list can say done where nothing was.
 */
@Component
@Profile("service")
public class MonthClose {
    /** Older decisions are not about the month that has just ended. */
    private static final int LOOKED_AT = 50;

    private final LoadedCompanies companies;
    private final AnnualPlans plans;
    private final RuleBook rules;
    private final NewRules drafts;
    private final Decisions decisions;
    private final Clock clock;

    MonthClose(
            LoadedCompanies companies,
            AnnualPlans plans,
            RuleBook rules,
            NewRules drafts,
            Decisions decisions,
            Clock clock) {
        this.companies = companies;
        this.plans = plans;
        this.rules = rules;
        this.drafts = drafts;
        this.decisions = decisions;
        this.clock = clock;
    }

    /** The month that is closed, and its steps in order. */
    public record Closing(YearMonth month, List<MonthStep> steps) {
        public Closing {
            steps = List.copyOf(steps);
        }

        public long done() {
            return steps.stream().filter(MonthStep::done).count();
        }
    }

    /** Where the last month that is over stands. */
    public Closing closing(String company) {
        YearMonth month = YearMonth.now(clock).minusMonths(1);
        Business business = companies.business(company);
        List<KeptAnnualPlan> annual = plans.listPlans(company);
        return new Closing(
                month,
                List.of(
                        imported(business, month),
                        reconciled(business),
                        compared(annual, month),
                        rolled(annual, month),
                        reviewed(company),
                        released(company, month)));
    }

    private static MonthStep imported(Business business, YearMonth month) {
        LocalDate asOf = business.card().asOf();
        return asOf.isBefore(month.atEndOfMonth())
                ? MonthStep.open(Kind.IMPORT, "behind", "/data/import", asOf, month.atEndOfMonth())
                : MonthStep.done(Kind.IMPORT, "done", "/data", asOf);
    }

    private static MonthStep reconciled(Business business) {
        OpeningBalance balance = OpeningBalance.of(business.snapshot());
        if (!balance.stated()) {
            return MonthStep.open(Kind.RECONCILE, "unstated", "/data");
        }
        return balance.isBalanced()
                ? MonthStep.done(Kind.RECONCILE, "done", "/data", balance.assets())
                : MonthStep.open(Kind.RECONCILE, "off", "/data", balance.off());
    }

    /** Against the last version that was made on data from before the month was over. */
    private MonthStep compared(List<KeptAnnualPlan> annual, YearMonth month) {
        Optional<KeptAnnualPlan> said = annual.stream()
                .flatMap(plan -> plans.listVersions(plan.number()).stream())
                .filter(covers(month).and(plan -> !plan.asOf().isAfter(month.atEndOfMonth())))
                .findFirst();
        if (said.isEmpty()) {
            return MonthStep.open(Kind.COMPARE, "none", annual.isEmpty() ? "/runs" : "/annual");
        }
        KeptAnnualPlan plan = said.get();
        String address = "/annual/%s?version=%d".formatted(plan.number(), plan.version());
        AgainstActual against = plans.compare(plan);
        return against.months().stream()
                .filter(m -> m.month().equals(month) && m.state() == AgainstActual.State.COMPARED)
                .filter(m -> deviation(m, Amounts::revenue).isPresent())
                .findFirst()
                .map(m -> MonthStep.done(
                        Kind.COMPARE,
                        "done",
                        address,
                        deviation(m, Amounts::revenue),
                        deviation(m, Amounts::cost),
                        plan.number()))
                .orElseGet(() -> MonthStep.open(Kind.COMPARE, "untold", address, plan.number()));
    }

    /** Percent; empty where nothing of it happened, whatever was planned. */
    private static OptionalDouble deviation(MonthCompared month, Function<Amounts, Money> figure) {
        return Accuracy.deviationPercent(figure.apply(month.plan()), figure.apply(month.actual()));
    }

    private static MonthStep rolled(List<KeptAnnualPlan> annual, YearMonth month) {
        return annual.stream()
                .filter(plan -> plan.version() > 1 && plan.asOf().isAfter(month.atEndOfMonth()))
                .findFirst()
                .map(plan -> MonthStep.done(
                                Kind.ROLL, "done", "/annual/" + plan.number(), plan.number(), plan.version())
                        .by(plan.byName(), plan.at()))
                .orElseGet(() -> MonthStep.open(Kind.ROLL, annual.isEmpty() ? "none" : "old", "/runs"));
    }

    private MonthStep reviewed(String company) {
        int waiting = drafts.listDrafts(company).size();
        List<RuleBook.StandingRule> active = rules.listRules(company).stream()
                .filter(RuleBook.StandingRule::isActive)
                .toList();
        return waiting > 0
                ? MonthStep.open(Kind.RULES, "waiting", "/rules", active.size(), waiting)
                : MonthStep.done(Kind.RULES, "done", "/rules", active.size());
    }

    /** By the decision that came furthest, of those about which something was done since the month ended. */
    private MonthStep released(String company, YearMonth month) {
        LocalDate since = month.plusMonths(1).atDay(1);
        List<KeptDecision> latest = decisions.listDecisions(company, null, 0, LOOKED_AT).stream()
                .filter(decision -> !day(lastTouched(decision)).isBefore(since))
                .toList();
        return first(latest, DecisionState::isReleased)
                .map(decision -> step(true, "done", decision).by(decision.decidedByName(), decision.decidedAt()))
                .or(() -> first(latest, state -> state == DecisionState.APPROVED || state == DecisionState.RECALLED)
                        .map(decision ->
                                step(false, "approved", decision).by(decision.decidedByName(), decision.decidedAt())))
                .or(() -> first(latest, state -> state == DecisionState.PROPOSED)
                        .map(decision ->
                                step(false, "proposed", decision).by(decision.proposerName(), decision.proposedAt())))
                .orElseGet(() -> MonthStep.open(Kind.RELEASE, "none", "/runs"));
    }

    private static Instant lastTouched(KeptDecision decision) {
        Instant decided = decision.decidedAt();
        return decided == null ? decision.proposedAt() : decided;
    }

    private static MonthStep step(boolean done, String state, KeptDecision decision) {
        String address = "/decisions/" + decision.number() + (state.equals("proposed") ? "" : "/release");
        return done
                ? MonthStep.done(Kind.RELEASE, state, address, decision.number())
                : MonthStep.open(Kind.RELEASE, state, address, decision.number());
    }

    private static Optional<KeptDecision> first(List<KeptDecision> decisions, Predicate<DecisionState> in) {
        return decisions.stream().filter(decision -> in.test(decision.state())).findFirst();
    }

    private static Predicate<KeptAnnualPlan> covers(YearMonth month) {
        return plan -> !plan.first().isAfter(month) && !plan.last().isBefore(month);
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, clock.getZone());
    }
}
