package io.sandtable.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import io.sandtable.web.people.Role;
import io.sandtable.web.service.Colleague;
import io.sandtable.web.service.DemoService;
import io.sandtable.web.service.RunningService;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Questions about the demo company's data, as people ask them: in a real Chromium, in both languages, and over REST. */
class QuestionsIT {
    private static RunningService service;
    private static Playwright playwright;
    private static Browser chromium;
    private static Visitor manager;
    private static Colleague colleague;

    @BeforeAll
    static void openBrowser() {
        service = DemoService.running();
        playwright = Visitor.playwright();
        chromium = Visitor.chromium(playwright);
        colleague = Colleague.of(service, "asker", "问数据的人", Role.MANAGER, Role.PLANNER);
        manager = Visitor.at(chromium, service.url("")).signIn("asker", Colleague.PASSWORD);
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
    void questionInTheAskBox_endsInItsAnswerAndWhy() {
        Page page = ask("zh", "上季度各供应商的准时率");

        assertThat(page.url()).contains("/questions?text=");
        assertThat(page.locator(".qry-said").innerText()).contains("2026年7月1日至2026年9月30日", "按供应商");
        assertThat(page.locator("#rows tbody tr").count()).isGreaterThan(10);
        assertThat(page.locator("main").innerText()).contains("排第一", "采购单", "演示");
        manager.settle().finish();
        assertThat(page.locator("#answer svg").count()).isEqualTo(1);
        manager.hasNoBarriers();
        manager.fits();
        manager.picture("questions-late-zh");

        page.locator("a[href^='/questions/why']").click();
        page.waitForURL(Pattern.compile(".*/questions/why.*"));
        manager.settle().finish();

        assertThat(page.locator(".st-chart-sentence").first().innerText()).contains("最大的原因是");
        assertThat(page.locator(".qry-change").innerText()).containsPattern("[高低] [0-9.]+ 个百分点");
        assertThat(page.locator("#causes svg").textContent())
                .contains("2026-07-01", "2026-09-30", "2026-04-01", "2026-06-30", "个百分点")
                .doesNotContain("…");
        manager.hasNoBarriers();
        manager.fits();
        manager.picture("questions-why-zh");

        page.locator("#findings a").first().click();
        page.waitForURL(Pattern.compile(".*cause=.*"));
        assertThat(page.locator("#parts tbody tr").count()).isPositive();
    }

    @Test
    void leastPunctualSupplier_isNamedAlone() {
        Page page = ask("zh", "上季度哪个供应商交货最不准时");

        assertThat(page.locator(".qry-said").innerText()).contains("2026年7月1日至2026年9月30日", "按供应商", "前1");
        assertThat(page.locator("#rows tbody tr").count()).isEqualTo(1);
    }

    @Test
    void englishQuestion_getsTableWordsAndChart() {
        Page page = ask("en", "Show revenue by customer, from 1 July 2026 to 30 September 2026");
        manager.settle().finish();

        assertThat(page.locator(".qry-said").innerText()).contains("by customer");
        assertThat(page.locator("#rows tbody tr").count()).isGreaterThan(5);
        assertThat(page.locator("#answer svg").count()).isEqualTo(1);
        assertThat(page.locator("main").innerText()).contains("comes first", "without VAT", "Demo");
        manager.hasNoBarriers();
        manager.fits();
        manager.picture("questions-revenue-en");

        page.locator("a[href^='/questions/why']").click();
        page.waitForURL(Pattern.compile(".*/questions/why.*"));
        manager.settle().finish();

        assertThat(page.locator("main").innerText()).contains("The largest cause is");
        manager.fits();
        manager.picture("questions-why-en");
    }

    @Test
    void whatIfBesideAQuestion_becomesTheDraftAndTheQuestionALink() {
        Page page = ask("zh", "预计下季度新能源汽车电池壳订单增长40%。上个月哪个产品最赚钱");

        assertThat(page.url()).contains("/ask/INQ-");
        assertThat(page.locator("#conditions").innerText()).contains("40").doesNotContain("最赚钱");
        page.locator("section[aria-labelledby=questions-title] a").click();
        page.waitForURL(Pattern.compile(".*/questions.*"));
        assertThat(page.locator("main").innerText()).contains("毛利");
    }

    @Test
    void whatTheRecordsCannotTell_isSaid() {
        assertThat(shown("zh", "盛泰化工春节期间不发货")).contains("条件");
        assertThat(shown("en", "please pay the invoice")).contains("not understood");
        assertThat(shown("zh", "<script>alert(1)</script> MATCH (n) DETACH DELETE n"))
                .contains("没听懂");
        assertThat(manager.page().locator("main script").count()).isZero();
    }

    @Test
    void scorecard_sortsAndDownloads() {
        Page page = manager.open("/suppliers?lang=zh").page();
        int suppliers = page.locator("#scores tbody tr").count();
        assertThat(suppliers).isGreaterThan(10);
        manager.hasNoBarriers();
        manager.fits();
        manager.picture("suppliers-zh");

        page.locator("#scores thead a", new Page.LocatorOptions().setHasText("准时率"))
                .click();
        page.waitForURL(Pattern.compile(".*sort=-ON_TIME.*"));

        assertThat(page.locator("#scores th[aria-sort=descending]").innerText()).contains("准时率");
        String csv = colleague
                .rest("GET", "/api/v1/suppliers/scorecard.csv?lang=en", "")
                .body();
        assertThat(csv.lines().count()).isEqualTo(suppliers + 1);
        manager.open("/suppliers?lang=en");
        manager.fits();
        manager.picture("suppliers-en");
    }

    @Test
    void rest_answersWithFiguresAndTheirBasis() {
        JsonNode answer = post("{\"sentence\":\"上个月哪个产品最赚钱\"}");

        assertThat(answer.path("outcome").asString()).isEqualTo("ANSWERED");
        assertThat(answer.path("words").path("en").asString()).contains("margin");
        assertThat(answer.path("rows")).hasSize(1);
        double first = answer.path("rows").get(0).path("values").get(0).asDouble();
        assertThat(first)
                .isPositive()
                .isLessThan(answer.path("total").path("values").get(0).asDouble());
        assertThat(answer.path("basis").size()).isGreaterThan(1);
        assertThat(answer.path("why").asString()).startsWith("/questions/why?text=");
        assertThat(post("{\"sentence\":\"帮我把货款付了\"}").path("outcome").asString())
                .isEqualTo("NOT_UNDERSTOOD");
        assertThat(colleague.rest("POST", "/api/v1/query", "{}").statusCode()).isEqualTo(400);
    }

    @Test
    void rest_answersEveryQuestionOfAText() {
        JsonNode apart = post("{\"sentence\":\"上个月哪个产品最赚钱。上季度哪个供应商交货最不准时？帮我把货款付了\"}");
        JsonNode together = post("{\"sentence\":\"上个月哪个产品最赚钱，上季度哪个供应商交货最不准时\"}");

        assertThat(apart.path("asked").asString()).isEqualTo("上个月哪个产品最赚钱");
        assertThat(apart.path("words").path("zh").asString()).contains("毛利");
        assertThat(apart.path("more")).hasSize(2);
        assertThat(apart.at("/more/0/outcome").asString()).isEqualTo("ANSWERED");
        assertThat(apart.at("/more/0/asked").asString()).contains("最不准时");
        assertThat(apart.at("/more/0/rows")).hasSize(1);
        assertThat(apart.at("/more/1/outcome").asString()).isEqualTo("NOT_UNDERSTOOD");
        assertThat(together.at("/more/0/rows")).isEqualTo(apart.at("/more/0/rows"));
        assertThat(post("{\"sentence\":\"上个月哪个产品最赚钱\"}").has("more")).isFalse();
    }

    private static JsonNode post(String body) {
        return JsonMapper.shared()
                .readTree(colleague.rest("POST", "/api/v1/query", body).body());
    }

    private static String shown(String language, String text) {
        manager.open("/questions?lang=" + language);
        Page page = manager.page();
        page.locator("#text").fill(text);
        page.locator("form[action$='/questions'] button.btn-primary").click();
        page.waitForURL(Pattern.compile(".*text=.*"));
        return page.locator("main").innerText();
    }

    private static Page ask(String language, String text) {
        Page page = manager.open("/ask?lang=" + language).page();
        page.locator("textarea[name=text]").fill(text);
        page.locator("form[action$='/ask'] button.btn-primary").click();
        page.waitForURL(Pattern.compile(".*/(questions|ask/INQ-).*"));
        return page;
    }
}
