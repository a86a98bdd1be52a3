package io.sandtable.rules.wording;

import io.sandtable.rules.Comparison;
import io.sandtable.rules.Kind;
import io.sandtable.rules.Quantity;
import io.sandtable.rules.Statement;
import io.sandtable.rules.Window;
import io.sandtable.rules.Wording;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/** One statement as an English sentence. */
final class English {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    static final Map<String, String> FESTIVALS = Map.of(
            "元旦", "New Year's Day",
            "春节", "Spring Festival",
            "清明", "Qingming",
            "劳动节", "Labour Day",
            "端午", "Dragon Boat Festival",
            "中秋", "Mid-Autumn Festival",
            "国庆", "National Day");

    private final Statement s;
    private final Paraphrases.Parts parts;

    English(Statement s, Paraphrases.Parts parts) {
        this.s = s;
        this.parts = parts;
    }

    String sentence() {
        String text = switch (s.kind()) {
            case COMPOUND ->
                "what if "
                        + String.join(
                                ", and ",
                                parts.whole().stream().map(Wording::en).toList());
            case CONDITIONAL -> {
                String rule = parts.whole().getFirst().en();
                yield "if " + threshold() + ", " + Character.toLowerCase(rule.charAt(0))
                        + rule.substring(1, rule.length() - 1);
            }
            default -> modality() + said() + weight() + SeenYears.after(s).en();
        };
        return Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
    }

    private String weight() {
        return s.slots().get("weight") instanceof Integer weight && weight != 10 ? ", weight " + weight : "";
    }

    /** Without how certain or binding it is. */
    String said() {
        return body() + window();
    }

    private String body() {
        return switch (s.kind()) {
            case DEMAND_CHANGE -> ofAll("orders", "for") + move("increase by", "decrease by");
            case PRICE_CHANGE -> of("the price", "of") + move("rises by", "falls by");
            case LEAD_TIME_CHANGE ->
                (parts.all().isEmpty() ? "the lead time of everything" : of("the lead time", "of"))
                        + move("lengthens by", "shortens by");
            case CAPACITY_CHANGE ->
                of("the capacity", "of")
                        + (s.comparator() == null ? move("increases by", "decreases by") : " is " + limit());
            case CAPACITY_RESERVATION -> reservation();
            case SUPPLIER_SHUTDOWN -> names() + (parts.all().size() > 1 ? " do" : " does") + " not deliver" + again();
            case RESOURCE_DOWNTIME ->
                names() + (parts.all().size() > 1 ? " are" : " is") + " down" + duration() + again() + timeOfDay();
            case CASH_FLOOR -> "cash stays " + limit();
            case BUDGET_CAP -> of(category(), "for") + " stays " + limit();
            case MARGIN_FLOOR -> of("the gross margin", "of") + " stays " + limit();
            case SERVICE_LEVEL ->
                of("FILL_RATE".equals(s.slots().get("metric")) ? "the fill rate" : "on-time delivery", "for")
                        + (s.slots().containsKey("each") ? " for each customer" : "")
                        + " stays " + limit();
            case EMISSION_CAP -> of("carbon emissions", "of") + " stay " + limit();
            case ENERGY_CAP -> of("energy use", "of") + timeOfDay() + " stays " + limit();
            case OVERTIME_LIMIT -> of("overtime", "of") + " stays " + limit();
            case SOURCING_BAN -> sourcing("do not buy", "must not be bought");
            case SOURCING_ALLOW_ONLY -> sourcing("only buy", "may be bought only");
            case CONFIDENTIAL_PROCESS ->
                names()
                        + (Boolean.TRUE.equals(s.slots().get("outsourcing"))
                                ? " may be outsourced"
                                : " must not be outsourced");
            case MUST_DELIVER -> "deliver " + names();
            case SHIFT_BAN ->
                ("weekend".equals(s.slots().get("shift")) ? "no weekend shifts" : "no night shifts")
                        + (parts.all().isEmpty() ? "" : " for " + names());
            case OBJECTIVE -> "put " + goal() + " first";
            case WORKING_CALENDAR -> calendar();
            case PURCHASE_SHARE ->
                s.slots().containsKey("each")
                        ? "the share of each supplier"
                                + (parts.all().isEmpty() ? "" : " of " + names())
                                + " stays "
                                + limit()
                        : of("the share", "of") + " stays " + limit();
            case PRICE_TOLERANCE -> "a price increase of " + names() + " of " + limit() + " is acceptable";
            case MARGIN_TARGET ->
                of("the gross margin", "of")
                        + (quantity().form() == Quantity.Form.SET ? " reaches " : " rises by ")
                        + amount(quantity());
            case SAFETY_STOCK -> of("safety stock", "of") + " stays " + limit();
            case STOCK_LIMIT -> of("stock", "of") + " stays " + limit();
            case SHELF_LIFE ->
                s.slots().containsKey("minRemainingPct")
                        ? "the remaining shelf life of " + names() + " at delivery is " + limit()
                        : "the shelf life of "
                                + names()
                                + " is "
                                + (s.comparator() == null
                                        ? ""
                                        : s.comparator().words().en() + " ")
                                + amount(quantity());
            case MIN_ORDER_QTY -> "the minimum order of " + names() + " is " + amount(quantity());
            case POLICY -> of(subject(), "of") + move("rises by", "falls by");
            case SUBSTITUTION ->
                (s.slots().containsKey("condition") ? "if short, " : "")
                        + parts.each().getFirst().en()
                        + (Boolean.TRUE.equals(s.slots().get("allowed")) ? " may" : " must not")
                        + " be replaced by "
                        + parts.each().getLast().en()
                        + (s.slots().get("ratio") instanceof Number ratio
                                ? " at a ratio of " + Paraphrases.number(ratio.doubleValue())
                                : "");
            case QUERY -> query();
            case CONDITIONAL, COMPOUND -> "";
        };
    }

