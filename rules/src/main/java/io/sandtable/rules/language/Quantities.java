package io.sandtable.rules.language;

import static io.sandtable.rules.language.Amount.Measure.COUNT;
import static io.sandtable.rules.language.Amount.Measure.DURATION;
import static io.sandtable.rules.language.Amount.Measure.MONEY;
import static io.sandtable.rules.language.Amount.Measure.NUMBER;
import static io.sandtable.rules.language.Amount.Measure.PERCENT;
import static io.sandtable.rules.language.Amount.Measure.POINTS;
import static io.sandtable.rules.language.Amount.Measure.PRICE;

import io.sandtable.rules.Kind;
import io.sandtable.rules.Quantity;
import io.sandtable.rules.Quantity.Form;
import io.sandtable.rules.Question.Choice;
import io.sandtable.rules.Question.Code;
import io.sandtable.rules.Wording;
import io.sandtable.rules.grammar.Sentence;
import io.sandtable.rules.language.Amount.Measure;
import io.sandtable.rules.wording.Questions;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Amounts as said become quantities: form by the words around them, unit by the kind, numbers that cannot be become questions. */
final class Quantities {
    /** Hours that a period has. */
    private static final Map<String, Integer> HOURS = Map.of("shift", 12, "day", 24, "week", 168, "month", 744);

    private Quantities() {}

    /** What a movement does to demand, price, capacity or lead time. */
    static Quantity change(Clause clause) {
        Clause.Move move = clause.move().orElseThrow(() -> new Unclear(Questions.ask(Code.MISSING_QUANTITY)));
        if (move.multiple().isPresent()) {
            return multiple(clause.kind(), move.direction(), move.multiple().get());
        }
        Amount amount = move.amount()
                .map(a -> clause.kind() == Kind.PRICE_CHANGE && !move.target() ? money(a) : a)
                .orElseThrow(() -> new Unclear(Questions.ask(Code.MISSING_QUANTITY)));
        requireMeasure(amount, measuresOf(clause.kind()));
        if (amount.value() < 0 && move.direction() != 0) {
            throw contradiction(amount);
        }
        return move.target() ? target(amount, move.direction()) : step(clause.kind(), amount, move.direction());
    }

    /** 出厂价涨一百五 is money; 涨5 could be percent, and is asked about. */
    private static Amount money(Amount amount) {
        return amount.measure() == NUMBER && amount.value() >= 100 ? new Amount(amount.value(), MONEY, "CNY") : amount;
    }

    /** One step of the one amount, in the direction that other words tell. */
    static Quantity step(Clause clause, int direction) {
        Amount amount = clause.amounts().getFirst();
        requireMeasure(amount, measuresOf(clause.kind()));
        return step(clause.kind(), amount, direction);
    }

    /** A rate of the state: 降到9% sets it, 提高5个百分点 moves it, a bare one is what it is from then on. */
    static Quantity rate(Clause clause) {
        Amount amount = clause.amounts().getLast();
        requireMeasure(amount, measuresOf(clause.kind()));
        if (amount.measure() == NUMBER && amount.value() != 0) {
            throw wrongUnit(amount);
        }
        if (amount.value() < 0) {
            throw impossible(amount);
        }
        Clause.Move move = clause.move().orElse(new Clause.Move(0, true, Optional.of(amount), Optional.empty()));
        if (move.direction() == 0 && amount.measure() == POINTS) {
            // 加征15个百分点 moves it too, 征15个点 sets it
            return clause.has(Sentence.LEVIED) && !clause.has(Sentence.TO)
                    ? step(clause.kind(), amount, 1)
                    : new Quantity(amount.value(), "%", Form.SET);
        }
        boolean set = move.target() || move.direction() == 0;
        return set && amount.measure() != POINTS
                ? new Quantity(amount.value(), amount.measure() == NUMBER ? "%" : amount.unit(), Form.SET)
                : step(clause.kind(), amount, move.direction());
    }

