package io.sandtable.web.plandetail;

import io.sandtable.web.Language;
import io.sandtable.web.plandetail.Board.Bar;
import io.sandtable.web.plandetail.Board.Load;
import io.sandtable.web.plandetail.Board.Window;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code …/machines}: what runs where in a week or a month, how full machines are and how worn tools. */
@Controller
class MachinesPage {
    private static final int WEEKS_OF_MONTH = 4;
    private static final int MOST_ROWS = 8;
    /** More cannot be told apart on a screen. */
    private static final int MOST_BARS = 240;

    private final ShownPlans plans;

    MachinesPage(ShownPlans plans) {
        this.plans = plans;
    }

    /** Bars of some machines or tools, and how many were left out. */
    record Drawn(List<Bar> bars, int rows, int left) {
        Drawn {
            bars = List.copyOf(bars);
        }
    }

    @GetMapping("/runs/{id}/plans/{letter}/machines")
    String show(
            @PathVariable String id,
            @PathVariable String letter,
            @RequestParam(defaultValue = "machine") String by,
            @RequestParam(required = false) @Nullable Integer on,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(defaultValue = "1") int weeks,
            Language language,
            Model model) {
        ShownPlan shown = plans.getPlan(id, letter, language);
        Board board = plans.view(shown, "board", Board::new);
        boolean byTool = by.equals("tool");
        int shownWeeks = weeks == 1 ? 1 : WEEKS_OF_MONTH;
        Window first = Window.of(shown.problem().asOf(), shownWeeks);
        // a plan that begins on a weekend has nothing to show in the week that ends with it
        Window usual = Window.of(shown.problem().asOf().plusDays(2), shownWeeks);
        Window window = within(from == null ? usual : Window.of(from, shownWeeks), first, shown);
        Integer chosen = on == null || on < 0 || on >= (byTool ? board.tools() : board.machines()) ? null : on;
        Address address = Address.of(shown.address() + "/machines")
                .with("by", byTool ? "tool" : "")
                .with("on", chosen)
                .with("from", window.equals(usual) ? "" : window.from())
                .with("weeks", shownWeeks == 1 ? "" : shownWeeks);
        model.addAttribute("head", PlanHead.of(shown, "machines"));
        model.addAttribute("byTool", byTool);
        model.addAttribute("window", window);
        model.addAttribute("weeks", shownWeeks);
        model.addAttribute("chosen", chosen);
        model.addAttribute("address", address);
        model.addAttribute("earlier", window.from().isAfter(first.from()) ? move(address, window, -shownWeeks) : null);
        model.addAttribute("later", window.to().isAfter(shown.lastDay()) ? null : move(address, window, shownWeeks));
        if (byTool) {
            addTools(model, board, window, chosen);
        } else {
            addMachines(model, board, window, chosen);
        }
        return "plandetail/machines";
    }

    private static Window within(Window wanted, Window first, ShownPlan shown) {
        LocalDate latest = shown.lastDay().isBefore(first.from()) ? first.from() : shown.lastDay();
        LocalDate day = wanted.from().isBefore(first.from())
                ? first.from()
                : wanted.from().isAfter(latest) ? latest : wanted.from();
        int weeks = (int) ((wanted.to().toEpochDay() - wanted.from().toEpochDay()) / 7);
        return Window.of(day, weeks);
    }

    private static String move(Address address, Window window, int weeks) {
        return address.with("from", window.from().plusWeeks(weeks)).toString();
    }

    private static void addMachines(Model model, Board board, Window window, @Nullable Integer chosen) {
        List<Load> loads = board.loads(window);
        model.addAttribute("loads", loads);
        var candidates = new ArrayList<List<Bar>>();
        for (Load load : loads) {
            if (chosen == null ? load.operations() > 0 : load.machine() == chosen) {
                var bars = new ArrayList<>(board.onMachine(load.machine(), window));
                bars.addAll(board.closures(load.machine(), window));
                candidates.add(bars);
            }
        }
        model.addAttribute("drawn", drawn(candidates));
        int curve = chosen != null
                ? chosen
                : loads.isEmpty() ? -1 : loads.getFirst().machine();
        if (curve >= 0) {
            List<Load> curveWeeks = board.weeks(curve);
            model.addAttribute("curve", curveWeeks);
            model.addAttribute(
                    "peak",
                    curveWeeks.stream()
                            .max(java.util.Comparator.comparingDouble(Load::percent))
                            .orElseThrow());
        }
    }

    private static void addTools(Model model, Board board, Window window, @Nullable Integer chosen) {
        List<Board.Wear> wear = board.wear();
        model.addAttribute("wear", wear);
        model.addAttribute(
                "drawn",
                drawn(wear.stream()
                        .filter(w -> chosen == null || w.tool() == chosen)
                        .map(w -> board.withTool(w.tool(), window))
                        .filter(bars -> !bars.isEmpty())
                        .toList()));
    }

    /** Whole rows as long as they can be told apart; of a single row its first bars. */
    private static Drawn drawn(List<List<Bar>> candidates) {
        var bars = new ArrayList<Bar>();
        int rows = 0;
        for (List<Bar> row : candidates) {
            if (rows == MOST_ROWS || (rows > 0 && bars.size() + row.size() > MOST_BARS)) {
                break;
            }
            bars.addAll(row.subList(0, Math.min(row.size(), MOST_BARS)));
            rows++;
        }
        int all = candidates.stream().mapToInt(List::size).sum();
        return new Drawn(bars, rows, rows == candidates.size() ? all - bars.size() : candidates.size() - rows);
    }
}
