package io.sandtable.simulation.scenario;

import static io.sandtable.model.Attributes.AMOUNT;
import static io.sandtable.model.Attributes.COUNTRY;
import static io.sandtable.model.Attributes.CURRENCY;
import static io.sandtable.model.Attributes.KIND;
import static io.sandtable.model.Attributes.PAYMENT_TERM_DAYS;
import static io.sandtable.model.Attributes.POINTS;
import static io.sandtable.model.Attributes.PRICE;
import static io.sandtable.model.Attributes.PRICE_INCLUDES_VAT;
import static io.sandtable.model.Attributes.PRICE_TIERS;
import static io.sandtable.model.Attributes.RATE_PERCENT;
import static io.sandtable.model.Attributes.UNIT;
import static io.sandtable.simulation.scenario.PlanningProblem.CNY;

import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.Curve;
import io.sandtable.model.Node;
import io.sandtable.model.NodeType;
import io.sandtable.model.Relation;
import io.sandtable.model.RelationType;
import io.sandtable.model.Series;
import io.sandtable.model.Thing;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What things cost in CNY without VAT on the as-of day: exchange rates, taxes, duties and price tiers applied. */
public final class Prices {
    private static final double DEFAULT_VAT_PERCENT = 13;
    private static final double DEFAULT_INCOME_TAX_PERCENT = 25;

    private final BusinessSnapshot snapshot;
    private final LocalDate asOf;
    private final Adjustments adjustments;
    private final PolicyRates policies;
    private final Map<String, ExchangeRate> rates = new HashMap<>();
    private final double vatPercent;

    /** @param policies rates that conditions move */
    Prices(BusinessSnapshot snapshot, LocalDate asOf, Adjustments adjustments, PolicyRates policies) {
        this.policies = policies;
        this.snapshot = snapshot;
        this.asOf = asOf;
        this.adjustments = adjustments;
        this.vatPercent = vatPercent(snapshot, asOf);
    }

    /** CNY per unit without VAT, for an order of the given quantity. */
    double withoutVat(Relation supplies, double quantity) {
        return listed(supplies, quantity, vatPercent) * rate(currency(supplies));
    }

    /** What an offer asks per unit for an order of the given quantity, by its tiers and without VAT, in the offer's currency. */
    public static double listed(Relation supplies, double quantity, double vatPercent) {
        double listed =
                supplies.findCurve(PRICE_TIERS).map(t -> t.stepAt(quantity)).orElseGet(() -> supplies.number(PRICE));
        return net(supplies, listed, vatPercent);
    }

    /** The currency of an offer: its own, else its supplier's. */
    public static String currency(Relation supplies) {
        return currencyOf(supplies).or(() -> currencyOf(supplies.from())).orElse(CNY);
    }

    /** CNY per unit without VAT that a subcontractor asks for the step. */
    double outsourced(Relation outsourced) {
        return net(outsourced, outsourced.number(PRICE), vatPercent) * rate(outsourcedIn(outsourced));
    }

    /** The currency a subcontractor is paid in: the agreement's, else his own. */
    static String outsourcedIn(Relation outsourced) {
        return currencyOf(outsourced).or(() -> currencyOf(outsourced.to())).orElse(CNY);
    }

    /** CNY per unit without VAT that was agreed for an open purchase; empty where no price is known. */
    OptionalDouble agreed(Node purchase) {
        OptionalDouble price = purchase.findNumber(PRICE);
        return price.isEmpty()
                ? price
                : OptionalDouble.of(net(purchase, price.getAsDouble(), vatPercent) * rate(agreedIn(purchase)));
    }

    /** CNY per unit without VAT that a purchase cost, at the rates of a day; empty where its price or its currency's rate is not known. */
    public static OptionalDouble paid(BusinessSnapshot snapshot, Node purchase, LocalDate day) {
        OptionalDouble price = purchase.findNumber(PRICE);
        OptionalDouble rate = rate(snapshot, currencyOf(purchase).orElse(CNY), day);
        double vatPercent = purchase.flag(PRICE_INCLUDES_VAT) ? vatPercent(snapshot, day) : 0;
        return price.isEmpty() || rate.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(net(purchase, price.getAsDouble(), vatPercent) * rate.getAsDouble());
    }

