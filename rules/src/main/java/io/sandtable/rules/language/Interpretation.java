package io.sandtable.rules.language;

import io.sandtable.model.NodeType;
import io.sandtable.rules.Comparison;
import io.sandtable.rules.Kind;
import io.sandtable.rules.Modality;
import io.sandtable.rules.Quantity;
import io.sandtable.rules.Question;
import io.sandtable.rules.Question.Choice;
import io.sandtable.rules.Question.Code;
import io.sandtable.rules.Statement;
import io.sandtable.rules.Window;
import io.sandtable.rules.Wording;
import io.sandtable.rules.grammar.Sentence;
import io.sandtable.rules.language.NameIndex.Meaning;
import io.sandtable.rules.language.NameIndex.Mention;
import io.sandtable.rules.wording.Questions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The meaning of one parsed clause, type-checked: a draft, nothing where the clause is no sentence of its kind, or a question. */
final class Interpretation {
    private static final Set<Kind> PER_PERIOD =
            EnumSet.of(Kind.BUDGET_CAP, Kind.EMISSION_CAP, Kind.ENERGY_CAP, Kind.OVERTIME_LIMIT);
    private static final Map<Integer, String> GOALS = Map.of(
            Sentence.CASH, "cash",
            Sentence.DELIVERY_GOAL, "delivery",
            Sentence.LEAD_TIME, "delivery",
            Sentence.ON_TIME, "delivery",
            Sentence.MARGIN, "margin",
            Sentence.EMISSION, "carbon");

    private static final Wording NO_WORDS = new Wording("", "");

    private final Clause clause;
    private final LocalDate asOf;
    private final Statement.Source source;
    private final List<Question> open = new ArrayList<>();
    private final Map<String, Object> slots = new TreeMap<>();

    private Interpretation(Clause clause, LocalDate asOf, Statement.Source source) {
        this.clause = clause;
        this.asOf = asOf;
        this.source = source;
    }

    static Optional<Draft> of(Clause clause, LocalDate asOf, Statement.Source source) {
        return new Interpretation(clause, asOf, source).draft();
    }

    private Optional<Draft> draft() {
        requireUsed(Sentence.TIME_OF_DAY, clause.kind() == Kind.RESOURCE_DOWNTIME);
        requireUsed(Sentence.PER, PER_PERIOD.contains(clause.kind()));
        return switch (clause.kind()) {
            case DEMAND_CHANGE ->
                Optional.of(
                        change(clause.has(Sentence.WANTS_MORE) ? Quantities.extra(clause) : Quantities.change(clause)));
            case LEAD_TIME_CHANGE -> Optional.of(change(Quantities.change(clause)));
            case PRICE_CHANGE -> price();
            case CAPACITY_CHANGE -> Optional.of(capacity());
            case CAPACITY_RESERVATION -> reservation();
            case SUPPLIER_SHUTDOWN -> Optional.of(shutdown());
            case RESOURCE_DOWNTIME -> Optional.of(downtime());
            case CASH_FLOOR, MARGIN_FLOOR -> bound(Comparison.GE);
            case SERVICE_LEVEL -> {
                slots.put("metric", clause.has(Sentence.FILL_RATE) ? "FILL_RATE" : "OTD");
                yield bound(Comparison.GE);
            }
            case BUDGET_CAP -> {
                if (clause.has(Sentence.PURCHASE_BUDGET) || clause.has(Sentence.CAPEX)) {
                    slots.put("category", clause.has(Sentence.CAPEX) ? "capex" : "purchase");
                }
                yield bound(Comparison.LE);
            }
            case EMISSION_CAP, ENERGY_CAP -> bound(Comparison.LE);
            case OVERTIME_LIMIT -> overtime();
            case SOURCING_BAN, SOURCING_ALLOW_ONLY -> sourcing();
            case CONFIDENTIAL_PROCESS -> {
                slots.put("outsourcing", clause.has(Sentence.MAY));
                yield Optional.of(rule(null, null, window()));
            }
            case MUST_DELIVER -> mustDeliver();
            case SHIFT_BAN -> {
                slots.put("shift", clause.has(Sentence.WEEKEND_SHIFT) ? "weekend" : "night");
                yield Optional.of(rule(null, null, window()));
            }
            case OBJECTIVE -> objective();
        };
    }

    private Draft change(Quantity quantity) {
        return rule(null, quantity, window());
    }

    /** Without the word price, only 涨, 跌, cheaper, a discount … speak of one. */
    private Optional<Draft> price() {
        boolean discount = clause.move()
                .flatMap(Clause.Move::multiple)
                .filter(m -> m < 0 && m > -100)
                .isPresent();
        boolean said =
                clause.has(Sentence.PRICE) || clause.has(Sentence.DEARER) || clause.has(Sentence.CHEAPER) || discount;
        return said ? Optional.of(change(Quantities.change(clause))) : Optional.empty();
    }

    private Draft capacity() {
        return clause.limit()
                .map(limit -> rule(limit.side(), Quantities.limit(clause, limit.amount(), Optional.empty()), window()))
                .orElseGet(() -> change(Quantities.change(clause)));
    }

