package io.sandtable.web.rulebook;

import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.Node;
import io.sandtable.rules.Modality;
import io.sandtable.rules.Statement;
import io.sandtable.web.Language;
import io.sandtable.web.Words;
import io.sandtable.web.company.Companies;
import io.sandtable.web.company.LoadedCompanies;
import io.sandtable.web.people.Person;
import io.sandtable.web.people.Role;
import io.sandtable.web.people.TypedText;
import io.sandtable.web.rulebook.RuleBook.StandingRule;
import io.sandtable.web.rulebook.RuleProposal.Reading;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /rules}: conditions that always hold. */
@Controller
@Profile("service")
class RulesPage {
    private static final int LONGEST_SENTENCE = 500;

    private final RuleBook book;
    private final RuleProposal proposal;
    private final RuleUse use;
    private final Companies companies;
    private final LoadedCompanies loaded;
    private final TypedText typed;

    RulesPage(
            RuleBook book,
            RuleProposal proposal,
            RuleUse use,
            Companies companies,
            LoadedCompanies loaded,
            TypedText typed) {
        this.book = book;
        this.proposal = proposal;
        this.use = use;
        this.companies = companies;
        this.loaded = loaded;
        this.typed = typed;
    }

    /**
     * A rule as a row of the table.
     *
     * @param says what it was understood to say; its own words stand below
     * @param scope names of what it is about, empty for the whole company
     * @param questions that took it along
     */
    record Row(
            String id,
            String says,
            String sentence,
            boolean must,
            String scope,
            LocalDate since,
            @Nullable LocalDate until,
            String by,
            int questions) {}

    @GetMapping("/rules")
    String show(HttpServletRequest request, Person person, Language language, Model model) {
        return page(typed.take(request, "sentence").orElse(""), null, person, language, model);
    }

    /** Reads a sentence and says it back; nothing is kept. */
    @PostMapping("/rules")
    String read(@RequestParam String sentence, Person person, Language language, Model model) {
        String said = sentence.strip();
        if (said.isEmpty() || said.length() > LONGEST_SENTENCE) {
            model.addAttribute(
                    "wrong",
                    Words.in(language).say(said.isEmpty() ? "rules.empty" : "rules.tooLong", LONGEST_SENTENCE));
            return page(said, null, person, language, model);
        }
        return page(said, proposal.read(companies.current(), said, language), person, language, model);
    }

    /** A person's yes: the sentence is read once more, and goes into the book as it is read. */
    @PostMapping("/rules/confirm")
    String confirm(@RequestParam String sentence, Person person, Language language, Model model) {
        Reading reading = proposal.read(companies.current(), sentence.strip(), language);
        if (!reading.isConfirmable()) {
            return page(sentence, reading, person, language, model);
        }
        for (Statement statement : reading.statements()) {
            book.confirm(companies.current(), reading.sentence(), statement, person.name());
        }
        return "redirect:/rules";
    }

    @PostMapping("/rules/{id}/retire")
    String retire(@PathVariable String id, Person person) {
        book.retire(companies.current(), id, person.name());
        return "redirect:/rules";
    }

    private String page(String sentence, @Nullable Reading reading, Person person, Language language, Model model) {
        String company = companies.current();
        BusinessSnapshot snapshot = loaded.business(company).snapshot();
        List<Row> rows = book.listRules(company).stream()
                .map(rule -> row(rule, snapshot, language))
                .toList();
        model.addAttribute(
                "active", rows.stream().filter(r -> r.until() == null).toList());
        model.addAttribute(
                "retired", rows.stream().filter(r -> r.until() != null).toList());
        model.addAttribute("sentence", sentence);
        model.addAttribute("reading", reading);
        model.addAttribute("fresh", use.freshAnswers(company));
        model.addAttribute("mayChange", person.is(Role.MANAGER) || person.is(Role.PLANNER));
        if (reading != null && reading.refused() != null) {
            model.addAttribute(
                    "refused",
                    Words.in(language)
                            .say(
                                    "refused." + reading.refused().code(),
                                    reading.refused().arguments().toArray()));
        }
        return "rules/rules";
    }

    private Row row(StandingRule rule, BusinessSnapshot snapshot, Language language) {
        Statement statement = rule.statement();
        return new Row(
                rule.id(),
                language.choose(
                        statement.paraphrase().zh(), statement.paraphrase().en()),
                rule.sentence(),
                statement.modality() == Modality.MUST,
                statement.entities().stream()
                        .map(id -> snapshot.findNode(id)
                                .map(n -> name(n, language))
                                .orElse(id))
                        .collect(Collectors.joining(language.choose("、", ", "))),
                rule.since(),
                rule.until(),
                rule.by(),
                use.questions(rule.id()));
    }

    private static String name(Node node, Language language) {
        return language.choose(node.name(), node.nameEn());
    }
}
