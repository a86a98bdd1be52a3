package io.sandtable.web.query;

import io.sandtable.model.DateRange;
import io.sandtable.simulation.query.SupplierScore;
import io.sandtable.simulation.query.SupplierScorecard;
import io.sandtable.web.company.Business;
import io.sandtable.web.company.Companies;
import io.sandtable.web.company.LoadedCompanies;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.springframework.stereotype.Component;

/** Suppliers of the current company, scored. */
@Component
class Scorecards {
    /** More than three years nobody compares prices over. */
    static final int MOST_MONTHS = 36;

    private final Companies companies;
    private final LoadedCompanies loaded;

    Scorecards(Companies companies, LoadedCompanies loaded) {
        this.companies = companies;
        this.loaded = loaded;
    }

    /** @param time whole months, the last of them over on the day the data speaks of */
    record Scorecard(Business business, DateRange time, List<SupplierScore> scores) {}

    Scorecard of(int months) {
        Business business = loaded.business(companies.current());
        LocalDate asOf = business.card().asOf();
        YearMonth last = YearMonth.from(asOf.plusDays(1)).minusMonths(1);
        var time = new DateRange(
                last.minusMonths(Math.clamp(months, 1, MOST_MONTHS) - 1L).atDay(1), last.atEndOfMonth());
        return new Scorecard(business, time, SupplierScorecard.of(business.snapshot(), time, asOf));
    }
}
