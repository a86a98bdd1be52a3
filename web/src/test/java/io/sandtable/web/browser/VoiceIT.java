package io.sandtable.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import io.sandtable.web.company.Companies;
import io.sandtable.web.inquiry.Inquiries;
import io.sandtable.web.people.Role;
import io.sandtable.web.service.Colleague;
import io.sandtable.web.service.DemoService;
import io.sandtable.web.service.RunningService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Speaking into a box where the browser has a recognition of its own; the real one is a service on the internet, so its shape is played. */
class VoiceIT {
    private static final String NAME = "speaker";

    /** Does what the page's address asks for, by the events of the Web Speech API and in their order. */
    private static final String RECOGNITION = """
            window.webkitSpeechRecognition = window.SpeechRecognition = class extends EventTarget {
              start() {
                window.heardIn = this.lang;
                const hears = sessionStorage.getItem('hears');
                setTimeout(() => {
                  if (hears.startsWith('!')) this.onerror({ error: hears.slice(1) });
                  else if (hears !== '…') {
                    const result = Object.assign([{ transcript: hears }], { isFinal: true });
                    this.onresult({ resultIndex: 0, results: [result] });
                  }
                  if (hears !== '…') this.onend();
                }, 300);
              }
              stop() { setTimeout(() => this.onend(), 0); }
            };
            """;

    private static final String NONE = "delete window.SpeechRecognition; delete window.webkitSpeechRecognition;"
            + "Object.defineProperty(window, 'webkitSpeechRecognition', { value: undefined });";

    private static RunningService service;
    private static Playwright playwright;
    private static Browser chromium;

    @BeforeAll
    static void openBrowser() {
        service = DemoService.running();
        playwright = Visitor.playwright();
        chromium = Visitor.chromium(playwright);
        Colleague.of(service, NAME, "宋言", Role.MANAGER, Role.PLANNER);
    }

    @AfterAll
    static void closeBrowser() {
        chromium.close();
        playwright.close();
    }

    private static Visitor visitor(String script) {
        Visitor visitor = Visitor.at(chromium, service.url(""));
        visitor.page().addInitScript(script);
        return visitor.signIn(NAME, Colleague.PASSWORD);
    }

    private static void hears(Page page, String what) {
        page.evaluate("hears => sessionStorage.setItem('hears', hears)", what);
    }

    private static Locator button(Page page) {
        return page.locator("[data-voice] button");
    }

    private static void waitForState(Page page, String state) {
        page.locator("[data-voice][data-state=" + state + "]").waitFor();
    }

    @ParameterizedTest
    @CsvSource({
        "/ask,#text,zh,zh-CN,预计下季度电池壳订单增长40%,已停止；请核对文字再提交",
        "/ask,#text,en,en-US,cash stays at least 5 million yuan,Stopped; check the text before you send it",
        "/,#sentence,zh,zh-CN,现金不低于500万,已停止；请核对文字再提交",
        "/rules,#sentence,en,en-US,cash stays at least 5 million yuan,Stopped; check the text before you send it"
    })
    void whatIsSaid_landsInTheBox_andIsNotSent(
            String path, String box, String language, String heardIn, String said, String state) {
        int before = service.get(Inquiries.class).count(Companies.DEMO);
        try (var visitor = visitor(RECOGNITION)) {
            Page page = visitor.open(path + "?lang=" + language).settle().page();
            hears(page, said);
            assertThat(button(page).getAttribute("aria-pressed")).isEqualTo("false");
            visitor.hasNoBarriers();

            button(page).click();
            assertThat(button(page).getAttribute("aria-pressed")).isEqualTo("true");
            waitForState(page, "stopped");

            assertThat(page.locator(box).inputValue()).isEqualTo(said);
            assertThat(page.evaluate("window.heardIn")).isEqualTo(heardIn);
            assertThat(button(page).getAttribute("aria-pressed")).isEqualTo("false");
            assertThat(page.locator("[data-voice-state]").innerText()).isEqualTo(state);
            assertThat(page.locator(box).evaluate("e => e === document.activeElement"))
                    .isEqualTo(true);
            assertThat(page.evaluate("location.pathname")).isEqualTo(path);
            assertThat(service.get(Inquiries.class).count(Companies.DEMO)).isEqualTo(before);
            assertThat(visitor.complaints()).isEmpty();
            visitor.picture("voice-" + language + path.replace('/', '-'));
        }
    }

    @Test
    void whatIsSaid_joinsWhatWasTyped() {
        try (var visitor = visitor(RECOGNITION)) {
            Page page = visitor.open("/ask?lang=zh").settle().page();
            page.locator("#text").fill("现金不低于500万。");
            hears(page, "夜班每月最多排16天");

            button(page).click();
            waitForState(page, "stopped");

            assertThat(page.locator("#text").inputValue()).isEqualTo("现金不低于500万。夜班每月最多排16天");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "!not-allowed,denied,zh,没有使用麦克风的许可",
        "!service-not-allowed,denied,en,The microphone is not allowed",
        "!no-speech,silent,zh,没有听到声音",
        "!no-speech,silent,en,Nothing was heard",
        "!network,failed,zh,语音输入暂不可用",
        "!audio-capture,failed,en,Speaking does not work"
    })
    void whatDoesNotWork_isSaidSo_andTheTextStays(String error, String state, String language, String words) {
        try (var visitor = visitor(RECOGNITION)) {
            Page page = visitor.open("/ask?lang=" + language).settle().page();
            page.locator("#text").fill("12");
            hears(page, error);

            button(page).click();
            waitForState(page, state);

            assertThat(page.locator("[data-voice-state]").innerText()).startsWith(words);
            page.waitForFunction("words => document.getElementById('live').textContent.startsWith(words)", words);
            assertThat(page.locator("#text").inputValue()).isEqualTo("12");
            assertThat(button(page).isEnabled()).isTrue();
        }
    }

    @Test
    void keyboard_beginsAndEnds() {
        try (var visitor = visitor(RECOGNITION)) {
            Page page = visitor.open("/ask?lang=zh").settle().page();
            hears(page, "…");
            visitor.tabTo("[data-voice] button");

            page.keyboard().press("Enter");
            waitForState(page, "listening");
            page.keyboard().press("Escape");
            waitForState(page, "silent");

            page.keyboard().press("Space");
            waitForState(page, "listening");
            page.keyboard().press("Space");
            waitForState(page, "silent");
        }
    }

    @Test
    void withoutAny_thereIsNoButton() {
        try (var visitor = visitor(NONE)) {
            for (String path : new String[] {"/ask", "/", "/rules"}) {
                Page page = visitor.open(path).settle().page();

                assertThat(page.locator("[data-voice]").count()).as(path).isEqualTo(1);
                assertThat(button(page).count()).as(path).isZero();
            }
            assertThat(visitor.complaints()).isEmpty();
        }
    }
}
