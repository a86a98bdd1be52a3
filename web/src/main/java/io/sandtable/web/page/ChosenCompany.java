package io.sandtable.web.page;

import io.sandtable.model.Origin;
import io.sandtable.web.company.Companies;
import io.sandtable.web.company.CompanyCard;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The company chosen last, as its card tells; its graph stays closed. */
@Component
class ChosenCompany implements CurrentCompany {
    private final Companies companies;

    ChosenCompany(Companies companies) {
        this.companies = companies;
    }

    @Override
    public Optional<CompanyView> current() {
        return companies.findCard(companies.current()).map(ChosenCompany::view);
    }

    private static CompanyView view(CompanyCard card) {
        return new CompanyView(card.name(), card.zh(), card.en(), card.origin() == Origin.DEMO, null, card.asOf());
    }
}