    /** A margin to reach: 做到24% sets it, 提高1.5个点 moves it. */
    static Quantity target(Clause clause) {
        Amount amount = clause.amounts().getFirst();
        requireMeasure(amount, EnumSet.of(PERCENT, POINTS));
        if (amount.value() < 0 || amount.value() > 100) {
            throw impossible(amount);
        }
        boolean up = clause.has(Sentence.UP) || clause.has(Sentence.DEARER);
        boolean set = clause.move().map(Clause.Move::target).orElse(false) || !up;
        // 目标是二十四个点 is a rate, 提高两个点 a step
        return set ? new Quantity(amount.value(), "%", Form.SET) : step(clause.kind(), amount, 1);
    }

    /** The one amount as a value. */
    static Quantity value(Clause clause) {
        return limit(clause, clause.amounts().getFirst(), Optional.empty());
    }

    /** The value that a figure passes; cash said without a currency is in CNY. */
    static Quantity threshold(String metric, Amount amount) {
        Set<Measure> fitting = switch (metric) {
            case "price" -> EnumSet.of(PRICE, MONEY);
            case "cash", "loss", "revenue", "purchase" -> EnumSet.of(MONEY, NUMBER);
            case "OTD", "FILL_RATE", "margin" -> EnumSet.of(PERCENT);
            case "downtime", "lateness" -> EnumSet.of(DURATION);
            default -> EnumSet.of(COUNT, DURATION);
        };
        requireMeasure(amount, fitting);
        if (amount.value() < 0) {
            throw impossible(amount);
        }
        return new Quantity(amount.value(), amount.measure() == NUMBER ? "CNY" : amount.unit(), Form.SET);
    }

    /** A quantity inside a slot, in the shape of the contract. */
    static Map<String, Object> slot(Quantity quantity) {
        return new TreeMap<>(Map.of(
                "value",
                number(quantity.value()),
                "unit",
                quantity.unit(),
                "form",
                quantity.form().name()));
    }

    /** A number inside a slot: whole where it is, as reading the JSON gives it. */
    static Object number(double value) {
        return value == Math.rint(value) && Math.abs(value) < Integer.MAX_VALUE ? (Object) (int) value : (Object) value;
    }

    private static Unclear impossible(Amount amount) {
        return new Unclear(Questions.ask(Code.IMPOSSIBLE_NUMBER, text(amount.value()) + " " + amount.unit()));
    }

    private static Quantity multiple(Kind kind, int direction, double percent) {
        if (direction * percent < 0) {
            throw contradiction(new Amount(percent, PERCENT, "%"));
        }
        return kind == Kind.LEAD_TIME_CHANGE ? new Quantity(1 + percent / 100, "", Form.FACTOR) : relative(percent);
    }

    /** A target said as a share of today's figure is a relative change: 减少到三成 is −70 %. */
    private static Quantity target(Amount amount, int direction) {
        if (amount.measure() == POINTS) {
            throw wrongUnit(amount);
        }
        if (amount.measure() != PERCENT) {
            return new Quantity(amount.value(), amount.unit(), Form.SET);
        }
        double percent = amount.value() - 100;
        if (direction * percent < 0) {
            throw contradiction(amount);
        }
        return relative(percent);
    }

    private static Quantity step(Kind kind, Amount amount, int direction) {
        double signed = direction * amount.value();
        return switch (amount.measure()) {
            case PERCENT -> relative(signed);
            // 价格跌5个点 is 5 %: points are of a rate, and a price or an order is none
            case POINTS ->
                kind == Kind.PRICE_CHANGE || kind == Kind.DEMAND_CHANGE
                        ? relative(signed)
                        : new Quantity(signed, "pp", Form.PCT_POINTS);
            default -> new Quantity(signed, amount.unit(), Form.DELTA);
        };
    }

    private static Quantity relative(double percent) {
        if (percent < -100) {
            throw new Unclear(Questions.ask(Code.IMPOSSIBLE_NUMBER, text(percent) + " %"));
        }
        return new Quantity(Math.rint(percent * 1000) / 1000, "%", Form.RELATIVE);
    }

