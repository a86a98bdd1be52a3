package io.sandtable.rules.language;

import io.sandtable.model.NodeType;
import io.sandtable.rules.Comparison;
import io.sandtable.rules.Quantity;
import io.sandtable.rules.Question.Code;
import io.sandtable.rules.Statement;
import io.sandtable.rules.grammar.Sentence;
import io.sandtable.rules.wording.Questions;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Figures that stay on one side of a value: money, service, emissions, energy, hours, shares, prices and stocks. */
final class LimitReading extends ClauseReading {
    private static final Quantity NOTHING = new Quantity(0, "kWh", Quantity.Form.SET);

    /** What money is spent on, the narrower first: purchases of new machines are an investment. */
    private static final Map<Integer, String> CATEGORIES = categories();

    private static final Pattern MORE_THAN_THAT = Pattern.compile("再|超|多");
    /** We can live with copper moving up to 2.5 %. */
    private static final Pattern MOVES = Pattern.compile("mov|fluctuat|swing|vary", Pattern.CASE_INSENSITIVE);

    private static final Pattern RANGE = Pattern.compile("容忍度|容差|(?:浮动|波动|涨跌)(?:范围|幅度|区间)");

    LimitReading(Clause clause, LocalDate asOf, Statement.Source source) {
        super(clause, asOf, source);
    }

    private static Map<Integer, String> categories() {
        var categories = new LinkedHashMap<Integer, String>();
        categories.put(Sentence.CAPEX, "capex");
        categories.put(Sentence.OUTSOURCING_BUDGET, "outsourcing");
        categories.put(Sentence.OVERTIME_PAY, "overtime");
        categories.put(Sentence.FREIGHT, "freight");
        categories.put(Sentence.PURCHASE_BUDGET, "purchase");
        return categories;
    }

    @Override
    Optional<Draft> draft() {
        return switch (clause.kind()) {
            case CASH_FLOOR -> clause.has(Sentence.INTOLERABLE) ? refused() : cash();
            case MARGIN_FLOOR -> margin();
            case SERVICE_LEVEL -> {
                slots.put("metric", clause.has(Sentence.FILL_RATE) ? "FILL_RATE" : "OTD");
                boolean each = clause.has(Sentence.EACH)
                        || words(Sentence.OF_CUSTOMERS).matches("[每各].*");
                if (each && clause.has(Sentence.OF_CUSTOMERS)) {
                    slots.put("each", "CUSTOMER");
                }
                yield clause.has(Sentence.INTOLERABLE) ? refused() : wanted();
            }
            case BUDGET_CAP -> {
                category().ifPresent(c -> slots.put("category", c));
                yield bound(Comparison.LE);
            }
            case ENERGY_CAP -> energy();
            case OVERTIME_LIMIT -> overtime();
            case PURCHASE_SHARE -> share();
            case PRICE_TOLERANCE -> tolerance();
            case MARGIN_TARGET -> marginTarget();
            case SAFETY_STOCK -> safetyStock();
            case SHELF_LIFE -> shelfLife();
            case MIN_ORDER_QTY -> leastOrder();
            case STOCK_LIMIT ->
                isOn(Comparison.LE) && (clause.has(Sentence.STOCK) || isKeptSomewhere())
                        ? named(limited())
                        : Optional.empty();
            default -> bound(Comparison.LE);
        };
    }

    /** "Keller wants 98 percent on time" is a least rate though no side is said. */
    private Optional<Draft> wanted() {
        boolean wanted = clause.has(Sentence.TARGET) || clause.has(Sentence.WANTS);
        boolean unsaid = !clause.isForbidden()
                && !clause.hasAny(Clause.SIDED)
                && clause.amounts().size() == 1;
        return wanted && unsaid ? valued(Comparison.GE, Quantities.value(clause)) : bound(Comparison.GE);
    }

    /** 辣酱毛利不低于22%，底料无所谓 is about one of them. */
    private Optional<Draft> margin() {
        boolean another = clause.names().size() > 1 || isNamedAfterItsFigure();
        if (clause.has(Sentence.GIVE_WAY) && another) {
            return Optional.empty();
        }
        return clause.has(Sentence.INTOLERABLE) ? refused() : bound(Comparison.GE);
    }

