package io.sandtable.simulation.scenario;

import static io.sandtable.model.Attributes.AMOUNT;
import static io.sandtable.model.Attributes.CURRENCY;
import static io.sandtable.model.Attributes.DAY_OF_MONTH;
import static io.sandtable.model.Attributes.DISCOUNT_DATE;
import static io.sandtable.model.Attributes.DUE_DATE;
import static io.sandtable.model.Attributes.END_DATE;
import static io.sandtable.model.Attributes.KIND;
import static io.sandtable.model.Attributes.ORIGINAL_AMOUNT;
import static io.sandtable.model.Attributes.RATE_PERCENT;

import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.Money;
import io.sandtable.model.Node;
import io.sandtable.model.NodeType;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Cash on hand and the money that moves whatever the plan does. */
final class FinancePart {
    private static final Set<String> MONEY_IN = Set.of("receivable", "bill-receivable");
    private static final Set<String> MONEY_OUT = Set.of("payable", "bill-payable");
    private static final Set<String> OWED = Set.of("receivable", "bill-receivable", "payable", "bill-payable");
    private static final Set<String> MONTHLY = Set.of("payroll", "salaries", "rent", "overhead");
    /** An overdue receivable or payable is expected to move a week from now. */
    private static final int OVERDUE_DAYS = 7;

    private final BusinessSnapshot snapshot;
    private final LocalDate asOf;
    private final LocalDate end;
    private final Adjustments adjustments;
    private final Prices prices;
    private final List<PlanningProblem.CashItem> items = new ArrayList<>();

    FinancePart(BusinessSnapshot snapshot, LocalDate asOf, int horizonDays, Adjustments adjustments, Prices prices) {
        this.snapshot = snapshot;
        this.asOf = asOf;
        this.end = asOf.plusDays(horizonDays);
        this.adjustments = adjustments;
        this.prices = prices;
    }

    PlanningProblem.Finance finance() {
        Money cash = Money.fen(0);
        Money vatCredit = Money.fen(0);
        Money fixedAssets = Money.fen(0);
        boolean payroll = false;
        for (Node account : snapshot.nodes(NodeType.ACCOUNT)) {
            String kind = account.text(KIND);
            double amount = account.number(AMOUNT);
            if (kind.equals("cash")) {
                cash = cash.plus(Money.of(Money.CNY, amount));
            } else if (kind.equals("vat-credit")) {
                vatCredit = vatCredit.plus(Money.of(Money.CNY, amount));
            } else if (kind.equals("fixed-asset")) {
                fixedAssets = fixedAssets.plus(Money.of(Money.CNY, amount));
            } else if (kind.equals("subsidy")) {
                once(account, amount, due(account));
            } else if (MONEY_IN.contains(kind)) {
                int later = (int) Math.round(adjustments.value(Dimension.FINANCE_RECEIVABLE, 0, account));
                once(account, amount, due(account).plusDays(Math.max(0, later)));
            } else if (MONEY_OUT.contains(kind)) {
                once(account, -amount, due(account));
            } else if (kind.equals("loan")) {
                loan(account, amount);
            } else if (MONTHLY.contains(kind)) {
                payroll |= kind.equals("payroll");
                monthly(
                        account,
                        kind.equals("payroll") || kind.equals("salaries")
                                ? adjustments.value(Dimension.LABOUR_RATE, amount, account)
                                : amount);
            }
        }
        return new PlanningProblem.Finance(
                cash,
                vatCredit,
                fixedAssets,
                prices.vatPercent(),
                prices.incomeTaxPercent(),
                prices.carbonPrice(),
                payroll,
                items,
                prices.exchangeRates(),
                accounts("credit-line")
                        .map(a -> new PlanningProblem.CreditLine(yuan(a), a.numberOr(RATE_PERCENT, 0), lastDay(a)))
                        .toList(),
                discountLines(),
                prices.vatSteps(),
                prices.carbonSteps());
    }

