package io.sandtable.rules.language;

import io.sandtable.model.NodeType;
import io.sandtable.rules.Question.Code;
import io.sandtable.rules.Statement;
import io.sandtable.rules.Window;
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

/** A question about the data: which figure, by what, the most or the least, how many. */
final class QueryReading extends ClauseReading {
    private static final Map<Integer, String> METRICS = metrics();
    private static final Map<Integer, String> GROUPS = Map.of(
            Sentence.OF_SUPPLIERS, "SUPPLIER",
            Sentence.OF_CUSTOMERS, "CUSTOMER",
            Sentence.OF_MATERIALS, "MATERIAL",
            Sentence.OF_FAMILIES, "FAMILY",
            Sentence.OF_EQUIPMENT, "EQUIPMENT",
            Sentence.OF_ORDERS, "ORDER",
            Sentence.OF_PROCESSES, "PROCESS");

    private static final Set<String> GOOD_IF_HIGH = Set.of("margin", "OTD", "FILL_RATE");
    private static final Set<String> GOOD_IF_LOW = Set.of("lateness", "downtime", "loss");
    private static final Pattern SUPERLATIVE = Pattern.compile("^得?最");
    private static final Pattern WORST = Pattern.compile("worst|最差|最糟|最烂", Pattern.CASE_INSENSITIVE);
    private static final Pattern BEST = Pattern.compile("best|最好|最佳", Pattern.CASE_INSENSITIVE);

    private static final Pattern QUESTION = Pattern.compile("[?？]\\s*$");
    private static final Pattern BY = Pattern.compile("(?:by|per|for each) ", Pattern.CASE_INSENSITIVE);
    private static final Pattern YEAR_SAID = Pattern.compile("\\d{4}|[明后今]年|下|next|coming", Pattern.CASE_INSENSITIVE);

    private static final Pattern AT_THE_END =
            Pattern.compile("^(?:at )?(?:the )?end of|[月季年周][底末]$", Pattern.CASE_INSENSITIVE);

    QueryReading(Clause clause, LocalDate asOf, Statement.Source source) {
        super(clause, asOf, source);
    }

    private static Map<Integer, String> metrics() {
        var metrics = new LinkedHashMap<Integer, String>();
        metrics.put(Sentence.LOSS, "loss");
        metrics.put(Sentence.EARNED, "margin");
        metrics.put(Sentence.MARGIN, "margin");
        metrics.put(Sentence.REVENUE, "revenue");
        metrics.put(Sentence.PURCHASE_BUDGET, "purchase");
        metrics.put(Sentence.BUDGET, "purchase");
        metrics.put(Sentence.LATENESS, "lateness");
        metrics.put(Sentence.ON_TIME, "OTD");
        metrics.put(Sentence.FILL_RATE, "FILL_RATE");
        metrics.put(Sentence.HALT, "downtime");
        metrics.put(Sentence.PRICE, "price");
        metrics.put(Sentence.PRICE_ASKED, "price");
        metrics.put(Sentence.CASH, "cash");
        return metrics;
    }

