package io.sandtable.web.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sandtable.audit.verify.Verifier;
import io.sandtable.web.api.Refusal;
import io.sandtable.web.ask.Alternative;
import io.sandtable.web.ask.HomeLog;
import io.sandtable.web.ask.ReplayDecision;
import io.sandtable.web.decide.DecisionState;
import io.sandtable.web.decide.Decisions;
import io.sandtable.web.inquiry.Answers;
import io.sandtable.web.inquiry.KeptAnswers;
import io.sandtable.web.people.Role;
import io.sandtable.web.service.Colleague;
import io.sandtable.web.service.DemoService;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

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
}
