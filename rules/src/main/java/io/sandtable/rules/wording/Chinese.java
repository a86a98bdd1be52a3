package io.sandtable.rules.wording;

import io.sandtable.rules.Comparison;
import io.sandtable.rules.Quantity;
import io.sandtable.rules.Statement;
import io.sandtable.rules.Window;
import io.sandtable.rules.Wording;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/** One statement as a Chinese sentence. */
final class Chinese {
    private final Statement s;
    private final Paraphrases.Parts parts;

    Chinese(Statement s, Paraphrases.Parts parts) {
        this.s = s;
        this.parts = parts;
    }

    String sentence() {
        return switch (s.kind()) {
            case COMPOUND ->
                "如果"
                        + String.join(
                                "，并且", parts.whole().stream().map(Wording::zh).toList()) + "。";
            case CONDITIONAL ->
                "如果" + threshold() + "，" + parts.whole().getFirst().zh();
            default -> modality() + said() + weight() + SeenYears.after(s).zh() + "。";
        };
    }

    private String weight() {
        return s.slots().get("weight") instanceof Integer weight && weight != 10 ? "，权重" + weight : "";
    }

    /** Without how certain or binding it is. */
    String said() {
        return window() + body();
    }

    private String body() {
        return switch (s.kind()) {
            case DEMAND_CHANGE -> ofAll("订单") + move("增长", "下降");
            case PRICE_CHANGE -> of("价格") + move("上涨", "下跌");
            case LEAD_TIME_CHANGE -> ofAll("交期") + move("延长", "缩短");
            case CAPACITY_CHANGE ->
                of("产能") + (s.comparator() == null ? move("增加", "减少") : side() + amount(quantity()));
            case CAPACITY_RESERVATION -> reservation();
            case SUPPLIER_SHUTDOWN -> names() + again() + "停止供货";
            case RESOURCE_DOWNTIME -> names() + again() + timeOfDay() + "停机" + duration();
            case CASH_FLOOR -> "现金" + limit();
            case BUDGET_CAP -> of(category()) + limit();
            case MARGIN_FLOOR -> of("毛利率") + limit();
            case SERVICE_LEVEL ->
                of((s.slots().containsKey("each") ? "每个客户的" : "")
                                + ("FILL_RATE".equals(s.slots().get("metric")) ? "订单满足率" : "准时交付率"))
                        + limit();
            case EMISSION_CAP -> of("碳排放") + limit();
            case ENERGY_CAP -> of(timeOfDay() + "用电量") + limit();
            case OVERTIME_LIMIT -> of("加班时间") + limit();
            case SOURCING_BAN -> sourcing("不得");
            case SOURCING_ALLOW_ONLY -> sourcing("只能");
            case CONFIDENTIAL_PROCESS ->
                names() + (Boolean.TRUE.equals(s.slots().get("outsourcing")) ? "可以外协" : "不得外协");
            case MUST_DELIVER -> names() + "交货";
            case SHIFT_BAN ->
                (parts.all().isEmpty() ? "" : names() + "，")
                        + ("weekend".equals(s.slots().get("shift")) ? "不得周末上班" : "不得上夜班");
            case OBJECTIVE -> "优先保" + goal();
            case WORKING_CALENDAR -> calendar();
            case PURCHASE_SHARE ->
                s.slots().containsKey("each")
                        ? (parts.all().isEmpty() ? "" : names() + "的") + "每家供应商的份额" + limit()
                        : names() + "的份额" + limit();
            case PRICE_TOLERANCE -> names() + "涨价" + limit() + "可以接受";
            case MARGIN_TARGET ->
                of("毛利率") + (quantity().form() == Quantity.Form.SET ? "做到" : "提高") + amount(quantity());
            case SAFETY_STOCK -> of("安全库存") + limit();
            case STOCK_LIMIT -> of("库存") + limit();
            case SHELF_LIFE ->
                s.slots().containsKey("minRemainingPct")
                        ? names() + "出货时剩余保质期" + limit()
                        : names() + "的保质期" + (s.comparator() == null ? "" : side()) + amount(quantity());
            case MIN_ORDER_QTY -> names() + "的起订量" + amount(quantity());
            case POLICY -> of(subject()) + move("提高", "降低");
            case SUBSTITUTION ->
                (s.slots().containsKey("condition") ? "缺货时" : "")
                        + parts.each().getFirst().zh()
                        + (Boolean.TRUE.equals(s.slots().get("allowed")) ? "可以" : "不得")
                        + "用"
                        + parts.each().getLast().zh()
                        + "代替"
                        + (s.slots().get("ratio") instanceof Number ratio
                                ? "，比例" + Paraphrases.number(ratio.doubleValue())
                                : "");
            case QUERY -> query();
            case CONDITIONAL, COMPOUND -> "";
        };
    }

    private String calendar() {
        Object festival = s.slots().get("festival");
        return (festival == null ? "" : festival + "期间")
                + (parts.all().isEmpty() ? "" : names())
                + again()
                + (Boolean.TRUE.equals(s.slots().get("working")) ? "照常上班" : "休息");
    }

    private String subject() {
        return switch (String.valueOf(s.slots().get("subject"))) {
            case "tariff" -> "关税";
            case "export-rebate" -> "出口退税率";
            case "vat" -> "增值税";
            case "carbon" -> "碳税";
            case "subsidy" -> "补贴";
            case String other -> other;
        };
    }

    private String query() {
        return "查询"
                + (parts.all().isEmpty() ? "" : names() + "的")
                + parts.metric().zh()
                + (parts.group() == null ? "" : "，按" + parts.group().zh())
                + (s.slots().get("order") == null ? "" : "ASC".equals(s.slots().get("order")) ? "，从低到高" : "，从高到低")
                + (s.slots().get("limit") == null ? "" : "，前" + s.slots().get("limit"));
    }

