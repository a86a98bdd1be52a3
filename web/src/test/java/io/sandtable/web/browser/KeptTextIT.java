package io.sandtable.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import io.sandtable.web.Language;
import io.sandtable.web.company.Companies;
import io.sandtable.web.decide.Decisions;
import io.sandtable.web.inquiry.Asking;
import io.sandtable.web.inquiry.Inquiry;
import io.sandtable.web.inquiry.KeptAnswers;
import io.sandtable.web.people.Role;
import io.sandtable.web.service.Colleague;
import io.sandtable.web.service.DemoService;
import io.sandtable.web.service.RunningService;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a browser keeps of typed text, and for whom. */
@Tag("trial")
class KeptTextIT {
    private static final String QUESTION = "预计下季度新能源汽车电池壳订单增长40%。下月需预留30%产能应对突击订单";
    private static final String AUTHOR = "keeper";

    private static RunningService service;
    private static Playwright playwright;
    private static Browser chromium;
    private static Visitor manager;
    private static String broken;

    @BeforeAll
    static void openBrowser() {
        service = DemoService.running();
        playwright = Visitor.playwright();
        chromium = Visitor.chromium(playwright);
        broken = DemoService.brokenPlan(QUESTION);
        Colleague.of(service, AUTHOR, "纪敏", Role.MANAGER, Role.PLANNER);
        manager = Visitor.at(chromium, service.url("")).signIn(AUTHOR, Colleague.PASSWORD);
    }

    @AfterAll
    static void closeBrowser() {
        chromium.close();
        playwright.close();
    }

    private static String another() {
        return KeptAnswers.copy(service, DemoService.answered(QUESTION), AUTHOR);
    }

    @Test
    void textOfADecision_outlivesAReload_andStaysOutOfEveryOther() {
        String first = "/runs/" + another() + "/decide";
        String second = "/runs/" + another() + "/decide";
        Page page = manager.open(first + "?plan=" + broken).page();
        page.locator("#reason").fill("客户已书面同意");
        page.locator("#note").fill("先按这个做");

        page.reload();

        assertThat(page.locator("#reason").inputValue()).isEqualTo("客户已书面同意");
        assertThat(page.locator("#note").inputValue()).isEqualTo("先按这个做");

        manager.open(first + "?plan=A");
        assertThat(page.locator("#note").inputValue()).as("another plan").isEmpty();

        manager.open(second + "?plan=" + broken);
        assertThat(page.locator("#reason").inputValue()).as("another question").isEmpty();
        assertThat(page.locator("#note").inputValue()).as("another question").isEmpty();
    }

    @Test
    void textOfADecision_isForgottenOnceItIsOnRecord() {
        Page page =
                manager.open("/runs/" + another() + "/decide?plan=" + broken).page();
        page.locator("#reason").fill("客户已书面同意");
        page.locator("#note").fill("先按这个做");
        page.locator("main form button.btn-primary").click();
        page.waitForURL(Pattern.compile(".*/decisions/A-.*"));

        assertThat(kept(page)).doesNotContain("decide");
        assertThat(manager.complaints()).isEmpty();
    }

    /** Back from the record to the form, and once more the button: the one decision stays the only one. */
    @Test
    void backButton_decidesNothingTwice() {
        String inquiry = another();
        Page page = manager.open("/runs/" + inquiry + "/decide?plan=A").page();
        page.locator("main form button.btn-primary").click();
        page.waitForURL(Pattern.compile(".*/decisions/A-.*"));
        String decision = page.url();

        page.goBack();
        page.waitForURL(Pattern.compile(".*/decide.*"));
        Locator button = page.locator("main form button.btn-primary");
        if (button.count() > 0) {
            button.click();
            page.waitForLoadState();
        }

        assertThat(manager.words()).contains(decision.replaceAll(".*/(A-[0-9-]+).*", "$1"));
        assertThat(service.get(Decisions.class).listDecisions(Companies.DEMO, null, 0, 1_000))
                .filteredOn(kept -> kept.inquiry().equals(inquiry))
                .hasSize(1);
    }

    /** A part of the page is refused: the person reads why, with the number to quote, and her text is still there. */
    @Test
    void refusalOfAPart_isShownWithItsNumber_andTheTextStays() {
        Inquiry asked = service.get(Asking.class).ask(Companies.DEMO, "现金不低于500万", Language.ZH, AUTHOR);
        try (var visitor = Visitor.at(chromium, service.url("")).signIn(AUTHOR, Colleague.PASSWORD)) {
            Page page = visitor.open("/ask/" + asked.id()).settle().page();
            page.route(
                    "**/say",
                    route -> route.resume(new Route.ResumeOptions().setUrl(service.url("/ask/nowhere/at/all"))));
            page.locator("#text").fill("夜班每月最多排16天");
            page.locator("form[action$='/say'] button").click();

            Locator trouble = page.locator("[data-net] .st-problem");
            trouble.waitFor();
            assertThat(trouble.innerText()).contains("没有这个地址").containsPattern("编号 E-[0-9A-Z]{6}");
            assertThat(page.locator("[data-net]").getAttribute("role")).isEqualTo("status");
            assertThat(page.locator("[role=alert]:visible").count()).isZero();
            page.locator("[data-net]").focus();
            assertThat(page.locator("[data-net]").evaluate("e => e === document.activeElement"))
                    .isEqualTo(true);
            assertThat(page.locator("#text").inputValue()).isEqualTo("夜班每月最多排16天");
            visitor.hasNoBarriers();

            page.unroute("**/say");
            page.locator("form[action$='/say'] button").click();
            page.locator("#conditions").getByText("16").first().waitFor();
            assertThat(page.locator("[data-net]").isVisible()).isFalse();
        }
    }

    @Test
    void serviceThatDoesNotAnswer_isSaidSo() {
        Inquiry asked = service.get(Asking.class).ask(Companies.DEMO, "现金不低于500万", Language.ZH, AUTHOR);
        try (var visitor = Visitor.at(chromium, service.url("")).signIn(AUTHOR, Colleague.PASSWORD)) {
            Page page = visitor.open("/ask/" + asked.id()).settle().page();
            page.route("**/say", Route::abort);
            page.locator("#text").fill("夜班每月最多排16天");
            page.locator("form[action$='/say'] button").click();

            page.locator("[data-net]").getByText("服务没有回应").waitFor();
            assertThat(page.locator("#text").inputValue()).isEqualTo("夜班每月最多排16天");
        }
    }

    private static String kept(Page page) {
        return String.valueOf(page.evaluate("Object.keys(sessionStorage).join()"));
    }
}
