package io.sandtable.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import io.sandtable.web.Language;
import io.sandtable.web.annual.FrozenPlans;
import io.sandtable.web.company.Companies;
import io.sandtable.web.decide.Decisions;
import io.sandtable.web.inquiry.Asking;
import io.sandtable.web.inquiry.Inquiry;
import io.sandtable.web.inquiry.KeptAnswers;
import io.sandtable.web.people.People;
import io.sandtable.web.people.Role;
import io.sandtable.web.rulebook.NewRules;
import io.sandtable.web.service.Colleague;
import io.sandtable.web.service.DemoService;
import io.sandtable.web.service.HttpBrowser;
import io.sandtable.web.service.RunningService;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every page, in both languages, on an office screen and the main flow on a phone: axe finds no barrier (WCAG 2.2 AA), nothing scrolls
 * sideways, the browser complains of nothing, no message is missing. With
 * {@code -Dsandtable.pictures=true} it leaves a picture of each below {@code target/screenshots}.
 */
class EveryPageIT {
    private static final String QUESTION = "预计下季度新能源汽车电池壳订单增长40%。下月需预留30%产能应对突击订单";

    /** On a phone one reads, answers a condition, approves. */
    private static final Set<String> MAIN_FLOW = Set.of(
            "home",
            "ask",
            "asked",
            "compare",
            "why-late",
            "why-order",
            "drivers",
            "orders",
            "decide",
            "decision",
            "relations-what-if",
            "live");

    /** How Spring and we show a message that is not there. */
    private static final Pattern MISSING = Pattern.compile("\\?\\?[a-zA-Z.]+|th:text|~\\{");

    private static RunningService service;
    private static Playwright playwright;
    private static Browser chromium;
    private static Visitor office;
    private static Visitor phone;

    @BeforeAll
    static void openBrowser() {
        service = DemoService.running();
        playwright = Visitor.playwright();
        chromium = Visitor.chromium(playwright);
        Colleague.of(service, "tour", "周游", Role.values());
        office = Visitor.at(chromium, service.url("")).signIn("tour", Colleague.PASSWORD);
        phone = Visitor.at(chromium, service.url(""), 390, 844).signIn("tour", Colleague.PASSWORD);
    }

    @AfterAll
    static void closeBrowser() {
        chromium.close();
        playwright.close();
    }

    /** Name of the picture and address. */
    record Stop(String name, String address) {}

