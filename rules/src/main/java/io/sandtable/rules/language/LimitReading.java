package io.sandtable.rules.language;

import io.sandtable.model.NodeType;
import io.sandtable.rules.Comparison;
import io.sandtable.rules.Quantity;
import io.sandtable.rules.Question.Code;
import io.sandtable.rules.Statement;
import io.sandtable.rules.grammar.Sentence;
import io.sandtable.rules.wording.Questions;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Figures that stay on one side of a value: money, service, emissions, energy, hours, shares, prices and stocks. */
final class LimitReading extends ClauseReading {
    private static final Map<Integer, String> CATEGORIES = Map.of(
            Sentence.PURCHASE_BUDGET, "purchase",
            Sentence.CAPEX, "capex",
            Sentence.OUTSOURCING_BUDGET, "outsourcing",
            Sentence.OVERTIME_PAY, "overtime",
            Sentence.FREIGHT, "freight");

    LimitReading(Clause clause, LocalDate asOf, Statement.Source source) {
        super(clause, asOf, source);
    }

    @Override
    Optional<Draft> draft() {
        return switch (clause.kind()) {
            case CASH_FLOOR, MARGIN_FLOOR -> bound(Comparison.GE);
            case SERVICE_LEVEL -> {
                slots.put("metric", clause.has(Sentence.FILL_RATE) ? "FILL_RATE" : "OTD");
                yield bound(Comparison.GE);
            }
            case BUDGET_CAP -> {
                category().ifPresent(c -> slots.put("category", c));
                yield bound(Comparison.LE);
            }
            case ENERGY_CAP ->
                clause.has(Sentence.POWER_USE) || names(NodeType.ENERGY) ? bound(Comparison.LE) : Optional.empty();
            case OVERTIME_LIMIT -> overtime();
            case PURCHASE_SHARE -> share();
            case PRICE_TOLERANCE -> tolerance();
            case MARGIN_TARGET -> marginTarget();
            case SAFETY_STOCK -> safetyStock();
            case SHELF_LIFE -> shelfLife();
            case MIN_ORDER_QTY -> leastOrder();
            case STOCK_LIMIT -> clause.side().isEmpty() ? Optional.empty() : named(limited());
            default -> bound(Comparison.LE);
        };
    }

    private Optional<String> category() {
        return CATEGORIES.entrySet().stream()
                .filter(c -> clause.has(c.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** A limit on one side; said on the other side, or on none, it is no sentence of this kind. */
    private Optional<Draft> bound(Comparison side) {
        return isOn(side) && clause.amounts().size() <= 1 ? limited() : Optional.empty();
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

    private Optional<Draft> share() {
        if (clause.has(Sentence.EACH)) {
            slots.put("each", "SUPPLIER");
        } else if (!names(NodeType.SUPPLIER)) {
            entities();
            throw new Unclear(Questions.ask(Code.MISSING_NAME));
        }
        return clause.side().isEmpty() ? Optional.empty() : limited();
    }

    /** Needs a word of leave beside the limit; the limit alone could be a wish about the price itself. */
    private Optional<Draft> tolerance() {
        boolean rises = clause.has(Sentence.PRICE) || clause.has(Sentence.DEARER) || clause.has(Sentence.UP);
        return rises && isOn(Comparison.LE) ? named(limited()) : Optional.empty();
    }

    private Optional<Draft> marginTarget() {
        boolean down = clause.has(Sentence.DOWN) || clause.has(Sentence.CHEAPER);
        boolean up = clause.has(Sentence.UP) || clause.has(Sentence.DEARER);
        boolean set = clause.has(Sentence.TARGET) || clause.has(Sentence.TO);
        return clause.amounts().size() != 1 || clause.has(Sentence.MULTIPLE) || down || !(up || set)
                ? Optional.empty()
                : valued(null, Quantities.target(clause));
    }

    /** Said without a side (按三周用量备) it is a least stock all the same. */
    private Optional<Draft> safetyStock() {
        boolean unsaid = clause.has(Sentence.SAFETY_STOCK) && clause.side().isEmpty();
        return clause.amounts().size() == 1 && (isOn(Comparison.GE) || unsaid)
                ? named(valued(clause.side().orElse(Comparison.GE), Quantities.value(clause)))
                : Optional.empty();
    }

    private Optional<Draft> shelfLife() {
        if (clause.amounts().size() != 1) {
            throw new Unclear(Questions.ask(Code.MISSING_QUANTITY));
        }
        Quantity value = Quantities.value(clause);
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

    private Optional<Draft> leastOrder() {
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
