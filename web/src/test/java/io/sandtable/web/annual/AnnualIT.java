package io.sandtable.web.annual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sandtable.audit.verify.Verifier;
import io.sandtable.simulation.annual.AgainstActual;
import io.sandtable.simulation.annual.AnnualMonth;
import io.sandtable.simulation.annual.AnnualPlan;
import io.sandtable.simulation.backtest.Amounts;
import io.sandtable.web.ask.HomeLog;
import io.sandtable.web.inquiry.Answers;
import io.sandtable.web.people.Role;
import io.sandtable.web.service.Colleague;
import io.sandtable.web.service.DemoService;
import io.sandtable.web.service.RunningService;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Annual plans frozen, compared and rolled forward over HTTP, with the real log and archive. */
class AnnualIT {
    private static final String QUESTION = "预计下季度新能源汽车电池壳订单增长40%。下月需预留30%产能应对突击订单";

    private static RunningService service;
    private static String inquiry;
    private static Colleague li;
    private static Colleague wang;
    private static Colleague zhao;

    @BeforeAll
    static void people() {
        service = DemoService.running();
        inquiry = DemoService.answered(QUESTION).id();
        li = Colleague.of(service, "li.min", "李敏", Role.MANAGER, Role.PLANNER);
        wang = Colleague.of(service, "wang.qiang", "王强", Role.MANAGER);
        zhao = Colleague.of(service, "zhao.lan", "赵会计", Role.AUDITOR);
    }

    @Test
    void aPlanIsFrozenOnce_onRecord_andReadAsItWas() {
        String review = "/annual/new?inquiry=" + inquiry + "&plan=A";
        String id = service.get(Answers.class)
                .getAnswer(inquiry)
                .findPlan("A")
                .orElseThrow()
                .id();
        assertThat(wang.browser().page(review)).contains("2026-12", "材料", "毛利率", "冻结为年度计划");
        assertThat(zhao.browser().page(review)).doesNotContain("冻结为年度计划</button>");
        assertThat(zhao.rest("POST", "/api/v1/annual-plans", "{\"plan\":\"%s\"}".formatted(id))
                        .statusCode())
                .isEqualTo(403);

        HttpResponse<String> sent = wang.browser()
                .submit(review, "/annual", Map.of("inquiry", inquiry, "plan", "A", "reviewed", id, "note", "董事会定的"));

        String address = io.sandtable.web.service.HttpBrowser.location(sent);
        assertThat(address).startsWith("/annual/AP-");
        String number = address.substring("/annual/".length(), address.indexOf('?'));
        assertThat(zhao.browser().page("/annual")).contains(number);
        assertThat(zhao.browser().page(address)).contains("王强", "董事会定的", "数据截至 2026-11-21", "税前利润");
        JsonNode json = zhao.restJson("/api/v1/annual-plans/" + number);
        assertThat(json.get("versions")).hasSize(1);
        assertThat(json.get("actual").get("months"))
                .allMatch(m -> m.get("state").asString().equals("NOT_OVER"));
        AnnualPlans plans = service.get(AnnualPlans.class);
        KeptAnnualPlan kept = plans.getPlan(number, 1);
        assertThat(plans.content(kept))
                .isEqualTo(plans.draft(AnnualPlans.Choice.of(inquiry, "A")).plan());
        assertThat(Verifier.verify(service.get(HomeLog.class).folder()).ok()).isTrue();

        HttpResponse<String> again =
                li.rest("POST", "/api/v1/annual-plans", "{\"scenario\":\"%s\",\"plan\":\"A\"}".formatted(inquiry));
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("ANNUAL_FROZEN", number, "王强");
        assertThat(li.rest("GET", "/api/v1/annual-plans/AP-1999-0101-001", "").statusCode())
                .isEqualTo(404);
        assertThat(li.rest("GET", "/api/v1/annual-plans/" + number + "?version=9", "")
                        .body())
                .contains("ANNUAL_NO_VERSION");
    }

    @Test
    void aPlanThatBreaksARule_isFrozenWithAReasonOnly_andWhatWasTypedIsKept() {
        String broken = DemoService.brokenPlan(QUESTION);
        String review = "/annual/new?inquiry=" + inquiry + "&plan=" + broken;

        HttpResponse<String> bare = wang.browser()
                .submit(
                        review,
                        "/annual",
                        Map.of("inquiry", inquiry, "plan", broken, "reviewed", "PLN-0", "note", "我写的"));

        assertThat(bare.statusCode()).isEqualTo(409);
        assertThat(bare.body()).contains("别人改过", "我写的");
        assertThat(wang.rest(
                                "POST",
                                "/api/v1/annual-plans",
                                "{\"scenario\":\"%s\",\"plan\":\"%s\"}".formatted(inquiry, broken))
                        .body())
                .contains("REASON_MISSING");
    }

