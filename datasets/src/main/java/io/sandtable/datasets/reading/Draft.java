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
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A dataset while it is read: takes in everything, judges at the end. */
public final class Draft {
    private final String name;
    private final List<Statement> statements = new ArrayList<>();
    private final ProblemLog problems = new ProblemLog();
    private final Room room;
    private final List<SourceFile> originals = new ArrayList<>();
    private final List<PendingTotal> totals = new ArrayList<>();
    private final Map<String, Set<String>> headers = new HashMap<>();
    private final Set<Mention> mentions = new HashSet<>();
    private int rows;

    public Draft(String name) {
        this(name, new Room());
    }

    Draft(String name, Room room) {
        this.name = name;
        this.room = room;
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
        for (Problem p : other.problems.kept()) {
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

    /** Whether a file has more bytes than may be read of it, which is reported. */
    public boolean isTooLarge(Path path, String file, long most) throws IOException {
        long size = Files.size(path);
        if (size > most) {
            problem(ProblemCode.FILE_TOO_LARGE, file, 0, "", (size >> 20) + " MB", (most >> 20) + " MB");
        }
        return size > most;
    }

    /** The row has a value for the attribute, which is wrong and not missing: that was said already. */
    public void wrong(Attribute attribute, String file, int row) {
        problems.tell(file, row, attribute.name());
    }

    /** A row was met, whether it is any good or not. */
    public void row() {
        rows++;
    }

    /** A fact of that row. A row with a wrong value states the rest all the same, so that nothing seems missing that is only wrong. */
    public void state(Fact fact, String file, int row) {
        if (keeps(Room.Kind.FACT, file, row)) {
            statements.add(new Statement(fact, file, row));
        }
    }

    /** A fact of that row for which there is no room any more: it is only counted. */
    public void leftOut(String file, int row) {
        keeps(Room.Kind.FACT, file, row);
    }

    /** Whether there is room to keep one more point of a series; where there is none, nothing is kept any more and the whole is refused. */
    public boolean keepsPoint(String file, int row) {
        return keeps(Room.Kind.POINT, file, row);
    }

    /** The same for a row that others look up. */
    public boolean keepsLookedUp(String file, int row) {
        return keeps(Room.Kind.LOOKED_UP, file, row);
    }

    /** Whether there was more to keep than there is room for, so that nothing is kept. */
    public boolean isFull() {
        return room.firstWithout() != null;
    }

    private boolean keeps(Room.Kind kind, String file, int row) {
        boolean kept = room.take(kind, file, row);
        if (!kept) {
            statements.clear();
            mentions.clear();
        }
        return kept;
    }

    /** A sum over the file's own cells, to be held against the same sum over the facts that remain. */
    public void total(
            String what, String subject, String unit, BigDecimal file, Function<List<Statement>, BigDecimal> imported) {
        totals.add(new PendingTotal(what, subject, unit, file, imported));
    }

    /** A row begins a relation there but cannot be used: it is wrong, not missing. */
    public void mention(RelationType type, String from) {
        if (!isFull()) {
            mentions.add(new Mention(type, from));
        }
    }

    /** Checks the whole, leaves out the rows that are wrong and what hangs on them. */
    public Dataset finish(Title title, Origin origin, @Nullable LocalDate asOf) {
        Room.Place without = room.firstWithout();
        if (without != null) {
            problem(
                    ProblemCode.TOO_MUCH_TO_KEEP,
                    without.file(),
                    without.row(),
                    "",
                    Long.toString(room.asked()),
                    Long.toString(room.fitting()));
            return dataset(title, origin, asOf, List.of(), List.of());
        }
        ProblemLog found = new FactCheck(statements, problems, mentions).problems();
        List<Statement> good = hangingTogether(statements.stream()
                .filter(s -> !problems.isBad(s.file(), s.row()) && !found.isBad(s.file(), s.row()))
                .toList());
        problems.addAll(found, this::collapsed);
        return dataset(
                title,
                origin,
                asOf,
                good,
                totals.stream().map(t -> t.over(good)).toList());
    }

    private Dataset dataset(
            Title title, Origin origin, @Nullable LocalDate asOf, List<Statement> good, List<ControlTotal> sums) {
        return new Dataset(
                name,
                title,
                origin,
                asOf,
                good.stream().map(Statement::fact).toList(),
                sums,
                rows,
                problems.all(),
                new Dataset.Counts(problems.badRows(), problems.errorsLeft()),
                originals);
    }

    /** A value that is missing because its column is: that is one problem of the column. */
    private Problem collapsed(Problem p) {
        Set<String> header = headers.get(p.file());
        boolean noColumn = p.code() == ProblemCode.VALUE_MISSING && header != null && !header.contains(p.column());
        return noColumn ? new Problem(p.file(), 1, p.column(), "", ProblemCode.COLUMN_MISSING, p.column()) : p;
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

    /** A relation that a row wanted to begin. */
    record Mention(RelationType type, String from) {}

    private record PendingTotal(
            String what, String subject, String unit, BigDecimal file, Function<List<Statement>, BigDecimal> imported) {
        ControlTotal over(List<Statement> good) {
            return new ControlTotal(what, subject, unit, file, imported.apply(good));
        }
    }
}
