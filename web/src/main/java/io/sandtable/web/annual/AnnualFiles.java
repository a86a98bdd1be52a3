package io.sandtable.web.annual;

import io.sandtable.web.Figures;
import io.sandtable.web.Language;
import io.sandtable.web.Words;
import io.sandtable.web.table.CsvCells;
import io.sandtable.web.table.Download;
import io.sandtable.web.table.Sheets;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A version's tables as a workbook, a sheet each with a cover, or as one CSV; for pages and programs alike. */
@RestController
@Profile("service")
@Tag(name = "annual-plans")
@RequestMapping({"/annual/{number}", "/api/v1/annual-plans/{number}"})
class AnnualFiles {
    private final AnnualPlans plans;

    AnnualFiles(AnnualPlans plans) {
        this.plans = plans;
    }

    @GetMapping("/table.xlsx")
    @Operation(summary = "The tables of a version (the newest by default) as a workbook")
    void workbook(
            @PathVariable String number,
            @RequestParam(required = false) @Nullable Integer version,
            @Parameter(hidden = true) Language language,
            HttpServletResponse response)
            throws IOException {
        KeptAnnualPlan plan = plans.getPlan(number, version);
        AnnualView view = AnnualView.of(plans.compare(plan), language);
        Download.workbook(response, name(plan, "xlsx"));
        try (var sheets = new Sheets(response.getOutputStream())) {
            cover(plan, view, language, sheets);
            for (AnnualTable table : view.all()) {
                sheets.begin(table.title(), heads(table, language));
                rows(table).forEach(sheets::row);
            }
        }
    }

    @GetMapping("/table.csv")
    @Operation(summary = "The tables of a version (the newest by default) as one CSV")
    void csv(
            @PathVariable String number,
            @RequestParam(required = false) @Nullable Integer version,
            @Parameter(hidden = true) Language language,
            HttpServletResponse response)
            throws IOException {
        KeptAnnualPlan plan = plans.getPlan(number, version);
        AnnualView view = AnnualView.of(plans.compare(plan), language);
        Download.csv(response, name(plan, "csv"));
        var cells = new CsvCells(CsvCells.Guard.APOSTROPHE);
        var text = new StringBuilder().append(CsvCells.BYTE_ORDER_MARK);
        for (AnnualTable table : view.all()) {
            if (table == view.all().getFirst()) {
                text.append(cells.row(with(Words.in(language).say("annual.file.table"), heads(table, language))));
            }
            rows(table).forEach(row -> text.append(cells.row(with(table.title(), row))));
        }
        response.getOutputStream().write(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String name(KeptAnnualPlan plan, String ending) {
        return plan.number() + "-" + plan.version() + "." + ending;
    }

    private static void cover(KeptAnnualPlan plan, AnnualView view, Language language, Sheets sheets) {
        Words words = Words.in(language);
        var figures = new Figures(language);
        sheets.begin(
                words.say("detail.book.cover"), List.of(words.say("detail.book.what"), words.say("detail.book.value")));
        sheets.row(List.of(words.say("annual.number"), plan.number()));
        sheets.row(List.of(words.say("annual.version"), plan.version()));
        sheets.row(List.of(words.say("detail.book.company"), plan.company()));
        sheets.row(List.of(words.say("detail.book.question"), plan.question()));
        sheets.row(List.of(words.say("detail.book.plan"), plan.planLetter() + " " + plan.planName(language)));
        sheets.row(List.of(words.say("detail.book.asOf"), plan.asOf()));
        sheets.row(List.of(words.say("annual.frozenBy"), plan.byName() + " " + figures.date(plan.at())));
        sheets.row(List.of(words.say("annual.recordHash"), plan.recordHash()));
        sheets.row(List.of(words.say("annual.covers.head"), view.covers()));
        view.says().forEach(sentence -> sheets.row(List.of("", sentence)));
    }

    private static List<String> heads(AnnualTable table, Language language) {
        Words words = Words.in(language);
        var heads = new ArrayList<>(
                List.of(words.say("annual.file.group"), words.say("annual.file.row"), words.say("annual.file.unit")));
        table.columns()
                .forEach(column -> heads.add(
                        column.note().isEmpty()
                                ? column.label()
                                : words.say("annual.file.month", column.label(), column.note())));
        return heads;
    }

    private static List<List<Object>> rows(AnnualTable table) {
        var rows = new ArrayList<List<Object>>();
        for (AnnualTable.Group group : table.groups()) {
            for (AnnualTable.Row row : group.rows()) {
                var line = new ArrayList<Object>(List.of(group.name(), row.label(), row.unit()));
                row.cells().forEach(cell -> line.add(cell.value() == null ? "" : cell.value()));
                rows.add(line);
            }
        }
        return rows;
    }

    private static List<Object> with(String first, List<?> rest) {
        var all = new ArrayList<Object>();
        all.add(first);
        all.addAll(rest);
        return all;
    }
}