    @Test
    void twelveMonths_areThePlansAndAForecastBehindThem_markedAsSuch() {
        assertThat(wang.browser().page("/annual/new?inquiry=" + inquiry + "&plan=0&year=true&lang=zh"))
                .contains("2027-11", "是交付预测");

        HttpResponse<String> frozen = wang.rest(
                "POST",
                "/api/v1/annual-plans",
                "{\"scenario\":\"%s\",\"plan\":\"0\",\"year\":true,\"note\":\"全年\"}".formatted(inquiry));

        assertThat(frozen.statusCode()).as(frozen.body()).isEqualTo(201);
        String number =
                JsonMapper.shared().readTree(frozen.body()).get("number").asString();
        AnnualPlans plans = service.get(AnnualPlans.class);
        AnnualPlan year = plans.content(plans.getPlan(number, null));
        assertThat(year.months()).hasSize(12);
        int covered =
                plans.draft(AnnualPlans.Choice.of(inquiry, "0")).plan().months().size();
        assertThat(year.months().subList(0, covered)).allMatch(month -> month.kind() == AnnualMonth.Kind.PLANNED);
        assertThat(year.months().subList(covered, 12))
                .allMatch(month -> month.kind() == AnnualMonth.Kind.FORECAST
                        && month.revenue().minor() > month.costOfGoods().minor()
                        && month.costOfGoods().minor() > 0);
        assertThat(zhao.browser().page("/annual/" + number + "?lang=en"))
                .contains("forecast of deliveries", "Nov 2027");
        // the language stays what it was last asked to be
        assertThat(zhao.browser().page("/annual/" + number + "?lang=zh")).contains("是交付预测", "2027-11");
    }

    @Test
    void theMonthsSteps_standWhereOthersLeftThem() {
        String page = zhao.browser().page("/annual?lang=zh");

        assertThat(page).contains("步中已完成", "导入余额", "核对", "计划对实际", "滚动", "复核条件", "批准下达", "数据截至 2026-11-21");
        assertThat(page.indexOf("data-step=\"import\"")).isLessThan(page.indexOf("data-step=\"release\""));
        assertThat(zhao.browser().page("/annual?lang=en"))
                .contains("steps done", "Data of 21 Nov 2026", "Approve and release");
        zhao.browser().page("/annual?lang=zh");
    }

    @Test
    void monthsThatAreOver_standBesideWhatHappened_andAreRolledForward() throws Exception {
        String number = FrozenPlans.ago(service, YearMonth.of(2026, 9), inquiry, "B", li.person());
        AnnualPlans plans = service.get(AnnualPlans.class);
        AgainstActual compared = plans.compare(plans.getPlan(number, 1));
        assertThat(compared.isAnyCompared()).isTrue();
        JsonNode json = zhao.restJson("/api/v1/annual-plans/" + number).get("actual");
        assertThat(json.get("months"))
                .extracting(m -> m.get("state").asString())
                .containsExactly("COMPARED", "COMPARED", "NOT_OVER");
        double planned = 0;
        double happened = 0;
        for (JsonNode month : json.get("months")) {
            planned += month.path("plan").path("revenue").asDouble(0);
            happened += month.path("actual").path("revenue").asDouble(0);
        }
        assertThat(happened).isPositive();
        assertThat(json.get("revenueDeviationPct").asDouble())
                .isCloseTo(100 * Math.abs(planned - happened) / happened, within(0.01));
        assertThat(compared.causes().total())
                .isEqualTo(compared.actual()
                        .sum(c -> true)
                        .margin()
                        .minus(compared.planned().sum(c -> true).margin()));
        String page = zhao.browser().page("/annual/" + number);
        assertThat(page).contains("已有 2 个月可以对比", "产品结构", "毛利差", "未结束");
        assertThat(zhao.browser().page("/annual/" + number + "?lang=en"))
                .contains("2 months can be compared", "Mix", "not over");
        assertThat(new String(zhao.restFile("/api/v1/annual-plans/" + number + "/table.csv"), StandardCharsets.UTF_8))
                .startsWith("\uFEFF表,类别,项目,单位,2026-09（计划）")
                .contains("计划与实际,收入,实际,元,"
                        + compared.months().getFirst().actual().revenue().major());
        assertThat(sheets(zhao.restFile("/api/v1/annual-plans/" + number + "/table.xlsx")))
                .containsExactly("说明", "经营计划", "产品族", "计划与实际", "毛利为什么不同", "产品族收入，计划与实际");

        HttpResponse<String> rolled = wang.rest(
                "POST",
                "/api/v1/annual-plans/" + number + "/versions",
                "{\"scenario\":\"%s\",\"plan\":\"C\",\"note\":\"滚动\"}".formatted(inquiry));

        assertThat(rolled.statusCode()).as(rolled.body()).isEqualTo(201);
        AnnualPlan second = plans.content(plans.getPlan(number, null));
        assertThat(second.months().subList(0, 4))
                .extracting(AnnualMonth::kind)
                .containsExactly(
                        AnnualMonth.Kind.ACTUAL,
                        AnnualMonth.Kind.ACTUAL,
                        AnnualMonth.Kind.KEPT,
                        AnnualMonth.Kind.PLANNED);
        assertThat(second.months().getFirst().sold())
                .extracting(Amounts::revenue)
                .isEqualTo(compared.months().getFirst().actual().revenue());
        assertThat(zhao.browser().page("/annual/" + number + "?lang=zh")).contains("第 2 版", "第 1 版", "冻结时已结束");
        assertThat(zhao.browser().page("/annual/" + number + "?version=1&lang=zh"))
                .contains("这是旧版本", "已有 2 个月可以对比");
    }

    private static List<String> sheets(byte[] workbook) throws IOException {
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
            return book.getSheets().map(Sheet::getName).toList();
        }
    }
}
