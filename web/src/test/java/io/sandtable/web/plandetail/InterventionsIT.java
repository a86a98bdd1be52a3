package io.sandtable.web.plandetail;

import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.simulation.plan.Plan.Lot;
import io.sandtable.simulation.plan.Plan.Operation;
import io.sandtable.simulation.scenario.Intervention;
import io.sandtable.web.Language;
import io.sandtable.web.ask.Alternative;
import io.sandtable.web.ask.Answer;
import io.sandtable.web.inquiry.Answers;
import io.sandtable.web.inquiry.Inquiries;
import io.sandtable.web.inquiry.Inquiry;
import io.sandtable.web.people.Role;
import io.sandtable.web.plandetail.PlannedSteps.PlannedStep;
import io.sandtable.web.service.Colleague;
import io.sandtable.web.service.DemoService;
import io.sandtable.web.service.HttpBrowser;
import io.sandtable.web.service.RunningService;
import io.sandtable.web.service.Runs;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpResponse;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A step of a plan changed by hand, on pages and over REST, on the running service with the demo company. */
class InterventionsIT {
    private static final String REASON = "模具那天才从客户处拿回来";

    private static RunningService service;
    private static Colleague lin;
    private static HttpBrowser browser;
    private static String inquiry;
    private static Answer answer;
    private static Alternative plan;
    private static ShownPlan shown;
    /** An operation in the house, in the middle of the plan. */
    private static PlannedStep step;

    private static String order;

    @BeforeAll
    static void plan() {
        service = DemoService.running();
        lin = Colleague.of(service, "pinner", "林计划", Role.PLANNER);
        browser = lin.browser(Redirect.NEVER);
        inquiry = DemoService.answered("预计下季度新能源汽车电池壳订单增长40%").id();
        answer = service.get(Answers.class).getAnswer(inquiry);
        plan = answer.recommended();
        shown = new ShownPlan(inquiry, answer, plan, Language.ZH);
        List<Lot> lots = plan.evaluation().plan().lots().stream()
                .filter(lot -> lot.parent() < 0)
                .filter(lot -> lot.operations().getFirst().machine() >= 0)
                .sorted(Comparator.comparingInt(Lot::start))
                .toList();
        Lot lot = lots.get(lots.size() / 2);
        var demand = answer.problem().demands().get(lot.demand());
        order = demand.id();
        step = new PlannedSteps(shown, demand)
                .inTime().stream()
                        .filter(s -> s.lot().index() == lot.index())
                        .findFirst()
                        .orElseThrow();
    }

    private static String page() {
        return shown.address() + "/steps?order=" + HttpBrowser.encoded(order) + "&step=" + step.key();
    }

    private static Map<String, String> form(String how, String start, String reason) {
        return new HashMap<>(Map.of(
                "order", order, "step", step.key(), "how", how, "place", place(), "start", start, "reason", reason));
    }

    private static String place() {
        return new PlannedSteps(shown, answer.problem().demands().get(step.lot().demand())).place(step);
    }

    private static String body(String kind, String start, String reason, boolean keep) {
        return """
                {"scenario": "%s", "keep": %s, "pins": [{"kind": "%s", "order": "%s", "operation": "%s", "lot": %d, "start": %s, "reason": "%s"}]}""".formatted(inquiry, keep, kind, order, step.step().process(), step.number(), start, reason);
    }

    private static JsonNode json(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
    }

    /** When the pinned lot begins a day later than it would. */
    private static String dayLater() {
        return answer.problem().time(step.operation().start() + 1440).toString();
    }

    @Test
    void steps_areShownWithWhereAndWhen_andAFormForOne() {
        String page = browser.page(page());

        assertThat(page)
                .contains(shown.names().operation(step.lot(), step.operation().step()))
                .contains("value=\"" + answer.problem().time(step.operation().start()))
                .contains("看代价");
    }

