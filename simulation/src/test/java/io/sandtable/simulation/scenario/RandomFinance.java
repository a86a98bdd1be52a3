package io.sandtable.simulation.scenario;

import io.sandtable.model.Curve;
import io.sandtable.model.Money;
import io.sandtable.simulation.scenario.PlanningProblem.CashItem;
import io.sandtable.simulation.scenario.PlanningProblem.CreditLine;
import io.sandtable.simulation.scenario.PlanningProblem.Demand;
import io.sandtable.simulation.scenario.PlanningProblem.Discount;
import io.sandtable.simulation.scenario.PlanningProblem.DiscountLine;
import io.sandtable.simulation.scenario.PlanningProblem.Finance;
import io.sandtable.simulation.scenario.PlanningProblem.Investment;
import io.sandtable.simulation.scenario.PlanningProblem.Item;
import io.sandtable.simulation.scenario.PlanningProblem.Offer;
import io.sandtable.simulation.scenario.PlanningProblem.RateStep;
import io.sandtable.simulation.scenario.PlanningProblem.Receipt;
import io.sandtable.simulation.scenario.PlanningProblem.Stock;
import io.sandtable.simulation.scenario.PlanningProblem.Subsidy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Everything that moves money, different for every seed, on top of a company: terms, duties, suppliers abroad, penalties, rates of tax,
 * a carbon price, bills and loans that fall due, goods on their way, stock of another cost.
 */
public final class RandomFinance {
    private static final List<String> KINDS = List.of(
            "receivable", "payable", "bill-receivable", "bill-payable", "interest", "loan", "salaries", "rent", "vat");

    /** The first of them may be owed in another currency. */
    private static final int OWED = 4;

    private static final double[] VAT = {0, 6, 9, 13};

    private final PlanningProblem company;
    private final SplittableRandom random;
    /** Of its own, so that a company's other money does not depend on how its rates change. */
    private final SplittableRandom rates;

    private RandomFinance(PlanningProblem company, SplittableRandom random) {
        this.company = company;
        this.random = random;
        this.rates = new SplittableRandom(
                company.offers().size() * 31L + company.demands().size());
    }

    /** The company with other money. */
    public static PlanningProblem of(PlanningProblem company, SplittableRandom random) {
        return new RandomFinance(company, random).make();
    }

    private PlanningProblem make() {
        return new PlanningProblem(
                company.asOf(),
                company.horizonDays(),
                company.items(),
                company.routings(),
                company.machines(),
                company.crews(),
                company.tools(),
                company.offers().stream().map(this::offer).toList(),
                company.demands().stream().map(this::demand).toList(),
                company.stocks().stream().map(this::stock).toList(),
                receipts(),
                company.investments().stream().map(this::investment).toList(),
                company.energies(),
                finance(),
                company.rules());
    }

    private double cents(int bound) {
        return random.nextInt(bound * 100) / 100.0;
    }

    private String currency() {
        return random.nextInt(3) == 0 ? (random.nextBoolean() ? "EUR" : "JPY") : "CNY";
    }

    private Rebate rebate() {
        int[] months = {1, 3, 12};
        return new Rebate(
                Curve.of(Map.of(1.0 * random.nextInt(200), cents(5), 200.0 + random.nextInt(2000), cents(12))),
                months[random.nextInt(months.length)],
                random.nextInt(300),
                cents(30_000));
    }

    private Investment investment(Investment i) {
        boolean foreign = random.nextInt(3) == 0;
        return new Investment(
                i.index(),
                i.equipment(),
                i.name(),
                i.supplier(),
                i.supplierName(),
                i.tool(),
                i.machine(),
                i.price() + random.nextInt(1000) / 1000.0,
                i.leadTimeMinutes(),
                1 + random.nextInt(i.depreciationMonths()),
                random.nextInt(91),
                currency(),
                foreign,
                foreign ? cents(15) : 0,
                random.nextBoolean() ? null : new Subsidy("POL-S", cents(20_000), random.nextInt(100)));
    }

    /** Rates that jump on days of the horizon and behind it. */
    private ExchangeRate rate(double least) {
        var byDay = new TreeMap<Integer, Double>();
        byDay.put(0, least * (1 + random.nextDouble()));
        for (int i = 0; i < 6; i++) {
            byDay.put(1 + random.nextInt(company.horizonDays() + 60), least * (1 + random.nextDouble()));
        }
        return new ExchangeRate(byDay);
    }

