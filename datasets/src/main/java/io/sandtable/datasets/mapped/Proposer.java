package io.sandtable.datasets.mapped;

import io.sandtable.datasets.Choices;
import io.sandtable.datasets.Proposal;
import io.sandtable.datasets.Proposal.Reason;
import io.sandtable.datasets.mapped.Guess.Choice;
import io.sandtable.datasets.mapped.Guess.Known;
import io.sandtable.datasets.openapi.ApiTable;
import io.sandtable.datasets.reading.CsvTable.Line;
import io.sandtable.datasets.reading.Decimals;
import io.sandtable.datasets.reading.Draft;
import io.sandtable.model.Origin;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Guesses which of the usual tables the tables of a source are, and which of their columns is which. */
public final class Proposer {
    private static final int ROWS_LOOKED_AT = 500;
    /** No header has longer words. */
    private static final int LONGEST = 40;

    private static final int SAMPLES = 3;
    private static final int OTHERS = 4;
    /** A word above a column is known from here on. */
    private static final double KNOWN = 0.6;
    /** A line with so many known words is the header, whatever follows. */
    private static final double MOST_WORDS = 0.6;
    /** A reading that explains no more than this is none. */
    private static final double FEWEST = 1.2;
    /** What the name of a file or sheet says of it. */
    private static final double BY_ITS_NAME = 0.4;

    private static final Vocabulary WORDS = Vocabulary.usual();

    private final Choices choices;
    private final Map<String, Double> known = new HashMap<>();

    private Proposer(Choices choices) {
        this.choices = choices;
    }

    /** Names of the usual tables. */
    public static List<String> tables() {
        return UsualTable.all().stream().map(UsualTable::name).toList();
    }

    /** Looks at every table of a folder or file; what a person has said holds. */
    public static Proposal propose(Path path, Choices choices) throws IOException {
        var draft = new Draft(String.valueOf(path.getFileName()));
        var proposer = new Proposer(choices);
        Map<String, ApiTable> described = Grids.described(path, draft);
        var answered = new HashSet<ApiTable>();
        var tables = new ArrayList<Looked>();
        for (Grid grid : Grids.all(path, draft)) {
            proposer.look(grid, described.values(), answered::add).ifPresent(tables::add);
        }
        // what an answer is there for is read as that
        described.forEach((name, table) -> {
            if (!answered.contains(table)) {
                tables.add(described(name, table));
            }
        });
        List<Proposal.Table> decided = proposer.decide(tables);
        List<String> missing = UsualTable.all().stream()
                .filter(table -> !table.optional())
                .map(UsualTable::name)
                .filter(name -> decided.stream().noneMatch(table -> table.as().contains(name)))
                .toList();
        return new Proposal(
                decided,
                missing,
                draft.finish(io.sandtable.datasets.Title.of(draft.name()), Origin.REAL, null)
                        .problems());
    }

    /** A grid under its header, or what is described to be one. */
    private record Looked(String file, boolean described, int rows, List<FileColumn> columns) {}

    private static Looked described(String file, ApiTable table) {
        return new Looked(
                file, true, 0, table.columns().stream().map(FileColumn::of).toList());
    }

