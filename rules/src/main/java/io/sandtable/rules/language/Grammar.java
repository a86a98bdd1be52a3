package io.sandtable.rules.language;

import io.sandtable.rules.Kind;
import io.sandtable.rules.grammar.Sentence;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.atn.ATNState;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.atn.RuleTransition;
import org.antlr.v4.runtime.atn.Transition;
import org.antlr.v4.runtime.misc.ParseCancellationException;

/** Runs every kind's start rule over a path. */
final class Grammar {
    private static final Map<Kind, Function<Sentence, ParserRuleContext>> RULES = rules();

    /** Tokens of which a sentence of the kind has at least one; spares most start rules the look. */
    private static final Map<Kind, Set<Integer>> KEYS = keys();

    /** Tokens a kind's start rule has a place for. */
    private static final Map<Kind, BitSet> VOCABULARY = vocabulary();

    private Grammar() {}

    /**
     * Every clause that a path through the text is as a sentence of some kind, from its first token to its last.
     *
     * @param hasAny whether the text has a token of one of the types
     * @param paths the paths whose tokens are all of the types
     */
    static List<Clause> parse(Predicate<BitSet> hasAny, Function<BitSet, List<List<Token>>> paths, String text) {
        var clauses = new ArrayList<Clause>();
        RULES.keySet().stream()
                .filter(kind -> !kind.isWhole() && hasAny.test(bits(KEYS.getOrDefault(kind, Set.of()))))
                .forEach(kind -> clauses.addAll(parse(kind, paths, text)));
        return clauses;
    }

    /** The clauses that say when a rule begins to hold, such as 现金低于60万的话. */
    static List<Clause> thresholds(Cut cut, String text) {
        return parse(Kind.CONDITIONAL, cut::best, text);
    }

    private static List<Clause> parse(Kind kind, Function<BitSet, List<List<Token>>> paths, String text) {
        return paths.apply(VOCABULARY.getOrDefault(kind, new BitSet())).stream()
                .flatMap(tokens -> parse(kind, tokens, text).stream())
                .toList();
    }

    /** Whether the tokens are a sentence of some kind. */
    static boolean reads(List<Token> tokens, String text) {
        return RULES.keySet().stream()
                .filter(kind -> !kind.isWhole())
                .anyMatch(kind -> parse(kind, tokens, text).isPresent());
    }

    private static Optional<Clause> parse(Kind kind, List<Token> tokens, String text) {
        if (tokens.stream().noneMatch(t -> KEYS.getOrDefault(kind, Set.of()).contains(t.type()))) {
            return Optional.empty();
        }
        var source = new ListTokenSource(tokens.stream()
                .map(t -> new LatticeToken(t, text.substring(t.start(), t.end())))
                .toList());
        var parser = new Sentence(new CommonTokenStream(source));
        parser.removeErrorListeners();
        // one context-free look-ahead is enough for this grammar and many times faster than full context
        parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
        parser.setErrorHandler(new BailErrorStrategy());
        try {
            return Optional.of(new Clause(
                    kind,
                    tokens,
                    Objects.requireNonNull(RULES.get(kind), kind::name).apply(parser)));
        } catch (ParseCancellationException e) {
            // not a sentence of this kind; that most kinds say no is how a reading is found
            return Optional.empty();
        }
    }

