package io.sandtable.web.relations;

import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.web.people.Role;
import io.sandtable.web.service.Colleague;
import io.sandtable.web.service.DemoService;
import io.sandtable.web.service.HttpBrowser;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The bearing question on the demo company, over REST and on the page. */
class RelationsIT {
    private static final String BEARING = "进口轴承采购周期延长到120天";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static Colleague planner;
    private static JsonNode ripple;

    @BeforeAll
    static void askOnce() {
        planner = Colleague.of(DemoService.running(), "relations.planner", "看关系", Role.PLANNER);
        HttpResponse<String> answer = ripple(BEARING);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        ripple = JSON.readTree(answer.body());
    }

    @Test
    void ordersThatStockNoLongerCovers_haveTheirFirstDayTheirValueAndTheirEvidence() {
        List<JsonNode> hurt = touched("Order").stream()
                .filter(order -> order.path("hurt").asBoolean())
                .toList();

        assertThat(ripple.path("from").asString()).isEqualTo("MAT-BUSH-52");
        assertThat(ripple.path("change").asString()).contains("120");
        assertThat(hurt).hasSizeGreaterThan(5).allSatisfy(order -> {
            // 12,000 bearings last about two months
            assertThat(order.path("firstDate").asString()).isBetween("2026-12-15", "2027-03-21");
            assertThat(order.path("deliveredUnderChange").asString()).isGreaterThan("2027-03-20");
            assertThat(new BigDecimal(order.path("value").path("amount").asString()))
                    .isPositive();
            assertThat(order.path("evidence")).hasSameSizeAs(order.path("relations"));
            assertThat(order.path("path").size())
                    .isEqualTo(order.path("relations").size() + 1)
                    .isEqualTo(order.path("hops").asInt() + 1);
            assertThat(order.path("evidence").toString()).contains("CONSUMES.csv", "FOR.csv");
        });
        assertThat(ripple.path("hurt").path("orders").asInt()).isEqualTo(hurt.size());
        assertThat(touched("Order"))
                .as("those that stock and open purchases cover")
                .anyMatch(order -> order.path("firstDate").isNull());
    }

    @Test
    void whatStandsBeside_isNamed_substituteOverhaulsEnergyAndPolicy() {
        assertThat(touched("Material"))
                .filteredOn(thing -> thing.has("substitute"))
                .singleElement()
                .satisfies(other -> {
                    assertThat(other.path("id").asString()).isEqualTo("MAT-BUSH-52D");
                    assertThat(other.path("substitute").path("approved").asBoolean())
                            .isFalse();
                });
        assertThat(touched("WorkOrder"))
                .anyMatch(work -> work.path("movesTo")
                                .asString()
                                .compareTo(work.path("due").asString())
                        > 0);
        assertThat(touched("Equipment")).isNotEmpty();
        assertThat(touched("Energy")).isNotEmpty();
        assertThat(touched("Policy")).isNotEmpty();
        assertThat(touched("Customer")).anyMatch(customer -> customer.has("value"));
    }

    @Test
    void mitigations_areAtLeastThreePricedPlansThatDiffer() {
        List<JsonNode> mitigations = list(ripple.path("mitigations"));

        assertThat(mitigations)
                .hasSizeGreaterThanOrEqualTo(3)
                .extracting(one -> one.path("kind").asString())
                .doesNotHaveDuplicates()
                .contains("substitute", "re-promise");
        assertThat(mitigations)
                .extracting(one -> one.path("missedOrders") + " " + one.path("lateDays") + " " + one.path("cost"))
                .as("each is a plan of its own")
                .doesNotHaveDuplicates();
        assertThat(mitigations)
                .filteredOn(one -> one.path("kind").asString().equals("substitute"))
                .singleElement()
                .satisfies(one -> assertThat(one.path("onTime").size()).isPositive());
    }

    @Test
    void sentenceThatIsNotUnderstood_orNamesNothing_isSaid() {
        HttpResponse<String> unclear = ripple("火星轴承采购周期延长到120天");
        HttpResponse<String> nowhere = ripple("现金不低于500万");

        assertThat(unclear.statusCode()).isEqualTo(422);
        assertThat(unclear.body()).contains("NOT_UNDERSTOOD", "understandings", "questions");
        assertThat(nowhere.statusCode()).isEqualTo(400);
        assertThat(nowhere.body()).contains("RIPPLE_NOWHERE");
    }

    @Test
    void page_showsAroundAThing_thePathBetweenTwo_andWhereItIsFrom() {
        assertThat(page("/relations?find=轴承"))
                .contains("about=MAT-BUSH-40", "about=MAT-BUSH-52", "榆衡精密轴承有限公司")
                .doesNotContain("data-picture");
        assertThat(page("/relations?find=zhoucheng"))
                .as("by sound")
                .contains("about=MAT-BUSH-40", "about=MAT-BUSH-52", "榆衡精密轴承有限公司");
        assertThat(page("/relations?about=MAT-BUSH-52"))
                .contains("轴承及钢套组件φ52 周围 2 步", "data-picture", "榆衡精密轴承有限公司", "Material.csv 第", "再展开一步");
        assertThat(page("/relations?about=MAT-BUSH-52&to=SO-1175")).contains("轴承及钢套组件φ52 到 SO-1175", "CONSUMES.csv 第");
        assertThat(page("/relations?about=ENE-ELECTRICITY&steps=3")).contains("要展开吗", "sure=true");
        assertThat(page("/relations?about=MAT-NONE")).contains("数据里没有“MAT-NONE”");
        assertThat(page("/relations?find=无此物")).contains("没有找到“无此物”");
        assertThat(page("/relations")).contains("例如：轴承及钢套组件φ52采购周期延长到120天");
    }