    private static OptionalDouble rate(BusinessSnapshot snapshot, String currency, LocalDate day) {
        return currency.equals(CNY)
                ? OptionalDouble.of(1)
                : series(snapshot, currency, day)
                        .map(points -> points.asOf(day))
                        .orElse(OptionalDouble.empty());
    }

    /** The currency an open purchase is paid in; that of the books where its price is not known. */
    static String agreedIn(Node purchase) {
        return purchase.has(PRICE) ? currencyOf(purchase).orElse(CNY) : CNY;
    }

    private static double net(Thing priced, double listed, double vatPercent) {
        return priced.flag(PRICE_INCLUDES_VAT) ? listed / (1 + vatPercent / 100) : listed;
    }

    private static Optional<String> currencyOf(Thing thing) {
        return thing.findText(CURRENCY);
    }

    /** Quantity of an order → its price as a share of the price of an order of the least quantity; null where there are no tiers. */
    @Nullable
    Curve tiers(Relation supplies, double least) {
        return supplies.findCurve(PRICE_TIERS)
                .filter(tiers -> tiers.stepAt(least) > 0)
                .map(tiers -> tiers.scaled(1 / tiers.stepAt(least)))
                .orElse(null);
    }

    /** CNY per unit of a currency on the as-of day, changes that hold on it made. */
    double rate(String currency) {
        return currency.equals(CNY)
                ? 1
                : rates.computeIfAbsent(currency, this::exchangeRate).on(0);
    }

    /** CNY per unit of a currency by the last rate known on the as-of day, before any change: what the books were kept at. */
    double bookedRate(String currency) {
        return currency.equals(CNY) ? 1 : series(currency).asOf(asOf).orElseThrow();
    }

    /** Asks for the rates of other currencies too. */
    void ask(Set<String> currencies) {
        currencies.forEach(this::rate);
    }

    /** The rates of all currencies that were asked for: points behind the as-of day are expected rates, changes hold in their time. */
    Map<String, ExchangeRate> exchangeRates() {
        return rates;
    }

    private ExchangeRate exchangeRate(String currency) {
        Series series = series(currency);
        var days = new TreeSet<LocalDate>(series.points().tailMap(asOf, false).keySet());
        adjustments.edges(Dimension.FINANCE_FX).stream().filter(asOf::isBefore).forEach(days::add);
        days.add(asOf);
        var byDay = new TreeMap<Integer, Double>();
        for (LocalDate day : days) {
            double rate = series.asOf(day).orElseThrow();
            byDay.put(
                    Math.toIntExact(ChronoUnit.DAYS.between(asOf, day)),
                    adjustments.value(Dimension.FINANCE_FX, rate, day));
        }
        return new ExchangeRate(byDay);
    }

    private Series series(String currency) {
        return series(snapshot, currency, asOf).orElseThrow(() -> new RateUnknown(currency, asOf));
    }

    /** Whether anything in that currency can be reckoned in CNY on that day. */
    public static boolean isRateKnown(BusinessSnapshot snapshot, String currency, LocalDate day) {
        return currency.equals(CNY) || series(snapshot, currency, day).isPresent();
    }

    private static Optional<Series> series(BusinessSnapshot snapshot, String currency, LocalDate day) {
        return snapshot.nodes(NodeType.PRICE_SERIES).stream()
                .filter(s ->
                        s.findText(UNIT).filter(("CNY/" + currency)::equals).isPresent())
                .flatMap(s -> s.findSeries(POINTS).stream())
                .filter(s -> s.asOf(day).isPresent())
                .findFirst();
    }

    /** Duty in percent that what the supplier delivers or does bears on the as-of day: a material, a machine, a process. */
    double dutyPercent(Node supplier, Node thing) {
        if (!isForeign(supplier)) {
            return 0;
        }
        double rate = snapshot.nodes(NodeType.POLICY).stream()
                .filter(p -> p.text(KIND).equals("duty") && p.validOn(asOf))
                .filter(p -> p.findText(COUNTRY)
                        .map(c -> c.equals(supplier.findText(COUNTRY).orElse("")))
                        .orElse(true))
                .filter(p -> appliesTo(p, thing) || appliesTo(p, supplier))
                .mapToDouble(p -> p.numberOr(RATE_PERCENT, 0))
                .sum();
        return Math.max(0, adjustments.value(Dimension.POLICY_DUTY, rate, supplier, thing));
    }

