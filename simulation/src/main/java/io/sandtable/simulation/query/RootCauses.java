package io.sandtable.simulation.query;

import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.DateRange;
import io.sandtable.simulation.difference.WholeFen;
import io.sandtable.simulation.query.QueryRefused.Code;
import io.sandtable.simulation.query.RootCause.Month;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Takes the change of a figure apart. */
public final class RootCauses {
    private final QueryPlan plan;
    private final BusinessSnapshot snapshot;
    private final DateRange now;
    private final DateRange before;
    private final List<Line> about;
    private final Measure measure;

    /** What a time is held against. */
    public enum Reference {
        /** As much time right before it: whole months against whole months. */
        BEFORE,
        /** The same days a year ago. */
        YEAR_BEFORE
    }

    private RootCauses(QueryPlan plan, Reference reference, BusinessSnapshot snapshot, LocalDate asOf) {
        this.plan = plan;
        this.snapshot = snapshot;
        this.now = time(plan);
        this.before = before(now, reference);
        this.about = new Lines(snapshot, asOf)
                .of(plan.subject()).stream().filter(plan::isAbout).toList();
        this.measure = plan.lead();
    }

    /**
     * Why the figure is another than in the time before.
     *
     * @param asOf the day the data speaks of
     * @throws QueryRefused where the figure is no sum of parts
     */
    public static RootCause of(QueryPlan plan, Reference reference, BusinessSnapshot snapshot, LocalDate asOf) {
        if (plan.subject() == Subject.SERIES) {
            throw new QueryRefused(Code.NO_CAUSES, plan.metric().code());
        }
        return new RootCauses(plan.ofChanges(), reference, snapshot, asOf).explain();
    }

    /** Without a beginning, the last three whole months. */
    private static DateRange time(QueryPlan plan) {
        if (plan.from() != null) {
            return new DateRange(plan.from(), plan.to());
        }
        YearMonth last = YearMonth.from(plan.to().plusDays(1)).minusMonths(1);
        return new DateRange(last.minusMonths(2).atDay(1), last.atEndOfMonth());
    }

    static DateRange before(DateRange now, Reference reference) {
        boolean wholeMonths =
                now.from().getDayOfMonth() == 1 && now.to().plusDays(1).getDayOfMonth() == 1;
        if (reference == Reference.YEAR_BEFORE) {
            LocalDate from = now.from().minusYears(1);
            return new DateRange(
                    from,
                    wholeMonths
                            ? YearMonth.from(now.to()).minusYears(1).atEndOfMonth()
                            : from.plusDays(ChronoUnit.DAYS.between(now.from(), now.to())));
        }
        LocalDate to = now.from().minusDays(1);
        return new DateRange(
                wholeMonths
                        ? now.from()
                                .minusMonths(ChronoUnit.MONTHS.between(
                                        now.from(), now.to().plusDays(1)))
                        : to.minusDays(ChronoUnit.DAYS.between(now.from(), now.to())),
                to);
    }

    private RootCause explain() {
        List<Line> then = in(before);
        List<Line> is = in(now);
        double valueThen = measure.of(Queries.sum(then)).orElse(0);
        double value = measure.of(Queries.sum(is)).orElse(0);
        return new RootCause(
                plan,
                before,
                now,
                valueThen,
                value,
                parts(then, is),
                months(),
                Queries.basis(
                        plan,
                        java.util.stream.Stream.concat(then.stream(), is.stream())
                                .toList(),
                        about));
    }

    private List<Line> in(DateRange time) {
        return about.stream().filter(line -> time.contains(line.day())).toList();
    }

    private List<Part> parts(List<Line> then, List<Line> is) {
        var lines = new LineChange(then, is);
        return switch (plan.metric()) {
            case MARGIN -> wholeFen(goods(true), 1, then, is, Additive.MARGIN);
            case LOSS -> wholeFen(goods(true), -1, then, is, Additive.MARGIN);
            case REVENUE -> wholeFen(goods(false), 1, then, is, Additive.REVENUE);
            case PURCHASE -> wholeFen(lines.purchases(), 1, then, is, Additive.PURCHASED);
            case CASH -> {
                List<Part> parts = new ArrayList<>(lines.sum(Cause.INCOME, Additive.CASH_IN, 1));
                parts.addAll(lines.sum(Cause.SPENDING, Additive.CASH_OUT, -1));
                yield wholeFen(parts, 1, then, is, Additive.CASH_NET);
            }
            case DOWNTIME -> lines.sum(Cause.STANDSTILL, Additive.DOWN_DAYS, 1);
            case LATENESS, OTD, FILL_RATE, PRICE -> then.isEmpty() || is.isEmpty() ? List.of() : lines.ratio(measure);
        };
    }

    private List<Part> goods(boolean costs) {
        MadeOf madeOf = costs ? new MadeOf(snapshot) : null;
        List<Sale> sales = Sale.all(snapshot).stream()
                .filter(isAbout())
                .filter(sale -> !costs || sale.costKnown())
                .toList();
        return GoodsChange.between(
                SoldGoods.of(in(sales, before), madeOf), SoldGoods.of(in(sales, now), madeOf), snapshot);
    }

    private Predicate<Sale> isAbout() {
        return sale -> plan.filter().entrySet().stream()
                .allMatch(f -> f.getValue()
                        .contains(
                                switch (f.getKey()) {
                                    case MATERIAL -> sale.product().id();
                                    case CUSTOMER -> sale.customer();
                                    case ORDER -> sale.order().id();
                                    default -> "";
                                }));
    }

    private static List<Sale> in(List<Sale> sales, DateRange time) {
        return sales.stream().filter(sale -> time.contains(sale.day())).toList();
    }

    private static List<Part> wholeFen(List<Part> parts, int sign, List<Line> then, List<Line> is, Additive of) {
        long change =
                sign * Math.round(Queries.sum(is).get(of) - Queries.sum(then).get(of));
        long[] fen = WholeFen.rounded(
                parts.stream().map(part -> sign * part.amount()).toList(), change);
        var whole = new ArrayList<Part>();
        for (int i = 0; i < fen.length; i++) {
            if (fen[i] != 0) {
                whole.add(parts.get(i).worth(fen[i] / 100.0));
            }
        }
        return whole;
    }

    private List<Month> months() {
        long count = ChronoUnit.MONTHS.between(YearMonth.from(now.from()), YearMonth.from(now.to())) + 1;
        long apart = ChronoUnit.MONTHS.between(YearMonth.from(before.from()), YearMonth.from(now.from()));
        var months = new ArrayList<Month>();
        for (int i = 0; i < count && now.from().getDayOfMonth() == 1; i++) {
            YearMonth month = YearMonth.from(now.from()).plusMonths(i);
            months.add(new Month(
                    month.minusMonths(apart).toString(),
                    value(month.minusMonths(apart), before),
                    month.toString(),
                    value(month, now)));
        }
        return months;
    }

    private double value(YearMonth month, DateRange within) {
        return measure.of(Queries.sum(in(within).stream()
                        .filter(line -> YearMonth.from(line.day()).equals(month))
                        .toList()))
                .orElse(0);
    }
}
