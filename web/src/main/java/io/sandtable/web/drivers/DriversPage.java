package io.sandtable.web.drivers;

import io.sandtable.simulation.scenario.Dimension;
import io.sandtable.simulation.sensitivity.Counterfactual;
import io.sandtable.simulation.sensitivity.Kpi;
import io.sandtable.simulation.sensitivity.Mode;
import io.sandtable.simulation.sensitivity.Range;
import io.sandtable.web.Language;
import io.sandtable.web.Words;
import io.sandtable.web.ask.Alternative;
import io.sandtable.web.ask.Answer;
import io.sandtable.web.ask.DriverLine;
import io.sandtable.web.drivers.Asked.View;
import io.sandtable.web.drivers.StagedWork.Standing;
import io.sandtable.web.drivers.StagedWork.State;
import io.sandtable.web.inquiry.Answers;
import io.sandtable.web.page.Tab;
import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /runs/{id}/drivers}: what to watch, how much slack there is, and what may come of it. */
@Controller
@Profile("service")
class DriversPage {
    private final Answers answers;
    private final Studies studies;

    DriversPage(Answers answers, Studies studies) {
        this.answers = answers;
        this.studies = studies;
    }

    /** Something to choose. */
    record Choice(String id, String label, boolean chosen) {}

    /** Fields of a range. */
    record Field(
            String id, String name, String unit, String low, String high, String least, String most, boolean typed) {}

    @GetMapping("/runs/{id}/drivers")
    String show(@PathVariable String id, Asked.Parameters parameters, Language language, Model model) {
        Asked asked = Asked.of(id, answers.getAnswer(id), parameters);
        Words words = Words.in(language);
        head(asked, words, model);
        int most = asked.all() ? Integer.MAX_VALUE : DriversView.SHOWN;
        switch (asked.view()) {
            case ONE -> {
                model.addAttribute(
                        "drivers",
                        studies.tornado(asked)
                                .result()
                                .map(t -> DriversView.of(t, words, most, asked.ranges()))
                                .orElse(null));
                model.addAttribute("fields", fields(asked, words));
            }
            case SPIDER ->
                model.addAttribute(
                        "spider",
                        studies.spider(asked)
                                .result()
                                .map(s -> SpiderView.of(s, words, asked.all() ? most : SpiderView.SHOWN))
                                .orElse(null));
            case TURN -> turn(asked, words, model);
            case TWO -> two(asked, words, model);
            case ALL -> all(asked, words, model);
            case RISK -> risk(asked, words, most, model);
        }
        return switch (asked.view()) {
            case ONE -> "drivers/drivers";
            default -> "drivers/" + asked.view().id();
        };
    }

    /** The ranges that somebody typed, as a short address. */
    @GetMapping("/runs/{id}/drivers/ranges")
    String ranges(@PathVariable String id, Asked.Parameters parameters, @RequestParam Map<String, String> fields) {
        Asked asked = Asked.of(id, answers.getAnswer(id), parameters);
        String typed = TypedRanges.text(fields);
        return "redirect:" + asked.with(TypedRanges.NONE).page("", asked.view())
                + (typed.isEmpty() ? "" : "&ranges=" + typed)
                + (asked.all() ? "&all=true" : "");
    }

    /** How far a long study is; tells the page when there is something new to show. */
    @GetMapping("/runs/{id}/drivers/progress")
    String progress(
            @PathVariable String id,
            Asked.Parameters parameters,
            @RequestParam int stage,
            Language language,
            HttpServletResponse response,
            Model model) {
        Asked asked = Asked.of(id, answers.getAnswer(id), parameters);
        Standing<?> standing = studies.standing(asked).orElse(null);
        boolean news = standing == null || standing.stage() != stage || !standing.isUnderWay();
        if (news) {
            response.setHeader("HX-Trigger", "drivers-found");
        }
        model.addAttribute("asked", asked);
        model.addAttribute("progress", standing == null ? null : Progress.of(standing, Words.in(language)));
        model.addAttribute("poll", news ? null : poll(asked, stage));
        return "drivers/head :: state";
    }

    @PostMapping("/runs/{id}/drivers/stop")
    String stop(@PathVariable String id, Asked.Parameters parameters) {
        Asked asked = Asked.of(id, answers.getAnswer(id), parameters);
        studies.stop(asked);
        return "redirect:" + asked.here();
    }

    @PostMapping("/runs/{id}/drivers/go-on")
    String goOn(@PathVariable String id, Asked.Parameters parameters) {
        Asked asked = Asked.of(id, answers.getAnswer(id), parameters);
        studies.goOn(asked);
        return "redirect:" + asked.here();
    }