    static Stream<Stop> pages() {
        RunningService demo = DemoService.running();
        Inquiry done = DemoService.answered(QUESTION);
        String run = "/runs/" + done.id();
        String broken = DemoService.brokenPlan(QUESTION);
        Asking asking = demo.get(Asking.class);
        Inquiry open = asking.ask(Companies.DEMO, "苏州订单增加20%。冰箱门订单增加30%。现金不低于500万。帮我把货款付了", Language.ZH, "tour");
        var li = Colleague.of(demo, "tour-author", "出题人", Role.MANAGER).person();
        String own = KeptAnswers.copy(demo, done, "tour-author");
        String decision = demo.get(Decisions.class)
                .propose(own, broken, "客户已书面同意 <b>x</b>", "先这样", li)
                .number();
        String approved = demo.get(Decisions.class)
                .propose(KeptAnswers.copy(demo, done, "tour-author"), broken, "客户已书面同意", "", li)
                .number();
        demo.get(Decisions.class).approve(approved, "", demo.get(People.class).get("tour"));
        Inquiry branch = asking.copy(asking.name(done.id(), "电池壳大增，预留产能").id(), "tour");
        asking.say(branch.id(), "铝锭涨价10%", "tour");
        String ago = FrozenPlans.ago(demo, YearMonth.of(2026, 8), own, "D", li);
        String draft = demo.get(NewRules.class)
                .say(Companies.DEMO, "现金不低于500万", "tour")
                .id();
        String vague = demo.get(NewRules.class)
                .say(Companies.DEMO, "夜班每月最多排16天", "tour")
                .id();
        return Stream.of(
                new Stop("home", "/"),
                new Stop("ask", "/ask"),
                new Stop("asked", "/ask/" + open.id()),
                new Stop("branch", "/ask/" + branch.id()),
                new Stop("runs", "/runs"),
                new Stop("compare", run + "/compare"),
                new Stop("compare-table", run + "/compare?view=table"),
                new Stop("why-late", run + "/why?plan=C"),
                new Stop("why-order", firstLink(run + "/compare", "order=")),
                new Stop("relief", firstLink(run + "/compare", "order=").replace("/why?", "/relief?")),
                new Stop("why-figure", run + "/why?plan=C&figure=grossMargin"),
                new Stop("drivers", run + "/drivers?plan=A"),
                new Stop("counterfactual", run + "/counterfactual?plan=A&figure=cashLow"),
                new Stop("corrections", run + "/corrections"),
                new Stop("difference", run + "/difference?of=C&against=B&figure=cashAtEnd&driver=stock"),
                new Stop("difference-questions", run + "/difference?of=C&with=" + own),
                new Stop("orders", run + "/plans/C/orders"),
                new Stop("steps", firstLink(run + "/plans/C/orders?sort=-due", "/steps?order=")),
                new Stop("bottlenecks", run + "/plans/C/bottlenecks"),
                new Stop("machines", run + "/plans/C/machines"),
                new Stop("purchases", run + "/plans/C/purchases"),
                new Stop("cash", run + "/plans/C/cash"),
                new Stop("ledger", run + "/plans/C/ledger"),
                new Stop("decide", run + "/decide?plan=C"),
                new Stop("decide-broken", run + "/decide?plan=" + broken),
                new Stop("decisions", "/decisions"),
                new Stop("decision", "/decisions/" + decision),
                new Stop("decision-approved", "/decisions/" + approved),
                new Stop("release", "/decisions/" + approved + "/release"),
                new Stop("mandates", "/mandates"),
                new Stop("annual", "/annual"),
                new Stop("annual-plan", "/annual/" + ago),
                new Stop("annual-review", "/annual/new?inquiry=" + done.id() + "&year=true&plan=" + broken),
                new Stop("rules", "/rules"),
                new Stop("rule-draft", "/rules/drafts/" + draft),
                new Stop("rule-unclear", "/rules/drafts/" + vague),
                new Stop("relations", "/relations"),
                new Stop("relations-around", "/relations?about=MAT-BUSH-52"),
                new Stop("relations-what-if", "/relations?say=" + HttpBrowser.encoded("进口轴承采购周期延长到120天")),
                new Stop("questions", "/questions?text=" + HttpBrowser.encoded("上季度各供应商的准时率")),
                new Stop("questions-empty", "/questions"),
                new Stop(
                        "questions-why",
                        "/questions/why?text=" + HttpBrowser.encoded("上季度哪个客户销售收入最高") + "&cause=VOLUME"),
                new Stop("suppliers", "/suppliers?months=12&sort=ON_TIME"),
                new Stop("trace", "/relations/trace?lot=CC-A457"),
                new Stop("live", "/live"),
                new Stop("data", "/data"),
                new Stop("import", "/data/import"),
                new Stop("alignment", "/data/alignment"),
                new Stop("people", "/people"),
                new Stop("me", "/me"),
                new Stop("password", "/password"));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void page_isFreeOfBarriersAndFits(Stop stop) {
        List<String> wrong = new ArrayList<>();
        for (String language : List.of("zh", "en")) {
            String address = in(language, stop.address());
            office.open(address).settle().finish();

            if (language.equals("zh")) {
                // the other language changes words, not the page's build, and axe takes most of this test's time
                office.hasNoBarriers();
            }
            office.fits();
            office.picture(stop.name() + "-" + language);
            if (MISSING.matcher(office.words()).find()) {
                wrong.add("a message is missing, or a template shows itself, on " + address);
            }
        }
        if (MAIN_FLOW.contains(stop.name())) {
            phone.open(in("zh", stop.address())).settle().finish();
            phone.fits();
            phone.picture(stop.name() + "-phone");
        }

        assertThat(wrong).isEmpty();
        assertThat(office.complaints()).isEmpty();
        assertThat(phone.complaints()).isEmpty();
    }

    @Test
    void signInAndPagesThatAreNot_areFreeOfBarriersAndFit() {
        try (var stranger = Visitor.at(chromium, service.url(""))) {
            for (String language : List.of("zh", "en")) {
                stranger.open("/sign-in?lang=" + language);
                stranger.hasNoBarriers();
                stranger.fits();
                stranger.picture("sign-in-" + language);
            }
        }
        try (var lost = Visitor.at(chromium, service.url("")).signIn("tour", Colleague.PASSWORD)) {
            for (String language : List.of("zh", "en")) {
                lost.open("/nowhere?lang=" + language);
                lost.hasNoBarriers();
                lost.fits();
                lost.picture("nowhere-" + language);
            }
        }
    }

    private static String in(String language, String address) {
        return address + (address.contains("?") ? "&" : "?") + "lang=" + language;
    }

    private static String firstLink(String page, String part) {
        Page shown = office.open(page).page();
        return Objects.requireNonNull(
                shown.locator("a[href*='" + part + "']").first().getAttribute("href"));
    }
}
