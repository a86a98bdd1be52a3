package io.sandtable.web.scenarios;

import io.sandtable.rules.Understanding;
import io.sandtable.web.Language;
import io.sandtable.web.Words;
import io.sandtable.web.ask.AnswerJson;
import io.sandtable.web.company.Companies;
import io.sandtable.web.inquiry.Answers;
import io.sandtable.web.inquiry.Asking;
import io.sandtable.web.inquiry.Inquiries;
import io.sandtable.web.inquiry.Inquiry;
import io.sandtable.web.inquiry.LiveRun;
import io.sandtable.web.inquiry.RevisionNotes;
import io.sandtable.web.inquiry.RunQueue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.security.Principal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** A question's life for programs: asked, queued, watched, ended. */
@RestController
@RequestMapping("/api/v1/scenarios")
@Profile("service")
@Tag(name = "scenarios")
class ScenariosApi {
    private static final int MOST_ROWS = 100;

    private final Asking asking;
    private final Inquiries inquiries;
    private final RunQueue queue;
    private final Answers answers;
    private final RevisionNotes notes;
    private final Companies companies;

    ScenariosApi(
            Asking asking,
            Inquiries inquiries,
            RunQueue queue,
            Answers answers,
            RevisionNotes notes,
            Companies companies) {
        this.asking = asking;
        this.inquiries = inquiries;
        this.queue = queue;
        this.answers = answers;
        this.notes = notes;
        this.companies = companies;
    }

    /** What is asked. */
    record ScenarioRequest(
            @Schema(example = "[\"预计下季度电池壳订单增长40%\"]", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            List<String> sentences,

            @Schema(
                    description =
                            "True runs it: the sender vouches for what the sentences are read as. Anything else keeps a draft that a person confirms")
            @Nullable
            Boolean confirm,

            @Schema(description = "Day to plan from; the data's day where it is left out", example = "2026-11-21")
            @Nullable
            LocalDate asOf,

            @Schema(description = "zh (unless said) or en: the language of the report") @Nullable
            String lang) {}

    /** A page of them. */
    record ScenarioPage(List<ScenarioJson> items, int page, int pages, int total) {}

    @PostMapping
    @Operation(summary = "Ask; nothing runs unless confirm is true and every sentence was understood")
    @ApiResponse(responseCode = "202", description = "Queued; Location tells where to look")
    @ApiResponse(responseCode = "201", description = "Kept as a draft, because confirm was not true")
    @ApiResponse(responseCode = "422", description = "Something is open; the problem's member understandings says what")
    @ApiResponse(responseCode = "429", description = "The queue is full; nothing was kept")
    ResponseEntity<ScenarioJson> ask(@RequestBody ScenarioRequest request, Principal person, Language spoken) {
        List<String> sentences = Sentences.required(request.sentences());
        boolean confirmed = Boolean.TRUE.equals(request.confirm());
        String company = companies.current();
        if (confirmed) {
            List<Understanding> understandings =
                    asking.understand(company, sentences, request.asOf(), Optional.empty());
            if (!understandings.stream().allMatch(Understanding::isAccepted)) {
                throw new NotConfirmed(UnderstandApi.Understandings.tree(understandings));
            }
        }
        Language language = "en".equals(request.lang()) ? Language.EN : Language.ZH;
        Inquiry inquiry = asking.ask(company, sentences, request.asOf(), language, person.getName());
        if (!confirmed) {
            return ResponseEntity.created(location(inquiry)).body(json(inquiry, spoken));
        }
        Inquiry queued = run(inquiry, person.getName());
        return ResponseEntity.accepted().location(location(queued)).body(json(queued, spoken));
    }

    /** A question that could not be queued leaves nothing behind: the program will send it again. */
    private Inquiry run(Inquiry inquiry, String person) {
        try {
            return asking.confirmAllAndRun(inquiry, person);
        } catch (io.sandtable.web.inquiry.InquiryRefused e) {
            asking.discard(inquiry.id());
            throw e;
        }
    }

    private static URI location(Inquiry inquiry) {
        return URI.create("/api/v1/scenarios/" + inquiry.id());
    }

    @GetMapping
    @Operation(summary = "The scenarios of the company, the last changed first")
    ScenarioPage list(@RequestParam(defaultValue = "1") int page, @RequestParam(defaultValue = "20") int size) {
        String company = companies.current();
        int rows = Math.clamp(size, 1, MOST_ROWS);
        int total = inquiries.count(company);
        int pages = Math.max(1, Math.ceilDiv(total, rows));
        int here = Math.clamp(page, 1, pages);
        return new ScenarioPage(
                inquiries.listInquiries(company, (here - 1) * rows, rows).stream()
                        .map(ScenarioJson::row)
                        .toList(),
                here,
                pages,
                total);
    }

    @GetMapping("/{id}")
    @Operation(summary = "A scenario: its state, its plans so far, its answer once it is done")
    ScenarioJson get(@PathVariable String id, Language spoken) {
        return json(inquiries.getInquiry(id), spoken);
    }

    @PostMapping("/{id}/copies")
    @Operation(summary = "A branch: a draft with the same conditions on the same data, to change a few of them")
    @ApiResponse(responseCode = "201", description = "Location tells where it is")
    ResponseEntity<ScenarioJson> copy(@PathVariable String id, Principal person, Language spoken) {
        Inquiry copy = asking.copy(id, person.getName());
        return ResponseEntity.created(location(copy)).body(json(copy, spoken));
    }

    /** What it shall be called; blank takes the name away. */
    record NameRequest(@Nullable String name) {}

    @PutMapping("/{id}/name")
    @Operation(summary = "Name it, whatever its state; a blank name takes it away")
    ScenarioJson name(@PathVariable String id, @RequestBody NameRequest request, Language spoken) {
        return json(asking.name(id, request.name() == null ? "" : request.name()), spoken);
    }

    @DeleteMapping("/{id}")
    @Operation(summary = "Cancel one that is pending; discard one that has ended and that nobody decided on")
    @ApiResponse(responseCode = "202", description = "Being cancelled; its conditions are kept")
    @ApiResponse(responseCode = "204", description = "Discarded")
    ResponseEntity<Void> delete(@PathVariable String id) {
        if (inquiries.getInquiry(id).state().isPending()) {
            queue.cancel(id);
            return ResponseEntity.accepted().build();
        }
        asking.discard(id);
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/{id}/accept-best")
    @Operation(summary = "End the search and go on with the plans found so far")
    @ApiResponse(
            responseCode = "202",
            description = "The run ends as soon as it can; nothing happens where it has ended")
    ResponseEntity<Void> acceptBest(@PathVariable String id) {
        inquiries.getInquiry(id);
        queue.acceptBest(id);
        return ResponseEntity.accepted().build();
    }

    private ScenarioJson json(Inquiry asked, Language spoken) {
        Optional<LiveRun> run = queue.findRun(asked.id());
        Inquiry inquiry = inquiries.findInquiry(asked.id()).orElse(asked);
        boolean done = inquiry.state() == Inquiry.State.DONE;
        JsonNode answer = done ? AnswerJson.of(answers.getAnswer(inquiry.id()), null, null) : null;
        return ScenarioJson.whole(
                inquiry,
                run,
                queue.waitingBefore(inquiry.id()),
                done ? notes.since(inquiry) : List.of(),
                answer,
                Words.in(spoken));
    }
}