    @Override
    Optional<Draft> draft() {
        List<String> metrics = METRICS.entrySet().stream()
                .filter(m -> clause.has(m.getKey()))
                .map(Map.Entry::getValue)
                .distinct()
                .toList();
        List<String> groups = GROUPS.entrySet().stream()
                .filter(g -> clause.has(g.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        if (clause.has(Sentence.DEMAND)
                && groups.isEmpty()
                && words(Sentence.WHICH).startsWith("哪")) {
            // 哪些订单会延期 asks by order
            return Optional.empty();
        }
        if (metrics.equals(List.of("purchase", "price"))) {
            // 买了多少钱的钢管 asks for what was spent
            metrics = List.of("purchase");
        }
        boolean each = clause.has(Sentence.SEVERALLY) && groups.size() == 1;
        boolean question = QUESTION.matcher(source.text()).find() || isGrouped();
        // 上周亏损最严重的三个SKU asks without a verb
        boolean superlative = groups.size() == 1
                && SUPERLATIVE
                        .matcher(words(Sentence.MOST) + words(Sentence.LEAST))
                        .find();
        boolean asked =
                clause.hasAny(Set.of(Sentence.WHICH, Sentence.SHOW, Sentence.TOP)) || each || question || superlative;
        boolean binds = clause.hasAny(Set.of(Sentence.MUST, Sentence.PREFER, Sentence.IF, Sentence.FORECAST));
        boolean both = clause.has(Sentence.MOST) && clause.has(Sentence.LEAST);
        if (metrics.size() != 1 || groups.size() > 1 || !asked || both || binds) {
            return Optional.empty();
        }
        if (metrics.getFirst().equals("price") && clause.names().isEmpty()) {
            throw new Unclear(Questions.ask(Code.MISSING_NAME));
        }
        slots.put("metric", metrics.getFirst());
        groups.forEach(group -> slots.put("groupBy", group));
        boolean ranked = clause.has(Sentence.MOST) || clause.has(Sentence.LEAST) || clause.has(Sentence.TOP);
        Optional<String> compared = ranked && groups.isEmpty() ? compared() : Optional.empty();
        compared.ifPresent(group -> slots.put("groupBy", group));
        if (groups.isEmpty() && ranked && compared.isEmpty()) {
            return Optional.empty();
        }
        if (ranked) {
            slots.put("order", isLowestFirst(metrics.getFirst()) ? "ASC" : "DESC");
        }
        Integer limit = limit(ranked);
        if (limit != null) {
            slots.put("limit", limit);
        }
        return Optional.of(draft(entities(), null, null, past(), null));
    }

    /** The worst on-time delivery is the lowest, the best lateness too. */
    private boolean isLowestFirst(String metric) {
        boolean quality = GOOD_IF_HIGH.contains(metric)
                ? WORST.matcher(words(Sentence.MOST)).find()
                : GOOD_IF_LOW.contains(metric)
                        && BEST.matcher(words(Sentence.MOST)).find();
        return clause.has(Sentence.LEAST) || quality;
    }

    /** 恒达和恒大谁家的采购额大 compares what is named. */
    private Optional<String> compared() {
        List<NodeType> types = clause.names().stream()
                .flatMap(m -> m.meanings().stream())
                .map(NameIndex.Meaning::type)
                .distinct()
                .toList();
        return clause.names().size() > 1 && types.size() == 1
                ? Optional.of(types.getFirst().name())
                : Optional.empty();
    }

    /** "Revenue by customer" asks without a word of asking. */
    private boolean isGrouped() {
        return GROUPS.keySet().stream()
                .anyMatch(group -> BY.matcher(words(group)).lookingAt());
    }

    /** How many are asked for; which one (哪个) is one, each and all of them are not limited. */
    private @Nullable Integer limit(boolean ranked) {
        List<Amount> amounts = clause.amounts();
        if (amounts.size() == 1 && amounts.getFirst().value() == 1 && "price".equals(slots.get("metric"))) {
            // 一吨多少钱 asks for the price of one
            return null;
        }
        boolean counts = amounts.size() == 1
                && amounts.getFirst().value() >= 1
                && amounts.getFirst().value() == Math.rint(amounts.getFirst().value())
                && (amounts.getFirst().measure() == Amount.Measure.NUMBER
                        || amounts.getFirst().measure() == Amount.Measure.COUNT);
        if (!amounts.isEmpty() && !(counts && ranked)) {
            throw new Unclear(Questions.ask(Code.NOT_UNDERSTOOD));
        }
        if (counts) {
            return (int) amounts.getFirst().value();
        }
        return ranked && (clause.has(Sentence.WHICH) || isOneAsked()) ? 1 : null;
    }

    /** "Least profitable product?" asks for one. */
    private boolean isOneAsked() {
        return GROUPS.keySet().stream()
                .filter(clause::has)
                .map(this::words)
                .anyMatch(said -> said.matches("(?i)[a-z -]*[a-rt-z]")
                        && !BY.matcher(said).lookingAt());
    }

    /** A query may look back; without a time it looks at everything there is. */
    private @Nullable Window past() {
        List<When> times = clause.times();
        if (times.isEmpty()) {
            return null;
        }
        if (times.size() > 1
                || times.getFirst().isImpossible()
                || times.getFirst().recurrence() != null
                || times.getFirst().everyYear()) {
            throw unclearWindow();
        }
        Window asked = lately(times.getFirst().from(), times.getFirst().to());
        // a balance at the end of a month is one day's
        boolean balance = "cash".equals(slots.get("metric"))
                && AT_THE_END.matcher(words(Sentence.TIME)).find();
        return balance ? new Window(asked.to(), asked.to()) : asked;
    }

    /** A month said without a year is the last one there was. */
    private Window lately(@Nullable LocalDate from, @Nullable LocalDate to) {
        if (from == null || to == null || !from.isAfter(asOf)) {
            return new Window(from, to);
        }
        if (YEAR_SAID.matcher(words(Sentence.TIME)).find()) {
            throw unclearWindow();
        }
        boolean wholeMonths = to.plusDays(1).getDayOfMonth() == 1;
        LocalDate end = wholeMonths ? to.plusDays(1).minusYears(1).minusDays(1) : to.minusYears(1);
        return new Window(from.minusYears(1), end);
    }
}