    private Optional<Draft> reservation() {
        if (!clause.has(Sentence.CAPACITY) && !clause.has(Sentence.RUSH)) {
            return Optional.empty();
        }
        if (clause.has(Sentence.RUSH)) {
            slots.put("beneficiary", "rush");
        } else if (!clause.beneficiaries().isEmpty()) {
            Mention customer = clause.beneficiaries().getFirst();
            slots.put(
                    "beneficiary",
                    ids(customer, List.of(EnumSet.of(NodeType.CUSTOMER))).getFirst());
        }
        Quantity share = Quantities.limit(clause, clause.amounts().getFirst(), Optional.empty());
        return Optional.of(rule(null, share, window()));
    }

    private Draft shutdown() {
        Optional<When> festival =
                clause.times().stream().filter(t -> t.festival() != null).findFirst();
        if (festival.isPresent() && clause.times().size() == 1) {
            if (!festival.get().yearsSeen().isEmpty()) {
                slots.put("evidenceYears", festival.get().yearsSeen());
            }
            return draft(
                    entities(),
                    null,
                    null,
                    null,
                    "CN_FESTIVAL:" + festival.get().festival());
        }
        if (clause.times().isEmpty() && !clause.has(Sentence.NO_DELIVERY)) {
            entities();
            throw new Unclear(Questions.ask(Code.MISSING_WINDOW));
        }
        return rule(null, null, window());
    }

    private Draft downtime() {
        List<String> machines = entities();
        if (clause.times().isEmpty()) {
            throw new Unclear(Questions.ask(Code.MISSING_WINDOW));
        }
        clause.amounts().forEach(amount -> {
            if (amount.measure() != Amount.Measure.DURATION) {
                throw new Unclear(Questions.ask(Code.WRONG_UNIT, amount.unit()));
            }
            slots.put("durationDays", (int) Math.ceil(amount.value()));
        });
        clause.values(Sentence.TIME_OF_DAY, List.class).stream()
                .findFirst()
                .ifPresent(ends -> slots.put("timeOfDay", List.copyOf(ends)));
        return draft(machines, null, null, window(), null);
    }

    /** A limit on one side; said on the other side it is no sentence of this kind. */
    private Optional<Draft> bound(Comparison side) {
        Clause.Limit limit = clause.limit().orElseThrow(() -> new Unclear(Questions.ask(Code.MISSING_QUANTITY)));
        boolean fits = side == Comparison.GE
                ? limit.side() == Comparison.GE || limit.side() == Comparison.GT
                : limit.side() == Comparison.LE || limit.side() == Comparison.LT;
        if (!fits) {
            return Optional.empty();
        }
        Optional<String> period =
                clause.values(Sentence.PER, String.class).stream().findFirst();
        return Optional.of(rule(limit.side(), Quantities.limit(clause, limit.amount(), period), window()));
    }

    /** Hours alone leave open whether a week's or a month's are meant. */
    private Optional<Draft> overtime() {
        if (!clause.has(Sentence.PER)) {
            String hours = clause.limit()
                    .map(limit -> Quantities.text(limit.amount().value()) + " "
                            + limit.amount().unit())
                    .orElse("");
            throw new Unclear(Questions.ask(Code.MISSING_UNIT, hours));
        }
        return bound(Comparison.LE);
    }

    /** From whom what is bought, or not: needs a supplier, and a word of buying beside the ban. */
    private Optional<Draft> sourcing() {
        boolean buys = clause.has(Sentence.BUY) || clause.has(Sentence.FROM);
        List<Mention> suppliers = clause.names().stream()
                .filter(m -> m.meanings().stream().anyMatch(n -> n.type() == NodeType.SUPPLIER))
                .toList();
        if (!buys || clause.names().isEmpty()) {
            return Optional.empty();
        }
        List<String> entities = entities();
        if (suppliers.isEmpty() || (clause.kind() == Kind.SOURCING_ALLOW_ONLY && suppliers.size() == entities.size())) {
            throw new Unclear(Questions.ask(Code.MISSING_NAME));
        }
        return Optional.of(draft(entities, null, null, window(), null));
    }

    private Optional<Draft> mustDeliver() {
        List<String> entities = entities();
        Window window = window();
        if (window.to() == null) {
            throw new Unclear(Questions.ask(Code.MISSING_WINDOW));
        }
        slots.put("deadline", window.to().toString());
        return Optional.of(draft(entities, null, null, window, null));
    }

    private Optional<Draft> objective() {
        slots.put(
                "goal",
                clause.tokens().stream()
                        .map(t -> GOALS.get(t.type()))
                        .filter(goal -> goal != null)
                        .findFirst()
                        .orElseThrow());
        return clause.times().isEmpty()
                ? Optional.of(new Draft(
                        new Statement(Kind.OBJECTIVE, null, List.of(), null, null, null, null, slots, source, NO_WORDS),
                        open))
                : Optional.empty();
    }

    private Draft rule(@Nullable Comparison comparison, @Nullable Quantity quantity, Window window) {
        return draft(entities(), comparison, quantity, window, null);
    }