    /** @param answered is told which of the tables described it is an answer for */
    private Optional<Looked> look(Grid grid, Collection<ApiTable> described, Consumer<ApiTable> answered)
            throws IOException {
        int header = header(grid.head());
        List<String> names = header < 0 ? List.of() : grid.head().get(header).cells();
        var below = new ArrayList<Line>();
        var lines = new AtomicInteger();
        grid.lines().each(line -> {
            if (lines.getAndIncrement() > header && below.size() < ROWS_LOOKED_AT) {
                below.add(line);
            }
        });
        List<String> distinct = Names.distinct(names);
        Map<String, List<String>> said = new HashMap<>();
        described.stream()
                .filter(table -> table.share(names) >= MOST_WORDS)
                .max(Comparator.comparingDouble(table -> table.share(names)))
                .ifPresent(table -> {
                    table.columns().forEach(column -> said.put(column.name(), column.said()));
                    answered.accept(table);
                });
        var columns = new ArrayList<FileColumn>();
        for (int c = 0; c < names.size(); c++) {
            if (!names.get(c).isEmpty()) {
                int at = c;
                List<String> cells = below.stream()
                        .map(line -> at < line.cells().size() ? line.cells().get(at) : "")
                        .filter(cell -> !cell.isEmpty())
                        .toList();
                columns.add(FileColumn.of(names.get(c), said.getOrDefault(names.get(c), List.of()), cells)
                        .called(distinct.get(c)));
            }
        }
        return columns.isEmpty()
                ? Optional.empty()
                : Optional.of(new Looked(grid.file(), false, lines.get() - header - 1, columns));
    }

    /** The line with most known words, and of those the one with most words at all; −1 where no line has two. */
    private int header(List<Line> lines) {
        int best = -1;
        double most = 1;
        for (int i = 0; i < lines.size(); i++) {
            List<String> words = lines.get(i).cells().stream()
                    .filter(cell -> !cell.isEmpty() && cell.length() <= LONGEST && !Decimals.isOne(cell))
                    .distinct()
                    .toList();
            long knownWords =
                    words.stream().filter(word -> known(word) >= KNOWN).count();
            if (words.size() > 1 && knownWords >= MOST_WORDS * words.size()) {
                return i;
            }
            double found = knownWords + words.size() * 0.1;
            if (words.size() > 1 && found > most) {
                best = i;
                most = found;
            }
        }
        return best >= 0 || lines.isEmpty() || lines.getFirst().cells().size() < 2 ? best : 0;
    }

    private double known(String word) {
        return known.computeIfAbsent(word, w -> FileColumn.of(w, List.of()).known());
    }

    /** First the lists of things, then what mentions them: their codes tell which columns are theirs. */
    private List<Proposal.Table> decide(List<Looked> tables) {
        Map<Looked, Guess> first = guesses(tables, Known.NOTHING);
        var values = new HashMap<String, Set<String>>();
        first.forEach((looked, guess) -> guess.chosen().forEach((at, choice) -> {
            if (guess.isComplete()
                    && !looked.described()
                    && UsualTable.home(choice.column()).equals(guess.table().name())) {
                values.computeIfAbsent(choice.column(), c -> new HashSet<>())
                        .addAll(looked.columns().get(at).cells().values());
            }
        }));
        Map<Looked, Guess> second = guesses(tables, new Known(values));
        Set<String> lists = new HashSet<>();
        second.forEach((looked, guess) -> {
            boolean read = choices.table(looked.file()).filter(String::isEmpty).isEmpty();
            if (guess.isComplete() && read) {
                lists.add(guess.table().name());
            }
        });
        List<Proposal.Table> decided = second.entrySet().stream()
                .map(entry -> table(entry.getKey(), entry.getValue(), lists))
                .toList();
        return decided.stream()
                .map(table -> isHeadOf(table, decided) ? table.unread() : table)
                .toList();
    }

    /** Whether it is the head of documents whose lines are described, too, and hold all that it has. */
    private boolean isHeadOf(Proposal.Table head, List<Proposal.Table> all) {
        return head.described()
                && !head.lacking().isEmpty()
                && choices.table(head.file()).isEmpty()
                && all.stream()
                        .anyMatch(lines -> lines.file().startsWith(head.file() + ".")
                                && lines.lacking().isEmpty()
                                && lines.as().equals(head.as()));
    }

    private Map<Looked, Guess> guesses(List<Looked> tables, Known known) {
        var guesses = new LinkedHashMap<Looked, Guess>();
        for (Looked looked : tables) {
            String said = choices.table(looked.file()).orElse("");
            guesses.put(
                    looked,
                    UsualTable.all().stream()
                            .filter(table -> said.isEmpty() || table.name().equals(said))
                            .map(table -> Guess.of(table, looked.columns(), known))
                            .max(Comparator.comparingDouble(
                                    guess -> guess.score() + byName(looked.file(), guess.table())))
                            .orElseThrow());
        }
        return guesses;
    }