    private Stream<Node> accounts(String kind) {
        return snapshot.nodes(NodeType.ACCOUNT).stream()
                .filter(account -> account.text(KIND).equals(kind));
    }

    private List<PlanningProblem.DiscountLine> discountLines() {
        return accounts("bill-discount")
                .filter(account -> account.has(RATE_PERCENT))
                .map(a -> new PlanningProblem.DiscountLine(a.id(), yuan(a), a.number(RATE_PERCENT), lastDay(a)))
                .toList();
    }

    /** What a bank lends or discounts at most. */
    private static Money yuan(Node line) {
        return Money.of(Money.CNY, Math.max(0, line.number(AMOUNT)));
    }

    private int lastDay(Node line) {
        return line.findDate(END_DATE)
                .map(day -> Math.toIntExact(ChronoUnit.DAYS.between(asOf, day)))
                .orElse(Integer.MAX_VALUE);
    }

    private LocalDate due(Node account) {
        LocalDate due = account.findDate(DUE_DATE).orElse(asOf.plusDays(30));
        return due.isBefore(asOf) ? asOf.plusDays(OVERDUE_DAYS) : due;
    }

    private void once(Node account, double amount, LocalDate date) {
        items.add(new PlanningProblem.CashItem(
                account.id(),
                account.text(KIND),
                date,
                Money.of(Money.CNY, amount),
                original(account, amount),
                discount(account, date)));
    }

    /** A discount needs its day, before the bill matures and not past, and a rate. */
    private PlanningProblem.@Nullable Discount discount(Node account, LocalDate matures) {
        Optional<LocalDate> day = account.findDate(DISCOUNT_DATE)
                .filter(d -> account.text(KIND).equals("bill-receivable") && !d.isBefore(asOf) && d.isBefore(matures));
        OptionalDouble rate = account.findNumber(RATE_PERCENT);
        return day.isEmpty() || rate.isEmpty() ? null : new PlanningProblem.Discount(day.get(), rate.getAsDouble());
    }

    /** What is owed in a foreign currency: the amount that is stated in it, else what the books' amount comes to at today's rate. */
    private @Nullable Money original(Node account, double amount) {
        String code = account.findText(CURRENCY).orElse(PlanningProblem.CNY);
        if (code.equals(PlanningProblem.CNY) || !OWED.contains(account.text(KIND))) {
            return null;
        }
        prices.rate(code);
        OptionalDouble stated = account.findNumber(ORIGINAL_AMOUNT);
        return Money.of(
                Currency.getInstance(code),
                stated.isPresent() ? Math.copySign(stated.getAsDouble(), amount) : amount / prices.bookedRate(code));
    }

    private void monthly(Node account, double amount) {
        LocalDate last = account.findDate(END_DATE).orElse(end);
        for (LocalDate date = firstOnOrAfter(account);
                !date.isAfter(end) && !date.isAfter(last);
                date = next(date, account)) {
            once(account, -amount, date);
        }
    }

    /** Interest each month of the horizon on what is owed; the principal on its due date, behind the horizon too, so that it opens the books. */
    private void loan(Node account, double principal) {
        LocalDate due = due(account);
        double interest = principal * account.numberOr(RATE_PERCENT, 0) / 100 / 12;
        for (LocalDate date = firstOnOrAfter(account);
                !date.isAfter(end) && !date.isAfter(due);
                date = next(date, account)) {
            items.add(new PlanningProblem.CashItem(account.id(), "interest", date, Money.of(Money.CNY, -interest)));
        }
        once(account, -principal, due);
    }

    private LocalDate firstOnOrAfter(Node account) {
        LocalDate date = dayIn(YearMonth.from(asOf), account);
        return date.isBefore(asOf) ? next(date, account) : date;
    }

    private static LocalDate next(LocalDate date, Node account) {
        return dayIn(YearMonth.from(date).plusMonths(1), account);
    }

    private static LocalDate dayIn(YearMonth month, Node account) {
        return month.atDay((int) Math.clamp(account.numberOr(DAY_OF_MONTH, 15), 1, month.lengthOfMonth()));
    }
}
