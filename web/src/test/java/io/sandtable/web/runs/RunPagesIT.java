package io.sandtable.web.runs;

import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.web.Language;
import io.sandtable.web.inquiry.Asking;
import io.sandtable.web.inquiry.Inquiries;
import io.sandtable.web.inquiry.Inquiry;
import io.sandtable.web.inquiry.RunQueue;
import io.sandtable.web.people.Role;
import io.sandtable.web.service.Colleague;
import io.sandtable.web.service.HttpBrowser;
import io.sandtable.web.service.Patience;
import io.sandtable.web.service.RunningService;
import io.sandtable.web.service.Runs;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run as its page shows it, from the queue to its end. */
class RunPagesIT {
    private static final String GROWTH = "预计下季度新能源汽车电池壳订单增长40%";

    @TempDir
    static Path home;

    private static RunningService service;
    private static Colleague li;
    private static HttpBrowser browser;

    @BeforeAll
    static void start() {
        // long enough to be looked at; each test ends its runs
        service = RunningService.at(
                home, "--sandtable.simulation.steps=200000", "--sandtable.simulation.unimproved-steps=200000");
        li = Colleague.of(service, "li", "李敏", Role.MANAGER, Role.PLANNER);
        browser = li.browser();
    }

    @AfterEach
    void endRuns() {
        Inquiries inquiries = service.get(Inquiries.class);
        inquiries.listInquiries("demo", 0, 50).stream()
                .filter(i -> i.state().isPending())
                .forEach(i -> service.get(RunQueue.class).cancel(i.id()));
        inquiries.listInquiries("demo", 0, 50).forEach(i -> Runs.ended(service, i.id()));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static Inquiry running(String text) {
        Inquiry asked = service.get(Asking.class).ask("demo", text, Language.ZH, li.name());
        return service.get(Asking.class).confirmAllAndRun(asked.id(), li.name());
    }

    private static String page(Inquiry inquiry) {
        return "/runs/" + inquiry.id();
    }

    private static void untilSearching(Inquiry inquiry) {
        Runs.until(
                service,
                inquiry.id(),
                i -> service.get(RunQueue.class)
                        .findRun(i.id())
                        .filter(run -> run.plans().isEmpty())
                        .isEmpty());
    }

    @Test
    void runUnderWay_showsStepsOutlinesAndWhatCanBeDone() {
        // another test of this class may have brought a run to its end
        String usualTime = service.get(Inquiries.class)
                .usualTime("demo")
                .map(usual -> "这家公司最近 %d 次推演的中位数".formatted(usual.runs()))
                .orElse("这家公司还没有推演过，无法预计用时");
        Inquiry run = running(GROWTH);
        untilSearching(run);

        String shown = browser.get(page(run)).body();

        assertThat(shown)
                .contains("读取数据", "生成方案", "检查条件", "计算影响因素", "先用目前最好的", "取消推演")
                .contains("http-equiv=\"refresh\"", "data-events=\"/api/v1/scenarios/" + run.id() + "/events?after=")
                .contains("维持现状", usualTime);
        assertThat(browser.get(page(run) + "/cards").body())
                .startsWith("<div id=\"run-cards\"")
                .doesNotContain("<html");
    }

    @Test
    void secondRun_tellsItsPlaceAndIsCancelledWithoutWaiting() {
        Inquiry first = running(GROWTH);
        untilSearching(first);
        Inquiry second = running(GROWTH);
        String waiting = browser.get(page(second)).body();

        var answer = browser.submit(page(second), page(second) + "/cancel", Map.of());

        assertThat(waiting).contains("排在下一个");
        assertThat(HttpBrowser.location(answer)).isEqualTo(page(second));
        assertThat(browser.get(page(second)).body()).contains("推演已取消", "条件都还在", "照原样再推演");
        assertThat(service.get(Inquiries.class).getInquiry(first.id()).state()).isEqualTo(Inquiry.State.RUNNING);
    }

    @Test
    void bestSoFar_isEnoughAndLeadsToThePlans() {
        Inquiry run = running(GROWTH);
        untilSearching(run);

        browser.submit(page(run), page(run) + "/accept-best", Map.of());
        Inquiry done = Runs.ended(service, run.id());
        var part = browser.get(page(run) + "/steps");

        assertThat(done.state()).isEqualTo(Inquiry.State.DONE);
        assertThat(part.headers().firstValue("HX-Redirect")).contains(page(run));
        assertThat(service.get(Inquiries.class).usualTime("demo"))
                .hasValueSatisfying(usual -> assertThat(usual.runs()).isPositive());
    }

    @Test
    void runThatARestartCutShort_isRunAgainAndSaysSo() {
        Inquiry run = running(GROWTH);
        untilSearching(run);
        service.close();

        start();
        untilSearching(run);
        String shown = browser.page(page(run));
        service.get(RunQueue.class).acceptBest(run.id());
        Inquiry done = Runs.ended(service, run.id());

        // the note on the run follows its state by a moment
        Patience.until(
                Duration.ofMinutes(1),
                () -> service.get(Inquiries.class).listRuns(run.id()).getLast().endedBecause() != null);

        assertThat(shown).contains("服务停过一次，打断了这次推演", "先用目前最好的");
        assertThat(done.state()).isEqualTo(Inquiry.State.DONE);
        assertThat(service.get(Inquiries.class).listRuns(run.id()))
                .extracting(Inquiries.RunNote::endedBecause)
                .containsExactly("interrupted", "done");
    }

    @Test
    void conditionThatNoPlanCanObey_isSaidWithTheWayBack() {
        Inquiry refused = running("4月1日起出口退税率降到9%");
        Runs.ended(service, refused.id());

        String shown = browser.get(page(refused)).body();

        assertThat(shown).contains("有条件做不到", "账上没有分录取决于这个比率", "href=\"/ask/" + refused.id());
        assertThat(browser.get("/ask/" + refused.id()).body()).contains("账上没有分录取决于这个比率");
    }

    @Test
    void list_showsStateAndDiscardsWhatNobodyDecided() {
        Inquiry draft = service.get(Asking.class).ask("demo", "现金不低于500万元", Language.ZH, li.name());

        String listed = browser.get("/runs").body();
        browser.submit("/runs", "/ask/" + draft.id() + "/discard", Map.of());

        assertThat(listed).contains("现金不低于500万元", "待确认", draft.id(), "丢弃");
        assertThat(browser.get("/runs").body()).contains("已丢弃问题 " + draft.id()).doesNotContain("/ask/" + draft.id());
    }

    @Test
    void unknownRun_isNotThere() {
        assertThat(browser.get("/runs/INQ-1999-0101-001").statusCode()).isEqualTo(404);
        assertThat(browser.get("/runs?page=9999").statusCode()).isEqualTo(200);
        assertThat(browser.get("/runs?page=x").statusCode()).isEqualTo(400);
    }
}
