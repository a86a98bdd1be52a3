package io.sandtable.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import io.sandtable.web.inquiry.Asking;
import io.sandtable.web.inquiry.Inquiry;
import io.sandtable.web.people.Role;
import io.sandtable.web.service.Colleague;
import io.sandtable.web.service.DemoService;
import io.sandtable.web.service.RunningService;
import io.sandtable.web.service.Runs;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a browser keeps of typed text, and for whom. */
class KeptTextIT {
    private static final String QUESTION = "预计下季度新能源汽车电池壳订单增长40%。下月需预留30%产能应对突击订单";
    private static final String AUTHOR = "keeper";

    private static RunningService service;
    private static Playwright playwright;
    private static Browser chromium;
    private static Visitor manager;

    @BeforeAll
    static void openBrowser() {
        service = DemoService.running();
        playwright = Visitor.playwright();
        chromium = Visitor.chromium(playwright);
        Colleague.of(service, AUTHOR, "纪敏", Role.MANAGER, Role.PLANNER);
        manager = Visitor.at(chromium, service.url("")).signIn(AUTHOR, Colleague.PASSWORD);
    }

    @AfterAll
    static void closeBrowser() {
        chromium.close();
        playwright.close();
    }

    private static String another() {
        Asking asking = service.get(Asking.class);
        Inquiry asked = asking.again(DemoService.answered(QUESTION).id(), AUTHOR);
        asking.confirmAllAndRun(asked.id(), AUTHOR);
        return Runs.ended(service, asked.id()).id();
    }

    @Test
    void textOfADecision_outlivesAReload_andStaysOutOfEveryOther() {
        String first = "/runs/" + another() + "/decide";
        String second = "/runs/" + another() + "/decide";
        Page page = manager.open(first + "?plan=D").page();
        page.locator("#reason").fill("客户已书面同意");
        page.locator("#note").fill("先按这个做");

        page.reload();

        assertThat(page.locator("#reason").inputValue()).isEqualTo("客户已书面同意");
        assertThat(page.locator("#note").inputValue()).isEqualTo("先按这个做");

        manager.open(first + "?plan=A");
        assertThat(page.locator("#note").inputValue()).as("another plan").isEmpty();

        manager.open(second + "?plan=D");
        assertThat(page.locator("#reason").inputValue()).as("another question").isEmpty();
        assertThat(page.locator("#note").inputValue()).as("another question").isEmpty();
    }

    @Test
    void textOfADecision_isForgottenOnceItIsOnRecord() {
        Page page = manager.open("/runs/" + another() + "/decide?plan=D").page();
        page.locator("#reason").fill("客户已书面同意");
        page.locator("#note").fill("先按这个做");
        page.locator("main form button.btn-primary").click();
        page.waitForURL(Pattern.compile(".*/decisions/A-.*"));

        assertThat(kept(page)).doesNotContain("decide");
        assertThat(manager.complaints()).isEmpty();
    }

    private static String kept(Page page) {
        return String.valueOf(page.evaluate("Object.keys(sessionStorage).join()"));
    }
}
