package io.sandtable.web.cli;

import io.sandtable.web.Language;
import io.sandtable.web.Words;
import io.sandtable.web.query.QueryReply;
import io.sandtable.web.query.QueryView;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Stream;

/** Answers to questions about the data on a terminal: a sentence, its table, and what it rests on. */
final class QueryPrinter {
    private final Language language;
    private final Words words;
    private final PrintWriter out;

    QueryPrinter(Language language, PrintWriter out) {
        this.language = language;
        this.words = Words.in(language);
        this.out = out;
    }

    void print(List<QueryReply> replies) {
        for (QueryReply reply : replies) {
            if (replies.size() > 1) {
                out.println(words.say("ask.question") + language.choose("：", ": ") + reply.asked());
            }
            out.println(
                    reply.outcome() == QueryReply.Outcome.REFUSED
                            ? words.say("query.refused") + language.choose("：", ": ") + reply.sentence()
                            : reply.sentence());
            QueryView view = reply.view();
            if (view != null) {
                figures(view);
            }
            out.println();
        }
    }

    private void figures(QueryView view) {
        if (!view.rows().isEmpty()) {
            out.println();
            out.println(table(view).print());
        }
        out.println(words.say("query.basis") + language.choose("：", ":"));
        view.basis().forEach(sentence -> out.println("  " + sentence));
    }

    private static TextTable table(QueryView view) {
        var table = new TextTable();
        table.row(cells(view.heading(), view.columns().stream().map(QueryPrinter::heading)));
        view.rows().forEach(line -> row(table, line));
        if (view.total() != null) {
            row(table, view.total());
        }
        return table;
    }

    private static String heading(QueryView.Column column) {
        return column.unit().isEmpty() ? column.label() : "%s (%s)".formatted(column.label(), column.unit());
    }

    private static void row(TextTable table, QueryView.Line line) {
        table.row(cells(line.name(), line.cells().stream().map(QueryView.Cell::shown)));
    }

    private static List<String> cells(String first, Stream<String> others) {
        return Stream.concat(Stream.of(first), others).toList();
    }
}