    private boolean isNamedAfterItsFigure() {
        List<Integer> types = clause.tokens().stream().map(Token::type).toList();
        return types.lastIndexOf(Sentence.NAME) > types.indexOf(Sentence.AMOUNT);
    }

    /** 毛利率低于18%的单子不接: what is under it is not taken. */
    private Optional<Draft> refused() {
        boolean under = clause.side()
                .filter(s -> s == Comparison.LT || s == Comparison.LE)
                .isPresent();
        return under && clause.amounts().size() == 1
                ? valued(Comparison.GE, Quantities.value(clause))
                : Optional.empty();
    }

    /** "M7 in the Taicang warehouse: at most 1200" speaks of stock. */
    private boolean isKeptSomewhere() {
        return names(NodeType.SITE)
                && (names(NodeType.MATERIAL) || names(NodeType.FAMILY))
                && period().isEmpty()
                && clause.amounts().stream().allMatch(a -> a.measure() == Amount.Measure.COUNT);
    }

    private Optional<Draft> energy() {
        List<List> hours = clause.values(Sentence.TIME_OF_DAY, List.class);
        if (!hours.isEmpty()) {
            slots.put("timeOfDay", hours.stream().flatMap(List<?>::stream).toList());
        }
        boolean only = clause.has(Sentence.ONLY);
        if (isSwitchedOff(only)) {
            if (only && hours.size() == 1) {
                slots.put(
                        "timeOfDay",
                        Hours.others(
                                hours.getFirst().stream().map(Object::toString).toList()));
            }
            return hours.size() == 1 ? valued(Comparison.LE, NOTHING) : Optional.empty();
        }
        if (only) {
            return Optional.empty();
        }
        boolean power = (names(NodeType.EQUIPMENT)
                        || clause.names().isEmpty() && !clause.amounts().isEmpty())
                && clause.amounts().stream()
                        .allMatch(a -> a.unit().equals("kW") || a.unit().equals("kWh"));
        return clause.has(Sentence.POWER_USE) || names(NodeType.ENERGY) || power
                ? bound(Comparison.LE)
                : Optional.empty();
    }

    /** 上午十点到十二点回流焊炉别开, 只在谷段开: no energy at those hours, day after day; a stop on certain days is downtime. */
    private boolean isSwitchedOff(boolean only) {
        boolean runs = clause.hasAny(Set.of(Sentence.WORKED, Sentence.OUTPUT, Sentence.USE));
        return (runs && clause.has(Sentence.BAN) != only || !only && clause.has(Sentence.HALT))
                && names(NodeType.EQUIPMENT)
                && clause.amounts().isEmpty()
                && !clause.has(Sentence.TIME);
    }

