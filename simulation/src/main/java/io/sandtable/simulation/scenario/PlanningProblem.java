package io.sandtable.simulation.scenario;

import io.sandtable.model.Curve;
import io.sandtable.model.Money;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A scenario compiled for planning: everything a planner, an evaluator and the checker may know, with all changes applied. Lists
 * are indexed by the {@code index} of their records; times are minutes since the as-of day's midnight; money is CNY without VAT
 * unless a name says otherwise; quantities are in the item's unit, percentages numbers of percent.
 *
 * @param horizonDays days that figures are reported for; planning may run past it, so that late orders are late and not lost
 */
public record PlanningProblem(
        LocalDate asOf,
        int horizonDays,
        List<Item> items,
        List<Routing> routings,
        List<Machine> machines,
        List<Crew> crews,
        List<Tool> tools,
        List<Offer> offers,
        List<Demand> demands,
        List<Stock> stocks,
        List<Receipt> receipts,
        List<Investment> investments,
        List<EnergySource> energies,
        Finance finance,
        List<PlannedRule> rules) {
    /** The currency of the books. */
    public static final String CNY = "CNY";
    /** Minutes of a day. */
    public static final int DAY = 1440;
    /** What rounding may take off a whole piece. */
    private static final double ROUNDING = 1e-6;

    public PlanningProblem {
        items = List.copyOf(items);
        routings = List.copyOf(routings);
        machines = List.copyOf(machines);
        crews = List.copyOf(crews);
        tools = List.copyOf(tools);
        offers = List.copyOf(offers);
        demands = List.copyOf(demands);
        stocks = List.copyOf(stocks);
        receipts = List.copyOf(receipts);
        investments = List.copyOf(investments);
        energies = List.copyOf(energies);
        rules = List.copyOf(rules);
    }

    /** The same problem under those rules. */
    public PlanningProblem with(List<PlannedRule> newRules) {
        return new PlanningProblem(
                asOf,
                horizonDays,
                items,
                routings,
                machines,
                crews,
                tools,
                offers,
                demands,
                stocks,
                receipts,
                investments,
                energies,
                finance,
                newRules);
    }

    /** The same problem with other open receipts. */
    public PlanningProblem withReceipts(List<Receipt> newReceipts) {
        return new PlanningProblem(
                asOf,
                horizonDays,
                items,
                routings,
                machines,
                crews,
                tools,
                offers,
                demands,
                stocks,
                newReceipts,
                investments,
                energies,
                finance,
                rules);
    }

    /** The day a minute lies in. */
    public LocalDate day(int minute) {
        return asOf.plusDays(Math.floorDiv(minute, DAY));
    }

    /** The local time of a minute. */
    public LocalDateTime time(int minute) {
        return asOf.atStartOfDay().plusMinutes(minute);
    }

    /** The first minute of a day. */
    public int minute(LocalDate day) {
        return Math.toIntExact(day.toEpochDay() - asOf.toEpochDay()) * DAY;
    }

    /**
     * The index under which plans name the machine or tool that an investment brings: after the problem's own, in the order in
     * which the problem lists them, whether the others are taken or not.
     */
    public int equipmentIndex(Investment investment) {
        boolean tool = investment.tool() >= 0;
        int before = 0;
        for (Investment other : investments.subList(0, investment.index())) {
            if ((other.tool() >= 0) == tool) {
                before++;
            }
        }
        return (tool ? tools.size() : machines.size()) + before;
    }

    /** How much of a co-product comes out of a step into which so many units enter: of pieces, whole ones alone. */
    public double comesOut(Coproduct coproduct, double quantityIn) {
        double quantity = coproduct.of(quantityIn);
        return items.get(coproduct.item()).whole() ? Math.floor(quantity + ROUNDING) : quantity;
    }

    /** The minute after the last one that figures are reported for. */
    public int horizonMinutes() {
        return horizonDays * DAY;
    }

    /**
     * Something that is stocked, bought or made.
     *
     * @param whole whether only whole units exist (pieces)
     * @param standardCost CNY per unit, what stock without a cost of its own is valued at
     * @param routings alternates, best priority first; empty for bought items
     * @param offers of suppliers, best priority first; empty for items nobody sells
     */
    public record Item(
            int index,
            String id,
            String name,
            String unit,
            boolean whole,
            double standardCost,
            double safetyStock,
            LotSize lotSize,
            @Nullable String family,
            List<Integer> routings,
            List<Integer> offers) {
        public Item {
            routings = List.copyOf(routings);
            offers = List.copyOf(offers);
        }

        /** The same with another safety stock. */
        Item withSafetyStock(double quantity) {
            return new Item(index, id, name, unit, whole, standardCost, quantity, lotSize, family, routings, offers);
        }

        /** Whether the company makes it. */
        public boolean isMade() {
            return !routings.isEmpty();
        }
    }

    /**
     * A way to make an item: its steps in order.
     *
     * @param substitution whether it makes nothing but lets another item stand in, which is done on shortage only; not one of the item's
     *     {@code routings}
     */
    public record Routing(int index, String id, int item, List<Step> steps, boolean substitution) {
        public Routing {
            steps = List.copyOf(steps);
        }
    }

    /**
     * One operation of a routing. It can be done on one of the machines (with one of the tools, where it needs one) or at one of
     * the subcontractors.
     *
     * @param waitMinutes wall-clock minutes between its end and the next step
     * @param transferQuantity of how many good units the parts are in which a lot goes on to the next step; 0 where it goes on as a whole
     * @param releaseFence minute before which it is not begun: what is nearer is settled on the shop floor
     * @param coproducts what else comes out, per unit that enters; there when the lot is done
     * @param energyPerUnit energy drawn per unit by the operation itself, besides the machine's power; index into energies, −1 none
     * @param hours in which it may be worked in the house, within those of its machine; null where the machine decides
     */
    public record Step(
            String process,
            String name,
            String technology,
            boolean confidential,
            int waitMinutes,
            double transferQuantity,
            int releaseFence,
            List<Consumption> consumptions,
            List<MachineOption> machines,
            List<ToolOption> tools,
            List<Subcontract> subcontracts,
            List<Coproduct> coproducts,
            double energyPerUnit,
            int energy,
            @Nullable WorkingTime hours) {
        public Step {
            consumptions = List.copyOf(consumptions);
            coproducts = List.copyOf(coproducts);
            machines = List.copyOf(machines);
            tools = List.copyOf(tools);
            subcontracts = List.copyOf(subcontracts);
        }

        /** An operation that its machine's hours alone limit, out of which nothing else comes and which hands on its lots as a whole. */
        public Step(
                String process,
                String name,
                String technology,
                boolean confidential,
                int waitMinutes,
                int releaseFence,
                List<Consumption> consumptions,
                List<MachineOption> machines,
                List<ToolOption> tools,
                List<Subcontract> subcontracts,
                double energyPerUnit,
                int energy) {
            this(
                    process,
                    name,
                    technology,
                    confidential,
                    waitMinutes,
                    0,
                    releaseFence,
                    consumptions,
                    machines,
                    tools,
                    subcontracts,
                    List.of(),
                    energyPerUnit,
                    energy,
                    null);
        }
    }

    /**
     * Material that a step takes.
     *
     * @param quantityPerUnit per unit that enters, scrap included
     * @param quantityPerLot for each lot however large it is: what is lost until the machine runs well
     */
    public record Consumption(int item, double quantityPerUnit, double quantityPerLot) {
        /** As much as there are units. */
        public Consumption(int item, double quantityPerUnit) {
            this(item, quantityPerUnit, 0);
        }

        /** What a lot needs into whose step so many units enter. */
        public double of(double quantityIn) {
            return quantityPerUnit * quantityIn + quantityPerLot;
        }
    }

    /** Another item that comes out: per unit that enters the step, and for each lot however large it is. */
    public record Coproduct(int item, double quantityPerUnit, double quantityPerLot) {
        /** As much as there are units. */
        public Coproduct(int item, double quantityPerUnit) {
            this(item, quantityPerUnit, 0);
        }

        /** What comes out of a lot into whose step so many units enter. */
        public double of(double quantityIn) {
            return quantityPerUnit * quantityIn + quantityPerLot;
        }
    }

    /**
     * A machine that can do the step.
     *
     * @param setup the machine's set-up it needs, {@link Setups#ANY} where any will do
     * @param people needed all the time that it runs, besides those whom the machine's rate pays
     * @param valid when it may do the step
     */
    public record MachineOption(
            int machine,
            double minutesPerUnit,
            int setupMinutes,
            double yieldPercent,
            int setup,
            List<CrewNeed> people,
            Validity valid) {
        public MachineOption {
            people = List.copyOf(people);
        }

        /** Any set-up will do, and nobody is needed whom the machine's rate does not pay. */
        public MachineOption(int machine, double minutesPerUnit, int setupMinutes, double yieldPercent) {
            this(machine, minutesPerUnit, setupMinutes, yieldPercent, Setups.ANY, List.of(), Validity.ALWAYS);
        }
    }

    /**
     * People of one of the crews.
     *
     * @param oneOf crews that can do it, best first; empty where nobody can
     * @param people so many of each of them, if it is that one; may be a fraction where one looks after several machines
     */
    public record CrewNeed(List<Integer> oneOf, List<Double> people) {
        public CrewNeed {
            oneOf = List.copyOf(oneOf);
            people = List.copyOf(people);
        }

        /** As many of one crew as of another. */
        public CrewNeed(List<Integer> oneOf, double people) {
            this(oneOf, Collections.nCopies(oneOf.size(), people));
        }

        /** So many people if that crew does it. */
        public double people(int crew) {
            int place = oneOf.indexOf(crew);
            return place < 0 ? 0 : people.get(place);
        }
    }

    /** A tool that can be mounted for the step. */
    public record ToolOption(int tool, double strokesPerUnit) {}

    /**
     * A subcontractor who can do the step: CNY per unit that enters at the as-of day's rate, calendar minutes door to door.
     *
     * @param valid when he may have the goods
     * @param currency code of the currency that he is paid in
     * @param foreign whether what he returns goes through customs
     * @param dutyPercent of the price, 0 for domestic
     */
    public record Subcontract(
            int index,
            String supplier,
            String supplierName,
            double price,
            int leadTimeMinutes,
            double yieldPercent,
            double capacityPerWeek,
            String confidentiality,
            int paymentTermDays,
            Validity valid,
            String currency,
            boolean foreign,
            double dutyPercent) {
        /** One in the country who may do it at any time and is paid in CNY. */
        public Subcontract(
                int index,
                String supplier,
                String supplierName,
                double price,
                int leadTimeMinutes,
                double yieldPercent,
                double capacityPerWeek,
                String confidentiality,
                int paymentTermDays) {
            this(
                    index,
                    supplier,
                    supplierName,
                    price,
                    leadTimeMinutes,
                    yieldPercent,
                    capacityPerWeek,
                    confidentiality,
                    paymentTermDays,
                    Validity.ALWAYS,
                    CNY,
                    false,
                    0);
        }
    }

    /**
     * One machine; identical units are machines of their own.
     *
     * @param time when it works by its calendar, availability included
     * @param overtime when it works if overtime is taken; equal to {@code time} where the calendar allows none
     * @param operatorRate CNY per running hour of all its operators
     * @param overtimePremiumPercent on top of {@code operatorRate} outside {@code time}
     * @param energy index into energies, −1 none
     * @param unlimited whether any number of lots can be worked at a time: a place where goods dry, wait or travel
     * @param setups how long it is changed over between lots
     */
    public record Machine(
            int index,
            String id,
            String name,
            WorkingTime time,
            WorkingTime overtime,
            double operatorRate,
            double overtimePremiumPercent,
            double kilowatts,
            int energy,
            boolean unlimited,
            Setups setups) {
        /** A machine that is never changed over. */
        public Machine(
                int index,
                String id,
                String name,
                WorkingTime time,
                WorkingTime overtime,
                double operatorRate,
                double overtimePremiumPercent,
                double kilowatts,
                int energy,
                boolean unlimited) {
            this(
                    index,
                    id,
                    name,
                    time,
                    overtime,
                    operatorRate,
                    overtimePremiumPercent,
                    kilowatts,
                    energy,
                    unlimited,
                    Setups.NONE);
        }
    }

    /**
     * People who can do the same: a labour group, or one of its members.
     *
     * @param people on duty at a time; positive infinity where they are no bottleneck
     * @param time when they work, {@code overtime} when they work if their machine works overtime
     * @param rate CNY per hour of each
     */
    public record Crew(
            int index, String id, String name, double people, WorkingTime time, WorkingTime overtime, double rate) {}

    /**
     * A mould or tool, mounted on one machine at a time.
     *
     * @param lifeStrokes strokes after which it must not be used; positive infinity where unknown
     * @param wear share of life used → share of good parts in percent; null where it does not wear
     */
    public record Tool(
            int index,
            String id,
            String name,
            double lifeStrokes,
            double strokesUsed,
            @Nullable Curve wear) {
        /** Share of good parts, 0 … 1, after so many strokes in all. */
        public double goodShare(double strokes) {
            return wear == null ? 1 : wear.at(Double.isInfinite(lifeStrokes) ? 0 : strokes / lifeStrokes) / 100;
        }
    }

    /**
     * What a supplier offers for an item.
     *
     * @param price CNY per unit without VAT at the as-of day's rate, duty apart, in an order of the minimum quantity
     * @param tiers quantity of a purchase order → share of that price from this quantity on; null where all quantities cost the same
     * @param dutyPercent of the price, 0 for domestic
     * @param sharePercent of what is bought of the item that should come from here; 0 where nobody has said
     * @param closed wall-minute ranges [from, to) in which the supplier neither takes orders nor delivers
     * @param currency code of the currency that the price was agreed in and is paid in
     * @param rebate what comes back at the end of a period, null where nothing does
     * @param dutySteps how the duty changes later, by day
     */
    public record Offer(
            int index,
            String supplier,
            String supplierName,
            int item,
            double price,
            @Nullable Curve tiers,
            double dutyPercent,
            int leadTimeMinutes,
            double minimumQuantity,
            double multiple,
            double capacityPerWeek,
            double onTimePercent,
            double rejectPercent,
            int paymentTermDays,
            boolean foreign,
            double sharePercent,
            List<int[]> closed,
            String currency,
            @Nullable Rebate rebate,
            List<RateStep> dutySteps) {
        public Offer {
            dutySteps = List.copyOf(dutySteps);
            closed = List.copyOf(closed);
        }

        /** An offer whose duty stays as it is. */
        public Offer(
                int index,
                String supplier,
                String supplierName,
                int item,
                double price,
                @Nullable Curve tiers,
                double dutyPercent,
                int leadTimeMinutes,
                double minimumQuantity,
                double multiple,
                double capacityPerWeek,
                double onTimePercent,
                double rejectPercent,
                int paymentTermDays,
                boolean foreign,
                double sharePercent,
                List<int[]> closed,
                String currency,
                @Nullable Rebate rebate) {
            this(
                    index,
                    supplier,
                    supplierName,
                    item,
                    price,
                    tiers,
                    dutyPercent,
                    leadTimeMinutes,
                    minimumQuantity,
                    multiple,
                    capacityPerWeek,
                    onTimePercent,
                    rejectPercent,
                    paymentTermDays,
                    foreign,
                    sharePercent,
                    closed,
                    currency,
                    rebate,
                    List.of());
        }

        /** An offer in CNY without a rebate. */
        public Offer(
                int index,
                String supplier,
                String supplierName,
                int item,
                double price,
                @Nullable Curve tiers,
                double dutyPercent,
                int leadTimeMinutes,
                double minimumQuantity,
                double multiple,
                double capacityPerWeek,
                double onTimePercent,
                double rejectPercent,
                int paymentTermDays,
                boolean foreign,
                double sharePercent,
                List<int[]> closed) {
            this(
                    index,
                    supplier,
                    supplierName,
                    item,
                    price,
                    tiers,
                    dutyPercent,
                    leadTimeMinutes,
                    minimumQuantity,
                    multiple,
                    capacityPerWeek,
                    onTimePercent,
                    rejectPercent,
                    paymentTermDays,
                    foreign,
                    sharePercent,
                    closed,
                    CNY,
                    null);
        }

        /** The same that takes no smaller orders. */
        public Offer withMinimum(double quantity) {
            return with(leadTimeMinutes, quantity);
        }

        /** The same that is delivered after so many minutes. */
        public Offer withLeadTime(int minutes) {
            return with(minutes, minimumQuantity);
        }

        private Offer with(int leadTime, double minimum) {
            return new Offer(
                    index,
                    supplier,
                    supplierName,
                    item,
                    price,
                    tiers,
                    dutyPercent,
                    leadTime,
                    minimum,
                    multiple,
                    capacityPerWeek,
                    onTimePercent,
                    rejectPercent,
                    paymentTermDays,
                    foreign,
                    sharePercent,
                    closed,
                    currency,
                    rebate,
                    dutySteps);
        }

        /** Percent of the price that what arrives on a day bears. */
        public double dutyPercentOn(int day) {
            return RateStep.on(dutySteps, day, dutyPercent);
        }

        /** CNY per unit without VAT in a purchase order of so many. */
        public double price(double ordered) {
            return tiers == null ? price : price * tiers.stepAt(ordered);
        }
    }

    /**
     * One open customer order line.
     *
     * @param due minute by which it should leave the house (the end of its due day)
     * @param priority 1 is most important
     * @param minimumShipment the smallest partial delivery that is taken
     * @param penaltyPercentPerDay of its value, per day late
     */
    public record Demand(
            int index,
            String id,
            String number,
            String customer,
            String customerName,
            int item,
            double quantity,
            int due,
            double price,
            int priority,
            boolean whole,
            double minimumShipment,
            double penaltyPercentPerDay,
            int paymentTermDays) {
        /** CNY without VAT. */
        public double value() {
            return quantity * price;
        }
    }

    /**
     * Stock on hand; usable until {@code expires} (a minute, {@link Integer#MAX_VALUE} for ever).
     *
     * @param elsewhere where it must be fetched from before it can be used, null where it lies at hand
     */
    public record Stock(
            int index,
            String id,
            int item,
            double quantity,
            double unitCost,
            int expires,
            @Nullable Elsewhere elsewhere) {
        /** Minute from which it can be used. */
        public int available() {
            return elsewhere == null ? 0 : elsewhere.minutes();
        }
    }

    /**
     * A site from which stock is transferred to where it is used.
     *
     * @param minutes that a transfer takes
     * @param costPerUnit CNY without VAT
     */
    public record Elsewhere(String site, String name, int minutes, double costPerUnit) {}

    /**
     * What is already on order from a supplier, or in work in the house, and counts when it arrives.
     *
     * @param price CNY per unit at the as-of day's rate; what is in work is valued at it
     * @param made whether the house makes it: then nobody is paid for it when it arrives
     * @param currency code of the currency that it is paid in
     * @param foreign whether it comes through customs
     * @param dutyPercent of the price, 0 for domestic
     */
    public record Receipt(
            int index,
            String id,
            int item,
            double quantity,
            int arrives,
            double price,
            String supplier,
            int paymentTermDays,
            boolean made,
            String currency,
            boolean foreign,
            double dutyPercent) {
        /** One from the country that is paid in CNY. */
        public Receipt(
                int index,
                String id,
                int item,
                double quantity,
                int arrives,
                double price,
                String supplier,
                int paymentTermDays,
                boolean made) {
            this(index, id, item, quantity, arrives, price, supplier, paymentTermDays, made, CNY, false, 0);
        }

        /** The same that comes at another minute. */
        public Receipt arrivingAt(int minute) {
            return new Receipt(
                    index,
                    id,
                    item,
                    quantity,
                    minute,
                    price,
                    supplier,
                    paymentTermDays,
                    made,
                    currency,
                    foreign,
                    dutyPercent);
        }
    }

    /**
     * A machine or tool that can be bought: another piece like the one it names.
     *
     * @param tool index into tools, −1 when it is a machine
     * @param machine index into machines, −1 when it is a tool
     * @param price CNY without VAT at the as-of day's rate
     * @param currency code of the currency that it is paid in
     * @param foreign whether it comes through customs
     * @param dutyPercent of the price, 0 for domestic
     * @param subsidy what the state pays towards it, null where nothing
     */
    public record Investment(
            int index,
            String equipment,
            String name,
            String supplier,
            String supplierName,
            int tool,
            int machine,
            double price,
            int leadTimeMinutes,
            int depreciationMonths,
            int paymentTermDays,
            String currency,
            boolean foreign,
            double dutyPercent,
            @Nullable Subsidy subsidy) {
        /** One from the country that is paid in CNY and not subsidised. */
        public Investment(
                int index,
                String equipment,
                String name,
                String supplier,
                String supplierName,
                int tool,
                int machine,
                double price,
                int leadTimeMinutes,
                int depreciationMonths,
                int paymentTermDays) {
            this(
                    index,
                    equipment,
                    name,
                    supplier,
                    supplierName,
                    tool,
                    machine,
                    price,
                    leadTimeMinutes,
                    depreciationMonths,
                    paymentTermDays,
                    CNY,
                    false,
                    0,
                    null);
        }
    }

    /**
     * What the state pays towards a piece of equipment.
     *
     * @param policy id of the policy that says so
     * @param amount CNY
     * @param days from the arrival of the equipment until the money comes
     */
    public record Subsidy(String policy, double amount, int days) {}

    /**
     * Electricity, gas …
     *
     * @param priceByHourOfWeek CNY per unit for each of the 168 hours from Monday 00:00
     * @param emissionFactor kg CO₂ per unit
     */
    public record EnergySource(
            int index, String id, String name, String unit, List<Double> priceByHourOfWeek, double emissionFactor) {
        public EnergySource {
            priceByHourOfWeek = List.copyOf(priceByHourOfWeek);
        }
    }

    /**
     * The company's money at the as-of day and what is fixed to come.
     *
     * @param openingVatCredit input VAT that the tax office has not taken off yet; zero or more
     * @param openingFixedAssets what machines, buildings and the like are worth in the books; not written off, since nobody says over what time
     * @param rates by the code of each foreign currency that a price or an item is in
     * @param cashItems receivables, payables, bills, loans, payroll, rent … as dated amounts, positive is money in
     * @param carbonPrice CNY per tonne CO₂
     * @param labourInPayroll whether {@code cashItems} already hold the wages that labour hours cost
     * @param vatSteps how the rate of value-added tax changes later, by day; {@code carbonSteps} the price of carbon
     */
    public record Finance(
            Money openingCash,
            Money openingVatCredit,
            Money openingFixedAssets,
            double vatPercent,
            double incomeTaxPercent,
            double carbonPrice,
            boolean labourInPayroll,
            List<CashItem> cashItems,
            Map<String, ExchangeRate> rates,
            List<CreditLine> creditLines,
            List<DiscountLine> discountLines,
            List<RateStep> vatSteps,
            List<RateStep> carbonSteps) {
        public Finance {
            vatSteps = List.copyOf(vatSteps);
            carbonSteps = List.copyOf(carbonSteps);
            cashItems = List.copyOf(cashItems);
            rates = Map.copyOf(rates);
            creditLines = List.copyOf(creditLines);
            discountLines = List.copyOf(discountLines);
        }

        /** The rate of value-added tax on a day. */
        public double vatPercentOn(int day) {
            return RateStep.on(vatSteps, day, vatPercent);
        }

        /** CNY per tonne CO₂ on a day. */
        public double carbonPriceOn(int day) {
            return RateStep.on(carbonSteps, day, carbonPrice);
        }

        /** Of a company whose rates stay as they are. */
        public Finance(
                Money openingCash,
                Money openingVatCredit,
                Money openingFixedAssets,
                double vatPercent,
                double incomeTaxPercent,
                double carbonPrice,
                boolean labourInPayroll,
                List<CashItem> cashItems,
                Map<String, ExchangeRate> rates,
                List<CreditLine> creditLines,
                List<DiscountLine> discountLines) {
            this(
                    openingCash,
                    openingVatCredit,
                    openingFixedAssets,
                    vatPercent,
                    incomeTaxPercent,
                    carbonPrice,
                    labourInPayroll,
                    cashItems,
                    rates,
                    creditLines,
                    discountLines,
                    List.of(),
                    List.of());
        }

        /** Fen that cash may be below zero at the end of a day. */
        public long lentOn(int day) {
            return creditLines.stream()
                    .filter(line -> day <= line.lastDay())
                    .mapToLong(line -> line.amount().minor())
                    .sum();
        }

        /** Of a company that deals in CNY alone, borrows from no line and has neither VAT to carry forward nor fixed assets. */
        public Finance(
                Money openingCash,
                double vatPercent,
                double incomeTaxPercent,
                double carbonPrice,
                boolean labourInPayroll,
                List<CashItem> cashItems) {
            this(
                    openingCash,
                    Money.fen(0),
                    Money.fen(0),
                    vatPercent,
                    incomeTaxPercent,
                    carbonPrice,
                    labourInPayroll,
                    cashItems,
                    Map.of(),
                    List.of(),
                    List.of());
        }
    }

    /**
     * A rate from a day on.
     *
     * @param day counted from the as-of day
     */
    public record RateStep(int day, double rate) {
        /** The rate on a day, by steps in the order of their days. */
        static double on(List<RateStep> steps, int day, double before) {
            double rate = before;
            for (RateStep step : steps) {
                rate = step.day() <= day ? step.rate() : rate;
            }
            return rate;
        }
    }

    /**
     * Money that will move whatever the plan does.
     *
     * @param amount CNY, as the books have it on the as-of day
     * @param original what is owed in a foreign currency, of the same sign; null where {@code amount} is what is owed
     * @param discount when and at what rate the bank takes a bill before its date, null where nobody has said so
     */
    public record CashItem(
            String id,
            String kind,
            LocalDate date,
            Money amount,
            @Nullable Money original,
            @Nullable Discount discount) {
        /** An item in CNY. */
        public CashItem(String id, String kind, LocalDate date, Money amount) {
            this(id, kind, date, amount, null, null);
        }
    }

    /**
     * A bill that goes to the bank before it matures.
     *
     * @param date from the as-of day to the day before it matures
     * @param ratePercent per year of 360 days
     */
    public record Discount(LocalDate date, double ratePercent) {}

    /**
     * What a bank lends on demand, up to and including a day.
     *
     * @param ratePercent per year of 365 days, on what is drawn
     */
    public record CreditLine(Money amount, double ratePercent, int lastDay) {}

    /**
     * What a bank agrees to discount when money runs out.
     *
     * @param most face value in all
     * @param ratePercent per year of 360 days
     * @param lastDay on which it takes bills
     */
    public record DiscountLine(String id, Money most, double ratePercent, int lastDay) {}
}
