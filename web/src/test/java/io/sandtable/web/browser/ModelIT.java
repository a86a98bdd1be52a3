package io.sandtable.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import io.sandtable.rules.Understanding;
import io.sandtable.web.Language;
import io.sandtable.web.ask.HomeLog;
import io.sandtable.web.cli.ReportFonts;
import io.sandtable.web.company.Companies;
import io.sandtable.web.decide.Decisions;
import io.sandtable.web.inquiry.Answers;
import io.sandtable.web.inquiry.Asking;
import io.sandtable.web.inquiry.Inquiries;
import io.sandtable.web.inquiry.Inquiry;
import io.sandtable.web.language.StubService;
import io.sandtable.web.people.Role;
import io.sandtable.web.rulebook.NewRules;
import io.sandtable.web.service.Colleague;
import io.sandtable.web.service.HttpBrowser;
import io.sandtable.web.service.RunningService;
import io.sandtable.web.service.Runs;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A service with a language model and a transcription service behind it, both played on this machine; the recording is Chromium's own. */
class ModelIT {
    private static final String ODD = "账上的钱咱得给自己囥五百万压箱底儿";
    private static final String CASH =
            "{\"outcome\":\"ACCEPT\",\"statements\":[{\"kind\":\"CASH_FLOOR\",\"modality\":\"MUST\","
                    + "\"entities\":[],\"comparator\":\"GE\",\"quantity\":{\"value\":5000000,\"unit\":\"CNY\",\"form\":\"SET\"},"
                    + "\"window\":{\"from\":\"2026-11-21\",\"to\":null},\"recurrence\":null,\"slots\":{},"
                    + "\"source\":{\"text\":\"\",\"spans\":[]},\"paraphrase\":{\"zh\":\"<b>-</b>\",\"en\":\"-\"}}],\"questions\":[]}";
    private static final byte[] WEBM = {0x1a, 0x45, (byte) 0xdf, (byte) 0xa3, 1, 2, 3, 4};

    @TempDir
    static Path home;

    private static StubService outside;
    private static RunningService service;
    private static Colleague li;

    @BeforeAll
    static void start() throws Exception {
        outside = StubService.start();
        ReportFonts.lendTo(home);
        service = RunningService.at(
                home,
                "--sandtable.simulation.steps=60",
                "--sandtable.store.start-timeout=10m",
                "--sandtable.language-model.url=" + outside.url("/v1"),
                "--sandtable.language-model.model=small-1",
                "--sandtable.speech.url=" + outside.url("/v1"),
                "--sandtable.speech.longest=2s",
                "--sandtable.speech.max-bytes=200000");
        li = Colleague.of(service, "li", "李敏", Role.MANAGER, Role.PLANNER);
    }

    @AfterAll
    static void stop() {
        service.close();
        outside.close();
    }

