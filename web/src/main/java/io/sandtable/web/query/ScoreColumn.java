package io.sandtable.web.query;

import io.sandtable.simulation.query.Measure.Unit;
import io.sandtable.simulation.query.SupplierScore;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/** A column of the suppliers' scorecard. */
enum ScoreColumn {
    ON_TIME(Unit.PERCENT, SupplierScore::onTimePercent),
    LATE(Unit.DAYS, SupplierScore::lateDays),
    REJECTS(Unit.PERCENT, SupplierScore::rejectPercent),
    OWN_PRICE(Unit.PERCENT, SupplierScore::priceIndex),
    MARKET_PRICE(Unit.PERCENT, SupplierScore::marketIndex),
    LEAD_MEAN(Unit.DAYS, score -> score.lead().mean()),
    LEAD_P50(Unit.DAYS, score -> score.lead().p50()),
    LEAD_P90(Unit.DAYS, score -> score.lead().p90()),
    SHARE(Unit.PERCENT, SupplierScore::sharePercent),
    ALONE(Unit.COUNT, score -> OptionalDouble.of(score.alone())),
    PAID(Unit.MONEY, score -> OptionalDouble.of(score.paid().major().doubleValue())),
    RECEIPTS(Unit.COUNT, score -> OptionalDouble.of(score.receipts())),
    DUE(Unit.COUNT, score -> OptionalDouble.of(score.due()));

    private final Unit unit;
    private final Function<SupplierScore, OptionalDouble> value;

    ScoreColumn(Unit unit, Function<SupplierScore, OptionalDouble> value) {
        this.unit = unit;
        this.value = value;
    }

    Unit unit() {
        return unit;
    }

    OptionalDouble of(SupplierScore score) {
        return value.apply(score);
    }

    static Optional<ScoreColumn> find(String name) {
        return Arrays.stream(values()).filter(c -> c.name().equals(name)).findFirst();
    }

    /** What is not known stands last, whichever way round. */
    Comparator<SupplierScore> order(boolean down) {
        Comparator<SupplierScore> byValue =
                Comparator.comparingDouble(score -> of(score).orElse(0));
        return Comparator.<SupplierScore, Boolean>comparing(score -> of(score).isEmpty())
                .thenComparing(down ? byValue.reversed() : byValue);
    }
}