    @Test
    void price_isShownBeforeAnythingIsKept() {
        int before = service.get(Inquiries.class).count("demo");

        var response = browser.submit(page(), shown.address() + "/steps/price", form("pin", dayLater(), REASON));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).contains("毛利", "保留并按此重排", REASON);
        assertThat(service.get(Inquiries.class).count("demo")).isEqualTo(before);
    }

    @Test
    void withoutAReason_itIsRefused_andWhatWasTypedIsKept() {
        var response = browser.submit(page(), shown.address() + "/steps/price", form("pin", dayLater(), " "));

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.body()).contains("请写明原因").contains("value=\"" + dayLater());
    }

    @Test
    void kept_itBindsEveryNewPlan_isRecordedWithItsReason_andCanBeTakenBack() {
        var kept = browser.submit(page(), shown.address() + "/steps/keep", form("pin", dayLater(), REASON));
        String next = HttpBrowser.location(kept).replaceAll(".*/runs/", "");
        Inquiry ended = Runs.ended(service, next);

        assertThat(ended.state()).isEqualTo(Inquiry.State.DONE);
        assertThat(ended.interventions()).singleElement().satisfies(i -> {
            assertThat(i.reason()).isEqualTo(REASON);
            assertThat(i.by()).isEqualTo("pinner");
        });
        Answer after = service.get(Answers.class).getAnswer(next);
        assertThat(after.plans())
                .isNotEmpty()
                .allSatisfy(p -> assertThat(kept(after, p)).as(p.toString()).isTrue());
        assertThat(browser.page("/runs/" + next + "/compare")).contains(REASON);
        String own = "/runs/" + next + "/plans/A/steps?order=" + HttpBrowser.encoded(order);
        assertThat(browser.page(own)).contains("已有的手工决定", REASON);

        var withdrawn = browser.submit(
                own,
                "/runs/" + next + "/plans/A/steps/withdraw",
                Map.of("decision", ended.interventions().getFirst().id()));
        Inquiry without = Runs.ended(service, HttpBrowser.location(withdrawn).replaceAll(".*/runs/", ""));

        assertThat(without.interventions()).isEmpty();
        assertThat(service.get(Answers.class)
                        .getAnswer(without.id())
                        .recommended()
                        .resultHash())
                .as("without the decision the plans are those of before")
                .isEqualTo(plan.resultHash());
    }

    /** Whether the step begins when it was pinned to, or else the plan says that it does not. */
    private static boolean kept(Answer after, Alternative p) {
        Intervention pin = after.question().interventions().getFirst();
        int start = (int) java.time.temporal.ChronoUnit.MINUTES.between(
                after.problem().asOf().atStartOfDay(), pin.start());
        boolean there = p.evaluation().plan().lots().stream()
                .filter(lot -> after.problem().demands().get(lot.demand()).id().equals(pin.order()))
                .flatMap(lot -> lot.operations().stream()
                        .filter(o -> after.problem()
                                .routings()
                                .get(lot.routing())
                                .steps()
                                .get(o.step())
                                .process()
                                .equals(pin.operation())))
                .map(Operation::start)
                .anyMatch(s -> s == start);
        boolean marked = p.evaluation().violations().stream()
                .anyMatch(v -> v.ruleId().equals(pin.id()) && v.ruleText().equals(REASON));
        return there != marked;
    }

    @Test
    void overRest_thePriceComesFirst_andKeepingQueuesANewScenario() {
        JsonNode price = json(lin.rest(
                "POST", "/api/v1/plans/" + plan.id() + "/pins", body("pin", "\"" + dayLater() + "\"", REASON, false)));

        assertThat(price.get("kept").asBoolean()).isFalse();
        assertThat(price.at("/pins/0/id").asString()).startsWith("HND-");
        assertThat(price.at("/pins/0/quantity").asDouble()).isEqualTo(step.lot().quantity());
        assertThat(price.at("/before/grossMargin/amount").asString())
                .isEqualTo(plan.evaluation().kpis().grossMargin().major().toPlainString());
        assertThat(price.path("after").path("grossMargin").path("amount").asString())
                .isNotEmpty();

        var kept = lin.rest(
                "POST", "/api/v1/plans/" + plan.id() + "/pins", body("pin", "\"" + dayLater() + "\"", REASON, true));

        assertThat(kept.statusCode()).isEqualTo(202);
        JsonNode done = lin.restJson("/api/v1/scenarios/"
                + Runs.ended(service, json(kept).get("scenario").asString()).id());
        assertThat(done.get("state").asString()).isEqualTo("done");
        assertThat(done.at("/answer/interventions/0/reason").asString()).isEqualTo(REASON);
    }

    @Test
    void overRest_whatNoPlanCouldKeep_isRefusedByName() {
        var unknownStep = lin.rest(
                "POST",
                "/api/v1/plans/" + plan.id() + "/pins",
                body("avoid", "null", REASON, true).replace(step.step().process(), "PRC-NOWHERE"));
        var unknownKind = lin.rest("POST", "/api/v1/plans/" + plan.id() + "/pins", body("melt", "null", REASON, true));
        var past = lin.rest(
                "POST", "/api/v1/plans/" + plan.id() + "/pins", body("pin", "\"2020-01-01T08:00\"", REASON, true));

        assertThat(unknownStep.statusCode()).isEqualTo(422);
        assertThat(json(unknownStep).get("code").asString()).isEqualTo("NO_SUCH_STEP");
        assertThat(unknownKind.statusCode()).isEqualTo(400);
        assertThat(past.statusCode()).isEqualTo(422);
        assertThat(json(past).get("code").asString()).isEqualTo("IN_THE_PAST");
    }
}
