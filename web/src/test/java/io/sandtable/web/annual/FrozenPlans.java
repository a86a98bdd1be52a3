package io.sandtable.web.annual;

import io.sandtable.model.BusinessSnapshot;
import io.sandtable.simulation.annual.AnnualPlan;
import io.sandtable.simulation.annual.PlannedYear;
import io.sandtable.simulation.backtest.Period;
import io.sandtable.simulation.backtest.RollingReplay;
import io.sandtable.simulation.evaluate.Evaluation;
import io.sandtable.web.ask.PlanSearch;
import io.sandtable.web.company.Companies;
import io.sandtable.web.company.LoadedCompanies;
import io.sandtable.web.people.Person;
import io.sandtable.web.service.RunningService;
import java.time.YearMonth;
import java.util.concurrent.atomic.AtomicReference;

/** Annual plans of the demo company that were frozen some time ago: the demo company's data is of one day, so nobody can wait for months to be over. */
public final class FrozenPlans {
    private FrozenPlans() {}

    /**
     * What would have been planned on the first of that month for three months on what was known then, put on record as a plan of an answered question.
     *
     * @param letter of a plan that nobody has frozen yet: its record names it
     */
    public static String ago(RunningService service, YearMonth first, String inquiry, String letter, Person by) {
        AnnualPlans plans = service.get(AnnualPlans.class);
        AnnualPlans.Draft today = plans.draft(AnnualPlans.Choice.of(inquiry, letter));
        var past = new AnnualPlans.Draft(today.inquiry(), today.answer(), today.chosen(), past(service, first));
        return plans.keep(past, null, "按当时的数据", by).number();
    }

    private static AnnualPlan past(RunningService service, YearMonth first) {
        BusinessSnapshot snapshot =
                service.get(LoadedCompanies.class).business(Companies.DEMO).snapshot();
        var plan = new AtomicReference<AnnualPlan>();
        new RollingReplay(snapshot, 1, problem -> {
                    Evaluation evaluation = service.get(PlanSearch.class).today(problem);
                    plan.set(PlannedYear.of(problem, evaluation, snapshot).orElseThrow());
                    return evaluation;
                })
                .replay(new Period(first, 3));
        return java.util.Objects.requireNonNull(plan.get());
    }
}
