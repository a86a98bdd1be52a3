package io.sandtable.web.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.web.service.HttpBrowser;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What every answer carries, and the page of what went wrong. */
@ExtendWith(OutputCaptureExtension.class)
class AnswersIT extends ServiceTest {
    private static final Pattern REF = Pattern.compile("E-[2-9A-Z]{6}");

    @Test
    void pages_tellTheBrowserToTrustNobodyElse() {
        HttpBrowser browser = browserOf("reader", Role.AUDITOR);

        for (HttpResponse<String> answer : java.util.List.of(
                browser.get("/me"),
                browser.get("/sign-in"),
                browser.get("/nowhere"),
                browser().get("/me"))) {
            assertThat(header(answer, "Content-Security-Policy"))
                    .isEqualTo("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                            + "font-src 'self'; connect-src 'self'; frame-src 'self'; object-src 'none'; "
                            + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
            assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(header(answer, "X-Frame-Options")).isEqualTo("DENY");
            assertThat(header(answer, "Referrer-Policy")).isEqualTo("same-origin");
            assertThat(header(answer, "Permissions-Policy")).contains("camera=()");
            assertThat(header(answer, "Cache-Control")).contains("no-store");
        }
    }

    @Test
    void reportAlone_mayStandInAFrameOfOurs() {
        HttpBrowser browser = browserOf("reader", Role.AUDITOR);

        HttpResponse<String> report = browser.get("/decisions/d1/report.pdf");

        assertThat(header(report, "Content-Security-Policy")).endsWith("frame-ancestors 'self'");
        assertThat(header(report, "X-Frame-Options")).isEqualTo("SAMEORIGIN");
    }

    @Test
    void staticFiles_areKeptByTheBrowser() {
        for (String file : java.util.List.of("/css/sandtable.css", "/webjars/bootstrap/dist/css/bootstrap.min.css")) {
            HttpResponse<String> answer = browser().get(file);

            assertThat(answer.statusCode()).as(file).isEqualTo(200);
            assertThat(header(answer, "Cache-Control"))
                    .as(file)
                    .contains("max-age=")
                    .doesNotContain("no-store");
            assertThat(answer.headers().firstValue("Set-Cookie")).as(file).isEmpty();
        }
    }

    @Test
    void cookieOfTheSession_isOutOfReachForScriptsAndOtherSites() {
        HttpResponse<String> answer = browser().get("/sign-in");

        assertThat(header(answer, "Set-Cookie"))
                .contains("sandtable-session=")
                .contains("HttpOnly")
                .contains("SameSite=Lax");
    }

    @Test
    void fault_hasANumberThatStandsInTheLogWithItsCause(CapturedOutput log) {
        HttpBrowser browser = browserOf("reader", Role.AUDITOR);

        HttpResponse<String> answer = browser.get("/runs/test-fault");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body())
                .contains("无法完成")
                .contains("请把编号告诉管理员")
                .doesNotContain("secret")
                .doesNotContain("IllegalState");
        Matcher ref = REF.matcher(answer.body());
        assertThat(ref.find()).isTrue();
        assertThat(log.getAll())
                .contains(ref.group() + " GET /runs/test-fault")
                .contains("IllegalStateException: a secret that no page may show");
    }

    @Test
    void refusal_isWordedOnThePageAndItsArgumentsAreText() {
        HttpBrowser browser = browserOf("reader", Role.AUDITOR);
        browser.speak("en");

        HttpResponse<String> answer = browser.get("/runs/test-gone");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body())
                .contains("There is nobody called &lt;b&gt;x&lt;/b&gt;")
                .contains("Not found")
                .contains("Ref E-");
    }

    @Test
    void unknownAddress_isNotFound_forWhoIsSignedIn() {
        HttpBrowser browser = browserOf("reader", Role.AUDITOR);

        assertThat(browser.get("/no-such-page").statusCode()).isEqualTo(404);
        assertThat(browser.get("/no-such-page").body()).contains("没有这个地址");
        assertThat(browser.get("/error").statusCode()).isEqualTo(404);
        assertThat(HttpBrowser.location(browser().get("/no-such-page"))).isEqualTo("/sign-in");
    }

    @Test
    void htmx_getsTheBoxAlone() {
        HttpBrowser browser = browserOf("reader", Role.AUDITOR);

        HttpResponse<String> answer =
                browser.send("GET", "/runs/test-gone", Map.of(), request -> request.header("HX-Request", "true"));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("role=\"alert\"").doesNotContain("<html");
    }

    /** The Java client would not send it. */
    @Test
    void brokenEncoding_isBadInputOnThePageForSuchCases() throws IOException {
        String answer;
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream()
                    .write("GET /sign-in?lang=%zz HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nConnection: close\r\n\r\n"
                            .replace("%d", Integer.toString(port))
                            .getBytes(StandardCharsets.US_ASCII));
            answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }

        assertThat(answer).startsWith("HTTP/1.1 400 ").containsPattern(REF).contains("X-Frame-Options: DENY");
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
