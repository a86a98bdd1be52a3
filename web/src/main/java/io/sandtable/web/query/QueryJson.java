package io.sandtable.web.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.sandtable.rules.Wording;
import io.sandtable.web.query.QueryReply.Outcome;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers to the questions of a text as one document, the same over REST and on the command line. */
@Schema(name = "QueryResult")
public record QueryJson(
        @Schema(
                description =
                        "ANSWERED; REFUSED where the records cannot tell; NOT_UNDERSTOOD where the sentence has open points")
        Outcome outcome,

        @Schema(description = "The question as it was asked")
        String asked,

        @Schema(description = "The question as it was understood, in Chinese and English; null where it was not")
        @Nullable
        Wording words,

        @Schema(description = "The answer in a sentence, or why there is none")
        String sentence,

        @Schema(description = "What the figures are") List<Column> columns,

        @Schema(description = "A line each group, in the order asked for")
        List<Line> rows,

        @Schema(description = "Over all groups, shown or not; null where there is one group or none") @Nullable
        Line total,

        @Schema(
                description =
                        "Which records it came from, how many, what share is default, and what is missing; a sentence each")
        List<String> basis,

        @Schema(description = "Page that says why the figure changed; null where there is none") @Nullable
        String why,

        @Schema(
                description = "Answers to the text's other questions, in their order; left out where it asks one",
                requiredMode = Schema.RequiredMode.NOT_REQUIRED)
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<QueryJson> more) {
    public QueryJson {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        basis = List.copyOf(basis);
        more = List.copyOf(more);
    }

    @Schema(name = "QueryColumn")
    public record Column(
            @Schema(description = "What it says, in the language of the request")
            String label,

            @Schema(description = "Unit of its figures; empty for a count")
            String unit) {}

    @Schema(name = "QueryLine")
    public record Line(
            @Schema(description = "Name of the thing, or the month")
            String name,

            @Schema(
                    description =
                            "Figures in the order of the columns, money in CNY; null where a figure cannot be worked out")
            List<@Nullable Double> values) {
        private static Line of(QueryView.Line line) {
            return new Line(
                    line.name(),
                    line.cells().stream().map(QueryView.Cell::value).toList());
        }
    }

    /** The answer to the first question, the others within it. */
    public static QueryJson of(List<QueryReply> replies) {
        return of(
                replies.getFirst(),
                replies.stream().skip(1).map(reply -> of(reply, List.of())).toList());
    }

    private static QueryJson of(QueryReply reply, List<QueryJson> more) {
        QueryView view = reply.view();
        if (view == null) {
            return new QueryJson(
                    reply.outcome(),
                    reply.asked(),
                    reply.words(),
                    reply.sentence(),
                    List.of(),
                    List.of(),
                    null,
                    List.of(),
                    null,
                    more);
        }
        return new QueryJson(
                reply.outcome(),
                reply.asked(),
                reply.words(),
                reply.sentence(),
                view.columns().stream()
                        .map(c -> new Column(c.label(), c.unit()))
                        .toList(),
                view.rows().stream().map(Line::of).toList(),
                view.total() == null ? null : Line.of(view.total()),
                view.basis(),
                view.why(),
                more);
    }
}
