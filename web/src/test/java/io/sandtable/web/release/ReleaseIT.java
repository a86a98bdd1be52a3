package io.sandtable.web.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sandtable.audit.verify.Verifier;
import io.sandtable.model.Money;
import io.sandtable.model.NodeType;
import io.sandtable.web.api.Refusal;
import io.sandtable.web.ask.Alternative;
import io.sandtable.web.ask.HomeLog;
import io.sandtable.web.ask.ReplayDecision;
import io.sandtable.web.company.Companies;
import io.sandtable.web.company.LoadedCompanies;
import io.sandtable.web.decide.DecisionState;
import io.sandtable.web.decide.Decisions;
import io.sandtable.web.inquiry.Answers;
import io.sandtable.web.inquiry.KeptAnswers;
import io.sandtable.web.people.Role;
import io.sandtable.web.service.Colleague;
import io.sandtable.web.service.DemoService;
import io.sandtable.web.service.HttpBrowser;
import io.sandtable.web.service.RunningService;
import io.sandtable.web.settings.HomeSettings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** An approved plan becomes orders once, over HTTP, with the real log. */
class ReleaseIT {
    private static final String QUESTION = "预计下季度新能源汽车电池壳订单增长40%。下月需预留30%产能应对突击订单";

    private static RunningService service;
    private static Colleague li;
    private static Colleague wang;
    private static Colleague zhao;

    @BeforeAll
    static void people() {
        service = DemoService.running();
        li = Colleague.of(service, "li.min", "李敏", Role.MANAGER, Role.PLANNER);
        wang = Colleague.of(service, "wang.qiang", "王强", Role.MANAGER);
        zhao = Colleague.of(service, "zhao.lan", "赵会计", Role.AUDITOR);
    }

    private static String approved() {
        String id = KeptAnswers.copy(service, DemoService.answered(QUESTION), li.name());
        Alternative plan = service.get(Answers.class).getAnswer(id).plans().stream()
                .filter(Alternative::compliant)
                .findFirst()
                .orElseThrow();
        Decisions decisions = service.get(Decisions.class);
        String number =
                decisions.propose(id, plan.letter(), "", "", li.person()).number();
        decisions.approve(number, "", wang.person());
        return number;
    }

    private static DecisionState state(String number) {
        return service.get(Decisions.class).getDecision(number).state();
    }

    private static Instant afterTheWindow() {
        return service.get(Clock.class).instant().plus(Duration.ofMinutes(11));
    }

