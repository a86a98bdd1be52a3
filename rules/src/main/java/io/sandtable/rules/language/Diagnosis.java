package io.sandtable.rules.language;

import io.sandtable.model.NodeType;
import io.sandtable.rules.Kind;
import io.sandtable.rules.Names;
import io.sandtable.rules.Outcome;
import io.sandtable.rules.Question;
import io.sandtable.rules.Question.Choice;
import io.sandtable.rules.Question.Code;
import io.sandtable.rules.Wording;
import io.sandtable.rules.grammar.Sentence;
import io.sandtable.rules.wording.Examples;
import io.sandtable.rules.wording.Questions;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Why a stretch of text has no reading, as a refusal or as questions with the nearest things that can be said. */
final class Diagnosis {
    /** Words that make a text be about the business, each with the kinds it hints at. */
    private static final Map<Integer, List<Kind>> HINTS = Map.ofEntries(
            Map.entry(Sentence.DEMAND, List.of(Kind.DEMAND_CHANGE, Kind.MUST_DELIVER)),
            Map.entry(Sentence.WANTS_MORE, List.of(Kind.DEMAND_CHANGE)),
            Map.entry(Sentence.CAPACITY, List.of(Kind.CAPACITY_RESERVATION, Kind.CAPACITY_CHANGE)),
            Map.entry(Sentence.RESERVE, List.of(Kind.CAPACITY_RESERVATION)),
            Map.entry(Sentence.RUSH, List.of(Kind.CAPACITY_RESERVATION)),
            Map.entry(Sentence.PRICE, List.of(Kind.PRICE_CHANGE)),
            Map.entry(Sentence.DEARER, List.of(Kind.PRICE_CHANGE)),
            Map.entry(Sentence.CHEAPER, List.of(Kind.PRICE_CHANGE)),
            Map.entry(Sentence.LEAD_TIME, List.of(Kind.LEAD_TIME_CHANGE)),
            Map.entry(Sentence.CLOSED, List.of(Kind.SUPPLIER_SHUTDOWN)),
            Map.entry(Sentence.NO_DELIVERY, List.of(Kind.SUPPLIER_SHUTDOWN)),
            Map.entry(Sentence.HALT, List.of(Kind.RESOURCE_DOWNTIME, Kind.SUPPLIER_SHUTDOWN)),
            Map.entry(Sentence.MAINTENANCE, List.of(Kind.RESOURCE_DOWNTIME)),
            Map.entry(Sentence.CASH, List.of(Kind.CASH_FLOOR, Kind.OBJECTIVE)),
            Map.entry(Sentence.BUDGET, List.of(Kind.BUDGET_CAP)),
            Map.entry(Sentence.PURCHASE_BUDGET, List.of(Kind.BUDGET_CAP)),
            Map.entry(Sentence.CAPEX, List.of(Kind.BUDGET_CAP)),
            Map.entry(Sentence.FREIGHT, List.of(Kind.BUDGET_CAP)),
            Map.entry(Sentence.OUTSOURCING_BUDGET, List.of(Kind.BUDGET_CAP)),
            Map.entry(Sentence.OVERTIME_PAY, List.of(Kind.BUDGET_CAP, Kind.OVERTIME_LIMIT)),
            Map.entry(Sentence.MARGIN, List.of(Kind.MARGIN_FLOOR)),
            Map.entry(Sentence.ON_TIME, List.of(Kind.SERVICE_LEVEL)),
            Map.entry(Sentence.FILL_RATE, List.of(Kind.SERVICE_LEVEL)),
            Map.entry(Sentence.EMISSION, List.of(Kind.EMISSION_CAP)),
            Map.entry(Sentence.POWER_USE, List.of(Kind.ENERGY_CAP)),
            Map.entry(Sentence.OVERTIME, List.of(Kind.OVERTIME_LIMIT)),
            Map.entry(Sentence.NIGHT_SHIFT, List.of(Kind.SHIFT_BAN)),
            Map.entry(Sentence.WEEKEND_SHIFT, List.of(Kind.SHIFT_BAN)),
            Map.entry(Sentence.BUY, List.of(Kind.SOURCING_BAN, Kind.SOURCING_ALLOW_ONLY)),
            Map.entry(Sentence.OUTSOURCE, List.of(Kind.CONFIDENTIAL_PROCESS)),
            Map.entry(Sentence.IN_HOUSE, List.of(Kind.CONFIDENTIAL_PROCESS)),
            Map.entry(Sentence.DELIVER, List.of(Kind.MUST_DELIVER)),
            Map.entry(Sentence.STOCK, List.of(Kind.STOCK_LIMIT, Kind.SAFETY_STOCK)),
            Map.entry(Sentence.SAFETY_STOCK, List.of(Kind.SAFETY_STOCK)),
            Map.entry(Sentence.SHELF_LIFE, List.of(Kind.SHELF_LIFE)),
            Map.entry(Sentence.MOQ, List.of(Kind.MIN_ORDER_QTY)),
            Map.entry(Sentence.SHARE, List.of(Kind.PURCHASE_SHARE)),
            Map.entry(Sentence.TARIFF, List.of(Kind.POLICY)),
            Map.entry(Sentence.EXPORT_REBATE, List.of(Kind.POLICY)),
            Map.entry(Sentence.VAT, List.of(Kind.POLICY)),
            Map.entry(Sentence.CARBON_TAX, List.of(Kind.POLICY)),
            Map.entry(Sentence.SUBSIDY, List.of(Kind.POLICY)),
            Map.entry(Sentence.REPLACE, List.of(Kind.SUBSTITUTION)),
            Map.entry(Sentence.SWAP, List.of(Kind.SUBSTITUTION)),
            Map.entry(Sentence.WORKED, List.of(Kind.WORKING_CALENDAR)),
            Map.entry(Sentence.NOT_WORKED, List.of(Kind.WORKING_CALENDAR)),
            Map.entry(Sentence.LOSS, List.of(Kind.QUERY)),
            Map.entry(Sentence.EARNED, List.of(Kind.QUERY)),
            Map.entry(Sentence.REVENUE, List.of(Kind.QUERY)),
            Map.entry(Sentence.LATENESS, List.of(Kind.QUERY)));

