package io.sandtable.simulation.evaluate;

import io.sandtable.model.Money;
import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.plan.Plan.Delivery;
import io.sandtable.simulation.plan.Plan.Lot;
import io.sandtable.simulation.plan.Plan.Operation;
import io.sandtable.simulation.plan.Plan.Purchase;
import io.sandtable.simulation.scenario.ExchangeRate;
import io.sandtable.simulation.scenario.LotSize;
import io.sandtable.simulation.scenario.PlannedRule;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.PlanningProblem.CashItem;
import io.sandtable.simulation.scenario.PlanningProblem.Consumption;
import io.sandtable.simulation.scenario.PlanningProblem.CreditLine;
import io.sandtable.simulation.scenario.PlanningProblem.Demand;
import io.sandtable.simulation.scenario.PlanningProblem.DiscountLine;
import io.sandtable.simulation.scenario.PlanningProblem.EnergySource;
import io.sandtable.simulation.scenario.PlanningProblem.Finance;
import io.sandtable.simulation.scenario.PlanningProblem.Investment;
import io.sandtable.simulation.scenario.PlanningProblem.Item;
import io.sandtable.simulation.scenario.PlanningProblem.Machine;
import io.sandtable.simulation.scenario.PlanningProblem.MachineOption;
import io.sandtable.simulation.scenario.PlanningProblem.Offer;
import io.sandtable.simulation.scenario.PlanningProblem.Receipt;
import io.sandtable.simulation.scenario.PlanningProblem.Routing;
import io.sandtable.simulation.scenario.PlanningProblem.Step;
import io.sandtable.simulation.scenario.PlanningProblem.Stock;
import io.sandtable.simulation.scenario.PlanningProblem.Subcontract;
import io.sandtable.simulation.scenario.PlanningProblem.Tool;
import io.sandtable.simulation.scenario.PlanningProblem.ToolOption;
import io.sandtable.simulation.scenario.Rebate;
import io.sandtable.simulation.scenario.Restriction;
import io.sandtable.simulation.scenario.WorkingTime;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A shop with one machine, one mould, one bought and one made item and one order for 98 pieces at 50 CNY, due on the tenth day; small
 * enough that every fen can be worked out by hand. As of Monday 1 March 2027.
 *
 * <p>One step: 2 kg of raw material per piece that enters, 6 min a piece after 60 min of set-up, 98 % good, 10 kW, an operator at
 * 60 CNY/h. Electricity costs 1 CNY/kWh, 0.4 from 00:00 to 08:00. Raw material costs 10 CNY/kg after 2 days.
 */
public final class OneProductShop {
    public static final int DAY = PlanningProblem.DAY;
    public static final int HOUR = 60;
    public static final LocalDate AS_OF = LocalDate.of(2027, 3, 1);

    public double price = 50;
    /** CNY/kWh from 00:00 to 08:00. */
    public double valleyPrice = 0.4;

    public long openingVatCreditFen;
    public long openingFixedAssetsFen;
    public double duty;
    public boolean foreign;
    /** What the supplier of the raw material is paid in. */
    public String currency = "CNY";

    public @Nullable Rebate rebate;
    /** Further offers. */
    public final List<Offer> variants = new ArrayList<>();

    public final Map<String, ExchangeRate> rates = new HashMap<>();
    public int supplierTermDays = 30;
    public int customerTermDays = 60;
    public double penaltyPercentPerDay = 1;
    public double carbonPrice;
    public double emissionFactor = 0.5;
    public double incomeTaxPercent = 25;
    public boolean labourInPayroll;
    public int machineYield = 98;
    public int horizonDays = 182;
    public WorkingTime time = everyDay(0, 24);
    public WorkingTime overtime = everyDay(0, 24);
    public final List<Stock> stocks = new ArrayList<>();
    public final List<CashItem> cashItems = new ArrayList<>();
    public final List<CreditLine> creditLines = new ArrayList<>();
    public final List<DiscountLine> discountLines = new ArrayList<>();
    public final List<PlannedRule> rules = new ArrayList<>();
    public final List<Receipt> receipts = new ArrayList<>();
    public Subcontract subcontract = new Subcontract(0, "SUP-SUB", "Sub", 8, 3 * DAY, 100, 1000, "medium", 30);
    public final List<Investment> investments = new ArrayList<>();
    public int due = 10 * DAY;

