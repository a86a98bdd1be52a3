package io.sandtable.web.mandate;

import io.sandtable.model.Money;
import io.sandtable.web.api.Refusal;
import io.sandtable.web.ask.KpiJson;
import io.sandtable.web.company.Companies;
import io.sandtable.web.people.Person;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code /api/v1/mandates}: the same as the page, for programs. */
@RestController
@Profile("service")
@RequestMapping("/api/v1/mandates")
@Tag(name = "decisions")
class MandatesApi {
    private final Mandates mandates;
    private final Companies companies;

    MandatesApi(Mandates mandates, Companies companies) {
        this.mandates = mandates;
        this.companies = companies;
    }

    /**
     * What is allowed.
     *
     * @param perOrder CNY without VAT, {@code perMonth} too
     */
    record Wanted(
            @Nullable Set<String> suppliers,
            @Nullable BigDecimal perOrder,
            @Nullable BigDecimal perMonth,
            @Nullable LocalDate until,
            @Nullable String note) {}

    /** Why it is taken back. */
    record Said(@Nullable String note) {}

    @GetMapping
    @Operation(summary = "The company's mandates, the newest first, and what of each is used this month")
    Map<String, List<JsonNode>> list() {
        return Map.of(
                "items",
                mandates.list(companies.current()).stream().map(this::json).toList());
    }

    @PostMapping
    @Operation(summary = "Let the service release approved plans by itself: from whom, how much, until when")
    ResponseEntity<JsonNode> grant(@RequestBody Wanted wanted, Person person) {
        if (wanted.perOrder() == null || wanted.perMonth() == null || wanted.until() == null) {
            throw Refusal.badInput("BAD_INPUT");
        }
        var terms = new Mandates.Terms(
                wanted.suppliers() == null ? Set.of() : wanted.suppliers(),
                Money.of(Money.CNY, wanted.perOrder()),
                Money.of(Money.CNY, wanted.perMonth()),
                wanted.until(),
                wanted.note() == null ? "" : wanted.note());
        Mandate granted = mandates.grant(companies.current(), terms, person);
        return ResponseEntity.created(URI.create("/api/v1/mandates/" + granted.id()))
                .body(json(granted));
    }

    @PostMapping("/{id}/revoke")
    @Operation(summary = "Take it back; what was released under it stays released")
    JsonNode revoke(@PathVariable String id, @RequestBody(required = false) @Nullable Said said, Person person) {
        return json(mandates.revoke(id, said == null || said.note() == null ? "" : said.note(), person));
    }

    private JsonNode json(Mandate mandate) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", mandate.id());
        json.put("company", mandate.company());
        json.put("grantedBy", mandate.grantedByName());
        json.put("grantedAt", mandate.grantedAt().toString());
        ArrayNode suppliers = json.putArray("suppliers");
        new TreeSet<>(mandate.suppliers()).forEach(suppliers::add);
        json.set("perOrder", KpiJson.money(mandate.perOrder()));
        json.set("perMonth", KpiJson.money(mandate.perMonth()));
        json.set("usedThisMonth", KpiJson.money(mandates.used(mandate)));
        json.put("until", mandate.until().toString());
        json.put("note", mandate.note());
        Mandate.Revoked revoked = mandate.revoked();
        if (revoked != null) {
            json.putObject("revoked")
                    .put("by", revoked.byName())
                    .put("at", revoked.at().toString())
                    .put("note", revoked.note());
        }
        return json;
    }
}