    private static final Set<Integer> STOPS =
            Set.of(Sentence.HALT, Sentence.CLOSED, Sentence.NO_DELIVERY, Sentence.MAINTENANCE);

    private static final Set<Integer> MOVES = Set.of(
            Sentence.UP, Sentence.DOWN, Sentence.DEARER, Sentence.CHEAPER, Sentence.WANTS_MORE, Sentence.WANTS_LESS);

    private static final List<Kind> COMMON =
            List.of(Kind.DEMAND_CHANGE, Kind.CAPACITY_RESERVATION, Kind.PRICE_CHANGE, Kind.CASH_FLOOR);

    private static final Pattern CODE = Pattern.compile("(?<![a-z0-9])[a-z]{2,3}-?\\d{3,6}(?![a-z0-9])");

    private final NameIndex index;
    private final Names names;

    record Finding(Outcome outcome, List<Question> questions) {}

    Diagnosis(NameIndex index, Names names) {
        this.index = index;
        this.names = names;
    }

    /** What to answer, given the paths of the text and the questions its unfinished readings asked. */
    Finding of(NormalText text, List<List<Token>> paths, List<Question> open) {
        Optional<Question> unfinished = open.stream()
                .filter(q -> q.code() != Code.WRONG_TYPE)
                .findFirst()
                .or(() -> open.stream().findFirst());
        if (unfinished.isPresent()) {
            return clarify(List.of(unfinished.get()));
        }
        List<Token> path = paths.stream().findFirst().orElse(List.of());
        Optional<Token> action = first(path, Sentence.ACTION);
        if (action.isPresent()) {
            return new Finding(Outcome.REJECT, List.of(Questions.ask(Code.ACTION, words(text, action.get()))));
        }
        Optional<Token> impossible = path.stream()
                .filter(t -> t.type() == Sentence.TIME && t.valueAs(When.class).isImpossible())
                .findFirst();
        if (impossible.isPresent()) {
            return clarify(List.of(Questions.ask(Code.IMPOSSIBLE_DATE, words(text, impossible.get()))));
        }
        Optional<String> code = strangeCode(text, path);
        if (code.isPresent() && first(path, Sentence.TIME).isPresent()) {
            return clarify(List.of(Questions.ask(Code.UNKNOWN_NAME, List.of(code.get()), List.of())));
        }
        if (paths.stream().noneMatch(Diagnosis::isBusiness)) {
            return new Finding(Outcome.REJECT, List.of(Questions.ask(Code.NOT_A_CONDITION)));
        }
        Optional<Token> topic = first(path, Sentence.TOPIC).or(() -> first(path, Sentence.QUESTION_WORD));
        if (topic.isPresent()) {
            return clarify(List.of(notYet(words(text, topic.get()))));
        }
        List<Question> unknown = unknownParts(text, path);
        return clarify(
                unknown.isEmpty() ? List.of(Questions.ask(Code.NOT_UNDERSTOOD, List.of(), examples(path))) : unknown);
    }

