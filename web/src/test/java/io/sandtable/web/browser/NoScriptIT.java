package io.sandtable.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.sandtable.web.people.Role;
import io.sandtable.web.service.Colleague;
import io.sandtable.web.service.DemoService;
import io.sandtable.web.service.RunningService;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The main job in a browser that runs no script. */
@Tag("trial")
class NoScriptIT {
    private static final double LONGEST_RUN_MILLIS = 300_000;

    @Test
    void question_becomesASubmittedDecision() {
        RunningService service = DemoService.running();
        Colleague.of(service, "plain", "朴素", Role.MANAGER, Role.PLANNER);
        try (var playwright = Visitor.playwright();
                var chromium = Visitor.chromium(playwright);
                var visitor = Visitor.withoutScript(chromium, service.url("")).signIn("plain", Colleague.PASSWORD)) {
            Page page = visitor.open("/").page();
            page.locator("textarea[name=text]").fill("预计下季度新能源汽车电池壳订单增长25%");
            page.locator("form[action$='/ask'] button.btn-primary").click();
            page.waitForURL(Pattern.compile(".*/ask/INQ-.*"));
            assertThat(page.locator("main").innerText()).contains("25", "待确认");

            page.locator("form[action$='/run'] button").click();
            page.waitForURL(Pattern.compile(".*/runs/INQ-.*"));
            Locator decide = page.locator("article.st-plan a[href*='/decide']").first();
            decide.waitFor(new Locator.WaitForOptions().setTimeout(LONGEST_RUN_MILLIS));
            assertThat(visitor.words()).contains("这是假设，不会改动实际数据", "维持现状");

            decide.click();
            page.waitForURL(Pattern.compile(".*/decide.*"));
            page.locator("#note").fill("没有脚本也能送审");
            if (page.locator("#reason").count() > 0) {
                page.locator("#reason").fill("客户已书面同意");
            }
            page.locator("main form button.btn-primary").click();
            page.waitForURL(Pattern.compile(".*/decisions/A-.*"));

            assertThat(visitor.words()).contains("已送审", "没有脚本也能送审", "待审批");
            assertThat(visitor.complaints()).isEmpty();
        }
    }
}
