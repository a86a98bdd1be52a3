package io.sandtable.datasets.mapped;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A table that ERP systems have, as {@code erp.yaml} describes it.
 *
 * @param columns all that it may have
 * @param holes for each thing without which it says nothing, the columns of which one is enough
 */
record UsualTable(String name, boolean optional, Set<String> columns, Set<List<String>> holes) {
    /** Lists of things, by the columns with their codes and names; other tables mention these. */
    private static final Map<String, String> LISTS = Map.of(
            "物料编码", "materials",
            "物料名称", "materials",
            "供应商编码", "suppliers",
            "供应商名称", "suppliers",
            "客户编码", "customers",
            "客户名称", "customers");

    private static final String CODE = "编码";

    private static final Map<String, UsualTable> ALL = all(Mappings.base());

    private static Map<String, UsualTable> all(Mapping base) {
        var all = new LinkedHashMap<String, UsualTable>();
        base.tables()
                .forEach(table -> all.put(
                        table.name(),
                        new UsualTable(
                                table.name(), table.optional(), Rules.columnsOf(table, base), Rules.holes(table))));
        return all;
    }

    static List<UsualTable> all() {
        return List.copyOf(ALL.values());
    }

    /** The list of things that has the column; empty where none has. */
    static String home(String column) {
        return LISTS.getOrDefault(column, "");
    }

    /** Of what it needs, what none of these columns is. */
    List<List<String>> lacking(Set<String> meanings) {
        return holes.stream()
                .filter(hole -> hole.stream().noneMatch(meanings::contains))
                .toList();
    }

    /** Whether it is a list of things, each with a code of its own. */
    boolean isList() {
        return LISTS.containsValue(name);
    }

    /** The lists whose things it mentions. */
    List<UsualTable> mentioned() {
        return LISTS.keySet().stream()
                .filter(column -> column.endsWith(CODE) && columns.contains(column))
                .map(LISTS::get)
                .filter(list -> !list.equals(name))
                .sorted()
                .map(list -> Objects.requireNonNull(ALL.get(list)))
                .toList();
    }
}
