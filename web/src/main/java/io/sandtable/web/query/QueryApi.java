package io.sandtable.web.query;

import io.sandtable.rules.Wording;
import io.sandtable.simulation.query.QueryRefused;
import io.sandtable.web.Language;
import io.sandtable.web.Words;
import io.sandtable.web.api.Refusal;
import io.sandtable.web.company.Companies;
import io.sandtable.web.inquiry.Asking;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Questions about the data over REST; nothing is kept. */
@RestController
@RequestMapping("/api/v1/query")
@Profile("service")
@Tag(name = "questions")
class QueryApi {
    private final Questions questions;
    private final Companies companies;

    QueryApi(Questions questions, Companies companies) {
        this.questions = questions;
        this.companies = companies;
    }

    record QueryRequest(
            @Schema(
                    description = "One question about the data",
                    example = "上季度哪个供应商交货最不准时",
                    requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable
            String sentence,

            @Schema(
                    description =
                            "Day that \"last quarter\" counts from and records reach to; the data's day where it is left out",
                    example = "2026-11-21")
            @Nullable
            LocalDate asOf) {}

    /** What became of a question. */
    enum Outcome {
        ANSWERED,
        /** It was understood, and the records cannot tell. */
        REFUSED,
        /** It has open points, or is no question about the data. */
        NOT_UNDERSTOOD
    }

    record QueryColumn(
            @Schema(description = "What it says, in the language of the request")
            String label,

            @Schema(description = "Unit of its figures; empty for a count")
            String unit) {}

    record QueryLine(
            @Schema(description = "Name of the thing, or the month")
            String name,

            @Schema(
                    description =
                            "Figures in the order of the columns, money in CNY; null where a figure cannot be worked out")
            List<@Nullable Double> values) {
        static QueryLine of(QueryView.Line line) {
            return new QueryLine(
                    line.name(),
                    line.cells().stream().map(QueryView.Cell::value).toList());
        }
    }

    record QueryResult(
            @Schema(
                    description =
                            "ANSWERED; REFUSED where the records cannot tell; NOT_UNDERSTOOD where the sentence has open points")
            Outcome outcome,

            @Schema(description = "The question as it was understood, in Chinese and English; null where it was not")
            @Nullable
            Wording words,

            @Schema(description = "The answer in a sentence, or why there is none")
            String sentence,

            @Schema(description = "What the figures are") List<QueryColumn> columns,

            @Schema(description = "A line each group, in the order asked for")
            List<QueryLine> rows,

            @Schema(description = "Over all groups, shown or not; null where there is one group or none") @Nullable
            QueryLine total,

            @Schema(
                    description =
                            "Which records it came from, how many, what share is default, and what is missing; a sentence each")
            List<String> basis,

            @Schema(description = "Page that says why the figure changed; null where there is none") @Nullable
            String why) {}

    @PostMapping
    @Operation(summary = "Answer a question about the data from the records; nothing is kept")
    QueryResult query(@RequestBody QueryRequest request, @Parameter(hidden = true) Language language) {
        if (request.sentence() == null || request.sentence().isBlank()) {
            throw Refusal.badInput("EMPTY");
        }
        String sentence = Asking.sentences(request.sentence()).getFirst();
        AskedQuestion asked = questions.understand(companies.current(), sentence, request.asOf());
        if (!asked.isQuestion()) {
            return none(Outcome.NOT_UNDERSTOOD, null, unclear(asked, language));
        }
        try {
            return result(QueryView.of(asked, language), asked.statement().paraphrase());
        } catch (QueryRefused refused) {
            String why = new QueryWords(asked.business().snapshot(), language).refused(refused);
            return none(Outcome.REFUSED, asked.statement().paraphrase(), why);
        }
    }

    private static String unclear(AskedQuestion asked, Language language) {
        return asked.understanding().questions().stream()
                .map(q -> language.choose(q.words().zh(), q.words().en()))
                .findFirst()
                .orElseGet(() -> Words.in(language).say("query.whatIf"));
    }

    private static QueryResult result(QueryView view, Wording words) {
        return new QueryResult(
                Outcome.ANSWERED,
                words,
                view.sentence(),
                view.columns().stream()
                        .map(c -> new QueryColumn(c.label(), c.unit()))
                        .toList(),
                view.rows().stream().map(QueryLine::of).toList(),
                view.total() == null ? null : QueryLine.of(view.total()),
                view.basis(),
                view.why());
    }

    private static QueryResult none(Outcome outcome, @Nullable Wording words, String sentence) {
        return new QueryResult(outcome, words, sentence, List.of(), List.of(), null, List.of(), null);
    }
}