    private static String poll(Asked asked, int stage) {
        return asked.page("/progress", asked.view()) + "&stage=" + stage;
    }

    private static void head(Asked asked, Words words, Model model) {
        Answer answer = asked.answer();
        model.addAttribute("asked", asked);
        model.addAttribute("here", asked.here());
        model.addAttribute("everything", asked.everything());
        model.addAttribute(
                "tabs",
                List.of(
                        tab("one", asked, words, View.ONE, View.SPIDER, View.TURN),
                        tab("two", asked, words, View.TWO),
                        tab("all", asked, words, View.ALL),
                        tab("risk", asked, words, View.RISK)));
        model.addAttribute(
                "ways",
                List.of(
                        tab("tornado", asked, words, View.ONE),
                        tab("spider", asked, words, View.SPIDER),
                        tab("turn", asked, words, View.TURN)));
        model.addAttribute("plans", plans(asked, asked.plan(), words));
        model.addAttribute(
                "figures",
                Arrays.stream(Kpi.values())
                        .map(kpi -> new Choice(kpi.id(), KpiWords.of(kpi, words).title(), kpi == asked.kpi()))
                        .toList());
        model.addAttribute(
                "modes",
                Arrays.stream(Mode.values())
                        .filter(mode -> mode == Mode.PLAN_FIXED || asked.view().mayPlanAgain())
                        .map(mode -> new Choice(
                                mode.id(), words.say("drivers.mode.short." + mode.id()), mode == asked.mode()))
                        .toList());
        model.addAttribute("modeWords", words.say("drivers.mode." + asked.mode().id()));
        KpiWords kpi = KpiWords.of(asked.kpi(), words);
        model.addAttribute("figure", kpi.title());
        model.addAttribute("unit", kpi.unit());
        model.addAttribute("chartUnit", kpi.chartUnit());
        model.addAttribute("name", asked.plan().name(words.language()));
        model.addAttribute("letter", letter(answer, asked.plan(), words));
        model.addAttribute(
                "counterfactual",
                "/runs/%s/counterfactual?plan=%s"
                        .formatted(asked.id(), asked.plan().letter()));
        model.addAttribute(
                "compare",
                "/runs/%s/compare?selected=%s"
                        .formatted(asked.id(), asked.plan().letter()));
        model.addAttribute("typedText", asked.ranges().text());
        model.addAttribute(
                "typedNames",
                asked.ranges().typed().values().stream()
                        .sorted(java.util.Comparator.comparing(Range::dimension))
                        .map(r -> words.say(
                                "drivers.ranges.one",
                                DriversView.name(r.dimension(), words),
                                DriverLine.end(r.dimension(), r.low(), words),
                                DriverLine.end(r.dimension(), r.high(), words)))
                        .toList());
        model.addAttribute("usualRanges", asked.with(TypedRanges.NONE).here());
        model.addAttribute(
                "refused",
                asked.ranges().refused().stream().map(r -> refused(r, words)).toList());
    }

    private static String refused(TypedRanges.Refused refused, Words words) {
        Range sensible = Counterfactual.sensible(refused.dimension());
        return words.say(
                "drivers.ranges.refused",
                DriversView.name(refused.dimension(), words),
                refused.low(),
                refused.high(),
                DriverLine.end(refused.dimension(), sensible.low(), words),
                DriverLine.end(refused.dimension(), sensible.high(), words));
    }

    private static Tab tab(String key, Asked asked, Words words, View first, View... others) {
        boolean here = asked.view() == first || List.of(others).contains(asked.view());
        return new Tab(words.say("drivers.tab." + key), asked.view(first), here);
    }

    private static List<Choice> plans(Asked asked, Alternative chosen, Words words) {
        return asked.answer().all().stream()
                .map(a -> new Choice(
                        a.letter(),
                        words.say("drivers.plan", letter(asked.answer(), a, words), a.name(words.language())),
                        a == chosen))
                .toList();
    }

    private static String letter(Answer answer, Alternative plan, Words words) {
        return plan == answer.baseline() ? words.say("compare.today") : plan.letter();
    }