    private static Map<Kind, Function<Sentence, ParserRuleContext>> rules() {
        var rules = new EnumMap<Kind, Function<Sentence, ParserRuleContext>>(Kind.class);
        for (Kind kind : Kind.values()) {
            rules.put(
                    kind,
                    switch (kind) {
                        case DEMAND_CHANGE -> Sentence::demandChange;
                        case CAPACITY_RESERVATION -> Sentence::capacityReservation;
                        case CAPACITY_CHANGE -> Sentence::capacityChange;
                        case PRICE_CHANGE -> Sentence::priceChange;
                        case LEAD_TIME_CHANGE -> Sentence::leadTimeChange;
                        case SUPPLIER_SHUTDOWN -> Sentence::supplierShutdown;
                        case RESOURCE_DOWNTIME -> Sentence::resourceDowntime;
                        case CASH_FLOOR -> Sentence::cashFloor;
                        case BUDGET_CAP -> Sentence::budgetCap;
                        case MARGIN_FLOOR -> Sentence::marginFloor;
                        case SERVICE_LEVEL -> Sentence::serviceLevel;
                        case EMISSION_CAP -> Sentence::emissionCap;
                        case ENERGY_CAP -> Sentence::energyCap;
                        case SOURCING_BAN -> Sentence::sourcingBan;
                        case SOURCING_ALLOW_ONLY -> Sentence::sourcingAllowOnly;
                        case CONFIDENTIAL_PROCESS -> Sentence::confidentialProcess;
                        case MUST_DELIVER -> Sentence::mustDeliver;
                        case OVERTIME_LIMIT -> Sentence::overtimeLimit;
                        case SHIFT_BAN -> Sentence::shiftBan;
                        case OBJECTIVE -> Sentence::objective;
                        case WORKING_CALENDAR -> Sentence::workingCalendar;
                        case PURCHASE_SHARE -> Sentence::purchaseShare;
                        case PRICE_TOLERANCE -> Sentence::priceTolerance;
                        case MARGIN_TARGET -> Sentence::marginTarget;
                        case SAFETY_STOCK -> Sentence::safetyStock;
                        case STOCK_LIMIT -> Sentence::stockLimit;
                        case SHELF_LIFE -> Sentence::shelfLife;
                        case MIN_ORDER_QTY -> Sentence::minOrderQty;
                        case POLICY -> Sentence::policy;
                        case SUBSTITUTION -> Sentence::substitution;
                        case QUERY -> Sentence::query;
                        // a compound is read part by part, a condition's beginning apart from what it leads to
                        case CONDITIONAL, COMPOUND -> Sentence::threshold;
                    });
        }
        return rules;
    }

