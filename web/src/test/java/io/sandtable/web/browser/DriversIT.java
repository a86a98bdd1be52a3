package io.sandtable.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import io.sandtable.web.ask.HomeLog;
import io.sandtable.web.drivers.ReplaySweep;
import io.sandtable.web.people.Role;
import io.sandtable.web.service.Colleague;
import io.sandtable.web.service.DemoService;
import io.sandtable.web.service.RunningService;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a plan of the demo company rests on, as a manager looks at it: one, two and all inputs at a time, and the risk; in a real Chromium. */
class DriversIT {
    private static final String QUESTION = "预计下季度新能源汽车电池壳订单增长40%。下月需预留30%产能应对突击订单";
    private static final double PATIENCE_MILLIS = 240_000;

    private static RunningService service;
    private static Playwright playwright;
    private static Browser chromium;
    private static Visitor manager;
    private static String drivers;

    @BeforeAll
    static void openBrowser() {
        service = DemoService.running();
        playwright = Visitor.playwright();
        chromium = Visitor.chromium(playwright);
        Colleague.of(service, "drivers", "看因素的人", Role.MANAGER, Role.PLANNER);
        manager = Visitor.at(chromium, service.url("")).signIn("drivers", Colleague.PASSWORD);
        drivers = "/runs/" + DemoService.answered(QUESTION).id() + "/drivers?plan=A";
    }

    @AfterAll
    static void closeBrowser() {
        chromium.close();
        playwright.close();
    }

    @AfterEach
    void browserNeverComplains() {
        assertThat(manager.complaints()).isEmpty();
    }

    @Test
    void oneAtATime_saysHowFarEachInputMovesTheFigure() {
        Page page = shown("one", "zh", "svg");

        assertThat(page.locator("main").innerText()).contains("方案固定", "影响最大");
        assertThat(page.locator("table tbody tr").count()).isGreaterThan(5);
        seen("drivers-one-zh");

        shown("spider", "zh", "svg");
        seen("drivers-spider-zh");
        shown("turn", "zh", "main");
        seen("drivers-turn-zh");
        shown("one&figure=onTimePct", "en", "main table");
        seen("drivers-one-en");
    }

    @Test
    void twoAtATime_areAMapWithItsTable() {
        Page page = shown("two", "zh", "svg");

        assertThat(page.locator("table tbody tr").count()).isGreaterThan(5);
        seen("drivers-two-zh");
        shown("two", "en", "svg");
        seen("drivers-two-en");
    }

    @Test
    void allAtOnce_areSharedOutAndTheRecordRepeatsThem() {
        Page page = shown("all", "zh", "#shares");

        assertThat(page.locator("#shares tbody tr").count()).isPositive();
        seen("drivers-all-zh");
        List<JsonNode> sweeps = sweeps();
        assertThat(sweeps).isNotEmpty();
        assertThat(service.get(ReplaySweep.class)
                        .replay(sweeps.getLast().get("sweep").asString())
                        .ok())
                .isTrue();
        shown("all", "en", "#shares");
        seen("drivers-all-en");
    }

    @Test
    void risk_isShownWhileItIsStillDrawnAndMayBeStopped() {
        Page page = shown("risk", "zh", "svg");

        assertThat(page.locator("main").innerText()).contains("八成把握");
        seen("drivers-risk-zh");
        Locator stop = page.locator("form[action*='/drivers/stop'] button");
        if (stop.count() > 0) {
            stop.first().click();
            // stopped, or its last runs have ended meanwhile
            stop.first()
                    .waitFor(new Locator.WaitForOptions()
                            .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
            manager.settle();
        }
        shown("risk", "en", "svg");
        seen("drivers-risk-en");
    }

    private static Page shown(String view, String language, String until) {
        manager.open(drivers + "&view=" + view + "&lang=" + language);
        manager.page()
                .locator(until)
                .first()
                .waitFor(new Locator.WaitForOptions()
                        .setTimeout(PATIENCE_MILLIS)
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED));
        manager.settle();
        manager.page()
                .waitForSelector(
                        ".st-loading",
                        new Page.WaitForSelectorOptions()
                                .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED)
                                .setTimeout(PATIENCE_MILLIS));
        manager.settle();
        return manager.page();
    }

    private static void seen(String name) {
        manager.hasNoBarriers();
        manager.fits();
        manager.picture(name);
    }

    private static List<JsonNode> sweeps() {
        var json = JsonMapper.builder().build();
        return service.get(HomeLog.class).use(log -> {
            var found = new ArrayList<JsonNode>();
            long from = 0;
            for (List<byte[]> page = log.recordsFrom(from); !page.isEmpty(); page = log.recordsFrom(from)) {
                from += page.size();
                page.stream()
                        .map(json::readTree)
                        .filter(r -> r.path("schema").asString("").equals("sandtable-sweep/1"))
                        .forEach(found::add);
            }
            return found;
        });
    }
}
