package io.sandtable.web.asking;

import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.web.Language;
import io.sandtable.web.inquiry.Asking;
import io.sandtable.web.inquiry.Chip;
import io.sandtable.web.inquiry.ChipEdit;
import io.sandtable.web.inquiry.Inquiries;
import io.sandtable.web.inquiry.Inquiry;
import io.sandtable.web.people.Role;
import io.sandtable.web.service.Colleague;
import io.sandtable.web.service.DemoService;
import io.sandtable.web.service.HttpBrowser;
import io.sandtable.web.service.RunningService;
import io.sandtable.web.service.Runs;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.util.HtmlUtils;

/** Asking and confirming, over HTTP, as a browser without script does it and as htmx does it. */
class AskingPagesIT {
    private static final String GROWTH = "预计下季度新能源汽车电池壳订单增长40%";
    private static final String RESERVE = "下月需预留30%产能应对突击订单";

    private static RunningService service;
    private static Colleague chen;
    private static HttpBrowser browser;

    @BeforeAll
    static void start() {
        service = DemoService.running();
        chen = Colleague.of(service, "chen.jing", "陈静", Role.MANAGER, Role.PLANNER);
        browser = chen.browser();
    }

    private static Inquiry asked(String text) {
        return service.get(Asking.class).ask("demo", text, Language.ZH, chen.name());
    }

    private static Inquiry now(Inquiry inquiry) {
        return service.get(Inquiries.class).getInquiry(inquiry.id());
    }

    private static String page(Inquiry inquiry) {
        return "/ask/" + inquiry.id();
    }

    private static Map<String, String> seeing(Inquiry inquiry, String... further) {
        var fields = new java.util.HashMap<String, String>();
        fields.put("seen", Long.toString(inquiry.changedAt().toEpochMilli()));
        for (int i = 0; i < further.length; i += 2) {
            fields.put(further[i], further[i + 1]);
        }
        return fields;
    }

    private static HttpResponse<String> act(Inquiry inquiry, String act, String... further) {
        return browser.submit(page(inquiry), page(inquiry) + act, seeing(inquiry, further));
    }

    @Test
    void question_becomesChipsInTheirGroups() {
        var answer = browser.submit("/ask", "/ask", Map.of("text", GROWTH + "。帮我把货款付了"));

        String shown = browser.get(HttpBrowser.location(answer)).body();
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(shown)
                .contains("待确认（1）", "没听懂（1）", "还有 1 条没听懂")
                .containsPattern("<mark>" + GROWTH)
                .containsPattern("id=\"run\"[^>]*disabled");
    }

