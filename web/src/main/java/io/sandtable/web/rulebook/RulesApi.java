package io.sandtable.web.rulebook;

import io.sandtable.rules.Outcome;
import io.sandtable.rules.Statement;
import io.sandtable.rules.Understanding;
import io.sandtable.rules.UnderstandingJson;
import io.sandtable.web.Language;
import io.sandtable.web.api.Refusal;
import io.sandtable.web.company.Companies;
import io.sandtable.web.rulebook.RuleBook.StandingRule;
import io.sandtable.web.rulebook.RuleProposal.Reading;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The rule book for programs. */
@RestController
@RequestMapping("/api/v1/rules")
@Profile("service")
@Tag(name = "rules")
class RulesApi {
    private final RuleBook book;
    private final RuleProposal proposal;
    private final Companies companies;

    RulesApi(RuleBook book, RuleProposal proposal, Companies companies) {
        this.book = book;
        this.proposal = proposal;
        this.companies = companies;
    }

    /** A sentence; {@code confirm} true puts it into the book. */
    record RuleRequest(@Nullable String sentence, @Nullable Boolean confirm) {}

    /** A rule of the book. */
    record RuleJson(
            String id,
            String sentence,
            JsonNode statement,
            LocalDate since,
            @Nullable LocalDate until,
            String by) {
        static RuleJson of(StandingRule rule) {
            return new RuleJson(
                    rule.id(),
                    rule.sentence(),
                    UnderstandingJson.tree(rule.statement()),
                    rule.since(),
                    rule.until(),
                    rule.by());
        }
    }

    @GetMapping
    @Operation(summary = "All rules of the company, retired ones too")
    List<RuleJson> list() {
        return book.listRules(companies.current()).stream().map(RuleJson::of).toList();
    }

    @PostMapping
    @Operation(summary = "Read a sentence as a rule; with confirm true it goes into the book")
    @ApiResponse(responseCode = "200", description = "What it would become; nothing was kept")
    @ApiResponse(responseCode = "201", description = "The rules that it became")
    @ApiResponse(responseCode = "422", description = "No rule, not understood, or no plan could obey it")
    ResponseEntity<?> add(@RequestBody RuleRequest request, Principal person, Language language) {
        String sentence = request.sentence() == null ? "" : request.sentence().strip();
        if (sentence.isEmpty()) {
            throw Refusal.badInput("EMPTY");
        }
        Reading reading = proposal.read(companies.current(), sentence, language);
        if (reading.refused() != null) {
            throw reading.refused();
        }
        if (reading.whatIf()) {
            throw new Refusal(HttpStatus.UNPROCESSABLE_CONTENT, "NO_RULE", sentence);
        }
        boolean confirmed = Boolean.TRUE.equals(request.confirm());
        if (!reading.isConfirmable() || !confirmed) {
            Outcome outcome = reading.isConfirmable() ? Outcome.ACCEPT : Outcome.CLARIFY;
            JsonNode understanding =
                    UnderstandingJson.tree(new Understanding(outcome, reading.statements(), reading.questions()));
            return ResponseEntity.status(confirmed ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK)
                    .body(understanding);
        }
        var rules = new ArrayList<RuleJson>();
        for (Statement statement : reading.statements()) {
            rules.add(RuleJson.of(book.confirm(companies.current(), sentence, statement, person.getName())));
        }
        return ResponseEntity.status(HttpStatus.CREATED).body(rules);
    }

    @PostMapping("/{id}/confirm")
    @Operation(summary = "A retired rule holds again")
    RuleJson confirm(@PathVariable String id, Principal person) {
        StandingRule rule = rule(id);
        return RuleJson.of(book.confirm(companies.current(), rule.sentence(), rule.statement(), person.getName()));
    }

    @PostMapping("/{id}/retire")
    @Operation(summary = "A rule holds no more")
    RuleJson retire(@PathVariable String id, Principal person) {
        book.retire(companies.current(), rule(id).id(), person.getName());
        return RuleJson.of(rule(id));
    }

    private StandingRule rule(String id) {
        return book.listRules(companies.current()).stream()
                .filter(r -> r.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("RULE_GONE", id));
    }
}