    private Draft draft(
            List<String> entities,
            @Nullable Comparison comparison,
            @Nullable Quantity quantity,
            @Nullable Window window,
            @Nullable String recurrence) {
        Modality modality = modality();
        if (modality == Modality.PREFER) {
            slots.put("weight", 10);
            clause.tokens().stream()
                    .filter(t -> t.type() == Sentence.PREFER)
                    .findFirst()
                    .ifPresent(t -> slots.put(
                            "basis",
                            source.text()
                                    .substring(
                                            source.spans().getFirst().start() + t.start(),
                                            source.spans().getFirst().start() + t.end())));
        }
        return new Draft(
                new Statement(
                        clause.kind(),
                        modality,
                        entities,
                        comparison,
                        quantity,
                        window,
                        recurrence,
                        slots,
                        source,
                        NO_WORDS),
                open);
    }

    private Modality modality() {
        boolean rule = clause.kind().isRule() || clause.limit().isPresent();
        if (clause.has(Sentence.IF) || clause.has(Sentence.ASK)) {
            return Modality.HYPOTHETICAL;
        }
        if (clause.has(Sentence.PREFER)) {
            return Modality.PREFER;
        }
        if (clause.has(Sentence.MUST) && (rule || !clause.has(Sentence.FORECAST))) {
            return Modality.MUST;
        }
        return clause.has(Sentence.FORECAST) || !rule ? Modality.FORECAST : Modality.MUST;
    }

    private List<String> entities() {
        return clause.names().stream()
                .flatMap(mention -> ids(mention, EntityTypes.of(clause.kind())).stream())
                .toList();
    }

    private List<String> ids(Mention mention, List<Set<NodeType>> tiers) {
        if (mention.meanings().isEmpty()) {
            throw new Unclear(Questions.ask(Code.MISSING_NAME));
        }
        for (Set<NodeType> tier : tiers) {
            List<Meaning> fitting = mention.meanings().stream()
                    .filter(m -> tier.contains(m.type()))
                    .toList();
            if (fitting.size() == 1) {
                return fitting.getFirst().ids();
            }
            if (!fitting.isEmpty()) {
                open.add(ambiguous(mention.said(), fitting));
                return List.of(fitting.stream().flatMap(m -> m.ids().stream()).collect(Collectors.joining("|")));
            }
        }
        Meaning said = mention.meanings().getFirst();
        throw new Unclear(Questions.ask(
                Code.WRONG_TYPE, mention.said(), said.type().zh(), said.type().en()));
    }

    private static Question ambiguous(String said, List<Meaning> meanings) {
        return Questions.ask(
                Code.AMBIGUOUS_NAME,
                List.of(said),
                meanings.stream()
                        .limit(8)
                        .map(m -> new Choice(
                                String.join("|", m.ids()),
                                new Wording(
                                        "%s（%s %s）"
                                                .formatted(
                                                        m.name().zh(),
                                                        m.type().zh(),
                                                        m.ids().getFirst()),
                                        "%s (%s %s)"
                                                .formatted(
                                                        m.name().en(),
                                                        m.type().en(),
                                                        m.ids().getFirst()))))
                        .toList());
    }

    /** The one window the clause names; from the as-of day where no beginning is said. */
    private Window window() {
        List<When> times = clause.times();
        if (times.isEmpty()) {
            return new Window(asOf, null);
        }
        for (When time : times) {
            if (time.impossible() != null) {
                throw new Unclear(Questions.ask(Code.IMPOSSIBLE_DATE, time.impossible()));
            }
            if (time.everyYear() || time.recurrence() != null) {
                throw new Unclear(Questions.ask(Code.NOT_YET_SUPPORTED, words(Sentence.TIME)));
            }
        }
        if (times.size() == 1 && times.getFirst().always()) {
            return Window.ALWAYS;
        }
        LocalDate from = null;
        LocalDate to = null;
        for (When time : times) {
            if ((time.from() != null && from != null) || (time.to() != null && to != null) || time.always()) {
                throw unclearWindow();
            }
            from = time.from() == null ? from : time.from();
            to = time.to() == null ? to : time.to();
        }
        LocalDate begin = from == null ? asOf : from;
        if (to != null && (to.isBefore(begin) || to.isBefore(asOf))) {
            throw unclearWindow();
        }
        return new Window(begin, to);
    }

    private Unclear unclearWindow() {
        return new Unclear(Questions.ask(Code.UNCLEAR_WINDOW, words(Sentence.TIME)));
    }

    private void requireUsed(int tokenType, boolean used) {
        if (clause.has(tokenType) && !used) {
            throw new Unclear(Questions.ask(Code.NOT_YET_SUPPORTED, words(tokenType)));
        }
    }

    private String words(int tokenType) {
        int offset = source.spans().getFirst().start();
        return clause.tokens().stream()
                .filter(t -> t.type() == tokenType)
                .map(t -> source.text().substring(offset + t.start(), offset + t.end()))
                .collect(Collectors.joining(", "));
    }
}
