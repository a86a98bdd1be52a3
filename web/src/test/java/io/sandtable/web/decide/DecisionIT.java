package io.sandtable.web.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sandtable.audit.verify.Verification;
import io.sandtable.audit.verify.Verifier;
import io.sandtable.model.Attributes;
import io.sandtable.model.NodeType;
import io.sandtable.simulation.evaluate.Kpis;
import io.sandtable.web.api.Refusal;
import io.sandtable.web.ask.Alternative;
import io.sandtable.web.ask.Answer;
import io.sandtable.web.ask.HomeLog;
import io.sandtable.web.ask.ReplayDecision;
import io.sandtable.web.cli.ReportFonts;
import io.sandtable.web.company.LoadedCompanies;
import io.sandtable.web.inquiry.Answers;
import io.sandtable.web.inquiry.Asking;
import io.sandtable.web.inquiry.Inquiries;
import io.sandtable.web.inquiry.Inquiry;
import io.sandtable.web.inquiry.KeptAnswers;
import io.sandtable.web.inquiry.RevisionNotes;
import io.sandtable.web.inquiry.RunQueue;
import io.sandtable.web.people.Role;
import io.sandtable.web.rulebook.NewRules;
import io.sandtable.web.service.Colleague;
import io.sandtable.web.service.DemoService;
import io.sandtable.web.service.HttpBrowser;
import io.sandtable.web.service.RunningService;
import io.sandtable.web.service.Runs;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A plan is proposed by one person and decided on by another, over HTTP, with the real graph and the real log. */
class DecisionIT {
    private static final String QUESTION = "预计下季度新能源汽车电池壳订单增长40%。下月需预留30%产能应对突击订单";
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String XSS = "<img src=x onerror=alert(1)>";

    @TempDir
    static Path proofs;

    private static RunningService service;
    private static Colleague li;
    private static Colleague wang;
    private static Colleague zhao;
    private static Inquiry inquiry;
    private static Answer answer;

    @BeforeAll
    static void askAndRun() {
        service = DemoService.running();
        li = Colleague.of(service, "li.min", "李敏", Role.MANAGER, Role.PLANNER);
        wang = Colleague.of(service, "wang.qiang", "王强", Role.MANAGER);
        zhao = Colleague.of(service, "zhao.lan", "赵会计", Role.AUDITOR);
        inquiry = DemoService.answered(QUESTION);
        answer = service.get(Answers.class).getAnswer(inquiry.id());
    }

    /** The same plans as a question of its own: a question has one decision at a time. */
    private static String another() {
        return KeptAnswers.copy(service, DemoService.answered(QUESTION), li.name());
    }

    private static Decisions decisions() {
        return service.get(Decisions.class);
    }

    private static Alternative compliant() {
        return answer.plans().stream()
                .filter(Alternative::compliant)
                .findFirst()
                .orElseThrow();
    }

    private static Alternative breaking() {
        return answer.plans().stream().filter(p -> !p.compliant()).findFirst().orElseThrow();
    }

    @Test
    void planThatBreaksARule_isProposedWithItsReason_approvedByAnother_andProvable() throws IOException {
        String id = another();
        Alternative plan = service.get(Answers.class)
                .getAnswer(id)
                .findPlan(breaking().letter())
                .orElseThrow();
        String review = "/runs/" + id + "/decide?plan=" + plan.letter();
        String page = li.browser().get(review).body();
        assertThat(page)
                .contains("送审后会固定下来的内容", "下月需预留30%产能应对突击订单", "name=\"reason\"", "选定方案 " + plan.letter() + " 并送审");

        HttpResponse<String> without = li.browser()
                .submit(
                        review,
                        "/runs/" + id + "/decide",
                        Map.of("plan", plan.letter(), "reviewed", plan.id(), "note", XSS, "reason", " "));
        HttpResponse<String> with = li.browser()
                .submit(
                        review,
                        "/runs/" + id + "/decide",
                        Map.of(
                                "plan",
                                plan.letter(),
                                "reviewed",
                                plan.id(),
                                "note",
                                "现金够 " + XSS,
                                "reason",
                                "客户已同意 " + XSS));

        assertThat(without.statusCode()).isEqualTo(400);
        assertThat(without.body()).contains("请写明为什么可以", "&lt;img src=x").doesNotContain("<img src=x");
        assertThat(with.statusCode()).isEqualTo(302);
        String address = HttpBrowser.location(with);
        String number = address.substring("/decisions/".length());
        assertThat(number).matches("A-\\d{4}-\\d{4}-\\d{3}");

        String own = li.browser().get(address).body();
        assertThat(own).contains("已送审", "是你自己提出的", "&lt;img src=x").doesNotContain("<img src=x", "批准方案");
        HttpResponse<String> ownApproval = li.browser().submit(address, address + "/approve", Map.of("note", ""));
        assertThat(HttpBrowser.location(ownApproval)).isEqualTo(address);
        assertThat(decisions().getDecision(number).state()).isEqualTo(DecisionState.PROPOSED);

        wang.browser().submit(address, address + "/approve", Map.of("note", "同意"));

        assertThat(wang.browser().get(address).body())
                .contains("方案 " + plan.letter() + " 已批准 · 审计编号 " + number, "王强", "同意", "客户已同意");
        assertThat(li.browser().get("/decisions").body()).contains(number, "已批准", "违反必须条件");
        assertThat(li.browser().get("/decisions?state=RETURNED").body()).doesNotContain(number);
        reportsSayTheSame(number, plan);
        proofsHold(number);
        graphKnows(number);
        noPlanIsStaleByIt(id);
        ReplayDecision.Replay replay = service.get(ReplayDecision.class).replay(number);
        assertThat(replay.ok()).as(replay.toString()).isTrue();
    }