    private String calendar() {
        Object festival = s.slots().get("festival");
        String who = festival == null ? "" : FESTIVALS.getOrDefault(festival.toString(), "the festival") + " ";
        boolean works = Boolean.TRUE.equals(s.slots().get("working"));
        return who
                + (who.isEmpty()
                        ? "we " + (works ? "work" : "do not work")
                        : works ? "is a working day" : "is a day off")
                + (parts.all().isEmpty() ? "" : " at " + names())
                + again();
    }

    private String subject() {
        return switch (String.valueOf(s.slots().get("subject"))) {
            case "tariff" -> "the tariff";
            case "export-rebate" -> "the export rebate";
            case "vat" -> "the VAT";
            case "carbon" -> "the carbon tax";
            case "subsidy" -> "the subsidy";
            case String other -> other;
        };
    }

    private String query() {
        return "show "
                + of(parts.metric().en(), "of")
                + (parts.group() == null ? "" : " by " + parts.group().en())
                + (s.slots().get("order") == null
                        ? ""
                        : "ASC".equals(s.slots().get("order")) ? ", lowest first" : ", highest first")
                + (s.slots().get("limit") == null ? "" : ", top " + s.slots().get("limit"));
    }

    private String threshold() {
        Paraphrases.Threshold when = parts.threshold();
        Quantity value = when.value();
        String who = when.names().isEmpty() ? "" : " of " + join(when.names());
        return value.form() == Quantity.Form.RELATIVE
                ? "the price" + who + (value.value() < 0 ? " falls by " : " rises by ")
                        + when.side().words().en() + " " + Paraphrases.number(Math.abs(value.value())) + " %"
                : when.metric().en() + who + " is " + when.side().words().en() + " " + amount(value);
    }

    private String modality() {
        return switch (s.modality()) {
            case MUST -> "required: ";
            case PREFER -> "preferably: ";
            case FORECAST -> "expected: ";
            case HYPOTHETICAL -> "what if ";
            case null -> "";
        };
    }

    private String window() {
        Window window = s.window();
        if (window == null) {
            return "";
        }
        LocalDate from = window.from();
        LocalDate to = window.to();
        if (from == null) {
            return to == null ? ", at all times" : ", until " + DATE.format(to);
        }
        return to == null
                ? ", from %s onwards".formatted(DATE.format(from))
                : from.equals(to) && s.kind() != Kind.POLICY
                        ? ", on " + DATE.format(from)
                        : ", from %s to %s".formatted(DATE.format(from), DATE.format(to));
    }