    /** An honest refusal of something that is about the business but beyond the grammar. */
    private Question notYet(String words) {
        return Questions.ask(Code.NOT_YET_SUPPORTED, List.of(words), examples(List.of()));
    }

    private static Finding clarify(List<Question> questions) {
        return new Finding(Outcome.CLARIFY, questions);
    }

    /** SO-9999: like the number of an order that there is not. */
    private static Optional<String> strangeCode(NormalText text, List<Token> path) {
        return CODE.matcher(text.text())
                .results()
                .filter(m -> path.stream()
                        .noneMatch(t -> t.type() == Sentence.NAME && t.start() <= m.start() && m.start() < t.end()))
                .map(m -> text.original().substring(m.start(), m.end()))
                .findFirst();
    }

    /** A word of the business of more than one character, or a figure that moves: 钛合金涨一成. */
    private static boolean isBusiness(List<Token> path) {
        boolean moves = path.stream().anyMatch(t -> MOVES.contains(t.type()))
                && path.stream().anyMatch(t -> t.type() == Sentence.AMOUNT || t.type() == Sentence.MULTIPLE);
        boolean bans = path.stream().anyMatch(t -> t.type() == Sentence.BAN || t.type() == Sentence.BLACKLIST)
                && path.stream().anyMatch(t -> t.type() == Sentence.OF_SUPPLIERS);
        boolean stops = path.stream()
                        .anyMatch(t -> STOPS.contains(t.type()) && t.end() - t.start() > 1 || t.type() == Sentence.HALT)
                && path.stream().anyMatch(t -> t.type() == Sentence.TIME);
        boolean refused = path.stream().anyMatch(t -> t.type() == Sentence.BLACKLIST && t.end() - t.start() > 1);
        return moves
                || stops
                || refused
                || bans
                || path.stream()
                        .anyMatch(t -> t.type() == Sentence.NAME
                                || t.type() == Sentence.TOPIC
                                || (HINTS.containsKey(t.type()) && t.end() - t.start() > 1));
    }

    /** Each unknown stretch with the names that touch it: 电池壳下盖 is asked about whole, never read as 电池壳. */
    private List<Question> unknownParts(NormalText text, List<Token> path) {
        var masked = new ArrayList<Token>();
        var unknown = new ArrayList<Token>();
        for (int i = 0; i < path.size(); i++) {
            Token token = path.get(i);
            Token before = masked.isEmpty() ? null : masked.getLast();
            boolean strange = token.type() == Sentence.UNKNOWN || isInsideWord(path, i);
            boolean joins = before != null
                    && isNoun(before)
                    && (isNoun(token) || strange)
                    && token.start() - before.end() <= 1
                    && (unknown.contains(before) || strange);
            if (joins) {
                unknown.remove(masked.removeLast());
            }
            int start = joins ? Objects.requireNonNull(before).start() : token.start();
            Token kept = joins || strange
                    ? new Token(Sentence.NAME, start, token.end(), new NameIndex.Mention("", List.of()))
                    : token;
            masked.add(kept);
            if (joins || strange) {
                unknown.add(kept);
            }
        }
        boolean wouldRead = Grammar.reads(masked, text.text());
        return unknown.stream().map(t -> unknown(text, masked, t, wouldRead)).toList();
    }