    @Test
    void page_laysTheWhatIfOverTheRelations() {
        String say = "/relations?say=" + HttpBrowser.encoded(BEARING);

        assertThat(page(say)).contains("理解为", "假设", "会更晚的订单", "尚未认可", "推迟到", "/relations/mitigations?say=");
        assertThat(page(say + "&priced=true")).contains("认可用", "重新约定");
        assertThat(page("/relations?say=" + HttpBrowser.encoded("火星轴承采购周期延长到120天")))
                .contains("这句话还没听懂");
        assertThat(page("/relations?say=" + HttpBrowser.encoded("现金不低于500万"))).contains("没有说到具体的");
    }

    @Test
    void batch_isFollowedToOrdersAndCustomers_andBackToTheSupplier() {
        JsonNode trace = trace("CC-A457");

        assertThat(list(trace.path("starts")))
                .extracting(lot -> lot.path("id").asString())
                .containsExactly("LOT-AL-SI10-261111", "LOT-AL-SI10-261116");
        assertThat(ids(trace.path("affected").path("deliveredOrders"))).containsExactly("ORD-SH-13411");
        assertThat(ids(trace.path("affected").path("customers"))).containsExactly("CUS-QIYUE");
        assertThat(ids(trace.path("affected").path("lots"))).contains("LOT-BS-E60-261115", "LOT-BB-E75-261116");
        assertThat(list(trace.path("forward").path("movements")))
                .filteredOn(step -> step.path("relation").asString().equals("SHIPPED_FOR"))
                .singleElement()
                .satisfies(step -> {
                    assertThat(step.path("quantity").asDouble()).isEqualTo(550);
                    assertThat(step.path("day").asString()).isEqualTo("2026-11-15");
                    assertThat(step.path("evidence").asString()).contains("SHIPPED_FOR.csv");
                });
        assertThat(list(trace.path("plannedFor")))
                .as("what is in stock goes where today's plan takes it")
                .anyMatch(use -> use.path("lot").asString().equals("LOT-BS-E60-261115")
                        && use.path("quantity").asDouble() > 0
                        && use.path("order").path("status").asString().equals("open"))
                .allMatch(use -> use.path("customer").asString().startsWith("CUS-"));
        assertThat(list(trace("SH-13411").path("back").path("movements")))
                .extracting(step -> step.path("to").path("id").asString())
                .contains("LOT-BS-E60-261114", "PUR-PH-12388", "SUP-CHENGCHUAN", "SUP-MIANHU");
        assertThat(planner.rest("GET", "/api/v1/trace/LOT-NONE", "").body()).contains("TRACE_UNKNOWN");
        assertThat(planner.rest("GET", "/api/v1/trace/SH-13411?direction=up", "")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void tracePage_showsBothWaysWithQuantitiesAndEvidence_andIsReachedFromTheBatch() {
        assertThat(page("/relations?about=LOT-BS-E60-261114"))
                .contains("/relations/trace?lot=LOT-BS-E60-261114", "SH-13411", "发往");
        assertThat(page("/relations/trace?lot=LOT-BS-E60-261114"))
                .contains("从哪里来", "到哪里去", "555 件", "未知", "CAME_FROM.csv 第", "PH-12388", "已交付", "涉及批次")
                .doesNotContain("/relations/trace/planned?lot=");
        assertThat(page("/relations/trace?lot=BS-E60-261115&lang=en"))
                .contains("Where it went", "Nothing says what it went into", "/relations/trace/planned?lot=");
        assertThat(page("/relations/trace?lot=BS-E60-261115&planned=true&lang=zh"))
                .contains("planned-table", "SO-1008");
        assertThat(page("/relations/trace?lot=LOT-NONE")).contains("没有叫「LOT-NONE」的批次");
        assertThat(page("/relations/trace")).contains("批号、供应商批号");
    }

    private static JsonNode trace(String lot) {
        HttpResponse<String> answer = planner.rest("GET", "/api/v1/trace/" + lot, "");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private static List<String> ids(JsonNode things) {
        return list(things).stream().map(thing -> thing.path("id").asString()).toList();
    }

    private static HttpResponse<String> ripple(String sentence) {
        return planner.rest(
                "POST",
                "/api/v1/ripple",
                JSON.createObjectNode().put("sentence", sentence).toString());
    }

    private static String page(String address) {
        return planner.browser().page(address);
    }

    private static List<JsonNode> touched(String type) {
        return list(ripple.path("touched")).stream()
                .filter(thing -> thing.path("type").asString().equals(type))
                .toList();
    }

    private static List<JsonNode> list(JsonNode array) {
        return new ArrayList<>(StreamSupport.stream(array.spliterator(), false).toList());
    }
}
