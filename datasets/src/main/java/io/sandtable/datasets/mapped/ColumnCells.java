package io.sandtable.datasets.mapped;

import io.sandtable.datasets.mapped.Vocabulary.Kind;
import io.sandtable.datasets.openapi.ApiColumn;
import io.sandtable.datasets.reading.Decimals;
import io.sandtable.model.ValueKind;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What stands under a column.
 *
 * @param values those of the first rows that are not blank
 */
record ColumnCells(List<String> values) {
    private static final double NEARLY_ALL = 0.9;
    private static final int LONG = 40;
    private static final Pattern CODE =
            Pattern.compile("\\p{IsHan}{0,2}[\\p{IsLatin}\\d][\\p{IsLatin}\\d._\\-/#]*\\p{IsHan}?");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final int SHORT = 8;
    private static final int FEW = 12;
    private static final Set<String> UNITS = Set.of(
            "个", "件", "只", "台", "套", "支", "根", "条", "片", "张", "块", "卷", "桶", "瓶", "袋", "箱", "盒", "包", "批", "对", "双",
            "粒", "米", "毫米", "厘米", "平方米", "立方米", "千克", "公斤", "克", "吨", "斤", "升", "毫升", "千个", "度", "kg", "g", "mg", "t",
            "m", "mm", "cm", "m2", "m3", "㎡", "l", "ml", "pcs", "pc", "ea", "set", "box", "roll", "pair", "kwh", "st",
            "stk", "each", "piece", "pieces", "lb", "ft", "ton", "carton", "bag", "bottle", "sheet", "pack");
    private static final Set<String> CURRENCIES =
            Set.of("人民币", "rmb", "cny", "美元", "usd", "欧元", "eur", "日元", "jpy", "港币", "港元", "hkd", "英镑", "gbp");
    private static final Set<String> STATUSES = Set.of(
            "正常",
            "未关闭",
            "已审核",
            "审核",
            "开立",
            "关闭",
            "已关闭",
            "完成",
            "已完成",
            "执行中",
            "未完成",
            "部分",
            "作废",
            "暂存",
            "open",
            "closed",
            "done",
            "draft",
            "cancelled",
            "released",
            "confirmed");
    private static final Set<String> ROLES = Set.of(
            "外购",
            "采购",
            "自制",
            "委外",
            "委外加工",
            "原材料",
            "原料",
            "半成品",
            "成品",
            "产成品",
            "商品",
            "辅料",
            "包装物",
            "包材",
            "raw",
            "part",
            "product",
            "purchased",
            "manufactured",
            "make",
            "buy",
            "finished");

    ColumnCells {
        values = List.copyOf(values);
    }

    /** What the cells say about whether they are of the kind. */
    enum Fit {
        /** Few other columns look like this. */
        TELLING,
        POSSIBLE,
        /** Names where codes should be, or codes for names. */
        UNLIKELY,
        /** They cannot be. */
        WRONG
    }

    /** The same of cells that a description promises: what it says of their type, and the few that it shows. */
    Fit fit(Kind kind, ApiColumn.Type type) {
        Fit promised = switch (type) {
            case DATE -> kind == Kind.DATE ? Fit.TELLING : Fit.WRONG;
            case WHOLE_NUMBER ->
                kind == Kind.NUMBER || kind == Kind.PERCENT || kind == Kind.CODE ? Fit.POSSIBLE : Fit.WRONG;
            case NUMBER -> kind == Kind.NUMBER || kind == Kind.PERCENT ? Fit.POSSIBLE : Fit.WRONG;
            case PERCENT -> kind == Kind.PERCENT ? Fit.TELLING : kind == Kind.NUMBER ? Fit.POSSIBLE : Fit.WRONG;
            case FLAG -> kind == Kind.TEXT ? Fit.POSSIBLE : Fit.WRONG;
            case TEXT, ANY -> Fit.POSSIBLE;
        };
        return promised == Fit.POSSIBLE && type != ApiColumn.Type.FLAG ? fit(kind) : promised;
    }

