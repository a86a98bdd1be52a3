package io.sandtable.web.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.web.service.HttpBrowser;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Requests without a session or its token: forged ones get nowhere, what people typed is not lost. */
class ForgedAndLostIT extends ServiceTest {
    private static final String TYPED = "华东大客户提前一周要货 <b>怎么办</b>";

    @Test
    void typedText_isBackOnItsPageAfterSigningInAgain() {
        HttpBrowser browser = browserOf("typing", Role.PLANNER);
        browser.loseSession();

        HttpResponse<String> refused = post(browser, Map.of("text", TYPED, "note", "注", "_csrf", "old"));
        assertThat(HttpBrowser.location(refused)).isEqualTo("/sign-in?kept");
        assertThat(browser.get("/sign-in?kept").body()).contains("登录已经结束").contains("你输入的文字已保留");
        HttpResponse<String> again = browser.signIn("typing", ServiceSetup.Crew.PASSWORD);

        assertThat(HttpBrowser.location(again)).isEqualTo("/ask/test-draft?from=here");
        assertThat(browser.get("/ask/test-other").body()).isEqualTo("text=;note=");
        assertThat(browser.get("/ask/test-draft").body()).isEqualTo("text=" + TYPED + ";note=注");
        assertThat(browser.get("/ask/test-draft").body()).as("once").isEqualTo("text=;note=");
    }

    @Test
    void typedText_survivesAOneTimePasswordToo() {
        HttpBrowser browser = browser();
        OneTimePassword first = people.add("typing-fresh", "", java.util.Set.of(Role.PLANNER));

        post(browser, Map.of("text", TYPED));
        browser.signIn("typing-fresh", first.password());
        HttpResponse<String> changed = browser.submit(
                "/password",
                "/password",
                Map.of("old", first.password(), "chosen", "korrekt-pferd-7", "again", "korrekt-pferd-7"));

        assertThat(HttpBrowser.location(changed)).isEqualTo("/ask/test-draft?from=here");
        assertThat(browser.get("/ask/test-draft").body()).contains(TYPED);
    }

    @Test
    void typedText_isKeptUpToALimit() {
        HttpBrowser browser = browser();
        crew.person("typing-much", Role.PLANNER);

        post(browser, Map.of("text", "长".repeat(9_000)));
        browser.signIn("typing-much", ServiceSetup.Crew.PASSWORD);

        assertThat(browser.get("/ask/test-draft").body())
                .isEqualTo("text=" + "长".repeat(TypedText.MOST_CHARACTERS) + ";note=");
    }

    @Test
    void tokenOfAnEarlierSession_bringsHerBackToThePageWithHerText() {
        HttpBrowser browser = browserOf("two-tabs", Role.PLANNER);

        HttpResponse<String> refused = post(browser, Map.of("text", TYPED, "_csrf", "of-the-other-tab"));

        assertThat(HttpBrowser.location(refused)).isEqualTo("/ask/test-draft?from=here");
        assertThat(browser.get("/ask/test-draft").body()).contains(TYPED);
    }

    @Test
    void requestWithoutToken_changesNothing() {
        HttpBrowser browser = browserOf("forged", Role.ADMINISTRATOR);

        HttpResponse<String> refused =
                browser.send("POST", "/people", Map.of("name", "planted", "roles", "ADMINISTRATOR"), request -> {});

        assertThat(refused.statusCode()).isEqualTo(302);
        assertThat(people.find("planted")).isEmpty();
    }

    @Test
    void foreignSitesForm_opensNoSession() {
        HttpBrowser browser = browser();

        HttpResponse<String> refused = browser.send(
                "POST",
                "/ask/test-draft",
                Map.of("text", "planted"),
                request -> request.header("Sec-Fetch-Site", "cross-site"));

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void foreignAddress_isNowhereToComeBackTo() {
        crew.person("lured", Role.PLANNER);
        HttpBrowser browser = browser();

        browser.send(
                "POST",
                "/ask/test-draft",
                Map.of("text", "x"),
                request -> request.header("Referer", "https://evil.example/ask/test-draft"));

        assertThat(HttpBrowser.location(browser.signIn("lured", ServiceSetup.Crew.PASSWORD)))
                .isEqualTo("/");
    }

    @Test
    void staleSignInPage_asksOnceMore() {
        HttpResponse<String> answer = browser().send("POST", "/sign-in", Map.of("name", "a", "password", "b"), r -> {});

        assertThat(HttpBrowser.location(answer)).isEqualTo("/sign-in?again");
    }

    @Test
    void htmxRequest_isSentToTheSignInPageAsAWhole() {
        HttpBrowser browser = browser();
        crew.person("swapping", Role.PLANNER);

        HttpResponse<String> refused = browser.send(
                "POST",
                "/ask/test-draft",
                Map.of("text", TYPED),
                request -> request.header("HX-Request", "true")
                        .header("HX-Current-URL", browser.address("/ask/test-draft")));

        assertThat(refused.headers().firstValue("HX-Redirect")).contains("/sign-in?kept");
        browser.signIn("swapping", ServiceSetup.Crew.PASSWORD);
        assertThat(browser.get("/ask/test-draft").body()).contains(TYPED);
    }

    private static HttpResponse<String> post(HttpBrowser browser, Map<String, String> fields) {
        return browser.send(
                "POST",
                "/ask/test-draft",
                fields,
                request -> request.header("Referer", browser.address("/ask/test-draft?from=here")));
    }
}