    private static Map<String, String> files(String number) throws IOException {
        var files = new TreeMap<String, String>();
        byte[] zip = li.restFile("/api/v1/decisions/" + number + "/release/orders.zip");
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    @Test
    void approvedPlan_isReleasedOnce_takenBackInItsWindow_andThenForGood() throws Exception {
        String number = approved();
        String page = "/decisions/" + number + "/release";
        String rest = "/api/v1" + page;
        assertThat(wang.browser().page("/decisions/" + number)).contains("还没有下达", page);
        assertThat(wang.browser().page(page)).contains("采购订单", "生产订单", number + "-P0001", "下达方案");
        assertThat(zhao.rest("POST", rest, "{}").statusCode()).isEqualTo(403);

        wang.browser().submit(page, page, Map.of("note", "开工"));
        assertThat(wang.browser().page(page)).contains("已下达，可撤回", "王强", "之前可以撤回");
        HttpResponse<String> early = li.rest("GET", rest + "/orders.zip", "");
        assertThat(early.statusCode()).isEqualTo(409);
        assertThat(early.body()).contains("RELEASE_WAITS");
        Decisions decisions = service.get(Decisions.class);
        assertThatThrownBy(() -> decisions.propose(decisions.getDecision(number).inquiry(), "0", "x", "", li.person()))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo("ALREADY_RELEASED"));
        assertThat(wang.rest("POST", "/api/v1/decisions/" + number + "/withdraw", "{\"note\":\"x\"}")
                        .body())
                .contains("DECISION_IS_RELEASED");

        wang.browser().submit(page, page + "/recall", Map.of("note", " "));
        assertThat(state(number)).isEqualTo(DecisionState.RELEASED);
        wang.browser().submit(page, page + "/recall", Map.of("note", "等客户确认"));
        assertThat(state(number)).isEqualTo(DecisionState.RECALLED);
        service.get(Releases.class).carryOn(afterTheWindow());
        assertThat(state(number)).isEqualTo(DecisionState.RECALLED);

        onlyOneOfTwoAtOnceReleases(rest);
        service.get(Releases.class).carryOn(service.get(Clock.class).instant());
        assertThat(state(number)).isEqualTo(DecisionState.RELEASED);
        service.get(Releases.class).carryOn(afterTheWindow());
        assertThat(state(number)).isEqualTo(DecisionState.ISSUED);

        HttpResponse<String> again = li.rest("POST", rest, "{}");
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("DECISION_IS_ISSUED", "下达", "不能再下达");
        assertThat(wang.rest("POST", rest + "/recall", "{\"note\":\"晚了\"}").statusCode())
                .isEqualTo(409);
        assertThat(files(number))
                .containsKeys("采购订单.csv", "生产订单.csv", "工序计划.csv", "orders.xlsx")
                .extractingByKey("采购订单.csv")
                .asString()
                .startsWith("\uFEFF采购订单号,")
                .contains(number + "-P0001,1,");
        assertThat(wang.browser().page("/decisions/" + number)).contains("撤回下达", "等客户确认", "开工", "沙盘 Sandtable", "下载单据");
        assertThat(Verifier.verify(service.get(HomeLog.class).folder()).ok()).isTrue();
        assertThat(service.get(ReplayDecision.class).replay(number).ok()).isTrue();
    }

    private static void onlyOneOfTwoAtOnceReleases(String rest) throws Exception {
        List<Integer> codes = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        try (var pool = Executors.newFixedThreadPool(2)) {
            List<Callable<HttpResponse<String>>> both =
                    List.of(() -> wang.rest("POST", rest, "{}"), () -> li.rest("POST", rest, "{}"));
            for (Future<HttpResponse<String>> one : pool.invokeAll(both)) {
                codes.add(one.get().statusCode());
                if (one.get().statusCode() != 200) {
                    refused.add(one.get().body());
                }
            }
        }
        assertThat(codes).containsExactlyInAnyOrder(200, 409);
        assertThat(refused).singleElement().asString().contains("DECISION_IS_RELEASED");
    }

    @Test
    void filesThatWereLostBeforeTheyWereIssued_areWrittenAnewAsTheLogNamesThem() throws IOException {
        String number = approved();
        Releases releases = service.get(Releases.class);
        releases.release(number, "", wang.person());
        String hash = service.get(Decisions.class).getRelease(number).release().files();
        Files.delete(
                service.get(HomeSettings.class).home().resolve("releases/waiting/" + number + "-" + hash + ".zip"));

        releases.carryOn(afterTheWindow());

        assertThat(state(number)).isEqualTo(DecisionState.ISSUED);
        assertThat(files(number)).containsKey("采购订单.csv");
    }