    Fit fit(Kind kind) {
        if (values.isEmpty()) {
            return Fit.POSSIBLE;
        }
        return switch (kind) {
            case DATE -> nearlyAll(ColumnCells::isDate) ? Fit.TELLING : Fit.WRONG;
            case NUMBER -> nearlyAll(ColumnCells::isNumber) && !areDates() ? Fit.POSSIBLE : Fit.WRONG;
            case PERCENT -> nearlyAll(ColumnCells::isPercent) ? Fit.POSSIBLE : Fit.WRONG;
            case CODE ->
                areDates() || nearlyAll(ColumnCells::hasDecimals) || nearlyAll(v -> v.length() > LONG)
                        ? Fit.WRONG
                        : nearlyAll(ColumnCells::isCode) ? Fit.POSSIBLE : Fit.UNLIKELY;
            case NAME ->
                nearlyAll(ColumnCells::isNumber) || areDates()
                        ? Fit.WRONG
                        : nearlyAll(v -> isCode(v) && v.chars().anyMatch(Character::isDigit))
                                ? Fit.UNLIKELY
                                : Fit.POSSIBLE;
            case TEXT -> nearlyAll(ColumnCells::isNumber) || areDates() ? Fit.WRONG : Fit.POSSIBLE;
            case UNIT -> ofWords(UNITS);
            case CURRENCY -> ofWords(CURRENCIES);
            case STATUS -> ofWords(STATUSES);
            case ROLE -> ofWords(ROLES);
            case COUNTRY -> nearlyAll(v -> v.length() <= SHORT && !isNumber(v)) ? Fit.POSSIBLE : Fit.WRONG;
        };
    }

    /** Short words that come again and again, or known ones. */
    private Fit ofWords(Set<String> known) {
        if (nearlyAll(value -> known.contains(value.toLowerCase(Locale.ROOT)))) {
            return Fit.TELLING;
        }
        boolean few = new HashSet<>(values).size() <= FEW;
        return few && nearlyAll(v -> v.length() <= SHORT && !isNumber(v) || v.length() == 1) ? Fit.POSSIBLE : Fit.WRONG;
    }

    private boolean areDates() {
        return nearlyAll(value -> isDate(value) && !Decimals.isOne(value));
    }

    /** Whether they are all different, as the codes of a list of things are. */
    boolean areUnique() {
        return new HashSet<>(values).size() == values.size();
    }

    /** Share of the cells that are among the others. */
    double shareIn(Collection<String> others) {
        return values.isEmpty()
                ? 0
                : (double) values.stream().filter(others::contains).count() / values.size();
    }

    private boolean nearlyAll(Predicate<String> test) {
        return values.stream().filter(test).count() >= NEARLY_ALL * values.size();
    }

    private static boolean isDate(String value) {
        String plain = Written.plain(ValueKind.DATE, value);
        if (!DATE.matcher(plain).matches()) {
            return false;
        }
        try {
            ValueKind.DATE.parse(plain);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isNumber(String value) {
        return Decimals.isOne(Written.plain(ValueKind.NUMBER, value));
    }

    private static boolean isPercent(String value) {
        String plain = Written.plain(ValueKind.NUMBER, value);
        if (!Decimals.isOne(plain)) {
            return false;
        }
        var number = new BigDecimal(plain);
        return number.signum() >= 0 && number.compareTo(BigDecimal.valueOf(100)) <= 0;
    }

    /** Letters without spaces, Latin but for a few. */
    private static boolean isCode(String value) {
        return CODE.matcher(value).matches();
    }

    private static boolean hasDecimals(String value) {
        String plain = Written.plain(ValueKind.NUMBER, value);
        boolean code = value.length() > 1 && value.charAt(0) == '0' && Character.isDigit(value.charAt(1));
        return !code
                && value.contains(".")
                && Decimals.isOne(plain)
                && new BigDecimal(plain).stripTrailingZeros().scale() > 0;
    }
}