    private String threshold() {
        Paraphrases.Threshold when = parts.threshold();
        Quantity value = when.value();
        String who = when.names().isEmpty() ? "" : join(when.names()) + "的";
        return value.form() == Quantity.Form.RELATIVE
                ? who + "价格" + (value.value() < 0 ? "下跌" : "上涨")
                        + when.side().words().zh() + Paraphrases.number(Math.abs(value.value())) + "%"
                : who + when.metric().zh() + when.side().words().zh() + amount(value);
    }

    private String modality() {
        return switch (s.modality()) {
            case MUST -> "要求";
            case PREFER -> "尽量";
            case FORECAST -> "预计";
            case HYPOTHETICAL -> "如果";
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
        String words = from == null && to == null
                ? "任何时候"
                : from == null
                        ? "至" + date(Objects.requireNonNull(to)) + "为止"
                        : to == null
                                ? "自" + date(from) + "起"
                                : from.equals(to) ? date(from) + "当天" : date(from) + "至" + date(to);
        return words + "，";
    }

    private static String date(LocalDate day) {
        return "%d年%d月%d日".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
    }

    private String names() {
        return join(parts.all());
    }

    private static String join(List<Wording> names) {
        return names.stream().map(Wording::zh).collect(Collectors.joining("、"));
    }

    private String of(String subject) {
        return parts.all().isEmpty() ? subject : names() + "的" + subject;
    }

    /** Said so that the clause does not go on about what was named before it. */
    private String ofAll(String subject) {
        return parts.all().isEmpty() ? "所有" + subject : of(subject);
    }

    private Quantity quantity() {
        return Objects.requireNonNull(s.quantity(), "a statement of this kind has a quantity");
    }

    private String move(String up, String down) {
        Quantity q = quantity();
        String direction = q.value() < 0 ? down : up;
        var size = new Quantity(Math.abs(q.value()), q.unit(), q.form());
        return switch (q.form()) {
            case SET -> "变为" + amount(q);
            case FACTOR -> "变为原来的" + Paraphrases.number(q.value()) + "倍";
            case RELATIVE, DELTA, PCT_POINTS -> direction + amount(size);
        };
    }

    private String limit() {
        return side() + amount(quantity());
    }

    private String side() {
        return Objects.requireNonNull(s.comparator(), "a limit has a side") == Comparison.EQ
                ? Comparison.EQ.words().zh()
                : s.comparator().words().zh();
    }

    private static String amount(Quantity q) {
        String value = Paraphrases.number(q.value());
        String[] unit = q.unit().split("/", 2);
        String per = unit.length > 1 ? period(unit[1]) : "";
        return switch (unit[0]) {
            case "%" -> value + "%";
            case "pp" -> value + "个百分点";
            case "days" -> value + "天";
            case "CNY" -> value + of("元", unit, per);
            case "USD" -> value + of("美元", unit, per);
            case "EUR" -> value + of("欧元", unit, per);
            case "h" -> value + "小时" + per;
            case "t" -> value + "吨" + per;
            default -> value + of(unit[0], unit, per);
        };
    }

    /** 元/吨, 元每月. */
    private static String of(String word, String[] unit, String per) {
        return per.isEmpty() && unit.length > 1 ? word + "/" + unit[1] : word + per;
    }

    /** The words of a period, or nothing where the unit's denominator is a thing (CNY/t). */
    private static String period(String unit) {
        return switch (unit) {
            case "day" -> "每天";
            case "week" -> "每周";
            case "month" -> "每月";
            case "quarter" -> "每季度";
            case "year" -> "每年";
            case "shift" -> "每班";
            default -> "";
        };
    }

    /** Who is named first is said first. */
    private String reservation() {
        String share =
                "预留" + (s.comparator() == null ? "" : s.comparator().words().zh()) + amount(quantity()) + "的";
        return parts.beneficiaryFirst()
                ? "给" + join(parts.beneficiary()) + share + of("产能")
                : share + of("产能") + beneficiary();
    }

    private String beneficiary() {
        return "rush".equals(s.slots().get("beneficiary"))
                ? "用于突击订单"
                : parts.beneficiary().isEmpty() ? "" : "留给" + join(parts.beneficiary());
    }

    private String again() {
        return s.recurrence() == null ? "" : Recurrence.of(s.recurrence()).zh();
    }

    private String timeOfDay() {
        if (!(s.slots().get("timeOfDay") instanceof List<?> ends)) {
            return "";
        }
        var spans = new StringJoiner("和");
        for (int i = 0; i + 1 < ends.size(); i += 2) {
            spans.add(ends.get(i) + "至" + ends.get(i + 1));
        }
        return spans.toString();
    }

    private String duration() {
        return s.slots().get("durationDays") instanceof Integer days ? days + "天" : "";
    }

    /** A cost of another name by that name. */
    private String category() {
        return switch (String.valueOf(s.slots().getOrDefault("category", ""))) {
            case "capex" -> "投资预算";
            case "purchase" -> "采购预算";
            case "outsourcing" -> "外协费用";
            case "overtime" -> "加班费";
            case "freight" -> "运费";
            case "" -> "总预算";
            case String other -> other;
        };
    }

    private String goal() {
        return switch (Objects.requireNonNull(s.slots().get("goal")).toString()) {
            case "cash" -> "现金";
            case "delivery" -> "交付";
            case "margin" -> "毛利率";
            default -> "碳排放";
        };
    }

    private String sourcing(String word) {
        String suppliers = join(parts.sourcing().suppliers());
        String materials = join(parts.sourcing().materials());
        return parts.sourcing().supplierFirst()
                ? word + "向" + suppliers + "采购" + materials
                : materials + word + "向" + suppliers + "采购";
    }
}
