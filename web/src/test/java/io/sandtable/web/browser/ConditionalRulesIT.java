package io.sandtable.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import io.sandtable.web.inquiry.Inquiry;
import io.sandtable.web.people.Role;
import io.sandtable.web.service.Colleague;
import io.sandtable.web.service.DemoService;
import io.sandtable.web.service.RunningService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Rules that hold once a figure passes a value: where one sees in which plan they do, in a real Chromium, in both languages. */
class ConditionalRulesIT {
    private static Playwright playwright;
    private static Browser chromium;
    private static Visitor manager;
    private static Colleague colleague;
    private static Inquiry inquiry;

    @BeforeAll
    static void aQuestionWithTwoOfThem() {
        RunningService service = DemoService.running();
        inquiry = DemoService.answered("现金一旦低于800万，账上现金别低于900万。准时交付率一旦低于5%，不要再找澄川买铝");
        playwright = Visitor.playwright();
        chromium = Visitor.chromium(playwright);
        colleague = Colleague.of(service, "when", "问条件的人", Role.MANAGER, Role.PLANNER);
        manager = Visitor.at(chromium, service.url("")).signIn("when", Colleague.PASSWORD);
    }

    @AfterAll
    static void closeBrowser() {
        chromium.close();
        playwright.close();
    }

    @Test
    void comparison_saysInWhichPlanARuleHoldsAndSinceWhen() {
        Page page = manager.open("/runs/" + inquiry.id() + "/compare?lang=zh").page();

        assertThat(page.locator(".cmp-awaited summary").allInnerTexts().getFirst())
                .startsWith("「现金一旦低于800万，账上现金别低于900万」在这些方案里都生效，最早从 20");
        assertThat(page.locator(".cmp-awaited summary").allInnerTexts().getLast())
                .endsWith("在这些方案里都没有生效");
        page.locator(".cmp-awaited summary").first().click();
        page.locator(".cmp-awaited summary").last().click();
        assertThat(page.locator(".cmp-awaited").first().innerText()).contains("现状", "生效：现金从 2", "起低于 800.0 万，最低");
        assertThat(page.locator(".cmp-awaited").last().innerText()).contains("没有生效：准时交付率", "不低于 5.0 %");
        manager.hasNoBarriers();
        manager.fits();
        manager.picture("conditional-zh");

        page = manager.open("/runs/" + inquiry.id() + "/compare?lang=en").page();
        assertThat(page.locator(".cmp-awaited summary").allInnerTexts().getLast())
                .endsWith("holds in none of the plans shown");
        page.locator(".cmp-awaited summary").first().click();
        page.locator(".cmp-awaited summary").last().click();
        assertThat(page.locator(".cmp-awaited").first().innerText())
                .contains("holds: cash less than ¥8,000k from ", " on, lowest ");
        assertThat(page.locator(".cmp-awaited").last().innerText())
                .containsPattern("does not hold: on-time delivery [0-9.]+ %, at least 5.0 %");
        manager.fits();
        manager.picture("conditional-en");
    }

    @Test
    void planInDetail_andItsJsonSayItToo() {
        Page page = manager.open("/runs/" + inquiry.id() + "/plans/A?lang=zh").page();

        assertThat(page.locator(".pd-awaited li").first().innerText()).contains("「现金一旦低于800万", "生效：现金从 2");
        manager.hasNoBarriers();
        manager.picture("conditional-plan-zh");
        JsonNode rules = colleague.restJson("/api/v1/scenarios/" + inquiry.id()).at("/answer/plans/0/conditionals");
        assertThat(rules).hasSize(2);
        assertThat(rules.get(0).path("held").asBoolean()).isTrue();
        assertThat(rules.get(0).path("figure").asString()).isEqualTo("cash");
        assertThat(rules.get(0).path("from").asString()).startsWith("20");
        assertThat(rules.get(1).path("held").asBoolean()).isFalse();
    }
}