    private String names() {
        return join(parts.all());
    }

    private static String join(List<Wording> names) {
        String head = names.stream()
                .limit(Math.max(0, names.size() - 1))
                .map(Wording::en)
                .collect(Collectors.joining(", "));
        String last = names.isEmpty() ? "" : names.getLast().en();
        return head.isEmpty() ? last : head + " and " + last;
    }

    private String of(String subject, String link) {
        return parts.all().isEmpty() ? subject : subject + " " + link + " " + names();
    }

    /** Said so that the clause does not go on about what was named before it. */
    private String ofAll(String subject, String link) {
        return parts.all().isEmpty() ? "all " + subject : of(subject, link);
    }

    private Quantity quantity() {
        return Objects.requireNonNull(s.quantity(), "a statement of this kind has a quantity");
    }

    private String move(String up, String down) {
        Quantity q = quantity();
        return switch (q.form()) {
            case SET -> " becomes " + amount(q);
            case FACTOR -> " becomes " + Paraphrases.number(q.value()) + " times as long";
            case RELATIVE, DELTA, PCT_POINTS ->
                " " + (q.value() < 0 ? down : up) + " " + amount(new Quantity(Math.abs(q.value()), q.unit(), q.form()));
        };
    }

    private String limit() {
        Comparison side = Objects.requireNonNull(s.comparator(), "a limit has a side");
        return side.words().en() + " " + amount(quantity());
    }

    private static String amount(Quantity q) {
        String value = Paraphrases.number(q.value());
        String[] unit = q.unit().split("/", 2);
        String per = unit.length == 1
                ? ""
                : unit[1].matches("day|week|month|quarter|year|shift") ? " per " + unit[1] : "/" + unit[1];
        return switch (unit[0]) {
            case "%" -> value + " %";
            case "pp" -> value + " percentage points";
            default -> (value + " " + unit[0]).strip() + per;
        };
    }

    /** Who is named first is said first. */
    private String reservation() {
        String share = "reserve "
                + (s.comparator() == null ? "" : s.comparator().words().en() + " ")
                + amount(quantity())
                + " of "
                + of("the capacity", "of");
        return parts.beneficiaryFirst() ? "for " + join(parts.beneficiary()) + " " + share : share + beneficiary();
    }

    private String beneficiary() {
        return "rush".equals(s.slots().get("beneficiary"))
                ? " for rush orders"
                : parts.beneficiary().isEmpty() ? "" : " for " + join(parts.beneficiary());
    }

    private String again() {
        return s.recurrence() == null ? "" : Recurrence.of(s.recurrence()).en();
    }

    private String timeOfDay() {
        if (!(s.slots().get("timeOfDay") instanceof List<?> ends)) {
            return "";
        }
        var spans = new StringJoiner(" and");
        for (int i = 0; i + 1 < ends.size(); i += 2) {
            spans.add(" between %s and %s".formatted(ends.get(i), ends.get(i + 1)));
        }
        return spans.toString();
    }

    private String duration() {
        return s.slots().get("durationDays") instanceof Integer days ? " for " + days + " days" : "";
    }

    /** A cost of another name by that name. */
    private String category() {
        return switch (String.valueOf(s.slots().getOrDefault("category", ""))) {
            case "capex" -> "the investment budget";
            case "purchase" -> "the purchase budget";
            case "outsourcing" -> "the outsourcing budget";
            case "overtime" -> "overtime pay";
            case "freight" -> "freight costs";
            case "" -> "the total budget";
            case String other -> other;
        };
    }

    private String goal() {
        return switch (Objects.requireNonNull(s.slots().get("goal")).toString()) {
            case "cash" -> "cash";
            case "delivery" -> "delivery";
            case "margin" -> "margin";
            default -> "carbon";
        };
    }

    private String sourcing(String verb, String passive) {
        String suppliers = join(parts.sourcing().suppliers());
        String materials = join(parts.sourcing().materials());
        if (!parts.sourcing().supplierFirst()) {
            return materials + " " + passive + " from " + suppliers;
        }
        return "from " + suppliers + " " + verb + (materials.isEmpty() ? "" : " " + materials);
    }
}