    private static List<Field> fields(Asked asked, Words words) {
        return Arrays.stream(Dimension.values())
                .map(dimension -> {
                    Range range = asked.ranges().of(dimension);
                    Range sensible = Counterfactual.sensible(dimension);
                    TypedRanges.Refused refused = asked.ranges().refused().stream()
                            .filter(r -> r.dimension() == dimension)
                            .findFirst()
                            .orElse(null);
                    return new Field(
                            dimension.id(),
                            DriversView.name(dimension, words),
                            words.say(
                                    "unit." + dimension.unit().replace(" ", "-").replace("/", "-")),
                            refused == null ? plain(range.low()) : refused.low(),
                            refused == null ? plain(range.high()) : refused.high(),
                            plain(sensible.low()),
                            plain(sensible.high()),
                            asked.ranges().isTyped(dimension));
                })
                .toList();
    }

    private static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    private void turn(Asked asked, Words words, Model model) {
        boolean same = asked.against() == asked.plan();
        String one = words.say("why.plan", letter(asked.answer(), asked.plan(), words));
        String other = words.say("why.plan", letter(asked.answer(), asked.against(), words));
        model.addAttribute("one", asked.plan() == asked.answer().baseline() ? words.say("compare.today") : one);
        model.addAttribute("other", asked.against() == asked.answer().baseline() ? words.say("compare.today") : other);
        model.addAttribute(
                "againsts",
                plans(asked, asked.against(), words).stream()
                        .filter(choice -> !choice.id().equals(asked.plan().letter()))
                        .toList());
        model.addAttribute(
                "turn",
                same
                        ? null
                        : studies.turn(asked)
                                .result()
                                .map(t -> TurnView.of(
                                        t,
                                        KpiWords.of(asked.kpi(), words),
                                        String.valueOf(model.getAttribute("one")),
                                        String.valueOf(model.getAttribute("other"))))
                                .orElse(null));
    }

    private void two(Asked asked, Words words, Model model) {
        model.addAttribute(
                "acrosses",
                Arrays.stream(Dimension.values())
                        .map(d -> new Choice(d.id(), DriversView.name(d, words), d == asked.across()))
                        .toList());
        model.addAttribute(
                "ups",
                Arrays.stream(Dimension.values())
                        .map(d -> new Choice(d.id(), DriversView.name(d, words), d == asked.up()))
                        .toList());
        model.addAttribute(
                "map",
                studies.heatMap(asked)
                        .result()
                        .map(m -> HeatMapView.of(
                                m, words, RuleWords.rules(asked.answer().problem())))
                        .orElse(null));
    }

    private void all(Asked asked, Words words, Model model) {
        Standing<Study.Global> standing = studies.global(asked);
        progress(asked, standing, words, model);
        model.addAttribute(
                "global",
                standing.result()
                        .map(g -> GlobalView.of(g, KpiWords.of(asked.kpi(), words)))
                        .orElse(null));
    }

    private void risk(Asked asked, Words words, int most, Model model) {
        var standing = studies.risk(asked);
        progress(asked, standing, words, model);
        Answer answer = asked.answer();
        model.addAttribute(
                "risk",
                standing.result()
                        .map(r -> RiskView.of(
                                r,
                                new RiskView.About(
                                        asked.plan().letter(),
                                        asked.kpi(),
                                        answer.problem(),
                                        asked.ranges(),
                                        List.of(
                                                asked.plan() == answer.baseline()
                                                        ? words.say("compare.today")
                                                        : words.say(
                                                                "why.plan",
                                                                asked.plan().letter())),
                                        most),
                                words))
                        .orElse(null));
        model.addAttribute(
                "outages",
                studies.outages(asked)
                        .result()
                        .map(e -> OutagesView.of(e, words, most))
                        .orElse(null));
    }

    private static void progress(Asked asked, Standing<?> standing, Words words, Model model) {
        model.addAttribute("progress", Progress.of(standing, words));
        model.addAttribute("poll", standing.isUnderWay() ? poll(asked, standing.stage()) : null);
        model.addAttribute("underWay", standing.isUnderWay());
        model.addAttribute("stopped", standing.state() == State.STOPPED);
        model.addAttribute("stop", asked.page("/stop", asked.view()));
        model.addAttribute("goOn", asked.page("/go-on", asked.view()));
    }

    /**
     * How far it is, in words.
     *
     * @param of 0 where nobody can say
     */
    record Progress(String words, int done, int of, State state) {
        static Progress of(Standing<?> standing, Words words) {
            boolean counted = standing.state() == State.RUNNING && standing.of() > 0;
            String said = counted
                    ? words.say("drivers.progress.runs", standing.done(), standing.of())
                    : words.say("drivers.progress." + standing.state());
            return new Progress(said, standing.done(), standing.of(), standing.state());
        }
    }
}
