package io.sandtable.web.month;

import io.sandtable.web.Language;
import io.sandtable.web.annual.AnnualPlans;
import io.sandtable.web.company.Companies;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** {@code /annual}: where the month that has ended stands, and the annual plans. */
@Controller
@Profile("service")
class MonthPage {
    private final MonthClose months;
    private final AnnualPlans plans;
    private final Companies companies;

    MonthPage(MonthClose months, AnnualPlans plans, Companies companies) {
        this.months = months;
        this.plans = plans;
        this.companies = companies;
    }

    @GetMapping("/annual")
    String show(Language language, Model model) {
        String company = companies.current();
        model.addAttribute("closing", MonthView.of(months.closing(company), language));
        model.addAttribute("plans", plans.listPlans(company));
        return "annual/list";
    }
}