    private Offer offer(Offer o) {
        boolean foreign = random.nextInt(4) == 0;
        return new Offer(
                o.index(),
                o.supplier(),
                o.supplierName(),
                o.item(),
                o.price() + random.nextInt(1000) / 1000.0,
                o.tiers(),
                foreign ? cents(15) : 0,
                o.leadTimeMinutes(),
                o.minimumQuantity(),
                o.multiple(),
                o.capacityPerWeek(),
                o.onTimePercent(),
                o.rejectPercent(),
                random.nextInt(121),
                foreign,
                o.sharePercent(),
                o.closed(),
                currency(),
                random.nextInt(3) == 0 ? rebate() : null,
                foreign ? steps(15) : List.of());
    }

    private Demand demand(Demand d) {
        return new Demand(
                d.index(),
                d.id(),
                d.number(),
                d.customer(),
                d.customerName(),
                d.item(),
                d.quantity(),
                d.due(),
                d.price() + random.nextInt(1000) / 1000.0,
                d.priority(),
                d.whole(),
                d.minimumShipment(),
                cents(2),
                random.nextInt(121));
    }

    private Stock stock(Stock s) {
        return new Stock(s.index(), s.id(), s.item(), s.quantity(), cents(40), s.expires(), s.elsewhere());
    }

    /** Some of what is bought and some of what is made is on its way. */
    private List<Receipt> receipts() {
        var all = new ArrayList<>(company.receipts());
        for (Item item : company.items()) {
            if (random.nextInt(5) == 0) {
                boolean foreign = !item.isMade() && random.nextBoolean();
                all.add(new Receipt(
                        all.size(),
                        "在途-" + item.id(),
                        item.index(),
                        1 + random.nextInt(50),
                        random.nextInt(company.horizonMinutes()),
                        cents(60),
                        "供应商",
                        random.nextInt(91),
                        item.isMade(),
                        item.isMade() ? "CNY" : currency(),
                        foreign,
                        foreign ? cents(15) : 0));
            }
        }
        return all;
    }

    private Finance finance() {
        Finance f = company.finance();
        var items = new ArrayList<>(f.cashItems());
        for (int i = 0; i < 12; i++) {
            int kind = random.nextInt(KINDS.size());
            boolean foreign = kind < OWED && random.nextInt(3) == 0;
            LocalDate date = company.asOf().plusDays(random.nextInt(-20, company.horizonDays() + 20));
            items.add(new CashItem(
                    "ACC-" + i,
                    KINDS.get(kind),
                    date,
                    Money.fen(random.nextInt(-20_000_000, 20_000_000)),
                    foreign ? new Money(Currency.getInstance("EUR"), random.nextInt(-2_000_000, 2_000_000)) : null,
                    null));
        }
        for (int i = 0; i < 6; i++) {
            int matures = 2 + random.nextInt(company.horizonDays());
            items.add(new CashItem(
                    "BILL-" + i,
                    "bill-receivable",
                    company.asOf().plusDays(matures),
                    Money.fen(1 + random.nextInt(30_000_000)),
                    null,
                    random.nextInt(4) == 0
                            ? new Discount(company.asOf().plusDays(random.nextInt(matures)), cents(9))
                            : null));
        }
        var lines = new ArrayList<DiscountLine>();
        for (int i = random.nextInt(3); i > 0; i--) {
            lines.add(new DiscountLine(
                    "ACC-D" + i,
                    Money.fen(random.nextInt(100_000_000)),
                    cents(12),
                    random.nextBoolean() ? Integer.MAX_VALUE : random.nextInt(company.horizonDays())));
        }
        return new Finance(
                Money.fen(random.nextInt(1 + (int) (f.openingCash().minor() / 4))),
                Money.fen(random.nextBoolean() ? 0 : random.nextInt(30_000_000)),
                Money.fen(random.nextInt(900_000_000)),
                VAT[random.nextInt(VAT.length)],
                random.nextInt(4) * 5 + 10,
                random.nextInt(3) == 0 ? 0 : cents(120),
                random.nextBoolean(),
                items,
                Map.of("EUR", rate(6), "JPY", rate(0.04)),
                random.ints(random.nextInt(4), 0, 200)
                        .mapToObj(last -> new CreditLine(Money.fen(random.nextInt(20_000_000)), cents(9), last))
                        .toList(),
                lines,
                steps(20),
                steps(120));
    }

    /** Rates that change on some days, mostly none. */
    private List<RateStep> steps(int most) {
        return rates.ints(rates.nextInt(3), 0, company.horizonDays())
                .sorted()
                .mapToObj(day -> new RateStep(day, rates.nextInt(most * 100) / 100.0))
                .toList();
    }
}
