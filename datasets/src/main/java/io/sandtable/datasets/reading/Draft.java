package io.sandtable.datasets.reading;

import io.sandtable.datasets.ControlTotal;
import io.sandtable.datasets.Dataset;
import io.sandtable.datasets.Problem;
import io.sandtable.datasets.ProblemCode;
import io.sandtable.datasets.SourceFile;
import io.sandtable.datasets.Title;
import io.sandtable.model.Attribute;
import io.sandtable.model.Fact;
import io.sandtable.model.Origin;
import io.sandtable.model.RelationType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A dataset while it is read: takes in everything, judges at the end. */
public final class Draft {
    private final String name;
    private final List<Statement> statements = new ArrayList<>();
    private final Set<Problem> problems = new LinkedHashSet<>();
    private final List<SourceFile> originals = new ArrayList<>();
    private final List<PendingTotal> totals = new ArrayList<>();
    private final Map<String, Set<String>> headers = new HashMap<>();
    private final Set<Mention> mentions = new HashSet<>();
    private final Set<Wrong> wrong = new HashSet<>();
    private int rows;

    public Draft(String name) {
        this.name = name;
    }

    public String name() {
        return name;
    }

    public void original(SourceFile file) {
        originals.add(file);
    }

    /** Columns a table has, so that a column missing altogether is one problem and not one per row. */
    public void header(String file, Collection<String> columns) {
        headers.put(file, Set.copyOf(columns));
    }

    /** Takes over what another draft has found out about its files; its facts stay there. */
    public void adopt(Draft other) {
        String prefix = other.name + "/";
        for (SourceFile o : other.originals) {
            originals.add(new SourceFile(prefix + o.name(), o.path(), o.sha256(), o.size()));
        }
        for (Problem p : other.problems) {
            problem(p.code(), prefix + p.file(), p.row(), p.column(), p.value(), p.expected());
        }
    }

    /** What was stated so far, in order. */
    public List<Statement> statements() {
        return java.util.Collections.unmodifiableList(statements);
    }

    public void problem(ProblemCode code, String file, int row, String column, String value, String expected) {
        problems.add(new Problem(file, row, column, value, code, expected));
    }

    /** The row has a value for the attribute, which is wrong and not missing: that was said already. */
    public void wrong(Attribute attribute, String file, int row) {
        wrong.add(new Wrong(file, row, attribute.name()));
    }

    /** A row was met, whether it is any good or not. */
    public void row() {
        rows++;
    }

    /** A fact of that row. A row with a wrong value states the rest all the same, so that nothing seems missing that is only wrong. */
    public void state(Fact fact, String file, int row) {
        statements.add(new Statement(fact, file, row));
    }

    /** A sum over the file's own cells, to be held against the same sum over the facts that remain. */
    public void total(
            String what, String subject, String unit, BigDecimal file, Function<List<Statement>, BigDecimal> imported) {
        totals.add(new PendingTotal(what, subject, unit, file, imported));
    }

    /** A row begins a relation there but cannot be used: it is wrong, not missing. */
    public void mention(RelationType type, String from) {
        mentions.add(new Mention(type, from));
    }

    /** Checks the whole, leaves out the rows that are wrong and what hangs on them. */
    public Dataset finish(Title title, Origin origin, @Nullable LocalDate asOf) {
        List<Problem> found = new FactCheck(statements, problems, wrong, mentions).problems();
        var places = new HashSet<Statement.Place>();
        problems.stream().filter(Problem::isError).forEach(p -> places.add(new Statement.Place(p.file(), p.row())));
        found.stream().filter(Problem::isError).forEach(p -> places.add(new Statement.Place(p.file(), p.row())));
        collapseMissingColumns(found).forEach(problems::add);

        List<Statement> good = hangingTogether(
                statements.stream().filter(s -> !places.contains(s.place())).toList());
        return new Dataset(
                name,
                title,
                origin,
                asOf,
                good.stream().map(Statement::fact).toList(),
                totals.stream().map(t -> t.over(good)).toList(),
                rows,
                new ArrayList<>(problems),
                originals);
    }

    private List<Problem> collapseMissingColumns(List<Problem> found) {
        var told = new LinkedHashSet<Problem>();
        for (Problem p : found) {
            Set<String> header = headers.get(p.file());
            boolean noColumn = p.code() == ProblemCode.VALUE_MISSING && header != null && !header.contains(p.column());
            told.add(noColumn ? new Problem(p.file(), 1, p.column(), "", ProblemCode.COLUMN_MISSING, p.column()) : p);
        }
        return List.copyOf(told);
    }

    private static List<Statement> hangingTogether(List<Statement> good) {
        var nodes = new HashSet<String>();
        for (Statement s : good) {
            if (s.fact() instanceof Fact.NodeFact node) {
                nodes.add(node.id());
            }
        }
        return good.stream()
                .filter(s -> !(s.fact() instanceof Fact.RelationFact r)
                        || (nodes.contains(r.from()) && nodes.contains(r.to())))
                .toList();
    }

    /** A value that a row has and that is wrong. */
    record Wrong(String file, int row, String attribute) {}

    /** A relation that a row wanted to begin. */
    record Mention(RelationType type, String from) {}

    private record PendingTotal(
            String what, String subject, String unit, BigDecimal file, Function<List<Statement>, BigDecimal> imported) {
        ControlTotal over(List<Statement> good) {
            return new ControlTotal(what, subject, unit, file, imported.apply(good));
        }
    }
}