    /** What it bears where it arrives on that day. */
    double dutyPercent(Node supplier, Node thing, LocalDate arrives) {
        return policies.dutyOn(arrives, dutyPercent(supplier, thing), supplier, thing);
    }

    /** How what the supplier delivers will be charged with duty, where that changes. */
    List<PlanningProblem.RateStep> dutySteps(Node supplier, Node thing) {
        return policies.duty(dutyPercent(supplier, thing), supplier, thing);
    }

    List<PlanningProblem.RateStep> vatSteps() {
        return policies.vat(vatPercent);
    }

    List<PlanningProblem.RateStep> carbonSteps() {
        return policies.carbon(carbonPrice());
    }

    static boolean isForeign(Node supplier) {
        return supplier.findText(COUNTRY).filter(c -> !c.equals("CN")).isPresent();
    }

    double vatPercent() {
        return vatPercent;
    }

    /** The rate of value-added tax that holds on a day for all goods. */
    public static double vatPercent(BusinessSnapshot snapshot, LocalDate day) {
        return policies(snapshot, day, "vat").stream()
                .filter(p -> p.out(RelationType.APPLIES_TO).isEmpty())
                .flatMapToDouble(p -> p.findNumber(RATE_PERCENT).stream())
                .findFirst()
                .orElse(DEFAULT_VAT_PERCENT);
    }

    /** The lowest rate that holds: a preferential rate such as 15 % for high-tech companies stands beside the general one. */
    double incomeTaxPercent() {
        return policies("income-tax").stream()
                .flatMapToDouble(p -> p.findNumber(RATE_PERCENT).stream())
                .min()
                .orElse(DEFAULT_INCOME_TAX_PERCENT);
    }

    /** CNY per tonne CO₂; 0 where no carbon price applies. */
    double carbonPrice() {
        double price = policies("carbon").stream()
                .mapToDouble(p -> p.numberOr(AMOUNT, 0))
                .sum();
        return Math.max(0, adjustments.value(Dimension.POLICY_CARBON, price));
    }

    /**
     * What the best policy that holds on the as-of day pays towards a piece of equipment of that price; null where none says how much and
     * how long after its arrival.
     */
    PlanningProblem.@Nullable Subsidy subsidy(Node equipment, double price) {
        PlanningProblem.Subsidy best = null;
        for (Node policy : policies("subsidy")) {
            OptionalDouble days = policy.findNumber(PAYMENT_TERM_DAYS);
            double amount = Math.min(
                    price * subsidyPercent(policy, equipment) / 100, policy.numberOr(AMOUNT, Double.POSITIVE_INFINITY));
            if (days.isPresent() && amount > 0 && (best == null || amount > best.amount())) {
                best = new PlanningProblem.Subsidy(policy.id(), amount, (int) Math.round(days.getAsDouble()));
            }
        }
        return best;
    }

    /** The rate for that equipment, or the policy's; 0 where it is not meant. */
    private static double subsidyPercent(Node policy, Node equipment) {
        Set<String> names = Adjustments.namesOf(equipment);
        return policy.out(RelationType.APPLIES_TO).stream()
                .filter(r -> names.contains(r.to().id()))
                .mapToDouble(r -> r.numberOr(RATE_PERCENT, policy.numberOr(RATE_PERCENT, 0)))
                .max()
                .orElse(0);
    }

    private List<Node> policies(String kind) {
        return policies(snapshot, asOf, kind);
    }

    private static List<Node> policies(BusinessSnapshot snapshot, LocalDate day, String kind) {
        return snapshot.nodes(NodeType.POLICY).stream()
                .filter(p -> p.text(KIND).equals(kind) && p.validOn(day))
                .toList();
    }

    private static boolean appliesTo(Node policy, Node thing) {
        Set<String> names = Adjustments.namesOf(thing);
        return policy.out(RelationType.APPLIES_TO).stream().anyMatch(r -> names.contains(r.to().id()));
    }
}