    private static int questions() {
        return service.get(Inquiries.class).count(Companies.DEMO);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    private static JsonNode understood(String sentence) {
        HttpResponse<String> answer = li.rest(
                "POST",
                "/api/v1/understand",
                JsonMapper.shared().writeValueAsString(Map.of("sentences", List.of(sentence), "asOf", "2026-11-21")));
        assertThat(answer.statusCode()).isEqualTo(200);
        return json(answer).at("/understandings/0");
    }

    @Test
    void readingOfTheModel_isMarked_hasAYesOfItsOwn_andStandsOnRecord() {
        outside.says(CASH);
        Asking asking = service.get(Asking.class);
        String address = HttpBrowser.location(li.browser().submit("/ask", "/ask", Map.of("text", ODD)));
        String id = address.substring("/ask/".length());

        assertThat(li.browser().page(address + "?lang=zh"))
                .contains("由语言模型理解", "small-1 · " + outside.host(), "还有 1 条是语言模型理解的", ODD)
                .doesNotContain("<b>-</b>");
        assertThat(li.browser().page(address + "?lang=en"))
                .contains("Read by a language model", "to be confirmed one by one: 1");
        Inquiry asked = service.get(Inquiries.class).getInquiry(id);
        assertThat(asked.isRunnable()).isFalse();

        Inquiry agreed = asking.confirm(asked, asked.chips().getFirst().id());
        assertThat(agreed.isRunnable()).isTrue();
        asking.confirmAllAndRun(agreed, li.name());
        assertThat(Runs.ended(service, id).state()).isEqualTo(Inquiry.State.DONE);

        var plan = service.get(Answers.class).getAnswer(id).recommended();
        var decision = service.get(Decisions.class).propose(id, plan.letter(), "试一试", "试一试", li.person());
        byte[] entry = service.get(HomeLog.class).use(log -> log.record(decision.index()));
        JsonNode record = JsonMapper.shared().readTree(entry);
        assertThat(record.at("/question/sentences/0").asString()).isEqualTo(ODD);
        JsonNode readBy = record.at("/question/understood/0/statements/0/source/readBy");
        assertThat(readBy.get("host").asString()).isEqualTo(outside.host());
        assertThat(readBy.get("model").asString()).isEqualTo("small-1");
        assertThat(readBy.get("at").asString()).startsWith("20");
        assertThat(li.browser().page("/decisions/" + decision.number() + "?lang=zh"))
                .contains("（由语言模型理解）");
    }

    @Test
    void readingOfTheModel_isRunByNoProgram() {
        outside.says(CASH);
        int before = questions();

        HttpResponse<String> answer =
                li.rest("POST", "/api/v1/scenarios", "{\"sentences\": [\"" + ODD + "\"], \"confirm\": true}");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(json(answer).at("/understandings/0/questions/0/code").asString())
                .isEqualTo("READ_BY_MODEL");
        assertThat(questions()).isEqualTo(before);
    }

    @Test
    void rule_isMarked_andConfirmedOnlyByWhoSawIt() {
        outside.says(CASH);
        String draft = json(li.rest("POST", "/api/v1/rules", "{\"sentence\": \"" + ODD + "\"}"))
                .get("id")
                .asString();
        String page = "/rules/drafts/" + draft;

        HttpResponse<String> unseen = li.rest("POST", "/api/v1/rules/" + draft + "/confirm", "{}");
        assertThat(unseen.statusCode()).isEqualTo(409);
        assertThat(json(unseen).get("code").asString()).isEqualTo("READ_BY_MODEL");
        assertThat(li.browser().page(page + "?lang=zh")).contains("由语言模型理解");
        assertThat(li.browser().page(page + "?lang=en")).contains("Read by a language model");

        li.browser().submit(page, page + "/confirm", Map.of("seen", li.browser().value(page, "seen")));

        JsonNode rule = li.restJson("/api/v1/rules").get("rules").get(0);
        assertThat(rule.get("sentence").asString()).isEqualTo(ODD);
        assertThat(rule.at("/statement/source/readBy/model").asString()).isEqualTo("small-1");
        li.rest("POST", "/api/v1/rules/" + rule.get("id").asString() + "/retire", "{\"reason\": \"试完了\"}");
        assertThat(service.get(NewRules.class).listDrafts(Companies.DEMO)).isEmpty();
    }

    @Test
    void answerThatDoesNotHold_leavesOurOwnQuestion_andNothingBehind() {
        int before = questions();
        // each said otherwise: the same sentence is asked once
        Map<String, String> answers = Map.of(
                "账上的钱囥一点儿压箱底儿", "not JSON",
                "账上的钱囥两点儿压箱底儿", CASH.replace("CASH_FLOOR", "PAY"),
                "账上的钱囥三点儿压箱底儿", CASH.replace("\"entities\":[]", "\"entities\":[\"SUP-NOWHERE\"]"));
        answers.forEach((sentence, answer) -> {
            outside.says(answer);

            JsonNode understood = understood(sentence);

            assertThat(outside.received()).as(answer).hasSize(1);
            assertThat(understood.get("outcome").asString()).isNotEqualTo("ACCEPT");
            assertThat(understood.get("statements")).isEmpty();
            assertThat(understood.toString()).doesNotContain("READ_BY_MODEL", "NOWHERE", "PAY");
        });
        assertThat(questions()).isEqualTo(before);
        assertThat(li.rest("GET", "/api/v1/scenarios", "").statusCode()).isEqualTo(200);
    }

    @Test
    void programs_sayWhatWasRecorded() {
        outside.answers(exchange -> StubService.plain(exchange, 200, "{\"text\":\"现金不低于500万\"}"));

        HttpResponse<String> heard = li.rest("POST", "/api/v1/transcriptions", "audio/webm;codecs=opus", WEBM);

        assertThat(heard.statusCode()).isEqualTo(200);
        assertThat(heard.body()).isEqualTo("{\"text\":\"现金不低于500万\"}");
        assertThat(problem(200_001, "audio/webm")).isEqualTo("413 RECORDING_TOO_LARGE");
        assertThat(problem(7, "audio/webm")).isEqualTo("415 NOT_AUDIO");
        assertThat(problem(7, "application/json")).isEqualTo("415 WRONG_TYPE");
        assertThat(outside.received()).hasSize(1);

        outside.answers(exchange -> StubService.plain(exchange, 500, ""));
        assertThat(json(li.rest("POST", "/api/v1/transcriptions", "audio/webm", WEBM))
                        .get("code")
                        .asString())
                .isEqualTo("SPEECH_UNAVAILABLE");
    }

    private static String problem(int bytes, String type) {
        HttpResponse<String> answer = li.rest("POST", "/api/v1/transcriptions", type, new byte[bytes]);
        return answer.statusCode() + " " + json(answer).get("code").asString();
    }

    @Test
    void recordings_areTakenFromManagersAndPlanners_withATokenWhereThereIsASession() {
        Colleague auditor = Colleague.of(service, "zhao", "赵会计", Role.AUDITOR);
        outside.answers(exchange -> StubService.plain(exchange, 200, "{\"text\":\"x\"}"));

        assertThat(auditor.rest("POST", "/api/v1/transcriptions", "audio/webm", WEBM)
                        .statusCode())
                .isEqualTo(403);
        assertThat(new HttpBrowser(service.port(), HttpClient.Redirect.NEVER)
                        .send("POST", "/api/v1/transcriptions", Map.of(), request -> {})
                        .statusCode())
                .isIn(401, 403);
        assertThat(li.browser()
                        .send("POST", "/api/v1/transcriptions", Map.of(), request -> {})
                        .statusCode())
                .isEqualTo(403);
        assertThat(outside.received()).isEmpty();
    }

    /** Chromium hears a tone from a microphone of its own making, and records it as it would a voice. */
    @Test
    void microphone_isRecorded_writtenDown_andLandsInTheBox() {
        outside.answers(exchange -> StubService.plain(exchange, 200, "{\"text\":\"现金不低于500万\"}"));
        int before = questions();
        try (Playwright playwright = Visitor.playwright();
                Browser chromium = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(
                                        Path.of(System.getProperty("sandtable.chromium", "/usr/bin/chromium")))
                                .setArgs(List.of(
                                        "--no-sandbox",
                                        "--disable-gpu",
                                        "--use-fake-device-for-media-stream",
                                        "--use-fake-ui-for-media-stream")));
                var visitor = Visitor.at(chromium, service.url("")).signIn("li", Colleague.PASSWORD)) {
            Page page = visitor.open("/ask?lang=zh").settle().page();
            page.locator("[data-voice] button").click();
            page.locator("[data-voice][data-state=listening]").waitFor();
            page.waitForTimeout(700);
            page.locator("[data-voice] button").click();
            page.locator("[data-voice][data-state=stopped]").waitFor();

            assertThat(page.locator("#text").inputValue()).isEqualTo("现金不低于500万");
            StubService.Received sent = outside.received().getFirst();
            assertThat(sent.path()).isEqualTo("/v1/audio/transcriptions");
            assertThat(sent.text()).contains("filename=\"recording.webm\"", "name=\"language\"\r\n\r\nzh\r\n");
            assertThat(sent.body().length).isGreaterThan(500);
            assertThat(questions()).as("nothing is sent by itself").isEqualTo(before);

            outside.answers(exchange -> StubService.plain(exchange, 500, ""));
            page.locator("[data-voice] button").click();
            page.locator("[data-voice][data-state=failed]").waitFor();
            assertThat(outside.received())
                    .as("it stops by itself at its longest")
                    .hasSize(1);
            assertThat(page.locator("#text").inputValue()).isEqualTo("现金不低于500万");

            outside.says(CASH);
            Inquiry asked = service.get(Asking.class).ask(Companies.DEMO, ODD, Language.ZH, "li");
            for (String language : List.of("zh", "en")) {
                visitor.open("/ask/" + asked.id() + "?lang=" + language).settle();
                page.locator("#" + asked.chips().getFirst().id() + " > summary").click();
                visitor.hasNoBarriers();
                visitor.picture("model-chip-" + language);
            }
            String draft =
                    service.get(NewRules.class).say(Companies.DEMO, ODD, "li").id();
            visitor.open("/rules/drafts/" + draft + "?lang=zh").settle().hasNoBarriers();
            visitor.picture("model-draft-zh");
            service.get(NewRules.class).discard(draft);
            service.get(Asking.class).discard(asked.id());
        }
    }

    @Test
    void sentencesThatTheGrammarReads_areAskedOfNobody() {
        outside.says(CASH);

        List<Understanding> all = service.get(Asking.class)
                .understand(Companies.DEMO, List.of("现金不低于500万", "帮我把货款付了", "冰箱门订单增加30%"), null, Optional.empty());

        assertThat(all.getFirst().isAccepted()).isTrue();
        assertThat(outside.received()).isEmpty();
    }

    @Test
    void answers_holdTheHeaderThatLetsThePageHear() {
        HttpResponse<String> page = li.browser().get("/ask");

        assertThat(page.headers().firstValue("Permissions-Policy").orElse(""))
                .contains("microphone=(self)", "camera=()");
    }
}
