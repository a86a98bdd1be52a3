package io.sandtable.web.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import io.sandtable.datasets.ReadOptions;
import io.sandtable.model.Attributes;
import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.Evidence;
import io.sandtable.model.Fact;
import io.sandtable.model.NodeType;
import io.sandtable.model.Origin;
import io.sandtable.model.RelationType;
import io.sandtable.store.FactWriter;
import io.sandtable.store.testing.TestGraph;
import io.sandtable.web.company.Business;
import io.sandtable.web.company.ImportFiles;
import io.sandtable.web.company.LoadedCompanies;
import io.sandtable.web.people.Role;
import io.sandtable.web.service.Colleague;
import io.sandtable.web.service.HttpBrowser;
import io.sandtable.web.service.RunningService;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The books count the sheet by the kilogram, the warehouse by the tonne and under another code; in order, as a planner goes through it. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AlignmentIT {
    private static final String COMPANY = "brackets";
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final Evidence WAREHOUSE =
            new Evidence("EVI-warehouse", Origin.REAL, "仓库台账.xlsx", null, DAY, null, null);
    private static final Evidence BOOKS = new Evidence("EVI-books", Origin.REAL, "财务明细.xlsx", null, DAY, null, null);

    @TempDir
    static Path home;

    private static RunningService service;
    private static Colleague planner;
    private static String hashBefore = "";

    @BeforeAll
    static void booksAndWarehouse() {
        var address = TestGraph.emptied().address();
        service = RunningService.at(
                home,
                "--spring.neo4j.uri=" + address.uri(),
                "--spring.neo4j.authentication.username=" + address.user(),
                "--spring.neo4j.authentication.password=" + address.password());
        planner = Colleague.of(service, "qi", "齐物", Role.ADMINISTRATOR, Role.PLANNER);
        service.get(ImportFiles.class)
                .run(
                        Path.of("..", "docs", "examples", "bracket-workshop"),
                        ReadOptions.none(),
                        COMPANY,
                        ImportFiles.Rows.ALL);
        List<Fact> facts = new ArrayList<>();
        material(facts, WAREHOUSE, "MAT-WL-100", "冷軋鋼板", "t", 5150.0);
        material(facts, WAREHOUSE, "MAT-WL-200", "坯体原料 SPCC 1250*0.5", "t", 5000.0);
        material(facts, WAREHOUSE, "MAT-WL-300", "深沟球轴承6206-2RS", "只", 12.0);
        material(facts, WAREHOUSE, "MAT-WL-400", "左前支架总成K12", "个", 21.0);
        material(facts, BOOKS, "MAT-BK-2", "坯体原料 SPCC 0.5×1250", "m2", 40.0);
        material(facts, BOOKS, "MAT-BK-3", "深沟球轴承 6205-2RS", "个", 11.0);
        material(facts, BOOKS, "MAT-BK-4", "左支架 K12", "件", 20.5);
        node(facts, "LOT-W", Map.of("quantity", 2.0, "unitCost", 5150.0, "receivedDate", DAY));
        about(facts, "LOT-W", "MAT-WL-100");
        node(facts, "PUR-W", Map.of("status", "open", "quantity", 3000.0, "dueDate", DAY.plusDays(9), "price", 5100.0));
        about(facts, "PUR-W", "MAT-SHEET");
        new FactWriter(TestGraph.shared()).merge(facts);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    @Order(1)
    void whatIsSure_isTakenOnRequestOnly_andActsAsOne() {
        assertThat(business().snapshot().nodes(NodeType.MATERIAL)).hasSize(9);
        hashBefore = business().stored().hash();

        JsonNode found = planner.restJson("/api/v1/alignment");
        JsonNode taken = post("sure", "{}");

        assertThat(found.path("proposals").valueStream())
                .filteredOn(p -> p.path("sure").asBoolean())
                .extracting(p -> p.path("kept").path("id").asString())
                .containsExactly("MAT-SHEET");
        assertThat(taken.path("links").get(0).path("automatic").asBoolean()).isTrue();
        assertThat(taken.path("links").get(0).path("by").asString()).isEqualTo("alignment 1");
        BusinessSnapshot aligned = business().snapshot();
        assertThat(aligned.node("MAT-WL-100").id()).isEqualTo("MAT-SHEET");
        assertThat(aligned.node("LOT-W").number(Attributes.QUANTITY)).isEqualTo(2000);
        assertThat(aligned.node("LOT-W").source(Attributes.QUANTITY).evidence()).isEqualTo(WAREHOUSE);
    }

    @Test
    @Order(2)
    void contradictingSpecification_isNotEvenAsked() {
        assertThat(planner.rest("GET", "/api/v1/alignment", "").body()).doesNotContain("MAT-BK-3");
    }

    @Test
    @Order(3)
    void unitsThatNobodyRelated_areAskedForOnThePage() {
        String page = planner.browser().page("/data/alignment");

        assertThat(page).contains("「坯体原料 SPCC 0.5×1250」是同一件吗", "1 t 合多少 m2", "规格一致：SPCC 0.5 1250");

        HttpResponse<String> without = planner.browser()
                .submit("/data/alignment", "/data/alignment/same", Map.of("kept", "MAT-BK-2", "other", "MAT-WL-200"));
        assertThat(HttpBrowser.location(without)).isEqualTo("/data/alignment");
        assertThat(planner.browser().page("/data/alignment")).contains("不知道 1 t 合多少 m2；请填上");

        planner.browser()
                .submit(
                        "/data/alignment",
                        "/data/alignment/same",
                        Map.of("kept", "MAT-BK-2", "other", "MAT-WL-200", "worth", "254.8"));
        assertThat(business().snapshot().node("MAT-WL-200").id()).isEqualTo("MAT-BK-2");
        assertThat(business().snapshot().node("MAT-BK-2").text(Attributes.UNIT_FACTORS))
                .isEqualTo("t=254.8 m2");
    }

    @Test
    @Order(4)
    void priceOfAnotherUnit_isListedWithWhatItCosts() {
        JsonNode cost = planner.restJson("/api/v1/alignment").path("unitCosts").get(0);

        // 3,000 kg at 5,100: the price of a tonne
        assertThat(cost.path("thing").asString()).isEqualTo("PUR-W");
        assertThat(cost.path("priceIsPer").asString()).isEqualTo("t");
        assertThat(cost.path("booked").asDouble()).isEqualTo(15_300_000);
        assertThat(cost.path("recalculated").asDouble()).isCloseTo(15_300, within(1e-6));
    }

    @Test
    @Order(5)
    void pages_areFreeOfBarriersInBothLanguages() {
        try (Playwright playwright = Visitor.playwright();
                Browser chromium = Visitor.chromium(playwright);
                Visitor visitor = Visitor.at(chromium, service.url("")).signIn("qi", Colleague.PASSWORD)) {
            for (String language : List.of("zh", "en")) {
                for (String view : List.of("ask", "linked", "refused", "units")) {
                    visitor.open("/data/alignment?view=" + view + "&lang=" + language)
                            .settle();
                    visitor.fits();
                    visitor.picture("alignment-" + view + "-" + language);
                    if (language.equals("zh") && !view.equals("refused")) {
                        visitor.hasNoBarriers();
                    }
                    assertThat(visitor.words()).doesNotContain("??");
                }
            }
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    @Test
    @Order(6)
    void refusedPair_isNotProposedAgain_andUndoneItIs() {
        JsonNode refused = post("different", two("MAT-BK-4", "MAT-WL-400"));
        assertThat(refused.path("proposals")).isEmpty();
        assertThat(refused.path("refused").get(0).path("by").asString()).isEqualTo("qi");

        assertThat(post("undo", two("MAT-BK-4", "MAT-WL-400")).path("proposals"))
                .isNotEmpty();
    }

    @Test
    @Order(7)
    void undoneLinks_leaveTheGraphAsItWas() {
        long revision = business().revision();

        post("undo", two("MAT-BK-2", "MAT-WL-200"));
        post("undo", two("MAT-SHEET", "MAT-WL-100"));

        assertThat(business().revision()).isEqualTo(revision + 2);
        assertThat(business().stored().hash()).isEqualTo(hashBefore);
        assertThat(business().snapshot().nodes(NodeType.MATERIAL)).hasSize(9);
        assertThat(planner.rest("POST", "/api/v1/alignment/undo", two("MAT-SHEET", "MAT-WL-100"))
                        .body())
                .contains("ALIGNMENT_NOTHING");
    }

    private static Business business() {
        return service.get(LoadedCompanies.class).business(COMPANY);
    }

    private static JsonNode post(String act, String body) {
        HttpResponse<String> answer = planner.rest("POST", "/api/v1/alignment/" + act, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }

    private static String two(String kept, String other) {
        return "{\"kept\":\"%s\",\"other\":\"%s\"}".formatted(kept, other);
    }

    private static void material(
            List<Fact> facts, Evidence evidence, String id, String name, String unit, double cost) {
        Map<String, Object> values = new TreeMap<>(Map.of("name", name, "role", "raw", "unit", unit));
        values.put("standardCost", cost);
        facts.add(new Fact.NodeFact(NodeType.MATERIAL, id, values, evidence, "" + facts.size()));
    }

    private static void node(List<Fact> facts, String id, Map<String, Object> values) {
        facts.add(new Fact.NodeFact(NodeType.ofId(id).orElseThrow(), id, values, WAREHOUSE, "" + facts.size()));
    }

    private static void about(List<Fact> facts, String from, String to) {
        facts.add(new Fact.RelationFact(RelationType.FOR, from, to, "", Map.of(), WAREHOUSE, "" + facts.size()));
    }
}
