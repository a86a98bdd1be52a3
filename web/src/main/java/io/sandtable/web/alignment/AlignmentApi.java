package io.sandtable.web.alignment;

import io.sandtable.web.Language;
import io.sandtable.web.Words;
import io.sandtable.web.api.Refusal;
import io.sandtable.web.company.Companies;
import io.sandtable.web.people.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** {@code /api/v1/alignment}: what a company's sources list twice, for programs. */
@RestController
@Profile("service")
@RequestMapping("/api/v1/alignment")
class AlignmentApi {
    private final Alignments alignments;
    private final Companies companies;

    AlignmentApi(Alignments alignments, Companies companies) {
        this.alignments = alignments;
        this.companies = companies;
    }

    /**
     * Two things.
     *
     * @param kept id of the one that keeps its id and unit
     * @param worth how many of its units one of the other's is, where nothing else says so
     */
    record Two(
            @Nullable String kept,
            @Nullable String other,
            @Nullable Double worth,
            @Nullable String note,
            @Nullable String company) {
        String keptId() {
            return required(kept);
        }

        String otherId() {
            return required(other);
        }

        private static String required(@Nullable String id) {
            if (id == null || id.isBlank()) {
                throw Refusal.badInput("ALIGNMENT_IDS");
            }
            return id;
        }

        String said() {
            return note == null ? "" : note.strip();
        }
    }

    /** Whose things. */
    record Whose(@Nullable String company) {}

    @GetMapping
    JsonNode state(@RequestParam(required = false) @Nullable String company, Language language) {
        return answer(company(company), language);
    }

    /** Takes everything that is sure. */
    @PostMapping("/sure")
    JsonNode sure(@RequestBody Whose whose, Language language) {
        alignments.takeSure(company(whose.company()));
        return answer(company(whose.company()), language);
    }

    @PostMapping("/same")
    JsonNode same(@RequestBody Two two, Person person, Language language) {
        String company = company(two.company());
        alignments.accept(company, two.keptId(), two.otherId(), two.worth(), two.said(), person.name());
        return answer(company, language);
    }

    @PostMapping("/different")
    JsonNode different(@RequestBody Two two, Person person, Language language) {
        String company = company(two.company());
        alignments.refuse(company, two.keptId(), two.otherId(), two.said(), person.name());
        return answer(company, language);
    }

    /** A link or a refusal goes. */
    @PostMapping("/undo")
    JsonNode undo(@RequestBody Two two, Language language) {
        String company = company(two.company());
        alignments.forget(company, two.keptId(), two.otherId());
        return answer(company, language);
    }

    private JsonNode answer(String company, Language language) {
        return AlignmentJson.of(alignments.state(company), Words.in(language));
    }

    private String company(@Nullable String named) {
        return named == null ? companies.current() : named;
    }
}