    /** A one-character word in the middle of a strange noun, as 能 in 储能电池壳. */
    private static boolean isInsideWord(List<Token> path, int at) {
        Token token = path.get(at);
        return at > 0
                && at + 1 < path.size()
                && token.value() == null
                && token.end() - token.start() == 1
                && path.get(at - 1).type() == Sentence.UNKNOWN
                && path.get(at - 1).end() == token.start()
                && isNoun(path.get(at + 1))
                && path.get(at + 1).start() == token.end();
    }

    private static boolean isNoun(Token token) {
        return token.type() == Sentence.NAME || token.type() == Sentence.UNKNOWN;
    }

    private Question unknown(NormalText text, List<Token> path, Token token, boolean asName) {
        String words = words(text, token);
        int position = path.indexOf(token);
        boolean afterNumber = position > 0
                && path.get(position - 1).type() == Sentence.AMOUNT
                && path.get(position - 1).valueAs(Amount.class).measure() == Amount.Measure.NUMBER;
        if (afterNumber) {
            return Questions.ask(Code.UNKNOWN_UNIT, words);
        }
        if (!asName || words.codePoints().noneMatch(Character::isLetterOrDigit)) {
            return Questions.ask(Code.UNKNOWN_WORD, List.of(words), examples(path));
        }
        List<Choice> nearest = index.nearest(words).stream()
                .map(m -> new Choice(
                        String.join("|", m.ids()),
                        new Wording(m.name().zh(), m.name().en())))
                .toList();
        return Questions.ask(Code.UNKNOWN_NAME, List.of(words), nearest);
    }

    /** The nearest things that can be said: by the words that were understood, then the common ones. */
    private List<Choice> examples(List<Token> path) {
        Set<Kind> kinds = new LinkedHashSet<>();
        path.forEach(t -> kinds.addAll(HINTS.getOrDefault(t.type(), List.of())));
        kinds.addAll(COMMON);
        return kinds.stream()
                .limit(4)
                .map(kind -> Examples.of(kind, namesFor(kind)))
                .toList();
    }

    private List<Wording> namesFor(Kind kind) {
        return switch (kind) {
            case SOURCING_ALLOW_ONLY -> List.of(name(NodeType.MATERIAL), name(NodeType.SUPPLIER));
            case SOURCING_BAN, SUPPLIER_SHUTDOWN -> List.of(name(NodeType.SUPPLIER));
            case PRICE_CHANGE,
                    LEAD_TIME_CHANGE,
                    PRICE_TOLERANCE,
                    SAFETY_STOCK,
                    STOCK_LIMIT,
                    SHELF_LIFE,
                    MIN_ORDER_QTY,
                    COMPOUND -> List.of(name(NodeType.MATERIAL));
            case SUBSTITUTION -> List.of(material(0), material(1));
            case DEMAND_CHANGE -> List.of(name(NodeType.FAMILY, NodeType.MATERIAL));
            case RESOURCE_DOWNTIME, CAPACITY_CHANGE -> List.of(name(NodeType.EQUIPMENT));
            case CONFIDENTIAL_PROCESS -> List.of(name(NodeType.PROCESS));
            case MUST_DELIVER -> List.of(name(NodeType.ORDER, NodeType.CUSTOMER));
            default -> List.of();
        };
    }

    private Wording material(int place) {
        return names.list().stream()
                .filter(n -> n.type() == NodeType.MATERIAL)
                .skip(place)
                .findFirst()
                .map(n -> index.describe(List.of(n.id())).getFirst())
                .orElseGet(() -> new Wording(NodeType.MATERIAL.zh(), NodeType.MATERIAL.en()));
    }

    private Wording name(NodeType... types) {
        return Stream.of(types)
                .flatMap(type -> names.list().stream().filter(n -> n.type() == type))
                .findFirst()
                .map(n -> index.describe(List.of(n.id())).getFirst())
                .orElseGet(() -> new Wording(types[0].zh(), types[0].en()));
    }

    private static Optional<Token> first(List<Token> path, int type) {
        return path.stream().filter(t -> t.type() == type).findFirst();
    }

    private static String words(NormalText text, Token token) {
        return text.original().substring(token.start(), token.end());
    }
}