    private static Map<Kind, Set<Integer>> keys() {
        var keys = new EnumMap<Kind, Set<Integer>>(Kind.class);
        for (Kind kind : Kind.values()) {
            keys.put(
                    kind,
                    switch (kind) {
                        case DEMAND_CHANGE ->
                            Set.of(
                                    Sentence.DEMAND,
                                    Sentence.WANTS_MORE,
                                    Sentence.WANTS_LESS,
                                    Sentence.WANTS,
                                    Sentence.UP,
                                    Sentence.DOWN,
                                    Sentence.TO,
                                    Sentence.MULTIPLE);
                        case CAPACITY_RESERVATION -> Set.of(Sentence.RESERVE, Sentence.FREE);
                        case CAPACITY_CHANGE ->
                            Set.of(
                                    Sentence.CAPACITY,
                                    Sentence.OUTPUT,
                                    Sentence.TO,
                                    Sentence.UP,
                                    Sentence.DOWN,
                                    Sentence.LE);
                        case PRICE_CHANGE ->
                            Set.of(
                                    Sentence.PRICE,
                                    Sentence.COSTS,
                                    Sentence.UP,
                                    Sentence.DOWN,
                                    Sentence.DEARER,
                                    Sentence.CHEAPER,
                                    Sentence.TO,
                                    Sentence.MULTIPLE);
                        case LEAD_TIME_CHANGE ->
                            Set.of(
                                    Sentence.LEAD_TIME,
                                    Sentence.TAKES,
                                    Sentence.DELIVER,
                                    Sentence.LATER,
                                    Sentence.EARLIER);
                        case SUPPLIER_SHUTDOWN ->
                            Set.of(
                                    Sentence.CLOSED,
                                    Sentence.NO_DELIVERY,
                                    Sentence.HALT,
                                    Sentence.NOT_WORKED,
                                    Sentence.BAN);
                        case RESOURCE_DOWNTIME ->
                            Set.of(Sentence.CLOSED, Sentence.HALT, Sentence.MAINTENANCE, Sentence.BAN);
                        case CASH_FLOOR -> Set.of(Sentence.CASH);
                        case BUDGET_CAP ->
                            Set.of(
                                    Sentence.BUDGET,
                                    Sentence.PURCHASE_BUDGET,
                                    Sentence.CAPEX,
                                    Sentence.OUTSOURCING_BUDGET,
                                    Sentence.OVERTIME_PAY,
                                    Sentence.FREIGHT,
                                    Sentence.OTHER_COST);
                        case MARGIN_FLOOR -> Set.of(Sentence.MARGIN);
                        case SERVICE_LEVEL -> Set.of(Sentence.ON_TIME, Sentence.FILL_RATE);
                        case EMISSION_CAP -> Set.of(Sentence.EMISSION);
                        case ENERGY_CAP ->
                            Set.of(
                                    Sentence.POWER_USE,
                                    Sentence.LE,
                                    Sentence.LT,
                                    Sentence.AT_MOST_SO,
                                    Sentence.TIME_OF_DAY);
                        case SOURCING_BAN -> Set.of(Sentence.BAN, Sentence.BLACKLIST);
                        case SOURCING_ALLOW_ONLY -> Set.of(Sentence.ONLY, Sentence.EXCEPT);
                        case CONFIDENTIAL_PROCESS -> Set.of(Sentence.OUTSOURCE, Sentence.IN_HOUSE, Sentence.SECRET);
                        case MUST_DELIVER -> Set.of(Sentence.DELIVER, Sentence.DELIVERY_GOAL, Sentence.TIME);
                        case OVERTIME_LIMIT -> Set.of(Sentence.OVERTIME);
                        case SHIFT_BAN -> Set.of(Sentence.NIGHT_SHIFT, Sentence.WEEKEND_SHIFT);
                        case OBJECTIVE -> Set.of(Sentence.FIRST, Sentence.GIVE_WAY, Sentence.LESS_CARBON);
                        case WORKING_CALENDAR -> Set.of(Sentence.WORKED, Sentence.NOT_WORKED);
                        case PURCHASE_SHARE ->
                            Set.of(Sentence.SHARE, Sentence.GE, Sentence.LE, Sentence.GT, Sentence.LT);
                        case PRICE_TOLERANCE ->
                            Set.of(
                                    Sentence.TOLERATED,
                                    Sentence.INTOLERABLE,
                                    Sentence.MAY,
                                    Sentence.LE,
                                    Sentence.AT_MOST_SO);
                        case MARGIN_TARGET -> Set.of(Sentence.MARGIN);
                        case SAFETY_STOCK -> Set.of(Sentence.SAFETY_STOCK, Sentence.STOCK);
                        case STOCK_LIMIT -> Set.of(Sentence.STOCK, Sentence.LE);
                        case SHELF_LIFE -> Set.of(Sentence.SHELF_LIFE, Sentence.SPOILS);
                        case MIN_ORDER_QTY -> Set.of(Sentence.MOQ, Sentence.EACH_TIME, Sentence.LT);
                        case POLICY ->
                            Set.of(
                                    Sentence.TARIFF,
                                    Sentence.EXPORT_REBATE,
                                    Sentence.VAT,
                                    Sentence.CARBON_TAX,
                                    Sentence.SUBSIDY,
                                    Sentence.OTHER_POLICY);
                        case SUBSTITUTION -> Set.of(Sentence.REPLACE, Sentence.SWAP, Sentence.STAND_FOR);
                        case QUERY ->
                            Set.of(
                                    Sentence.WHICH,
                                    Sentence.MOST,
                                    Sentence.LEAST,
                                    Sentence.SHOW,
                                    Sentence.SEVERALLY,
                                    Sentence.TOP,
                                    Sentence.REVENUE,
                                    Sentence.PURCHASE_BUDGET,
                                    Sentence.LOSS,
                                    Sentence.MARGIN,
                                    Sentence.LATENESS,
                                    Sentence.EARNED,
                                    Sentence.ON_TIME,
                                    Sentence.FILL_RATE);
                        case CONDITIONAL, COMPOUND -> Set.of(Sentence.ONCE);
                    });
        }
        return keys;
    }

    private static BitSet bits(Set<Integer> types) {
        var bits = new BitSet();
        types.forEach(bits::set);
        return bits;
    }

    private static Map<Kind, BitSet> vocabulary() {
        List<String> names = List.of(Sentence.ruleNames);
        var vocabulary = new EnumMap<Kind, BitSet>(Kind.class);
        for (Kind kind : Kind.values()) {
            var types = new BitSet();
            gather(Sentence._ATN.ruleToStartState[names.indexOf(ruleName(kind))], new HashSet<>(), types);
            vocabulary.put(kind, types);
        }
        return vocabulary;
    }

    private static String ruleName(Kind kind) {
        if (kind.isWhole()) {
            return "threshold";
        }
        var name = new StringBuilder();
        for (String word : kind.name().toLowerCase(Locale.ROOT).split("_")) {
            name.append(name.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return name.toString();
    }

    private static void gather(ATNState state, Set<Integer> seen, BitSet types) {
        if (!seen.add(state.stateNumber) || state.getStateType() == ATNState.RULE_STOP) {
            return;
        }
        for (Transition transition : state.getTransitions()) {
            if (transition.label() != null) {
                transition.label().toList().stream().filter(type -> type > 0).forEach(types::set);
            }
            gather(transition.target, seen, types);
            if (transition instanceof RuleTransition rule) {
                gather(rule.followState, seen, types);
            }
        }
    }
}