    /** Working hours that repeat every day, for a year. */
    public static WorkingTime everyDay(int fromHour, int toHour) {
        var days = new ArrayList<int[]>();
        for (int day = 0; day < 366; day++) {
            days.add(new int[] {day * DAY + fromHour * HOUR, day * DAY + toHour * HOUR});
        }
        return WorkingTime.of(days);
    }

    public OneProductShop rule(Restriction restriction) {
        rules.add(
                new PlannedRule("RUL-" + rules.size(), "rule " + rules.size(), "KIND", true, 100, "Lin", restriction));
        return this;
    }

    public PlanningProblem problem() {
        var raw = new Item(0, "MAT-RAW", "raw", "kg", false, 10, 0, LotSize.ANY, null, List.of(), List.of(0));
        var part = new Item(1, "MAT-PART", "part", "pcs", true, 25, 0, LotSize.ANY, null, List.of(0), List.of());
        var step = new Step(
                "PRO-CAST",
                "casting",
                "casting",
                false,
                0,
                0,
                List.of(new Consumption(0, 2)),
                List.of(new MachineOption(0, 6, 60, machineYield)),
                List.of(new ToolOption(0, 1)),
                List.of(subcontract),
                0,
                -1);
        var prices = new ArrayList<Double>();
        for (int hour = 0; hour < 168; hour++) {
            prices.add(hour % 24 < 8 ? valleyPrice : 1.0);
        }
        return new PlanningProblem(
                AS_OF,
                horizonDays,
                List.of(raw, part),
                List.of(new Routing(0, "ROU-PART", 1, List.of(step), false)),
                List.of(new Machine(0, "EQP-M1", "M1", time, overtime, 60, 50, 10, 0, false)),
                List.of(),
                List.of(new Tool(0, "EQP-T1", "T1", 1000, 100, null)),
                offers(new Offer(
                        0,
                        "SUP-RAW",
                        "Raw",
                        0,
                        10,
                        null,
                        duty,
                        2 * DAY,
                        1,
                        1,
                        Double.POSITIVE_INFINITY,
                        100,
                        0,
                        supplierTermDays,
                        foreign,
                        0,
                        List.of(),
                        currency,
                        rebate)),
                List.of(new Demand(
                        0,
                        "ORD-1",
                        "SO-1",
                        "CUS-1",
                        "Customer",
                        1,
                        98,
                        due,
                        price,
                        1,
                        true,
                        0,
                        penaltyPercentPerDay,
                        customerTermDays)),
                stocks,
                receipts,
                investments,
                List.of(new EnergySource(0, "ENE-1", "electricity", "kWh", prices, emissionFactor)),
                new Finance(
                        Money.fen(1_000_000),
                        Money.fen(openingVatCreditFen),
                        Money.fen(openingFixedAssetsFen),
                        13,
                        incomeTaxPercent,
                        carbonPrice,
                        labourInPayroll,
                        cashItems,
                        rates,
                        creditLines,
                        discountLines),
                rules);
    }

    private List<Offer> offers(Offer first) {
        var offers = new ArrayList<Offer>();
        offers.add(first);
        offers.addAll(variants);
        return offers;
    }

    /** 200 kg arrive on the fourth day, 100 pieces run on the sixth from 08:00 to 19:00, 98 leave on the tenth. */
    public static Plan plan() {
        return plan(5 * DAY + 8 * HOUR, 10 * DAY);
    }

    /** The same, run and delivered at other times. */
    public static Plan plan(int start, int delivered) {
        return plan(List.of(run(start, start + 11 * HOUR)), List.of(new Delivery(0, 98, delivered)));
    }

    /** 100 pieces on the machine for its 11 worked hours. */
    public static Operation run(int start, int end) {
        return new Operation(0, 0, 0, -1, 100, 98, 60, 660, start, end);
    }

    /** 98 pieces at the subcontractor. */
    public static Operation outside(int start) {
        return new Operation(0, -1, -1, 0, 98, 98, 0, 0, start, start + 3 * DAY);
    }

    public static Plan plan(List<Operation> operations, List<Delivery> deliveries) {
        return new Plan(
                Collections.emptyList(),
                false,
                List.of(),
                List.of(new Lot(0, 0, -1, 1, 0, 98, operations)),
                List.of(new Purchase(0, 200, 200, DAY, 3 * DAY + 600)),
                deliveries,
                new Plan.Search("test", 1, 0, 1, "constructed"));
    }

    /** A plan that does nothing. */
    public static Plan nothing() {
        return new Plan(
                List.of(),
                false,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new Plan.Search("test", 1, 0, 1, "constructed"));
    }
}
