package io.sandtable.web.query;

import io.sandtable.simulation.query.Grouping;
import io.sandtable.simulation.query.SupplierScore;
import io.sandtable.web.Language;
import io.sandtable.web.page.Tab;
import io.sandtable.web.query.Scorecards.Scorecard;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /suppliers}: how suppliers did over the last whole months. */
@Controller
@Profile("service")
class SuppliersPage {
    private static final int[] MONTHS = {3, 6, 12};
    private static final ScoreColumn USUAL = ScoreColumn.PAID;

    private final Scorecards scorecards;

    SuppliersPage(Scorecards scorecards) {
        this.scorecards = scorecards;
    }

    /** @param state none, ascending or descending; {@code about} what the column says, in a sentence */
    record Head(String label, String unit, String address, String state, String about) {}

    record Row(String name, @Nullable String address, List<String> cells) {}

    /** @param sort a column's name, with a minus before it for largest first */
    @GetMapping("/suppliers")
    String show(
            @RequestParam(defaultValue = "3") int months,
            @RequestParam(defaultValue = "-PAID") String sort,
            Language language,
            Model model) {
        boolean down = sort.startsWith("-");
        ScoreColumn by = ScoreColumn.find(down ? sort.substring(1) : sort).orElse(USUAL);
        Scorecard card = scorecards.of(months);
        var words = new QueryWords(card.business().snapshot(), language);
        model.addAttribute("time", words.range(card.time()));
        model.addAttribute("months", months);
        model.addAttribute(
                "spans",
                IntStream.of(MONTHS)
                        .mapToObj(m -> new Tab(words.say("suppliers.months", m), address(m, sort), m == months))
                        .toList());
        model.addAttribute(
                "heads",
                Arrays.stream(ScoreColumn.values())
                        .map(column -> head(column, column == by, down, months, words))
                        .toList());
        model.addAttribute(
                "rows",
                card.scores().stream()
                        .sorted(by.order(down))
                        .map(score -> row(score, words))
                        .toList());
        return "query/suppliers";
    }

    private static Head head(ScoreColumn column, boolean here, boolean down, int months, QueryWords words) {
        return new Head(
                words.say("suppliers.column." + column),
                words.unit(column.unit()),
                address(months, (here && down ? "" : "-") + column.name()),
                here ? down ? "descending" : "ascending" : "none",
                words.say("suppliers.about." + column));
    }

    private static String address(int months, String sort) {
        return QueryWords.address("/suppliers", Map.of("months", Integer.toString(months), "sort", sort));
    }

    private static Row row(SupplierScore score, QueryWords words) {
        return new Row(
                words.thing(Grouping.SUPPLIER, score.supplier()),
                words.address(Grouping.SUPPLIER, score.supplier()),
                Arrays.stream(ScoreColumn.values())
                        .map(column -> words.figure(column.unit(), column.of(score)))
                        .toList());
    }
}
