package io.sandtable.web.backtest;

import io.sandtable.simulation.backtest.Period;
import io.sandtable.simulation.backtest.RollingReplay;
import io.sandtable.web.Progress;
import io.sandtable.web.api.Refusal;
import io.sandtable.web.ask.PlanSearch;
import io.sandtable.web.company.Business;
import io.sandtable.web.company.LoadedCompanies;
import io.sandtable.web.settings.SimulationSettings;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** The use case "how good were our plans": plans a company's past anew, on what was known then, the way today is planned when nobody asks for anything. Stores nothing. */
@Component
public class ReplayHistory {
    private final LoadedCompanies companies;
    private final PlanSearch search;
    private final SimulationSettings settings;

    ReplayHistory(LoadedCompanies companies, PlanSearch search, SimulationSettings settings) {
        this.companies = companies;
        this.search = search;
        this.settings = settings;
    }

    /**
     * Replays all whole periods before which two years are known.
     *
     * @throws Refusal where there is no such period
     */
    public Backtest run(String company, Period.Length length, Progress progress) {
        progress.begins("snapshot");
        Business business = companies.business(company);
        progress.begins("replay");
        return replay(business, length);
    }

    Backtest replay(Business business, Period.Length length) {
        var replay = new RollingReplay(business.snapshot(), settings.seed(), search::today);
        LocalDate asOf = business.card().asOf();
        List<Period> periods = replay.periods(asOf, length);
        if (periods.isEmpty()) {
            LocalDate first = replay.orders()
                    .firstDay()
                    .orElseThrow(() -> replay.orders().undated() > 0
                            ? Refusal.conflict(
                                    "BACKTEST_UNDATED", replay.orders().undated())
                            : Refusal.conflict(
                                    "BACKTEST_NO_ORDERS", business.card().name()));
            throw Refusal.conflict(
                    "BACKTEST_SHORT", first.toString(), asOf.toString(), RollingReplay.MONTHS_KNOWN, length.months());
        }
        return new Backtest(
                business,
                replay.orders(),
                replay.goodsAtTodaysStock(),
                periods.stream().map(replay::replay).toList());
    }
}