    /** The value of a limit, with the period it is meant per. */
    static Quantity limit(Clause clause, Amount said, Optional<String> period) {
        // 毛利不低于22个点 is 22 %
        Amount amount = said.measure() == POINTS ? new Amount(said.value(), PERCENT, "%") : said;
        requireMeasure(amount, measuresOf(clause.kind()));
        double value = amount.value();
        if (amount.measure() == PERCENT && (value < 0 || value > 100) && clause.kind() != Kind.CAPACITY_CHANGE) {
            throw new Unclear(Questions.ask(Code.IMPOSSIBLE_NUMBER, text(value) + " %"));
        }
        if (value < 0) {
            throw new Unclear(Questions.ask(Code.IMPOSSIBLE_NUMBER, text(value) + " " + amount.unit()));
        }
        requireUnit(clause, amount);
        if (clause.kind() == Kind.OVERTIME_LIMIT && value > HOURS.getOrDefault(period.orElse("year"), 8784)) {
            throw impossible(amount);
        }
        boolean large = amount.unit().equals("MWh");
        String unit = isMoney(clause.kind()) && amount.unit().isEmpty() ? "CNY" : large ? "kWh" : amount.unit();
        // power is power at any moment, whatever days are spoken of
        String of = unit.equals("kW") ? "" : period.map(p -> "/" + p).orElse("");
        return new Quantity(large ? value * 1000 : value, unit + of, Form.SET);
    }

    /** Steam is weighed, gas is measured: what is named tells its unit. */
    private static void requireUnit(Clause clause, Amount amount) {
        List<String> fitting = switch (clause.kind()) {
            case EMISSION_CAP -> List.of("t", "kg");
            case ENERGY_CAP -> clause.isAboutEnergy() ? List.of() : List.of("kWh", "MWh", "m3", "kW");
            case OVERTIME_LIMIT -> List.of("h");
            case SHELF_LIFE -> List.of("days", "%");
            default -> List.of();
        };
        if (!fitting.isEmpty() && !fitting.contains(amount.unit())) {
            throw wrongUnit(amount);
        }
    }

    private static boolean isMoney(Kind kind) {
        return kind == Kind.CASH_FLOOR || kind == Kind.BUDGET_CAP;
    }

    private static Set<Measure> measuresOf(Kind kind) {
        return switch (kind) {
            case DEMAND_CHANGE -> EnumSet.of(PERCENT, POINTS, COUNT, NUMBER);
            case CAPACITY_CHANGE -> EnumSet.of(PERCENT, COUNT);
            case PRICE_CHANGE -> EnumSet.of(PERCENT, POINTS, PRICE, MONEY);
            case PRICE_TOLERANCE -> EnumSet.of(PERCENT, PRICE, MONEY);
            case LEAD_TIME_CHANGE -> EnumSet.of(PERCENT, DURATION);
            case POLICY -> EnumSet.of(PERCENT, POINTS, MONEY, PRICE, NUMBER);
            case SAFETY_STOCK, STOCK_LIMIT -> EnumSet.of(COUNT, DURATION);
            case SHELF_LIFE -> EnumSet.of(DURATION, PERCENT);
            case MIN_ORDER_QTY -> EnumSet.of(COUNT, MONEY);
            case CASH_FLOOR, BUDGET_CAP -> EnumSet.of(MONEY, NUMBER);
            case EMISSION_CAP, ENERGY_CAP, OVERTIME_LIMIT -> EnumSet.of(COUNT);
            default -> EnumSet.of(PERCENT);
        };
    }

    private static void requireMeasure(Amount amount, Set<Measure> fitting) {
        if (!fitting.contains(amount.measure())) {
            throw wrongUnit(amount);
        }
    }

    private static Unclear wrongUnit(Amount amount) {
        return new Unclear(
                amount.unit().isEmpty()
                        ? Questions.ask(Code.MISSING_UNIT, text(amount.value()))
                        : Questions.ask(Code.WRONG_UNIT, amount.unit()));
    }

    private static Unclear contradiction(Amount amount) {
        String size = text(Math.abs(amount.value())) + amount.unit();
        return new Unclear(Questions.ask(
                Code.CONTRADICTORY_NUMBER,
                List.of(text(amount.value()) + amount.unit()),
                List.of(
                        new Choice("+" + size, new Wording("增加" + size, "up by " + size)),
                        new Choice("-" + size, new Wording("减少" + size, "down by " + size)))));
    }

    static String text(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
