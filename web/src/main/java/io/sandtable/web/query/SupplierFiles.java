package io.sandtable.web.query;

import io.sandtable.simulation.query.Grouping;
import io.sandtable.simulation.query.SupplierScore;
import io.sandtable.web.Language;
import io.sandtable.web.query.Scorecards.Scorecard;
import io.sandtable.web.table.CsvCells;
import io.sandtable.web.table.Download;
import io.sandtable.web.table.Sheets;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The suppliers' scorecard as files, from the page and over REST. */
@RestController
@Profile("service")
@Tag(name = "questions")
@RequestMapping({"/suppliers", "/api/v1/suppliers"})
class SupplierFiles {
    private final Scorecards scorecards;

    SupplierFiles(Scorecards scorecards) {
        this.scorecards = scorecards;
    }

    @GetMapping("/scorecard.xlsx")
    @Operation(summary = "The suppliers' scorecard over the last whole months as a workbook")
    void workbook(
            @RequestParam(defaultValue = "3") int months,
            @Parameter(hidden = true) Language language,
            HttpServletResponse response)
            throws IOException {
        Scorecard card = scorecards.of(months);
        var words = new QueryWords(card.business().snapshot(), language);
        Download.workbook(response, "suppliers.xlsx");
        try (var sheets = new Sheets(response.getOutputStream())) {
            sheets.begin(words.say("suppliers.title"), heads(words));
            rows(card, words).forEach(sheets::row);
            sheets.begin(
                    words.say("detail.book.cover"),
                    List.of(words.say("detail.book.what"), words.say("detail.book.value")));
            sheets.row(List.of(words.say("suppliers.time"), words.range(card.time())));
            for (ScoreColumn column : ScoreColumn.values()) {
                sheets.row(List.of(words.say("suppliers.column." + column), words.say("suppliers.about." + column)));
            }
        }
    }

    @GetMapping("/scorecard.csv")
    @Operation(summary = "The suppliers' scorecard over the last whole months as a CSV")
    void csv(
            @RequestParam(defaultValue = "3") int months,
            @Parameter(hidden = true) Language language,
            HttpServletResponse response)
            throws IOException {
        Scorecard card = scorecards.of(months);
        var words = new QueryWords(card.business().snapshot(), language);
        Download.csv(response, "suppliers.csv");
        var cells = new CsvCells(CsvCells.Guard.APOSTROPHE);
        var text = new StringBuilder().append(CsvCells.BYTE_ORDER_MARK).append(cells.row(heads(words)));
        rows(card, words).forEach(row -> text.append(cells.row(row)));
        response.getOutputStream().write(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> heads(QueryWords words) {
        var heads = new ArrayList<>(List.of(words.say("suppliers.id"), words.grouping(Grouping.SUPPLIER)));
        for (ScoreColumn column : ScoreColumn.values()) {
            String unit = words.unit(column.unit());
            String label = words.say("suppliers.column." + column);
            heads.add(unit.isEmpty() ? label : words.say("suppliers.head", label, unit));
        }
        return heads;
    }

    private static List<List<Object>> rows(Scorecard card, QueryWords words) {
        var rows = new ArrayList<List<Object>>();
        for (SupplierScore score : card.scores()) {
            var row =
                    new ArrayList<Object>(List.of(score.supplier(), words.thing(Grouping.SUPPLIER, score.supplier())));
            for (ScoreColumn column : ScoreColumn.values()) {
                OptionalDouble value = column.of(score);
                row.add(value.isEmpty() ? "" : rounded(value.getAsDouble()));
            }
            rows.add(row);
        }
        return rows;
    }

    private static BigDecimal rounded(double value) {
        return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP);
    }
}