    private static void reportsSayTheSame(String number, Alternative plan) throws IOException {
        byte[] xlsx = zhao.restFile("/api/v1/decisions/" + number + "/report.xlsx");
        assertThat(zhao.restFile("/api/v1/decisions/" + number + "/report.xlsx"))
                .isEqualTo(xlsx);
        Kpis kpis = plan.evaluation().kpis();
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(xlsx))) {
            List<Row> cover = book.getFirstSheet().read();
            assertThat(cover).anySatisfy(r -> assertThat(r.getCellText(1)).isEqualTo(number));
            assertThat(cover).anySatisfy(r -> assertThat(r.getCellText(1)).contains("已批准"));
            assertThat(cover).anySatisfy(r -> assertThat(r.getCellText(1)).contains("演示数据"));
            List<Row> comparison = book.findSheet("方案比较").orElseThrow().read();
            int column = column(comparison.getFirst(), plan.letter());
            assertThat(value(comparison, "毛利", column))
                    .isEqualByComparingTo(kpis.grossMargin().major());
            assertThat(value(comparison, "营业收入", column))
                    .isEqualByComparingTo(kpis.revenue().major());
            assertThat(value(comparison, "现金低点", column))
                    .isEqualByComparingTo(kpis.cashLow().major());
            assertThat(value(comparison, "按期交付", column).doubleValue())
                    .isCloseTo(kpis.onTimePct(), org.assertj.core.data.Offset.offset(0.005));
            assertThat(row(comparison, "现金低点日期").getCellAsDate(column))
                    .contains(kpis.cashLowDate().atStartOfDay());
        }
        byte[] json = zhao.restFile("/api/v1/decisions/" + number + "/report.json");
        assertThat(JSON.readTree(json).get("status").asString()).isEqualTo("已批准 · 方案 " + plan.letter());
        assertThat(new String(json, StandardCharsets.UTF_8)).contains("王强", "李敏", "客户已同意", "sandtable.local/decisions");

        ReportFonts.require();
        byte[] pdf = zhao.restFile("/api/v1/decisions/" + number + "/report.pdf");
        try (var document = Loader.loadPDF(pdf)) {
            String words = new PDFTextStripper().getText(document);
            assertThat(words).contains(number, "已批准", "李敏", "王强", "客户已同意");
            assertThat(document.getNumberOfPages()).isBetween(2, 6);
        }
    }

    private static int column(Row heads, String letter) {
        for (int i = 0; i < heads.getCellCount(); i++) {
            if (heads.getCellText(i).equals(letter)) {
                return i;
            }
        }
        throw new IllegalStateException("No column " + letter + " in " + heads);
    }

    private static Row row(List<Row> rows, String label) {
        return rows.stream()
                .filter(r -> r.getCellText(0).equals(label))
                .findFirst()
                .orElseThrow();
    }

    private static BigDecimal value(List<Row> rows, String label, int column) {
        return row(rows, label).getCellAsNumber(column).orElseThrow();
    }

    private static void proofsHold(String number) throws IOException {
        Verification log = Verifier.verify(service.get(HomeLog.class).folder());
        assertThat(log.ok()).as(log.toString()).isTrue();

        byte[] zip = li.restFile("/api/v1/decisions/" + number + "/proof.zip");
        Path folder = Files.createTempDirectory(proofs, number);
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                Path file = folder.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.write(file, in.readAllBytes());
            }
        }
        for (String step : List.of("1-proposed", "2-approved")) {
            assertThat(Verifier.verify(folder.resolve(number).resolve(step)).ok())
                    .as(step)
                    .isTrue();
        }
        String event = Files.readString(folder.resolve(number).resolve("2-approved/record.json"));
        assertThat(event)
                .contains("\"schema\":\"sandtable-decision-event/2\"", "\"by\":\"wang.qiang\"", "checkpointBefore");
    }

    private static void graphKnows(String number) {
        var node = service.get(LoadedCompanies.class).business("demo").snapshot().nodes(NodeType.DECISION).stream()
                .filter(n -> n.id().equals("DEC" + number.substring(1)))
                .findFirst()
                .orElseThrow();
        assertThat(node.findText(Attributes.STATUS)).contains("approved");
        assertThat(node.source(Attributes.STATUS).evidence().by()).isEqualTo(wang.name());
    }

    private static void noPlanIsStaleByIt(String id) {
        Inquiry now = service.get(Inquiries.class).getInquiry(id);
        assertThat(service.get(RevisionNotes.class).since(now)).isEmpty();
    }

    @Test
    void approvalOfAPlanThatTurnedStale_showsAndRecordsWhatChanged() {
        String number = decisions()
                .propose(another(), compliant().letter(), "", "", li.person())
                .number();
        String address = "/decisions/" + number;
        assertThat(wang.browser().page(address)).doesNotContain("送审后又有");
        String rule = confirmed("现金不低于4百万");
        try {
            String stale = wang.browser().page(address);
            assertThat(stale).contains("送审后又有 1 处新数据", "新增规则「现金不低于4百万」", "回去重新推演");

            wang.browser().submit(address, address + "/approve", Map.of("note", "同意", "seen", "0"));
            String refused = wang.browser().page(address);
            assertThat(refused).contains("你看这一页的时候又有新数据", ">同意</textarea>");
            assertThat(decisions().getDecision(number).state()).isEqualTo(DecisionState.PROPOSED);

            wang.browser().submit(address, address + "/approve", Map.of("note", "同意", "seen", seen(stale)));
        } finally {
            li.rest("POST", "/api/v1/rules/" + rule + "/retire", "{\"reason\":\"试完了\"}");
        }

        assertThat(wang.browser().page(address))
                .contains("已批准", "批准时，送审后又有 1 处新数据", "新增规则「现金不低于4百万」")
                .doesNotContain("停用规则「现金不低于4百万」");
        JsonNode event =
                zhao.restJson("/api/v1/decisions/" + number).get("events").get(0);
        assertThat(event.get("schema").asString()).isEqualTo("sandtable-decision-event/2");
        assertThat(event.get("changedSince")).singleElement().satisfies(change -> {
            assertThat(change.get("code").asString()).isEqualTo("rule");
            assertThat(change.get("arguments").get(0).asString()).isEqualTo("现金不低于4百万");
        });
        assertThat(new String(zhao.restFile("/api/v1/decisions/" + number + "/report.json"), StandardCharsets.UTF_8))
                .contains("批准时，送审后又有 1 处新数据");
    }

    private static String confirmed(String sentence) {
        NewRules newRules = service.get(NewRules.class);
        String draft = newRules.say(inquiry.company(), sentence, li.name()).id();
        return newRules.confirm(draft, "", li.person()).getFirst().id();
    }

    /** The last change that stands on the page of a decision. */
    private static String seen(String page) {
        Matcher seen = Pattern.compile("name=\"seen\" value=\"(\\d+)\"").matcher(page);
        assertThat(seen.find()).isTrue();
        return seen.group(1);
    }

    @Test
    void decision_ofAQuestionThatWasCancelledOnce_recordsEveryRun() {
        Asking asking = service.get(Asking.class);
        Inquiry asked = asking.again(inquiry.id(), li.name());
        asking.confirmAllAndRun(asked.id(), li.name());
        service.get(RunQueue.class).cancel(asked.id());
        Runs.ended(service, asked.id());
        asking.confirmAllAndRun(asked.id(), li.name());
        Runs.ended(service, asked.id());

        KeptDecision kept = decisions().propose(asked.id(), compliant().letter(), "", "", li.person());

        JsonNode record = JSON.readTree(zhao.rest("GET", "/api/v1/decisions/" + kept.number(), "")
                        .body())
                .get("record");
        assertThat(record.get("runs"))
                .extracting(r -> r.get("ended").asString())
                .containsExactly("cancelled", "done");
        assertThat(record.get("overrides")).isEmpty();
    }

    @Test
    void ofTwoPeopleAtOnce_oneWinsAndTheOtherIsToldWho() throws Exception {
        String number = decisions()
                .propose(another(), compliant().letter(), "", "", li.person())
                .number();
        var chen = Colleague.of(service, "chen.yi", "陈总", Role.MANAGER);

        List<Integer> codes = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        try (var pool = Executors.newFixedThreadPool(2)) {
            List<Callable<HttpResponse<String>>> both = List.of(
                    () -> wang.rest("POST", "/api/v1/decisions/" + number + "/approve", "{}"),
                    () -> chen.rest("POST", "/api/v1/decisions/" + number + "/return", "{\"note\":\"再看\"}"));
            for (Future<HttpResponse<String>> one : pool.invokeAll(both)) {
                codes.add(one.get().statusCode());
                if (one.get().statusCode() != 200) {
                    refused.add(one.get().body());
                }
            }
        }

        assertThat(codes).containsExactlyInAnyOrder(200, 409);
        KeptDecision now = decisions().getDecision(number);
        assertThat(refused)
                .singleElement()
                .satisfies(problem -> assertThat(problem)
                        .contains("DECISION_IS_" + now.state(), String.valueOf(now.decidedByName())));
        assertThat(service.get(DecisionTrails.class).read(number).events()).hasSize(1);
    }

    @Test
    void withdrawnDecision_cannotBeApproved_andItsQuestionTakesAnother() {
        String id = another();
        String first = decisions()
                .propose(id, compliant().letter(), "", "", li.person())
                .number();
        assertThatThrownBy(() -> decisions().propose(id, "0", "x", "", wang.person()))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo("ALREADY_PROPOSED"));
        decisions().approve(first, "", wang.person());

        decisions().withdraw(first, "订单取消了", li.person());

        assertThatThrownBy(() -> decisions().approve(first, "", wang.person()))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo("DECISION_IS_WITHDRAWN"));
        String second = decisions()
                .propose(id, compliant().letter(), "", "", wang.person())
                .number();
        assertThat(second).isGreaterThan(first);
        assertThat(service.get(DecisionReports.class).document(first).status()).contains("已撤回");
    }

    @Test
    void secondApproval_isRefusedWithWords() {
        String number = decisions()
                .propose(another(), compliant().letter(), "", "", li.person())
                .number();
        decisions().approve(number, "", wang.person());
        var chen = Colleague.of(service, "chen.yi", "陈总", Role.MANAGER);

        HttpResponse<String> again = chen.rest("POST", "/api/v1/decisions/" + number + "/approve", "{}");

        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("DECISION_IS_APPROVED", "已由 王强 批准");
    }

    @Test
    void auditor_readsEverythingAndDecidesNothing() {
        String number = decisions()
                .propose(another(), compliant().letter(), "", "", li.person())
                .number();

        assertThat(zhao.browser().get("/decisions/" + number).body())
                .contains("需要决策人")
                .doesNotContain("批准方案");
        assertThat(zhao.rest("POST", "/api/v1/decisions/" + number + "/approve", "{}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(zhao.rest("POST", "/api/v1/decisions", "{}").statusCode()).isEqualTo(403);
    }

    @Test
    void changedPlan_isNotFrozenUnderTheReviewOfAnother() {
        String id = another();
        String review = "/runs/" + id + "/decide?plan=" + compliant().letter();

        HttpResponse<String> sent = li.browser()
                .submit(
                        review,
                        "/runs/" + id + "/decide",
                        Map.of("plan", compliant().letter(), "reviewed", "PLN-0000000000000000"));

        assertThat(sent.statusCode()).isEqualTo(409);
        assertThat(decisions().isDecided(id)).isFalse();
    }

    @Test
    void tiles_areHandedOutAndNothingElse() {
        decisions().propose(another(), compliant().letter(), "", "", li.person());

        assertThat(zhao.rest("GET", "/api/v1/audit/checkpoint", "").body()).startsWith("sandtable.local/decisions\n");
        long size = Long.parseLong(
                zhao.rest("GET", "/api/v1/audit/checkpoint", "").body().split("\n")[1]);
        assertThat(zhao.restFile("/api/v1/audit/tile/0/000.p/" + size)).hasSize((int) size * 32);
        assertThat(zhao.rest("GET", "/api/v1/audit/proof/0", "").body()).startsWith("c2sp.org/tlog-proof@v1");
        assertThat(zhao.rest("GET", "/api/v1/audit/proof/" + size, "").statusCode())
                .isEqualTo(404);
        for (String evil : List.of(
                "..%2f..%2fkeys%2flog.key",
                "%2e%2e/%2e%2e/keys/log.key", "0/../../../keys/log.key", "0/000.p/0", "checkpoint")) {
            HttpResponse<String> answer = zhao.rest("GET", "/api/v1/audit/tile/" + evil, "");
            assertThat(answer.statusCode()).as(evil).isIn(400, 403, 404);
            assertThat(answer.body()).doesNotContain("PRIVATE KEY");
        }
    }

    @Test
    void unknownNumber_isSaidSo() {
        assertThat(li.browser().get("/decisions/A-1999-0101-001").statusCode()).isEqualTo(404);
        assertThat(li.rest("GET", "/api/v1/decisions/A-1999-0101-001", "").body())
                .contains("DECISION_NOT_FOUND");
    }
}