    private static String grant(String suppliers, String perOrder, String perMonth) {
        HttpResponse<String> answer = wang.rest(
                "POST",
                "/api/v1/mandates",
                "{\"suppliers\":[%s],\"perOrder\":%s,\"perMonth\":%s,\"until\":\"%s\",\"note\":\"常用料\"}"
                        .formatted(
                                suppliers,
                                perOrder,
                                perMonth,
                                LocalDate.now(service.get(Clock.class)).plusDays(30)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return JsonMapper.shared().readTree(answer.body()).get("id").asString();
    }

    private static void revoke(String mandate) {
        wang.rest("POST", "/api/v1/mandates/" + mandate + "/revoke", "{\"note\":\"到此为止\"}");
    }

    private static String everySupplier() {
        return service.get(LoadedCompanies.class).business(Companies.DEMO).snapshot().nodes(NodeType.SUPPLIER).stream()
                .map(node -> "\"" + node.id() + "\"")
                .collect(Collectors.joining(","));
    }

    @Test
    void mandate_letsTheServiceReleaseWithinItsLimits_andNamesWhatExceedsThem() {
        Releases releases = service.get(Releases.class);
        String before = approved();
        Money sum = releases.orders(before).sum();
        String small = grant(everySupplier(), "1", sum.major().toPlainString());
        String tooLarge = approved();
        releases.carryOn(service.get(Clock.class).instant());
        assertThat(state(tooLarge)).isEqualTo(DecisionState.APPROVED);
        assertThat(wang.browser().page("/decisions/" + tooLarge + "/release"))
                .contains("授权 " + small + " 不适用于这个方案", "超出每单金额", "授权每单最多 1.00 元");
        revoke(small);

        String wide =
                grant(everySupplier(), sum.major().toPlainString(), sum.major().toPlainString());
        try {
            String within = approved();
            releases.carryOn(service.get(Clock.class).instant());
            assertThat(state(within)).isEqualTo(DecisionState.RELEASED);
            assertThat(service.get(Decisions.class).getRelease(within).release().mandate())
                    .isEqualTo(wide);
            assertThat(li.browser().page("/decisions/" + within + "/release")).contains("由系统按授权 " + wide + " 自动下达");
            assertThat(li.browser().page("/mandates")).contains(wide, "常用料", "有效", "已收回", "到此为止");
            // what was approved before a mandate is nobody's wish to release now
            assertThat(state(before)).isEqualTo(DecisionState.APPROVED);

            String second = approved();
            releases.carryOn(service.get(Clock.class).instant());
            assertThat(state(second)).isEqualTo(DecisionState.APPROVED);
            assertThat(wang.browser().page("/decisions/" + second + "/release")).contains("本月授权只剩 0.00 元");

            releases.recall(within, "等客户确认", wang.person());
            releases.carryOn(service.get(Clock.class).instant());
            assertThat(state(within)).isEqualTo(DecisionState.RECALLED);
            assertThat(state(second)).isEqualTo(DecisionState.RELEASED);
        } finally {
            revoke(wide);
        }
        String after = approved();
        releases.carryOn(service.get(Clock.class).instant());
        assertThat(state(after)).isEqualTo(DecisionState.APPROVED);
        assertThat(Verifier.verify(service.get(HomeLog.class).folder()).ok()).isTrue();
    }

    @Test
    void mandateThatCannotBe_isRefusedByNameAndKeepsWhatWasTyped() {
        Map<String, String> typed = Map.of(
                "suppliers", "SUP-NOBODY", "perOrder", "五万", "perMonth", "20000", "until", "2027-02-30", "note", "x");
        HttpBrowser browser = wang.browser();
        browser.submit("/mandates", "/mandates", typed);
        String refused = browser.page("/mandates");
        assertThat(refused).contains("“五万”不是金额", "没有授权；填的内容还在", "value=\"五万\"", "value=\"2027-02-30\"");
        assertThat(zhao.rest("POST", "/api/v1/mandates", "{}").statusCode()).isEqualTo(403);
        assertThat(wang.rest(
                                "POST",
                                "/api/v1/mandates",
                                "{\"suppliers\":[\"SUP-NOBODY\"],\"perOrder\":1,\"perMonth\":1,\"until\":\"%s\"}"
                                        .formatted(LocalDate.now(service.get(Clock.class))))
                        .body())
                .contains("MANDATE_SUPPLIER_UNKNOWN", "SUP-NOBODY");
        assertThat(wang.rest(
                                "POST",
                                "/api/v1/mandates",
                                "{\"suppliers\":[%s],\"perOrder\":10,\"perMonth\":1,\"until\":\"2001-01-01\"}"
                                        .formatted(everySupplier()))
                        .body())
                .contains("MANDATE_AMOUNTS");
        assertThat(wang.rest(
                                "POST",
                                "/api/v1/mandates",
                                "{\"suppliers\":[%s],\"perOrder\":1,\"perMonth\":1,\"until\":\"2001-01-01\"}"
                                        .formatted(everySupplier()))
                        .body())
                .contains("MANDATE_UNTIL");
    }
}