    /** Files and sheets are often called after what they hold. */
    private static double byName(String file, UsualTable table) {
        String name = file.toLowerCase(java.util.Locale.ROOT).replaceAll("[^\\p{L}]", "");
        return WORDS.callsItself(name, table.name()) ? BY_ITS_NAME : 0;
    }

    private Proposal.Table table(Looked looked, Guess guess, Set<String> lists) {
        String file = looked.file();
        boolean any = choices.table(file).map(said -> !said.isEmpty()).orElseGet(() -> guess.score() >= FEWEST);
        var columns = new ArrayList<Proposal.Column>();
        for (int at = 0; at < looked.columns().size(); at++) {
            columns.add(column(looked, guess, at, any));
        }
        List<Proposal.Column> meant =
                columns.stream().filter(c -> c.meaning().isPresent()).toList();
        Set<String> meanings =
                meant.stream().map(c -> c.meaning().orElseThrow()).collect(Collectors.toSet());
        List<List<String>> lacking = any ? guess.table().lacking(meanings) : List.of();
        double sure = meant.stream()
                .mapToDouble(Proposal.Column::confidence)
                .average()
                .orElse(0);
        return new Proposal.Table(
                file,
                looked.described(),
                any && looked.described() ? knownBy(guess.table(), meant) : List.of(),
                looked.rows(),
                any ? as(guess.table().name(), meanings, lists) : List.of(),
                lacking.isEmpty() ? sure : sure / 2,
                columns,
                any ? List.copyOf(guess.table().columns()) : List.of(),
                lacking);
    }

    /** Of each thing without which the table says nothing, the column that is it. */
    private static List<String> knownBy(UsualTable table, List<Proposal.Column> meant) {
        return table.holes().stream()
                .flatMap(hole -> hole.stream()
                        .flatMap(column -> meant.stream()
                                .filter(one -> one.meaning().orElseThrow().equals(column)))
                        .limit(1))
                .map(Proposal.Column::name)
                .distinct()
                .toList();
    }

    private Proposal.Column column(Looked looked, Guess guess, int at, boolean any) {
        FileColumn column = looked.columns().get(at);
        Choice guessed = any ? guess.chosen().get(at) : null;
        String said = any ? choices.column(looked.file(), at) : null;
        Choice choice = said == null || guessed != null && guessed.column().equals(said) ? guessed : chosen(said);
        var nothing = new Reason(guess.isMentioned(at) ? Reason.Code.ELSEWHERE : Reason.Code.NOTHING, "");
        return new Proposal.Column(
                column.name(),
                column.cells().values().stream().distinct().limit(SAMPLES).toList(),
                Optional.ofNullable(choice).map(Choice::column),
                choice == null ? 0 : choice.confidence(),
                choice == null ? nothing : choice.reason(),
                guess.candidates(at).stream()
                        .map(Choice::column)
                        .filter(other -> choice == null || !other.equals(choice.column()))
                        .limit(OTHERS)
                        .toList());
    }

    private @Nullable Choice chosen(String said) {
        return said.isEmpty() ? null : new Choice(said, 1, new Reason(Reason.Code.PERSON, choices.by()));
    }

    /** The table, and the lists of things that it holds besides where no file is such a list, or where it names them in full. */
    private static List<String> as(String table, Set<String> meanings, Set<String> lists) {
        var as = new ArrayList<String>();
        as.add(table);
        for (String kind : List.of("供应商", "客户")) {
            String list = UsualTable.home(kind + "编码");
            boolean code = meanings.contains(kind + "编码");
            boolean name = meanings.contains(kind + "名称");
            if (!as.contains(list) && (code && name || (code || name) && !lists.contains(list))) {
                as.add(list);
            }
        }
        return as;
    }
}
