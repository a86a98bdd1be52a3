package io.sandtable.datasets.frepple;

import io.sandtable.datasets.ProblemCode;
import io.sandtable.datasets.market.ExchangeRate;
import io.sandtable.datasets.reading.Draft;
import io.sandtable.datasets.reading.Nearest;
import io.sandtable.datasets.reading.Provenance;
import io.sandtable.model.Evidence;
import io.sandtable.model.Fact.NodeFact;
import io.sandtable.model.Fact.RelationFact;
import io.sandtable.model.NodeType;
import io.sandtable.model.Origin;
import io.sandtable.model.RelationType;
import io.sandtable.model.ValueKind;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** What the parts of the mapping share: the objects, the names they were given, and how facts are stated about them. */
final class Mapping {
    static final double SECONDS_PER_DAY = 86_400;

    private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd[ ]['T'][HH:mm:ss]");

    final FreppleFiles files;
    final Draft draft;
    final java.time.LocalDate asOf;
    final Names names = new Names();
    final StandIns standIns;
    final ExchangeRate rate;
    private final Map<String, Evidence> fileEvidence = new HashMap<>();

    Mapping(FreppleFiles files, Draft draft, java.time.LocalDate asOf, StandIns standIns, ExchangeRate rate) {
        this.files = files;
        this.draft = draft;
        this.asOf = asOf;
        this.standIns = standIns;
        this.rate = rate;
        files.hashes()
                .forEach((file, sha256) -> fileEvidence.put(
                        file, Provenance.file(Origin.REAL, draft.name() + "/" + file, sha256, asOf, null, null)));
    }

    /** The file that the object stands in. */
    Evidence file(FreppleObject o) {
        return java.util.Objects.requireNonNull(fileEvidence.get(o.file()));
    }

    /** A method of this mapping. */
    Evidence derived(String method) {
        return Provenance.method(Origin.DERIVED, draft.name(), asOf, null, method);
    }

    void node(FreppleObject o, NodeType type, String id, Map<String, Object> values, Evidence evidence) {
        draft.state(new NodeFact(type, id, values, evidence, Integer.toString(o.number())), o.file(), o.number());
    }

    void relation(
            FreppleObject o, RelationType type, String from, String to, Map<String, Object> values, Evidence evidence) {
        draft.state(
                new RelationFact(type, from, to, "", values, evidence, Integer.toString(o.number())),
                o.file(),
                o.number());
    }

    /** @param variant tells apart several relations of one type between the same two */
    void relation(
            FreppleObject o, RelationType type, String from, String to, String variant, Map<String, Object> values) {
        draft.state(
                new RelationFact(type, from, to, variant, values, file(o), Integer.toString(o.number())),
                o.file(),
                o.number());
    }

    void note(ProblemCode code, String column, String value, String expected) {
        draft.problem(code, "", 0, column, value, expected);
    }

    void problem(FreppleObject o, ProblemCode code, String field, String value, String expected) {
        draft.problem(code, o.file(), o.number(), field, value, expected);
    }

    /** A number of the object; empty where it has none or a wrong one, which is reported. */
    OptionalDouble number(FreppleObject o, String field) {
        String text = o.text(field);
        if (text.isEmpty()) {
            return OptionalDouble.empty();
        }
        try {
            return OptionalDouble.of((Double) ValueKind.NUMBER.parse(text));
        } catch (IllegalArgumentException e) {
            problem(o, ProblemCode.NUMBER_WRONG, field, text, "1250.5");
            return OptionalDouble.empty();
        }
    }

    /** The number a text is; empty where it is none, for which somebody else will find the words. */
    static OptionalDouble plainNumber(String text) {
        try {
            return text.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of((Double) ValueKind.NUMBER.parse(text));
        } catch (IllegalArgumentException e) {
            return OptionalDouble.empty();
        }
    }

    double numberOr(FreppleObject o, String field, double fallback) {
        return number(o, field).orElse(fallback);
    }

    /** A moment of the object; empty where it has none or a wrong one, which is reported. */
    Optional<LocalDateTime> moment(FreppleObject o, String field) {
        String text = o.text(field);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<LocalDateTime> moment = moment(text);
        if (moment.isEmpty()) {
            problem(o, ProblemCode.DATE_WRONG, field, text, "2021-01-31 00:00:00");
        }
        return moment;
    }

    static Optional<LocalDateTime> moment(String text) {
        try {
            // a resolver of pattern letters takes 2021-02-30 for the 28th unless it is strict
            var strict = DATE_TIME.withResolverStyle(java.time.format.ResolverStyle.STRICT);
            var parsed = strict.parseBest(text, LocalDateTime::from, java.time.LocalDate::from);
            return Optional.of(
                    parsed instanceof LocalDateTime both ? both : ((java.time.LocalDate) parsed).atStartOfDay());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The id of what a field refers to; empty where it refers to nothing or to something unknown, which is reported. */
    Optional<String> reference(FreppleObject o, String field, NodeType type) {
        String name = o.reference(field);
        if (name.isEmpty()) {
            problem(o, ProblemCode.VALUE_MISSING, field, "", field);
            return Optional.empty();
        }
        Optional<String> id = names.find(type, name);
        if (id.isEmpty()) {
            problem(
                    o,
                    ProblemCode.END_UNKNOWN,
                    field,
                    name,
                    Nearest.to(name, names.names(type)).orElse(""));
        }
        return id;
    }

    /** An amount of the file's currency in CNY, kept to twelve digits so that products of decimals stay decimals. */
    double cny(double amount) {
        return rounded(amount * rate.cnyPerUnit());
    }

    static double rounded(double value) {
        return BigDecimal.valueOf(value).round(new MathContext(12)).doubleValue();
    }
}
