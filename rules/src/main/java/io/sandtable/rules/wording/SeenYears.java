package io.sandtable.rules.wording;

import io.sandtable.rules.Kind;
import io.sandtable.rules.Outcome;
import io.sandtable.rules.Statement;
import io.sandtable.rules.Understanding;
import io.sandtable.rules.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The years in which a festival was seen to be like that, as our own words say them after a rule; what people say of years is read by the grammar. */
public record SeenYears(List<String> years, int start, int end) {
    private static final String SLOT = "evidenceYears";
    private static final Pattern YEAR = Pattern.compile("\\d{4}");
    private static final Pattern ASIDE =
            Pattern.compile("（\\d{4}(?:、\\d{4})*年都是这样）| \\(as in \\d{4}(?:, \\d{4})*(?: and \\d{4})?\\)");

    public SeenYears {
        years = List.copyOf(years);
    }

    /** As an aside after the sentence; nothing where no years were seen. */
    static Wording after(Statement statement) {
        List<String> years = statement.slots().get(SLOT) instanceof List<?> seen
                ? seen.stream().map(String::valueOf).toList()
                : List.of();
        return years.isEmpty()
                ? new Wording("", "")
                : new Wording("（" + String.join("、", years) + "年都是这样）", " (as in " + inEnglish(years) + ")");
    }

    private static String inEnglish(List<String> years) {
        int last = years.size() - 1;
        return last == 0 ? years.getFirst() : String.join(", ", years.subList(0, last)) + " and " + years.get(last);
    }

    /** The aside in a text. */
    public static Optional<SeenYears> in(String text) {
        Matcher aside = ASIDE.matcher(text);
        if (!aside.find()) {
            return Optional.empty();
        }
        List<String> years =
                YEAR.matcher(aside.group()).results().map(MatchResult::group).toList();
        return Optional.of(new SeenYears(years, aside.start(), aside.end()));
    }

    /** The text with blanks in the aside's place, so that every other character keeps its own. */
    public String without(String text) {
        return text.substring(0, start) + " ".repeat(end - start) + text.substring(end);
    }

    /** What was read of the rest, with the years; empty where that is no rule about a festival. */
    public Optional<Understanding> of(Understanding rest, String text, Function<Statement, Wording> paraphrase) {
        if (!rest.isAccepted() || !rest.statements().stream().allMatch(SeenYears::isOfAFestival)) {
            return Optional.empty();
        }
        var statements = new ArrayList<Statement>();
        for (Statement s : rest.statements()) {
            var slots = new TreeMap<>(s.slots());
            slots.put(SLOT, years);
            var source =
                    new Statement.Source(text, s.source().spans(), s.source().readBy());
            var seen = new Statement(
                    s.kind(),
                    s.modality(),
                    s.entities(),
                    s.comparator(),
                    s.quantity(),
                    s.window(),
                    s.recurrence(),
                    slots,
                    source,
                    s.paraphrase());
            statements.add(seen.paraphrasedAs(paraphrase.apply(seen)));
        }
        return Optional.of(new Understanding(Outcome.ACCEPT, statements, List.of()));
    }

    private static boolean isOfAFestival(Statement s) {
        return s.kind() == Kind.SUPPLIER_SHUTDOWN
                && s.recurrence() != null
                && s.recurrence().startsWith("CN_FESTIVAL:");
    }
}