    @Test
    void formSentTwice_makesNothingTwice() {
        Map<String, String> ask = Map.of("text", GROWTH, "formKey", browser.value("/ask", "formKey"));
        var first = browser.submit("/ask", "/ask", ask);
        var second = browser.submit("/ask", "/ask", ask);
        String page = HttpBrowser.location(first);
        Map<String, String> say = Map.of("text", RESERVE, "formKey", browser.value(page, "formKey"));
        browser.submit(page, page + "/say", say);
        var again = browser.swap(page, page + "/say", say);

        assertThat(HttpBrowser.location(second)).isEqualTo(page).startsWith("/ask/INQ-");
        Inquiry asked = service.get(Inquiries.class).getInquiry(page.replaceFirst("/ask/", ""));
        assertThat(asked.chips()).extracting(c -> c.sentence()).containsExactly(GROWTH, RESERVE);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).containsPattern("id=\"say-key\"[^>]*hx-swap-oob=\"true\"");
    }

    @Test
    void companySwitchedMeanwhile_isToldBeforeAnythingIsAsked() {
        int before = service.get(Inquiries.class).count("demo");

        var refused = browser.submit("/ask", "/ask", Map.of("text", GROWTH, "company", "my-works"));
        int kept = service.get(Inquiries.class).count("demo");
        var anyway = browser.submit("/ask", "/ask", Map.of("text", GROWTH, "company", browser.value("/", "company")));

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(kept).isEqualTo(before);
        assertThat(HtmlUtils.htmlUnescape(refused.body()))
                .contains("你提问时用的是“my-works”的数据", ">" + GROWTH + "<", "仍要提出，用“")
                .contains("name=\"company\" value=\"demo\"");
        assertThat(HttpBrowser.location(anyway)).startsWith("/ask/INQ-");
    }

    @Test
    void boxOfTheHomePage_isTakenToo() {
        var answer = browser.submit("/ask", "/ask", Map.of("sentence", GROWTH));

        assertThat(HttpBrowser.location(answer)).startsWith("/ask/INQ-");
    }

    @Test
    void examples_areOfThisCompanyAndAreUnderstood() {
        String shown = browser.get("/ask/examples").body();

        List<String> examples = Pattern.compile("class=\"st-example\"[^>]*>([^<]+)<")
                .matcher(shown)
                .results()
                .map((MatchResult r) -> HtmlUtils.htmlUnescape(r.group(1)))
                .toList();
        assertThat(examples).hasSize(3);
        assertThat(service.get(Asking.class).understand("demo", examples, null, Optional.empty()))
                .allMatch(u -> u.isAccepted());
        assertThat(examples).anyMatch(e -> e.contains("SO-"));
    }

    @Test
    void anotherWhatIf_beginsWithTheWordsOfTheOneBefore() {
        Inquiry before = asked("预计下季度新能源汽车电池壳订单增长40%");

        assertThat(browser.get("/ask?from=" + before.id()).body()).contains(">预计下季度新能源汽车电池壳订单增长40%</textarea>");
        assertThat(browser.get("/ask?from=INQ-1999-0101-001").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n ", "。。；"})
    void nothingSaid_isToldAtTheBox(String text) {
        var answer = browser.submit("/ask", "/ask", Map.of("text", text));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("还没有写内容");
    }

    @Test
    void tooMuch_isToldAndKept() {
        String text = "增长".repeat(2_001);

        var answer = browser.submit("/ask", "/ask", Map.of("text", text));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("写了 4002 个字符，最多 4000 个", text);
    }

    @Test
    void asMuchAsMayBe_isTaken() {
        var answer = browser.submit("/ask", "/ask", Map.of("text", "增长".repeat(2_000)));

        assertThat(HttpBrowser.location(answer)).startsWith("/ask/INQ-");
        assertThat(browser.get(HttpBrowser.location(answer)).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>订单增长40%",
                "\"><img src=x onerror=alert(1)>",
                "👩‍🏭🚀 订单",
                "\u202Eتسليم الطلبات\u202C",
                "${T(java.lang.Runtime).getRuntime()}",
                "__${7*7}__",
                "订单增长99999999999999999999999999%"
            })
    void whateverIsTyped_staysText(String text) {
        var answer = browser.submit("/ask", "/ask", Map.of("text", text));

        var shown = browser.get(HttpBrowser.location(answer));
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.body()).doesNotContain("<script>alert", "<img src=x", "__49__");
        assertThat(HtmlUtils.htmlUnescape(shown.body())).contains(text);
        assertThat(browser.get("/runs").statusCode()).isEqualTo(200);
    }

    @Test
    void chip_isConfirmedOnce_andASecondClickDoesNoHarm() {
        Inquiry inquiry = asked(GROWTH);

        act(inquiry, "/chips/c1/confirm");
        var twice = act(inquiry, "/chips/c1/confirm");

        assertThat(HttpBrowser.location(twice)).isEqualTo(page(inquiry));
        assertThat(now(inquiry).chip("c1").state()).isEqualTo(Chip.State.CONFIRMED);
    }

    @Test
    void secondTab_isShownWhatChanged_andConfirmsNothingUnseen() {
        Inquiry inquiry = asked(GROWTH);
        service.get(Asking.class).edit(inquiry, "c1", new ChipEdit(25.0, null, null));

        var stale = act(inquiry, "/chips/c1/confirm");
        var staleRun = act(inquiry, "/run");

        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(stale.body()).contains("别处刚改过这些条件", "增长25%");
        assertThat(staleRun.statusCode()).isEqualTo(409);
        assertThat(now(inquiry).state()).isEqualTo(Inquiry.State.DRAFT);
        assertThat(now(inquiry).chip("c1").state()).isEqualTo(Chip.State.TO_CONFIRM);
    }

    @Test
    void htmx_getsTheConditionsAloneAndWhereToGoOn() {
        Inquiry inquiry = asked(GROWTH + "。" + RESERVE);

        var part = browser.swap(page(inquiry), page(inquiry) + "/chips/c1/confirm", seeing(inquiry));

        assertThat(part.statusCode()).isEqualTo(200);
        assertThat(part.body())
                .startsWith("<div id=\"conditions\"")
                .contains("data-focus=\"c2\"", "已确认；还有 1 条待确认")
                .doesNotContain("<html");
    }

    @Test
    void sentenceForAQuestionThatIsGone_isKept() {
        Inquiry inquiry = asked(GROWTH);
        Map<String, String> typed = Map.of("text", "现金不低于500万元");
        service.get(Asking.class).discard(inquiry.id());

        var whole = browser.submit("/ask", page(inquiry) + "/say", typed);
        var part = browser.swap("/ask", page(inquiry) + "/say", typed);

        assertThat(whole.statusCode()).isEqualTo(404);
        assertThat(whole.body()).contains("现金不低于500万元", inquiry.id());
        assertThat(part.statusCode()).isEqualTo(422);
        assertThat(part.body()).contains("没有问题 " + inquiry.id());
    }

    @ParameterizedTest
    @CsvSource({"30%, 数值是“30%”", "１e9, 数值是", "1e999, 数值是", "-, 数值是", "9999999999999999, 数值是", "130, 不可能成立"})
    void absurdValue_isToldAtTheFormAndKept(String value, String words) {
        Inquiry inquiry = asked(RESERVE);

        var answer = act(inquiry, "/chips/c1/edit", "value", value, "from", "2026-12-01", "to", "2026-12-31");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(HtmlUtils.htmlUnescape(answer.body())).contains(words, "value=\"" + value + "\"");
        assertThat(now(inquiry).chip("c1").edited()).isFalse();
    }

    @Test
    void datesThatRunBackwards_areToldInWords() {
        var answer = act(asked(RESERVE), "/chips/c1/edit", "value", "30", "from", "2026-12-31", "to", "2026-12-01");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("是倒过来的");
    }

    @Test
    void contradiction_isJoinedInWords() {
        Inquiry inquiry = asked("优先保现金。优先保交付");

        assertThat(browser.get(page(inquiry)).body()).contains("st-conflict", "这两条不能同时成立", "方案必然违反其中一条");
    }

    @Test
    void ambiguousName_isChosenByRadioWithWhatTellsThemApart() {
        Inquiry inquiry = asked("压铸机下月停机5天");
        Chip open = inquiry.chips().getFirst();
        assertThat(open.questions().getFirst().choices()).isNotEmpty();

        act(inquiry, "/chips/c1/choose", "question", "0", "choice", "0");

        Inquiry chosen = now(inquiry);
        assertThat(chosen.isRunnable()).isTrue();
        assertThat(chosen.statements().getFirst().entities())
                .containsExactly(
                        open.questions().getFirst().choices().getFirst().value());
    }

    @Test
    void choiceThatIsNotThere_changesNothing() {
        Inquiry inquiry = asked("压铸机下月停机5天");

        var answer = act(inquiry, "/chips/c1/choose", "question", "0", "choice", "99");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(now(inquiry)).isEqualTo(inquiry);
    }

    @Test
    void confirmedTwice_runsOnce() {
        Inquiry inquiry = asked(GROWTH);

        var first = act(inquiry, "/run");
        var second = browser.submit("/ask", page(inquiry) + "/run", seeing(inquiry));

        assertThat(HttpBrowser.location(first)).isEqualTo("/runs/" + inquiry.id());
        assertThat(HttpBrowser.location(second)).isEqualTo("/runs/" + inquiry.id());
        Runs.ended(service, inquiry.id());
        assertThat(service.get(Inquiries.class).listRuns(inquiry.id())).hasSize(1);
        assertThat(browser.get(page(inquiry)).body()).contains("不能再改");
    }

    @Test
    void discardedTwice_isDiscarded() {
        Inquiry inquiry = asked(GROWTH);

        browser.submit("/ask", page(inquiry) + "/discard", Map.of());
        var twice = browser.submit("/ask", page(inquiry) + "/discard", Map.of());

        assertThat(HttpBrowser.location(twice)).isEqualTo("/runs");
        assertThat(browser.get(page(inquiry)).statusCode()).isEqualTo(404);
    }

    @Test
    void copy_hasTheSameConditions_saysWhatIsChanged_andLeavesTheOriginalAlone() {
        Inquiry original = asked(GROWTH);
        act(original, "/name", "name", "电池壳大增");

        var answer = browser.submit(page(original), page(original) + "/copy", Map.of());
        String address = HttpBrowser.location(answer);
        Inquiry copy = service.get(Inquiries.class).getInquiry(address.substring(address.lastIndexOf('/') + 1));
        String same = browser.get(page(copy)).body();
        browser.submit(page(copy), page(copy) + "/chips/c1/remove", seeing(copy));
        browser.submit(page(copy), page(copy) + "/say", Map.of("text", RESERVE));
        String changed = browser.get(page(copy)).body();

        assertThat(copy.parent()).isEqualTo(original.id());
        assertThat(copy.statements()).isEqualTo(original.statements());
        assertThat(same).contains("和「电池壳大增」有什么不同", "条件完全一样，结果也会一样");
        assertThat(changed).containsPattern("加上</span> <span>[^<]*预留30%").containsPattern("去掉</span> <del>[^<]*增长40%");
        assertThat(now(original).chips()).isEqualTo(original.chips());
        assertThat(browser.get("/runs").body()).contains("电池壳大增", "复制自 " + original.id());
    }

    @Test
    void longName_isRefusedAndTheOldOneStays() {
        Inquiry named = asked(GROWTH);
        act(named, "/name", "name", "铝涨价");

        var answer = act(named, "/name", "name", "长".repeat(Asking.LONGEST_NAME + 1));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(now(named).name()).isEqualTo("铝涨价");
        act(named, "/name", "name", " ");
        assertThat(now(named).name()).isNull();
    }

    @Test
    void change_saysFromWhatToWhat() {
        String page = browser.get(page(asked(GROWTH))).body();

        assertThat(page).containsPattern("订单 [0-9,]+ → [0-9,]+ \\S*（[0-9]+ 单）");
    }
}