    private Optional<String> category() {
        if (clause.tokens().stream()
                        .filter(t -> t.type() == Sentence.OTHER_COST)
                        .count()
                > 1) {
            // 模具费不超过20万，差旅费也是 caps each
            throw new Unclear(Questions.ask(Code.NOT_UNDERSTOOD));
        }
        if (clause.has(Sentence.OTHER_COST)) {
            return Optional.of(words(Sentence.OTHER_COST));
        }
        return CATEGORIES.entrySet().stream()
                .filter(c -> clause.has(c.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** A limit on one side; said on the other side, or on none, it is no sentence of this kind. */
    private Optional<Draft> bound(Comparison side) {
        return isOn(side) && clause.amounts().size() <= 1 ? limited() : Optional.empty();
    }

    /** 现金要留六十五万: money to be kept in hand is a floor though no side is said. */
    private Optional<Draft> cash() {
        boolean kept = clause.hasAny(Set.of(Sentence.RESERVE, Sentence.TARGET, Sentence.MUST));
        boolean unsaid = !clause.isForbidden() && !clause.hasAny(Clause.SIDED);
        return kept && unsaid && clause.amounts().size() == 1
                ? valued(Comparison.GE, Quantities.value(clause))
                : bound(Comparison.GE);
    }

    private boolean isOn(Comparison side) {
        return clause.side()
                .filter(said -> side == Comparison.GE
                        ? said == Comparison.GE || said == Comparison.GT
                        : said == Comparison.LE || said == Comparison.LT)
                .isPresent();
    }

    private Optional<Draft> limited() {
        Clause.Limit limit = clause.limit().orElseThrow(() -> new Unclear(Questions.ask(Code.MISSING_QUANTITY)));
        return Optional.of(rule(limit.side(), Quantities.limit(clause, limit.amount(), period()), window()));
    }

    /** Hours alone leave open whether a week's or a month's are meant, unless the window says it. */
    private Optional<Draft> overtime() {
        boolean closed = !clause.times().isEmpty() && window().to() != null;
        if (period().isEmpty() && !closed) {
            String hours = clause.limit()
                    .map(limit -> Quantities.text(limit.amount().value()) + " "
                            + limit.amount().unit())
                    .orElse("");
            throw new Unclear(Questions.ask(Code.MISSING_UNIT, hours));
        }
        return bound(Comparison.LE);
    }

    /** Without the word share, a percentage of what is bought from a supplier is one. */
    private Optional<Draft> share() {
        if (clause.has(Sentence.IF) && clause.isForbidden()) {
            // "if it goes up by more than 5 % we stop buying" is a condition and what follows from it
            return Optional.empty();
        }
        boolean supplier = names(NodeType.SUPPLIER);
        boolean percent = clause.amounts().stream().allMatch(a -> a.measure() == Amount.Measure.PERCENT);
        if (!clause.has(Sentence.SHARE) && !(percent && (supplier || clause.has(Sentence.OF_SUPPLIERS)))) {
            return Optional.empty();
        }
        boolean each = clause.has(Sentence.EACH) || words(Sentence.OF_SUPPLIERS).startsWith("每");
        if (each || (!supplier && clause.has(Sentence.OF_SUPPLIERS))) {
            slots.put("each", "SUPPLIER");
        } else if (!supplier) {
            entities();
            throw new Unclear(Questions.ask(Code.MISSING_NAME));
        }
        return clause.side().isEmpty() ? Optional.empty() : limited();
    }

    /** Needs a word of leave beside the limit; the limit alone could be a wish about the price itself. */
    private Optional<Draft> tolerance() {
        boolean more = MORE_THAN_THAT.matcher(words(Sentence.INTOLERABLE)).lookingAt();
        if (more
                && clause.has(Sentence.TOLERATED)
                && clause.side().isEmpty()
                && clause.amounts().size() == 1) {
            // 容许有一成的涨幅，再多就别谈了
            return clause.isForbidden() || clause.hasAny(Clause.SIDED)
                    ? Optional.empty()
                    : named(valued(Comparison.LE, Quantities.value(clause)));
        }
        if (RANGE.matcher(words(Sentence.TOLERATED)).find()
                && !clause.isForbidden()
                && !clause.hasAny(Clause.SIDED)
                && !clause.has(Sentence.INTOLERABLE)
                && clause.amounts().size() == 1) {
            // 价格浮动容忍度2.5%
            return named(valued(Comparison.LE, Quantities.value(clause)));
        }
        if (clause.has(Sentence.INTOLERABLE)
                && (isOn(Comparison.GE) || clause.side().isEmpty())) {
            // 涨价超过一成就接受不了
            Optional<Amount> most = clause.amounts().stream().findFirst();
            return most.isEmpty()
                            || clause.amounts().size() > 1
                            || clause.side().isEmpty()
                    ? Optional.empty()
                    : named(valued(Comparison.LE, Quantities.value(clause)));
        }
        boolean rises = clause.isForbidden() && clause.has(Sentence.TOLERATED)
                || clause.has(Sentence.PRICE)
                || clause.has(Sentence.DEARER)
                || clause.has(Sentence.UP)
                || clause.has(Sentence.TOLERATED)
                        && MOVES.matcher(words(Sentence.LE) + words(Sentence.TOLERATED))
                                .find();
        return rises && isOn(Comparison.LE) ? named(limited()) : Optional.empty();
    }

    private Optional<Draft> marginTarget() {
        boolean down = clause.has(Sentence.DOWN) || clause.has(Sentence.CHEAPER);
        boolean up = clause.has(Sentence.UP) || clause.has(Sentence.DEARER);
        boolean set = clause.has(Sentence.TARGET) || clause.has(Sentence.TO);
        boolean limited = clause.hasAny(Clause.SIDED);
        return clause.amounts().size() != 1 || clause.has(Sentence.MULTIPLE) || down || limited || !(up || set)
                ? Optional.empty()
                : valued(null, Quantities.target(clause));
    }

    /** Said without a side (按三周用量备) it is a least stock all the same. */
    private Optional<Draft> safetyStock() {
        boolean unsaid = clause.has(Sentence.SAFETY_STOCK) && clause.side().isEmpty();
        boolean fromTo = unsaid && clause.move().filter(Clause.Move::target).isPresent();
        if (fromTo && clause.amounts().size() == 2) {
            return named(valued(
                    Comparison.GE, Quantities.limit(clause, clause.amounts().getLast(), Optional.empty())));
        }
        return clause.amounts().size() == 1 && (isOn(Comparison.GE) || unsaid && !clause.isForbidden())
                ? named(valued(clause.side().orElse(Comparison.GE), Quantities.value(clause)))
                : Optional.empty();
    }

    private Optional<Draft> shelfLife() {
        if (clause.amounts().size() != 1) {
            throw new Unclear(Questions.ask(Code.MISSING_QUANTITY));
        }
        Quantity value = Quantities.value(clause);
        if (clause.has(Sentence.SPOILS) && !value.unit().equals("%")) {
            // 放过90天就不能用了: what is past it is lost
            return named(valued(Comparison.LE, value));
        }
        if (!value.unit().equals("%")) {
            return isOn(Comparison.GE)
                    ? Optional.empty()
                    : named(valued(clause.side().orElse(null), value));
        }
        if (!clause.has(Sentence.REMAINING) || isOn(Comparison.LE)) {
            return Optional.empty();
        }
        slots.put("minRemainingPct", Quantities.number(value.value()));
        return named(valued(clause.side().orElse(Comparison.GE), value));
    }

    /** 一次最少订3000个 needs no word for the least order. */
    private Optional<Draft> leastOrder() {
        boolean bought = clause.has(Sentence.BUY) || clause.has(Sentence.WANTS) || clause.has(Sentence.DEMAND);
        boolean pieces = clause.amounts().stream().anyMatch(a -> a.measure() == Amount.Measure.MONEY)
                && words(Sentence.AMOUNT).endsWith("块");
        if (clause.has(Sentence.INTOLERABLE)) {
            return refused().flatMap(d -> named(Optional.of(d)));
        }
        boolean each = clause.has(Sentence.EACH_TIME);
        // "no orders under 200 kg" needs no word for the least order either
        boolean refused = clause.isForbidden()
                && names(NodeType.SUPPLIER)
                && clause.amounts().stream().allMatch(a -> a.measure() == Amount.Measure.COUNT);
        if (pieces || (!clause.has(Sentence.MOQ) && !(isOn(Comparison.GE) && bought && (each || refused)))) {
            return Optional.empty();
        }
        if (clause.amounts().size() != 1) {
            throw new Unclear(Questions.ask(Code.MISSING_QUANTITY));
        }
        return isOn(Comparison.LE)
                ? Optional.empty()
                : named(valued(clause.side().orElse(Comparison.GE), Quantities.value(clause)));
    }

    private Optional<Draft> valued(@Nullable Comparison side, Quantity value) {
        return Optional.of(rule(side, value, window()));
    }

    private static Optional<Draft> named(Optional<Draft> draft) {
        if (draft.filter(d -> d.statement().entities().isEmpty()).isPresent()) {
            throw new Unclear(Questions.ask(Code.MISSING_NAME));
        }
        return draft;
    }
}
