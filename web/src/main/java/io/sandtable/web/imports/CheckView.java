package io.sandtable.web.imports;

import io.sandtable.datasets.ControlTotal;
import io.sandtable.datasets.Dataset;
import io.sandtable.datasets.Problem;
import io.sandtable.datasets.ProblemCode;
import io.sandtable.datasets.ProblemWords;
import io.sandtable.web.Language;
import io.sandtable.web.Words;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What the check found, as the page shows it.
 *
 * @param inPart whether the rest can be imported once rows with errors are left out, {@code badRows} of them
 * @param groups errors by cause; none where everything can be imported
 * @param notes warnings and notes, one sentence each
 * @param notesLeft how many more notes there are
 * @param unread whether a table was left out because nobody has said what its columns mean
 */
public record CheckView(
        boolean importable,
        boolean inPart,
        int badRows,
        int files,
        int rows,
        int errors,
        List<Group> groups,
        List<String> notes,
        int notesLeft,
        List<Total> totals,
        boolean unread) {
    private static final int ROWS_SHOWN = 100;
    private static final int NOTES_SHOWN = 50;

    /**
     * Problems of one cause.
     *
     * @param left how many more there are than are shown
     */
    public record Group(String title, int count, List<Line> lines, int left) {}

    /**
     * @param row empty where the file as a whole is meant
     * @param sentence what was found and what would be right
     */
    public record Line(String file, String row, String column, String sentence) {}

    /** A sum over the files and over what came out of them. */
    public record Total(String what, String subject, String file, String imported, boolean agrees) {}

    static CheckView of(Dataset dataset, Language language) {
        var said = new ProblemWords(language.locale());
        Words words = Words.in(language);
        Map<Cause, List<Problem>> byCause = new EnumMap<>(Cause.class);
        dataset.problems().stream()
                .filter(Problem::isError)
                .forEach(p -> byCause.computeIfAbsent(Cause.of(p.code()), c -> new ArrayList<>())
                        .add(p));
        List<String> notes = dataset.problems().stream()
                .filter(p -> !p.isError())
                .map(said::of)
                .toList();
        return new CheckView(
                dataset.importable() && dataset.asOf() != null,
                dataset.importableInPart(),
                dataset.badRows(),
                dataset.originals().size(),
                dataset.rows(),
                dataset.errors(),
                byCause.entrySet().stream()
                        .map(e -> group(e.getKey(), e.getValue(), said, words))
                        .toList(),
                notes.stream().limit(NOTES_SHOWN).toList(),
                Math.max(0, notes.size() - NOTES_SHOWN),
                dataset.controlTotals().stream().map(t -> total(t, words)).toList(),
                dataset.problems().stream().anyMatch(p -> p.code() == ProblemCode.TABLE_NOT_READ));
    }

    private static Group group(Cause cause, List<Problem> problems, ProblemWords said, Words words) {
        return new Group(
                words.say("import.cause." + cause.name()),
                problems.size(),
                problems.stream()
                        .limit(ROWS_SHOWN)
                        .map(p -> new Line(
                                p.file(), p.row() == 0 ? "" : Integer.toString(p.row()), p.column(), sentence(p, said)))
                        .toList(),
                Math.max(0, problems.size() - ROWS_SHOWN));
    }

    /** The sentence without the place, which stands beside it. */
    static String sentence(Problem problem, ProblemWords said) {
        String whole = said.of(problem);
        return problem.file().isEmpty()
                ? whole
                : whole.replaceFirst("^" + Pattern.quote(problem.file()) + "(, row \\d+| 第 \\d+ 行)?[:：]\\s*", "");
    }

    private static Total total(ControlTotal total, Words words) {
        String key = "import.total." + total.what();
        String unit = total.unit().equals("rows") ? "" : " " + total.unit();
        return new Total(
                words.knows(key) ? words.say(key) : total.what(),
                total.subject() + unit,
                total.file().toPlainString(),
                total.imported().toPlainString(),
                total.agrees());
    }
}
