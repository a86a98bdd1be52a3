package io.sandtable.web.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.sandtable.audit.archive.Archive;
import io.sandtable.audit.tlog.Hash;
import io.sandtable.web.ask.HomeLog;
import io.sandtable.web.company.Companies;
import io.sandtable.web.company.LoadedCompanies;
import io.sandtable.web.people.Role;
import io.sandtable.web.service.Colleague;
import io.sandtable.web.service.HttpBrowser;
import io.sandtable.web.service.Patience;
import io.sandtable.web.service.RunningService;
import io.sandtable.web.service.Zipped;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody's own files through the browser and over REST, in order, as one home goes through it. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ImportPageIT {
    private static final Path WORKSHOP = Path.of("..", "docs", "examples", "bracket-workshop");
    private static final Path API = Path.of(
            "..", "datasets", "src", "test", "resources", "io", "sandtable", "datasets", "openapi", "mes-zh.yaml");
    private static final String NAME = "bracket-workshop";
    private static final Pattern PLACE = Pattern.compile("/data/import/(U-[0-9a-f]{8})");
    private static final Duration LONG = Duration.ofMinutes(4);

    @TempDir
    static Path home;

    private static RunningService service;
    private static Colleague li;
    private static HttpBrowser browser;

    @BeforeAll
    static void start() {
        service = RunningService.at(home);
        li = Colleague.of(service, "li", "李敏", Role.ADMINISTRATOR, Role.PLANNER);
        browser = li.browser(Redirect.NORMAL);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static HttpResponse<String> send(String file, byte[] content) {
        return browser.upload("/data/import", "/data/import", Map.of(file, content));
    }

    private static String uploadOf(HttpResponse<String> answer) {
        Matcher place = PLACE.matcher(answer.uri().getPath());
        assertThat(place.find()).as(answer.uri() + "\n" + answer.body()).isTrue();
        return place.group(1);
    }

    private static Map<String, byte[]> workshop() throws java.io.IOException {
        var files = new TreeMap<String, byte[]>();
        try (var paths = Files.list(WORKSHOP)) {
            for (Path path : paths.toList()) {
                files.put(String.valueOf(path.getFileName()), Files.readAllBytes(path));
            }
        }
        return files;
    }

    private static byte[] changed(byte[] content, String from, String to) {
        String text = new String(content, StandardCharsets.UTF_8);
        assertThat(text).contains(from);
        return Zipped.text(text.replace(from, to));
    }

    @Test
    @Order(1)
    void emptyHome_offersTheDemoCompanyAndSaysWhatIsMissing() {
        String page = browser.get("/data").body();

        assertThat(page).contains("先用示例公司看看", "导入公司数据", "未导入", "Order.csv");
        assertThat(page).doesNotContain("??");
    }

    @Test
    @Order(2)
    void brokenTables_areListedAllAtOnceAndNothingIsLoaded() throws Exception {
        Map<String, byte[]> files = workshop();
        files.put(
                "SUPPLIES.csv",
                changed(java.util.Objects.requireNonNull(files.get("SUPPLIES.csv")), ",CNY,6,", ",CNY,4天左右,"));
        files.put(
                "Order.csv",
                changed(
                        java.util.Objects.requireNonNull(files.get("Order.csv")),
                        "ORD-1,SO-1,open,",
                        "ORD-1,SO-1,offen,"));
        files.put("CONSUMES.csv", Zipped.text("from,to,quantityPerUnit\nPRO-NOWHERE,MAT-NOTHING,1\n"));

        HttpResponse<String> check = send("broken.zip", Zipped.of(files));
        HttpResponse<String> rest =
                li.rest("POST", "/api/v1/imports?company=broken", "application/zip", Zipped.of(files));
        String list = new String(
                browser.download("/data/import/" + uploadOf(check) + "/problems.csv")
                        .body(),
                StandardCharsets.UTF_8);

        assertThat(check.body())
                .contains("leadTimeDays", "4天左右", "offen", "MAT-NOTHING", "要改的地方")
                .doesNotContain("确认导入")
                .doesNotContain("??");
        assertThat(rest.statusCode()).isEqualTo(422);
        JsonNode json = JsonMapper.shared().readTree(rest.body());
        assertThat(json.get("ok").asBoolean()).isFalse();
        assertThat(json.get("problems").size()).isGreaterThanOrEqualTo(4);
        assertThat(list).contains("\"SUPPLIES.csv\"", "4天左右");
        assertThat(home.resolve("companies").resolve("broken")).doesNotExist();
        assertThat(service.get(Companies.class).listCards()).isEmpty();
    }

    @Test
    @Order(3)
    void harmfulOrUnreadableFiles_areRefusedWithWordsAndLeaveNothingBehind() throws Exception {
        byte[] slip = Zipped.of(Map.of("../../evil.csv", Zipped.text("id\nSUP-1\n")));

        HttpResponse<String> outside = send("slip.zip", slip);
        HttpResponse<String> rest = li.rest("POST", "/api/v1/imports", "application/zip", slip);
        HttpResponse<String> sheet = send("数据.et", Zipped.text("PK"));
        HttpResponse<String> torn = send("torn.zip", Zipped.text("PK\u0003\u0004 and no more"));
        HttpResponse<String> program = send("run.exe", Zipped.text("MZ"));
        HttpResponse<String> huge = send("huge.csv", new byte[(50 << 20) + 1]);

        assertThat(outside.statusCode()).isEqualTo(400);
        assertThat(outside.body()).contains("../../evil.csv", "指向文件夹之外");
        assertThat(rest.statusCode()).isEqualTo(400);
        assertThat(JsonMapper.shared().readTree(rest.body()).get("code").asString())
                .isEqualTo("UPLOAD_LEADS_OUT");
        assertThat(sheet.body()).contains("数据.et", "xlsx");
        assertThat(torn.body()).contains("torn.zip 打不开");
        assertThat(program.body()).contains("run.exe 不是能读的文件");
        assertThat(huge.statusCode()).isEqualTo(413);
        assertThat(huge.body()).contains("50 MB");
        assertThat(home.resolve("evil.csv")).doesNotExist();
        assertThat(home.resolveSibling("evil.csv")).doesNotExist();
        try (var uploads = Files.list(home.resolve("uploads"))) {
            // the broken one of before waits for its owner
            assertThat(uploads).hasSize(1);
        }
    }

    @Test
    @Order(4)
    void ownCompany_isCheckedThenConfirmedAndIsTheCurrentOne() {
        HttpResponse<String> check = send("我的数据.zip", Zipped.folder(WORKSHOP, "小支架厂"));
        String id = uploadOf(check);
        assertThat(check.body()).contains("可以导入", "确认导入", "value=\"" + NAME + "\"", "value=\"2026-11-21\"");
        assertThat(service.get(Companies.class).listCards()).isEmpty();

        HttpResponse<String> running = browser.submit(
                "/data/import/" + id,
                "/data/import/" + id,
                Map.of("act", "load", "shortName", NAME, "asOf", "2026-11-21"));
        boolean done = Patience.until(
                LONG, () -> browser.get("/data/import/" + id).body().contains("已导入 小支架厂"));

        assertThat(running.body()).contains("正在导入");
        assertThat(done).as(browser.get("/data/import/" + id).body()).isTrue();
        assertThat(service.get(Companies.class).current()).isEqualTo(NAME);
        String readiness = browser.get("/data").body();
        assertThat(readiness).contains("小支架厂", "✓ 正在使用", "已就绪", "未导入").doesNotContain("??");
        assertThat(browser.get("/data?lang=en").body())
                .contains("Ready", "Not imported")
                .doesNotContain("??");
        browser.get("/data?lang=zh");
        JsonNode told = li.restJson("/api/v1/imports/" + id);
        assertThat(told.get("state").asString()).isEqualTo("DONE");
        assertThat(told.at("/facts/added").asInt()).isPositive();
        assertThat(told.get("ok").asBoolean()).isTrue();
    }

    @Test
    @Order(5)
    void tablesWithoutAHead_areAskedForTheirDayAndName() throws Exception {
        Map<String, byte[]> files = workshop();
        files.remove("datapackage.json");
        files.remove("README.md");

        HttpResponse<String> check = browser.upload("/data/import", "/data/import", files);
        String id = uploadOf(check);
        HttpResponse<String> again = browser.submit(
                "/data/import/" + id,
                "/data/import/" + id,
                Map.of("act", "check", "shortName", "second", "companyTitle", "第二家", "asOf", "2026-11-20"));
        HttpResponse<String> demo = browser.submit(
                "/data/import/" + id,
                "/data/import/" + id,
                Map.of("act", "load", "shortName", "demo", "companyTitle", "第二家", "asOf", "2026-11-20"));

        assertThat(check.body()).contains("公司名称", "my-company");
        assertThat(again.body()).contains("value=\"second\"", "value=\"第二家\"", "value=\"2026-11-20\"");
        assertThat(demo.body()).contains("demo 是示例公司的简称");
        browser.submit("/data/import/" + id, "/data/import/" + id, Map.of("act", "discard"));
        assertThat(browser.get("/data/import/" + id).statusCode()).isEqualTo(404);
    }

    @Test
    @Order(6)
    void frePPLeExport_isReadFromAZip() {
        Path export = Path.of(System.getProperty("sandtable.shared", "none"), "data/company/frepple-manufacturing");
        assumeThat(export).isDirectory();

        HttpResponse<String> check = send("frepple.zip", Zipped.folder(export, "frepple-manufacturing"));

        assertThat(check.body()).contains("可以导入", "value=\"frepple-manufacturing\"");
    }

    @Test
    @Order(7)
    void tablesNobodyHasDescribed_areExplainedColumnByColumn_thenChecked() {
        byte[] tables = Zipped.of(Map.of(
                "things.csv",
                Zipped.text("ItemNo,Description,UOM,ItemType,LeadTime\nA-1,Steel,kg,raw,5\nA-2,Hook,pcs,product,\n"),
                "makers.csv",
                Zipped.text("VendorNo,VendorName\nV1,Qingsong\n"),
                "recipe.json",
                Zipped.text("{\"bom\":[{\"parent\":\"A-2\",\"component\":\"A-1\",\"qtyPer\":0.6}]}"),
                "wanted.csv",
                Zipped.text("SONo,Line,CustomerName,ItemNo,OrderQty,Price,DueDate\nS1,1,Lu,A-2,300,9.5,2026/12/20\n")));

        HttpResponse<String> columns = send("ours.zip", tables);
        String id = uploadOf(columns);
        String place = "/data/import/" + id + "/columns";
        Map<String, String> answers = Map.of(
                "file", "wanted.csv", "as0", "sales-orders", "was0", "sales-orders", "column0", "", "act", "save");
        HttpResponse<String> lacking = browser.submit(place, place, answers);
        HttpResponse<String> unseen = browser.submit(
                place, place, Map.of("file", "makers.csv", "as0", "customers", "was0", "suppliers", "act", "save"));
        HttpResponse<String> check = browser.submit(place, place, Map.of("act", "save"));

        assertThat(unseen.statusCode()).as("guessed anew, and seen by nobody").isEqualTo(422);
        assertThat(columns.uri().getPath()).isEqualTo(place);
        assertThat(columns.body())
                .contains("列的含义", "things.csv", "recipe.json#bom", "与“item code”同义", "物料清单", "销售订单")
                .doesNotContain("??");
        assertThat(browser.get(place + "?lang=en").body())
                .contains("What the columns mean", "Item code", "Lead time in days")
                .doesNotContain("??");
        browser.get("/data?lang=zh");
        assertThat(lacking.statusCode()).isEqualTo(422);
        assertThat(lacking.body()).contains("还不能读取", "▲ 还缺：销售订单号");
        assertThat(check.uri().getPath()).isEqualTo("/data/import/" + id);
        assertThat(check.body()).contains("可以导入", "确认导入", "改列的含义", "没有“币别”").doesNotContain("??");
        browser.submit("/data/import/" + id, "/data/import/" + id, Map.of("act", "discard"));
    }

    @Test
    @Order(8)
    void descriptionOfAnInterface_isConfirmed_kept_readsItsAnswers_andIsRemovedByWhoMay() throws Exception {
        HttpResponse<String> none = browser.get("/data/import");
        HttpResponse<String> old = send("old.json", Zipped.text("{\"swagger\":\"2.0\",\"definitions\":{}}"));
        HttpResponse<String> columns = send("mes-zh.yaml", Files.readAllBytes(API));
        String place = columns.uri().getPath();
        HttpResponse<String> kept = browser.submit(place, place, Map.of("act", "save"));
        HttpResponse<String> one = browser.get("/data/mappings/api-mes-zh");
        HttpResponse<String> english = browser.get("/data/mappings/api-mes-zh?lang=en");
        browser.get("/data?lang=zh");

        assertThat(none.body()).contains("已记住的对应关系", "还没有").doesNotContain("??");
        assertThat(old.body())
                .contains("▲ old.json 是“Swagger 2.0”", "转成 OpenAPI 3")
                .doesNotContain("??");
        assertThat(columns.body())
                .contains("这是接口文档", "mes-zh.yaml#SalesOrder.lines", "接口文档的说明是“含税单价”", "确认，记住")
                .doesNotContain("??");
        assertThat(kept.uri().getPath()).isEqualTo("/data/import");
        assertThat(kept.body())
                .contains("已记住 api-mes-zh", "物料、物料清单、供应商", "<td>li</td>")
                .doesNotContain("??");
        assertThat(one.body())
                .contains("has: [&quot;itemCode&quot;]", "确认删除", "mes-zh.yaml")
                .doesNotContain("??");
        assertThat(english.body())
                .contains("Yes, remove it", "bills of materials")
                .doesNotContain("??");

        HttpResponse<String> answers = send(
                "answers.zip",
                Zipped.of(Map.of(
                        "m.json",
                        Zipped.text(
                                "{\"code\":0,\"data\":[{\"itemCode\":\"M-1\",\"itemName\":\"轴承\"},{\"itemCode\":\"P-1\",\"itemName\":\"水泵\"}]}"),
                        "b.json",
                        Zipped.text(
                                "{\"data\":{\"records\":[{\"parentCode\":\"P-1\",\"childCode\":\"M-1\",\"qty\":2}]}}"),
                        "s.json",
                        Zipped.text("[{\"gysbm\":\"S1\",\"gysmc\":\"青松\"}]"))));
        assertThat(answers.uri().getPath()).isEqualTo("/data/import/" + uploadOf(answers));
        assertThat(answers.body()).contains("可以导入", "3 个文件").doesNotContain("??");

        HttpResponse<String> again = send("mes-zh.yaml", changed(Files.readAllBytes(API), "title: 账期,", "title: 备用,"));
        browser.submit(again.uri().getPath(), again.uri().getPath(), Map.of("act", "save"));
        JsonNode replaced =
                JsonMapper.shared().readTree(service.get(HomeLog.class).<byte[]>use(log -> log.record(log.size() - 1)));
        assertThat(replaced.get("state").asString()).isEqualTo("replaced");

        Colleague auditor = Colleague.of(service, "wu", "吴审", Role.AUDITOR);
        HttpResponse<String> seen = auditor.browser(Redirect.NORMAL).get("/data/mappings/api-mes-zh");
        HttpResponse<String> refused =
                auditor.rest("DELETE", "/api/v1/mappings/api-mes-zh", "application/json", new byte[0]);
        JsonNode list = li.restJson("/api/v1/mappings");
        byte[] yaml = browser.download("/data/mappings/api-mes-zh/download").body();
        HttpResponse<String> removed =
                browser.submit("/data/mappings/api-mes-zh", "/data/mappings/api-mes-zh/remove", Map.of());

        assertThat(seen.statusCode()).isEqualTo(200);
        assertThat(seen.body()).doesNotContain("确认删除");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(list.get(0).get("by").asString()).isEqualTo("li");
        assertThat(list.get(0).get("from").get(0).asString()).isEqualTo("mes-zh.yaml");
        assertThat(list.get(0).get("tables").valueStream().map(JsonNode::asString))
                .contains("bom", "sales-orders");
        assertThat(removed.body()).contains("已删除 api-mes-zh", "还没有");
        assertThat(home.resolve("mappings")).isEmptyDirectory();
        assertThat(li.rest("GET", "/api/v1/mappings/api-mes-zh", "application/json", new byte[0])
                        .statusCode())
                .isEqualTo(404);
        byte[] record = service.get(HomeLog.class).use(log -> log.record(log.size() - 1));
        JsonNode told = JsonMapper.shared().readTree(record);
        assertThat(told.get("schema").asString()).isEqualTo(KeptMappings.SCHEMA);
        assertThat(told.get("by").asString()).isEqualTo("li");
        assertThat(service.get(Archive.class)
                        .get(Hash.fromHex(told.get("mapping").asString())))
                .isEqualTo(yaml);
    }

    @Test
    @Order(9)
    void companies_areSwitchedInThePageAndOverRest() {
        HttpResponse<String> page = browser.submit("/data", "/data/company", Map.of("company", "demo"));
        boolean there = Patience.until(LONG, () -> !browser.get("/data").body().contains("正在打开"));
        JsonNode list = li.restJson("/api/v1/companies");
        HttpResponse<String> back = li.rest(
                "POST", "/api/v1/companies/current", "application/json", Zipped.text("{\"name\":\"" + NAME + "\"}"));
        HttpResponse<String> unknown =
                li.rest("POST", "/api/v1/companies/current", "application/json", Zipped.text("{\"name\":\"nobody\"}"));

        assertThat(page.body()).contains("正在打开");
        assertThat(there).isTrue();
        assertThat(list.valueStream().map(c -> c.get("name").asString())).containsExactly(NAME, "demo");
        assertThat(service.get(LoadedCompanies.class)
                        .business("demo")
                        .snapshot()
                        .nodeCount())
                .isPositive();
        assertThat(back.statusCode()).isEqualTo(200);
        assertThat(service.get(Companies.class).current()).isEqualTo(NAME);
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(browser.get("/actuator/health/readiness").body()).contains("\"UP\"");
        assertThat(browser.get("/actuator/prometheus").body())
                .contains("sandtable_graphs_open 2.0", "sandtable_runs_pending 0.0", "sandtable_ingest_dead");
    }

    @Test
    @Order(10)
    void graphServerThatWasKilled_isSaidAndStartedAgain() {
        String folder = home.resolve("companies").resolve(NAME).toString();
        ProcessHandle server = ProcessHandle.current()
                .descendants()
                .filter(process -> String.join(" ", process.info().arguments().orElse(new String[0]))
                        .contains(folder))
                .findFirst()
                .orElseThrow();

        server.destroyForcibly();
        server.onExit().join();
        // for half a second what was known a moment ago is believed
        LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
        HttpResponse<String> first = browser.get("/rules");
        boolean again = Patience.until(LONG, () -> browser.get("/data").body().contains("已就绪"));

        assertThat(first.statusCode()).isEqualTo(503);
        assertThat(first.body()).contains("图数据库").containsPattern("E-[0-9A-Z]{6}");
        assertThat(again).isTrue();
    }
}
