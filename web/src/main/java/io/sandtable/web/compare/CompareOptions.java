package io.sandtable.web.compare;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a person wants to see the comparison, as its address says it; what the address leaves out is null and gets its usual value.
 *
 * @param selected letter of the plan whose drivers and reasons stand below
 * @param baseline letter of the plan that differences are counted from
 * @param plans letters of the plans shown as cards
 * @param differences whether rows that are equal in all plans shown fold away
 * @param table whether all figures of all plans stand in a table instead of cards
 * @param sort id of the figure that the table is sorted by
 */
record CompareOptions(
        @Nullable String selected,
        @Nullable String baseline,
        List<String> plans,
        boolean differences,
        boolean table,
        @Nullable String sort,
        boolean descending) {
    static final CompareOptions USUAL = new CompareOptions(null, null, List.of(), false, false, null, false);

    CompareOptions {
        plans = List.copyOf(plans);
    }

    CompareOptions selecting(String letter) {
        return new CompareOptions(letter, baseline, plans, differences, table, sort, descending);
    }

    CompareOptions against(@Nullable String letter) {
        return new CompareOptions(selected, letter, plans, differences, table, sort, descending);
    }

    CompareOptions onlyDifferences(boolean only) {
        return new CompareOptions(selected, baseline, plans, only, table, sort, descending);
    }

    CompareOptions asTable(boolean as) {
        return new CompareOptions(selected, baseline, plans, differences, as, null, false);
    }

    CompareOptions sortedBy(String figure, boolean down) {
        return new CompareOptions(selected, baseline, plans, differences, true, figure, down);
    }

    /** What follows the page's path, empty for the usual view. */
    String query() {
        Map<String, String> said = new LinkedHashMap<>();
        if (selected != null) {
            said.put("selected", selected);
        }
        if (baseline != null) {
            said.put("baseline", baseline);
        }
        if (!plans.isEmpty()) {
            said.put("plans", String.join(",", plans));
        }
        if (differences) {
            said.put("differences", "1");
        }
        if (table) {
            said.put("view", "table");
        }
        if (sort != null) {
            said.put("sort", sort);
            said.put("order", descending ? "down" : "up");
        }
        return said.isEmpty()
                ? ""
                : said.entrySet().stream()
                        .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&", "?", ""));
    }
}
