package io.sandtable.web.company;

import io.sandtable.web.api.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/companies}: those that are loaded, and the one that questions are about. */
@RestController
@Profile("service")
@RequestMapping("/api/v1/companies")
class CompanyApi {
    private final Companies companies;
    private final Opening opening;

    CompanyApi(Companies companies, Opening opening) {
        this.companies = companies;
        this.opening = opening;
    }

    /**
     * @param name short name
     * @param titleZh what people call it
     * @param origin real, derived, default, demo or user
     * @param asOf the day its data speaks of
     * @param current whether questions are about it
     * @param open whether it can be asked without waiting for its database to start
     */
    record CompanyJson(
            String name,
            String titleZh,
            String titleEn,
            String origin,
            LocalDate asOf,
            boolean current,
            boolean open) {}

    /** @param name short name */
    record Choice(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String name) {}

    @Operation(summary = "The companies that are loaded")
    @GetMapping
    List<CompanyJson> list() {
        String current = companies.current();
        return companies.listCards().stream()
                .map(card -> new CompanyJson(
                        card.name(),
                        card.zh(),
                        card.en(),
                        card.origin().name().toLowerCase(Locale.ROOT),
                        card.asOf(),
                        card.name().equals(current),
                        opening.isOpen(card.name())))
                .toList();
    }

    @Operation(
            summary = "Make a company the one that questions are about",
            description =
                    "Its database is started in the background where it is not open; the demo company is loaded then.")
    @PostMapping("/current")
    List<CompanyJson> choose(@RequestBody Choice choice) {
        String name = choice.name();
        if (name == null || !name.matches(Companies.SHORT_NAME)) {
            throw Refusal.badInput("COMPANY_NAME", name == null ? "" : name);
        }
        if (!name.equals(Companies.DEMO) && companies.findCard(name).isEmpty()) {
            throw Refusal.notFound("COMPANY_UNKNOWN", name);
        }
        companies.choose(name);
        opening.begin(name);
        return list();
    }
}
