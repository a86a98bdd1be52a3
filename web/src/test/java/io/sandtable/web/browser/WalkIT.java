package io.sandtable.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import io.sandtable.web.company.Companies;
import io.sandtable.web.company.LoadedCompanies;
import io.sandtable.web.people.Role;
import io.sandtable.web.service.Colleague;
import io.sandtable.web.service.DemoService;
import io.sandtable.web.service.RunningService;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The main job as people do it: in a real Chromium, on the whole service with a real graph and a real broker. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WalkIT {
    private static final String QUESTION = "预计下季度新能源汽车电池壳订单增长40%。下月需预留30%产能应对突击订单";
    private static final Path BRACKETS = Path.of("..", "docs", "examples", "bracket-workshop");

    /** The example's figures as those of a real company: a datapackage that does not say that they are invented. */
    private static final String OWN_COMPANY = """
            {"name": "bracket-workshop", "title": {"zh": "小支架厂", "en": "Bracket workshop"}, "asOf": "2026-11-21",
             "origin": "real", "source": "own books"}
            """;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static RunningService service;
    private static Playwright playwright;
    private static Browser chromium;
    private static Visitor manager;

    /** Address of the demo question's plans. */
    private static String plans = "";

    @BeforeAll
    static void openBrowser() {
        service = DemoService.running();
        playwright = Visitor.playwright();
        chromium = Visitor.chromium(playwright);
        Colleague.of(service, "walker", "李敏", Role.MANAGER, Role.PLANNER, Role.ADMINISTRATOR);
        manager = Visitor.at(chromium, service.url("")).signIn("walker", Colleague.PASSWORD);
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
    @Order(1)
    void demoQuestion_endsInADownloadedReport() throws IOException {
        Page page = manager.open("/").page();
        page.locator("textarea[name=text]").fill(QUESTION);
        page.locator("form[action$='/ask'] button.btn-primary").click();
        page.waitForURL(Pattern.compile(".*/ask/INQ-.*"));
        assertThat(page.locator("main").innerText()).contains("40", "30").contains("待确认");

        confirmAndRun(page);
        plans = path(page);
        assertThat(page.locator("article.st-plan").count()).isGreaterThanOrEqualTo(4);
        assertThat(manager.words()).contains("含演示数据", "这是假设，不会改动实际数据", "维持现状");

        page.locator("article.st-plan a[href*='/decide']").first().click();
        page.locator("textarea[name=note]").fill("<b>先买模具</b>");
        page.locator("form[action*='/decide'] button").click();
        page.waitForURL(Pattern.compile(".*/decisions/A-.*"));
        Download report = page.waitForDownload(
                () -> page.locator("a[href$='report.pdf']").first().click());
        try (var pdf = Loader.loadPDF(Files.readAllBytes(report.path()))) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("待审批").containsPattern("A-\\d{4}-\\d{4}-\\d{3}");
        }
        assertThat(page.locator("main b").count()).as("typed markup stays text").isZero();
    }

    /** Every step by Tab, letters, Space and Enter; the mouse is never there. */
    @Test
    @Order(2)
    void mainJob_isDoneByKeyboardAlone() {
        Page page = manager.open("/").page();
        manager.tabTo("textarea[name=text]");
        page.keyboard().insertText("预计下季度新能源汽车电池壳订单增长20%");
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile(".*/ask/INQ-.*"));

        manager.tabTo("form[action$='/run'] button");
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile(".*/runs/INQ-.*"));
        waitForPlans(page);
        page.reload();

        manager.tabTo("article.st-plan a[href*='/why']");
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile(".*/why.*"));
        page.keyboard().press("Escape");
        manager.open(path(page).replaceAll("/why.*", "/compare"));

        manager.tabTo("article.st-plan a[href*='/decide']");
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile(".*/decide.*"));
        manager.tabTo("textarea[name=note]");
        page.keyboard().insertText("键盘走完");
        manager.tabTo("form[action*='/decide'] button");
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile(".*/decisions/A-.*"));
        manager.tabTo("a[href$='report.pdf']");
        Download report = page.waitForDownload(() -> page.keyboard().press("Enter"));

        assertThat(report.suggestedFilename()).endsWith(".pdf");
    }

    @Test
    @Order(3)
    void approval_isForASecondPerson() {
        Page page = manager.page();
        page.locator("a[href='/decisions']").first().click();
        page.locator("main a[href*='/decisions/A-']").first().click();
        assertThat(page.locator("form[action$='/approve']").count())
                .as("nobody approves her own proposal")
                .isZero();
        String decision = path(page);

        manager.open("/people");
        page.locator("form[action$='/people'] input[name=name]").fill("wang");
        page.locator("form[action$='/people'] input[name=displayName]").fill("王芳<script>alert(1)</script>");
        page.locator("#new-MANAGER").check();
        page.locator("form[action$='/people'] button").click();
        page.waitForLoadState();
        String oneTime = page.locator("#once").innerText().strip();
        try (var second = Visitor.at(chromium, service.url("")).signInFirst("wang", oneTime, "another-table-2")) {
            second.open(decision);
            second.page().locator("form[action$='/approve'] button").click();
            second.page().waitForLoadState();

            assertThat(second.words()).contains("已批准", "审计编号");
            assertThat(second.complaints()).isEmpty();
        }
    }

    @Test
    @Order(4)
    void unknownName_isAskedBackAndAnActionIsRefused() {
        Page page = manager.open("/ask").page();
        page.locator("textarea[name=text]").fill("冰箱门订单增加30%。帮我把货款付了");
        page.locator("form[action$='/ask'] button.btn-primary").click();
        page.waitForURL(Pattern.compile(".*/ask/INQ-.*"));

        assertThat(page.locator("main").innerText()).contains("冰箱门", "没听懂");
        assertThat(page.locator("form[action$='/run'] button").isDisabled()).isTrue();

        manager.open("/ask");
        page.locator("textarea[name=text]").fill("苏州订单增加20%");
        page.locator("form[action$='/ask'] button.btn-primary").click();
        page.waitForURL(Pattern.compile(".*/ask/INQ-.*"));
        assertThat(page.locator("form[action$='/run'] button").isDisabled()).isTrue();
    }

    @Test
    @Order(5)
    void rule_turnsAPlanRed() {
        Page page = manager.open(plans).page();

        assertThat(page.locator("article.st-plan:has(.st-status-broken)").count())
                .isGreaterThanOrEqualTo(1);
        assertThat(page.locator("article.st-plan:has(.st-status-broken)")
                        .first()
                        .innerText())
                .contains("▲", "下月需预留30%产能应对突击订单");
    }

    @Test
    @Order(6)
    void figures_areTheSameOnThePageInRestAndInTheLedger() {
        Page page = manager.open(plans + "?view=table").page();
        String shown = page.locator("#figures").innerText().replace(",", "");
        String inquiry = plans.replaceAll(".*(INQ-[0-9-]+).*", "$1");

        JsonNode answer = json(page, "/api/v1/scenarios/" + inquiry).path("answer");
        List<JsonNode> all = Stream.concat(
                        Stream.of(answer.get("baseline")), answer.get("plans").valueStream())
                .toList();

        assertThat(all).hasSizeGreaterThanOrEqualTo(4).allSatisfy(plan -> {
            for (String figure : List.of("revenue", "grossMargin", "cashLow")) {
                String amount = plan.get("kpis").get(figure).get("amount").asString();
                String yuan = new java.math.BigDecimal(amount)
                        .setScale(0, java.math.RoundingMode.HALF_UP)
                        .toPlainString();
                assertThat(shown.replace("−", "-")).contains(yuan);
            }
        });
    }

    @Test
    @Order(7)
    void step_isPinnedByHand_afterItsPriceWasSeen() {
        Page page = manager.open(plans.replaceAll("(/runs/INQ-[0-9-]+).*", "$1/plans/A/orders?sort=-due"))
                .page();
        // the last order is met by what another lot leaves over: nothing to change there
        page.locator("a[href*='/steps?order=']").nth(1).click();
        page.locator("a[href*='step=']").first().click();
        page.locator("textarea[name=reason]").fill("模具那天才从客户处拿回来");
        manager.hasNoBarriers();
        manager.picture("steps-form-zh");
        page.locator("form[action*='/steps/price'] button").click();
        page.waitForSelector("#price-table");
        manager.hasNoBarriers();
        manager.picture("steps-price-zh");
        page.locator("form[action*='/steps/keep'] button").click();
        page.waitForURL(Pattern.compile(".*/runs/INQ-.*"));
        waitForPlans(page);

        assertThat(manager.words()).contains("模具那天才从客户处拿回来");
        manager.picture("steps-kept-zh");
    }

    @Test
    @Order(8)
    void stockMessage_makesThePlansStale() throws Exception {
        String message = """
                {"schema":"sandtable-stock/1","messageId":"walk-1","at":"2026-11-21T08:30:00+08:00","site":"SIT-SZ","complete":false,
                 "lots":[{"lot":"LOT-ACID-261119","material":"%s","quantity":4321,"unit":"%s","bin":"BIN-CHEM-02"}]}""".formatted(acid().getFirst(), acid().getLast());
        Process publisher = new ProcessBuilder(
                        "mosquitto_pub",
                        "-h",
                        "127.0.0.1",
                        "-p",
                        Integer.toString(DemoService.brokerPort()),
                        "-q",
                        "1",
                        "-t",
                        "sandtable/demo/stock/scale",
                        "-m",
                        message)
                .redirectErrorStream(true)
                .start();
        assertThat(publisher.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(publisher.exitValue())
                .as(new String(publisher.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isZero();

        Page page = manager.page();
        com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout(60_000);
        for (int i = 0;
                i < 60 && manager.open(plans).page().locator(".st-stale").count() == 0;
                i++) {
            page.waitForTimeout(500);
        }

        assertThat(page.locator(".st-stale").first().innerText()).contains("scale");
        assertThat(manager.open("/live").words()).contains("4,321");
    }

    private static List<String> acid() {
        var snapshot = service.get(LoadedCompanies.class).business("demo").snapshot();
        var lot = snapshot.node("LOT-ACID-261119");
        String material = snapshot.relations(io.sandtable.model.RelationType.FOR).stream()
                .filter(r -> r.from().id().equals(lot.id()))
                .map(r -> r.to().id())
                .findFirst()
                .orElseThrow();
        return List.of(
                material,
                snapshot.node(material)
                        .findText(io.sandtable.model.Attributes.UNIT)
                        .orElseThrow());
    }

    @Test
    @Order(9)
    void importedCompany_isAskedAboutToo(@TempDir Path folder) throws IOException {
        Path zip = folder.resolve("brackets.zip");
        zip(BRACKETS, zip);
        Page page = manager.open("/data/import").page();
        page.locator("#files").setInputFiles(zip);
        page.locator("form[action$='/data/import'] button").click();
        page.waitForURL(Pattern.compile(".*/data/import/.+"));
        page.locator("button[value=load]").click();
        page.waitForCondition(
                () -> service.get(Companies.class).current().equals("bracket-workshop"),
                new Page.WaitForConditionOptions().setTimeout(300_000));

        manager.open("/ask");
        page.locator("textarea[name=text]").fill("明年一季度支架订单增加30%");
        page.locator("form[action$='/ask'] button.btn-primary").click();
        page.waitForURL(Pattern.compile(".*/ask/INQ-.*"));
        confirm(page);
        waitForPlans(page);

        assertThat(page.locator("article.st-plan").count()).isGreaterThanOrEqualTo(2);
        assertThat(manager.words()).doesNotContain("含演示数据");
        service.get(Companies.class).choose(Companies.DEMO);
    }

    private static void confirmAndRun(Page page) {
        confirm(page);
        manager.hasNoBarriers();
        manager.picture("running-zh");
        waitForPlans(page);
    }

    private static void confirm(Page page) {
        page.locator("form[action$='/run'] button").click();
        page.waitForURL(Pattern.compile(".*/runs/INQ-.*"));
    }

    private static void waitForPlans(Page page) {
        page.waitForCondition(
                () -> page.locator("article.st-plan a[href*='/decide']").count() > 0,
                new Page.WaitForConditionOptions().setTimeout(300_000));
    }

    private static String path(Page page) {
        return java.net.URI.create(page.url()).getPath();
    }

    private static JsonNode json(Page page, String path) {
        return JSON.readTree(page.request().get(service.url(path)).text());
    }

    private static void zip(Path folder, Path file) throws IOException {
        try (var out = new ZipOutputStream(Files.newOutputStream(file));
                Stream<Path> files = Files.list(folder)) {
            for (Path path : files.sorted().toList()) {
                out.putNextEntry(new ZipEntry(path.getFileName().toString()));
                if (path.endsWith("datapackage.json")) {
                    out.write(OWN_COMPANY.getBytes(StandardCharsets.UTF_8));
                } else {
                    Files.copy(path, out);
                }
                out.closeEntry();
            }
        }
    }
}
