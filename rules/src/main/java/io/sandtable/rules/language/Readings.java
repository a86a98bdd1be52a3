package io.sandtable.rules.language;

import io.sandtable.rules.Names;
import io.sandtable.rules.Question;
import io.sandtable.rules.Statement;
import io.sandtable.rules.wording.Paraphrases;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** Reads one stretch of text as one statement, by the grammar of each kind. */
final class Readings {
    private final Names names;
    private final LocalDate asOf;
    private final Lattice lattice;
    private final Diagnosis diagnosis;
    private final Paraphrases paraphrases;

    Readings(Names names, LocalDate asOf, Lattice lattice, Diagnosis diagnosis, Paraphrases paraphrases) {
        this.names = names;
        this.asOf = asOf;
        this.lattice = lattice;
        this.diagnosis = diagnosis;
        this.paraphrases = paraphrases;
    }

    /** What a whole text says. */
    Reading of(String text) {
        return of(text, new Statement.Span(0, text.length()));
    }

    /** What part of a text says. */
    Reading of(String text, Statement.Span span) {
        NormalText normal = NormalText.of(text.substring(span.start(), span.end()));
        var source = new Statement.Source(text, List.of(span));
        Cut cut = lattice.cut(normal);
        var open = new ArrayList<Question>();
        List<Draft> drafts = drafts(Grammar.parse(cut::hasAny, cut::best, normal.text()), source, open);
        if (drafts.isEmpty() && open.isEmpty()) {
            drafts = drafts(Grammar.parse(cut::hasAny, cut::loose, normal.text()), source, new ArrayList<>());
        }
        return new Reading(worded(drafts), () -> diagnosis.of(normal, cut.best(), open));
    }

    private List<Draft> drafts(List<Clause> clauses, Statement.Source source, List<Question> open) {
        var candidates = new Candidates(names);
        for (Clause clause : clauses) {
            try {
                Interpretation.of(clause, asOf, source)
                        .ifPresent(
                                draft -> candidates.add(draft, clause.tokens().size()));
            } catch (Unclear unclear) {
                open.add(unclear.question());
            }
        }
        return candidates.best();
    }

    /** The same, said back. */
    List<Draft> worded(List<Draft> drafts) {
        return drafts.stream()
                .map(d -> new Draft(d.statement().paraphrasedAs(paraphrases.of(d.statement())), d.open()))
                .toList();
    }

    /** The distinct thresholds a stretch of text may tell. */
    List<Map<String, Object>> thresholds(String text, Statement.Span span) {
        NormalText normal = NormalText.of(text.substring(span.start(), span.end()));
        var source = new Statement.Source(text, List.of(span));
        var found = new LinkedHashSet<Map<String, Object>>();
        for (Clause clause : Grammar.thresholds(lattice.cut(normal), normal.text())) {
            try {
                Interpretation.threshold(clause, asOf, source).ifPresent(found::add);
            } catch (Unclear unclear) {
                // a threshold with a question is none; the diagnosis of the whole sentence asks
                continue;
            }
        }
        return List.copyOf(found);
    }
}
