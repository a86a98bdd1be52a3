package io.sandtable.web.plandetail;

import io.sandtable.simulation.evaluate.Account;
import io.sandtable.web.Language;
import io.sandtable.web.Words;
import io.sandtable.web.page.Pages;
import io.sandtable.web.table.Download;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code …/ledger}: the postings behind the figures; {@code …/ledger.csv}: the same as a file. */
@Controller
class LedgerPage {
    static final int PAGE_SIZE = 100;

    private final ShownPlans plans;

    LedgerPage(ShownPlans plans) {
        this.plans = plans;
    }

    /** An account to choose. */
    record Choice(String code, String name, boolean chosen) {}

    @GetMapping("/runs/{id}/plans/{letter}/ledger")
    String show(
            @PathVariable String id,
            @PathVariable String letter,
            @RequestParam(required = false) @Nullable String account,
            @RequestParam(required = false) @Nullable String figure,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable String order,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(required = false) @Nullable String driver,
            @RequestParam(required = false) @Nullable String behind,
            @RequestParam(required = false) @Nullable String product,
            @RequestParam(defaultValue = "1") int page,
            Language language,
            Model model) {
        ShownPlan shown = plans.getPlan(id, letter, language);
        LedgerFilter filter =
                LedgerFilter.of(account, figure, from, to, order, text).with(DriverLines.of(driver, behind, product));
        LedgerLines lines = new LedgerLines(shown, plans.view(shown, "subjects", Subjects::new));
        LedgerLines.Page found = lines.page(filter, page, PAGE_SIZE);
        Address address = address(shown.address() + "/ledger", filter);
        model.addAttribute("head", PlanHead.of(shown, "ledger"));
        model.addAttribute("filter", filter);
        model.addAttribute("found", found);
        model.addAttribute("address", address);
        model.addAttribute(
                "csv", address(shown.address() + "/ledger.csv", filter).toString());
        model.addAttribute("files", shown.address());
        model.addAttribute("figures", LedgerFigure.values());
        model.addAttribute("groups", groups(filter, language));
        model.addAttribute("lastDay", shown.lastDay());
        model.addAttribute("until", filter.until(shown));
        model.addAttribute("pages", new Pages(found.number(), found.pages(), address.pagePrefix()));
        DriverLines ofDriver = filter.ofDriver();
        if (ofDriver != null && !ofDriver.product().isEmpty()) {
            model.addAttribute("product", shown.names().of(ofDriver.product(), ofDriver.product()));
        }
        LedgerFigure chosen = filter.figure();
        if (chosen != null) {
            model.addAttribute("sum", plans.view(shown, "figure-" + chosen.id(), p -> FigureSum.of(chosen, p, lines)));
        }
        return "plandetail/ledger";
    }

    @GetMapping("/runs/{id}/plans/{letter}/ledger.csv")
    void file(
            @PathVariable String id,
            @PathVariable String letter,
            @RequestParam(required = false) @Nullable String account,
            @RequestParam(required = false) @Nullable String figure,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable String order,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(required = false) @Nullable String driver,
            @RequestParam(required = false) @Nullable String behind,
            @RequestParam(required = false) @Nullable String product,
            Language language,
            HttpServletResponse response)
            throws IOException {
        ShownPlan shown = plans.getPlan(id, letter, language);
        LedgerFilter filter =
                LedgerFilter.of(account, figure, from, to, order, text).with(DriverLines.of(driver, behind, product));
        LedgerLines lines = new LedgerLines(shown, plans.view(shown, "subjects", Subjects::new));
        Download.csv(response, "ledger-" + id + "-" + shown.alternative().letter() + ".csv");
        try (Writer out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8)) {
            new LedgerCsv(out).write(lines, filter, Words.in(language));
        }
    }

    private static Address address(String path, LedgerFilter filter) {
        DriverLines of = filter.ofDriver();
        return Address.of(path)
                .with(
                        of == null || of.behind() ? "behind" : "driver",
                        of == null ? "" : of.driver().id())
                .with("product", of == null ? "" : of.product())
                .with("figure", filter.figure() == null ? "" : filter.figure().id())
                .with(
                        "account",
                        filter.account() == null ? "" : filter.account().name())
                .with("from", filter.from())
                .with("to", filter.to())
                .with("order", filter.order())
                .with("text", filter.text());
    }

    private static Map<Account.Group, List<Choice>> groups(LedgerFilter filter, Language language) {
        return Arrays.stream(Account.values())
                .collect(Collectors.groupingBy(
                        Account::group,
                        java.util.TreeMap::new,
                        Collectors.mapping(
                                a -> new Choice(a.name(), LedgerLines.name(a, language), a == filter.account()),
                                Collectors.toList())));
    }
}
