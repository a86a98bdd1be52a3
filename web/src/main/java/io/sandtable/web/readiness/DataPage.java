package io.sandtable.web.readiness;

import io.sandtable.model.BusinessSnapshot;
import io.sandtable.web.Language;
import io.sandtable.web.api.Refusal;
import io.sandtable.web.company.Business;
import io.sandtable.web.company.Companies;
import io.sandtable.web.company.CompanyCard;
import io.sandtable.web.company.LoadedCompanies;
import io.sandtable.web.company.Opening;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /data}: whose business the questions are about, and which questions its data can answer already. */
@Controller
@Profile("service")
class DataPage {
    private final Companies companies;
    private final LoadedCompanies loaded;
    private final Opening opening;
    private final Readinesses readinesses;

    DataPage(Companies companies, LoadedCompanies loaded, Opening opening, Readinesses readinesses) {
        this.companies = companies;
        this.loaded = loaded;
        this.opening = opening;
        this.readinesses = readinesses;
    }

    /** A company to choose, as its card tells. */
    public record CompanyRow(CompanyCard card, boolean current) {}

    @GetMapping("/data")
    String show(Language language, Model model) {
        String current = companies.current();
        List<CompanyCard> cards = companies.listCards();
        model.addAttribute(
                "companies",
                cards.stream()
                        .map(c -> new CompanyRow(c, c.name().equals(current)))
                        .toList());
        model.addAttribute("demoThere", cards.stream().anyMatch(c -> c.name().equals(Companies.DEMO)));
        boolean known = companies.findCard(current).isPresent();
        if (known && !opening.isOpen(current) && opening.find(current).isEmpty()) {
            opening.begin(current);
        }
        model.addAttribute("attempt", opening.find(current).orElse(null));
        if (known && opening.isOpen(current)) {
            Business business = loaded.business(current);
            model.addAttribute("readiness", ReadinessView.of(readinesses.of(business), business.snapshot(), language));
            model.addAttribute("health", HealthView.of(readinesses.health(business), language));
            model.addAttribute("revision", business.revision());
        } else {
            model.addAttribute(
                    "readiness", ReadinessView.of(Readinesses.EMPTY, BusinessSnapshot.of(List.of()), language));
        }
        return "data/readiness";
    }

    /** How far the opening is; the page is loaded anew once it has ended. */
    @GetMapping("/data/opening")
    String opening(HttpServletResponse response, Model model) {
        String current = companies.current();
        var attempt = opening.find(current).orElse(null);
        if (attempt == null || !attempt.isUnderWay()) {
            response.setHeader("HX-Refresh", "true");
        }
        model.addAttribute("attempt", attempt);
        return "data/opening :: opening";
    }

    /** Makes it the company that questions are about; the demo company is loaded where nobody did yet. */
    @PostMapping("/data/company")
    String choose(@RequestParam String company) {
        if (!company.equals(Companies.DEMO)
                && companies.listCards().stream().noneMatch(c -> c.name().equals(company))) {
            throw Refusal.notFound("COMPANY_UNKNOWN", company);
        }
        companies.choose(company);
        opening.begin(company);
        return "redirect:/data";
    }
}
