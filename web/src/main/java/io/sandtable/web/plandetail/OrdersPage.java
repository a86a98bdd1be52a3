package io.sandtable.web.plandetail;

import io.sandtable.web.Language;
import io.sandtable.web.Words;
import io.sandtable.web.page.Pages;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code …/orders}: what becomes of every order, and why it is late. */
@Controller
class OrdersPage {
    static final int PAGE_SIZE = 50;

    private final ShownPlans plans;

    OrdersPage(ShownPlans plans) {
        this.plans = plans;
    }

    /** A column's heading that sorts. */
    record Head(String label, @Nullable String unit, String address, String state, boolean number) {}

    @GetMapping("/runs/{id}/plans/{letter}")
    String first(@PathVariable String id, @PathVariable String letter, Language language) {
        return "redirect:" + plans.getPlan(id, letter, language).address() + "/orders";
    }

    @GetMapping("/runs/{id}/plans/{letter}/orders")
    String show(
            @PathVariable String id,
            @PathVariable String letter,
            @RequestParam(required = false) @Nullable String show,
            @RequestParam(required = false) @Nullable String customer,
            @RequestParam(required = false) @Nullable String family,
            @RequestParam(required = false) @Nullable String number,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(defaultValue = "1") int page,
            Language language,
            Model model) {
        ShownPlan shown = plans.getPlan(id, letter, language);
        List<OrderLine> all = plans.view(shown, "orders", OrderLine::all);
        OrderFilter filter = OrderFilter.of(show, customer, family, number, sort);
        List<OrderLine> fits = filter.of(all);
        int last = Math.max(1, (fits.size() + PAGE_SIZE - 1) / PAGE_SIZE);
        int here = Math.clamp(page, 1, last);
        Address address = Address.of(shown.address() + "/orders")
                .with("show", filter.show().equals("all") ? "" : filter.show())
                .with("customer", filter.customer())
                .with("family", filter.family())
                .with("number", filter.number())
                .with("sort", filter.sort().equals("due") ? "" : filter.sort());
        model.addAttribute("head", PlanHead.of(shown, "orders"));
        model.addAttribute("filter", filter);
        model.addAttribute("address", address);
        model.addAttribute("heads", heads(filter, address, Words.in(language)));
        model.addAttribute("lines", fits.subList((here - 1) * PAGE_SIZE, Math.min(fits.size(), here * PAGE_SIZE)));
        model.addAttribute("totals", OrderFilter.Totals.of(fits));
        model.addAttribute("whole", OrderFilter.Totals.of(all));
        model.addAttribute("customers", choices(all, OrderLine::customerId, OrderLine::customer));
        model.addAttribute("families", choices(all, OrderLine::familyId, OrderLine::family));
        model.addAttribute("pages", new Pages(here, last, address.pagePrefix()));
        return "plandetail/orders";
    }

    private static List<Head> heads(OrderFilter filter, Address address, Words words) {
        return Stream.of("number", "customer", "item", "quantity", "due", "planned", "late")
                .map(column -> head(column, filter, address, words))
                .toList();
    }

    /** A click sorts rising, the next one falling; figures begin with the greatest. */
    private static Head head(String column, OrderFilter filter, Address address, Words words) {
        boolean number = column.equals("quantity") || column.equals("late");
        boolean rising = filter.sort().equals(column);
        boolean falling = filter.sort().equals("-" + column);
        String next = number ? (falling ? column : "-" + column) : (rising ? "-" + column : column);
        return new Head(
                words.say("detail.orders." + column),
                column.equals("late") ? words.say("detail.unit.days") : null,
                address.with("sort", next).toString(),
                rising ? "ascending" : falling ? "descending" : "none",
                number);
    }

    /** Id by name, sorted by name. */
    private static Map<String, String> choices(
            List<OrderLine> all, Function<OrderLine, String> id, Function<OrderLine, String> name) {
        var choices = new TreeMap<String, String>();
        all.stream().filter(l -> !id.apply(l).isEmpty()).forEach(l -> choices.put(name.apply(l), id.apply(l)));
        return choices;
    }
}
