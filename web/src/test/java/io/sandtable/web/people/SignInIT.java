package io.sandtable.web.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.web.service.HttpBrowser;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Coming in and going out, over HTTP. */
class SignInIT extends ServiceTest {
    private static final String PASSWORD = ServiceSetup.Crew.PASSWORD;
    private static final String LOCKED = "密码错误次数太多";
    private static final String WRONG = "名字或密码不对";

    @Test
    void signIn_opensThePageThatWasAskedFor() {
        crew.person("wanting", Role.MANAGER);
        HttpBrowser browser = browser();
        browser.get("/me?x=%E4%BD%A0");

        var answer = browser.signIn("wanting", PASSWORD);

        assertThat(HttpBrowser.location(answer)).isEqualTo("/me?x=%E4%BD%A0");
        assertThat(browser.get("/me").body()).contains("wanting").contains("决策人");
    }

    @Test
    void signIn_givesTheSessionANewNumber() {
        crew.person("fixed", Role.MANAGER);
        HttpBrowser browser = browser();
        browser.get("/sign-in");
        String before = browser.session();

        browser.signIn("fixed", PASSWORD);

        assertThat(before).isNotEmpty();
        assertThat(browser.session()).isNotEmpty().isNotEqualTo(before);
    }

    @Test
    void signIn_takesTheNameInAnySpelling() {
        crew.person("spelled", Role.MANAGER);
        HttpBrowser browser = browser();

        browser.signIn(" ＳPELLED ", PASSWORD);

        assertThat(browser.get("/me").statusCode()).isEqualTo(200);
    }

    @Test
    void wrongPassword_isSaidOnThePageWithTheWayOutAndTheNameKept() {
        crew.person("mistyped", Role.MANAGER);
        HttpBrowser browser = browser();

        var answer = browser.signIn("mistyped", "falsch-geraten-9");

        assertThat(HttpBrowser.location(answer)).isEqualTo("/sign-in?wrong");
        assertThat(browser.get("/sign-in?wrong").body())
                .contains(WRONG)
                .contains("管理员重设")
                .contains("value=\"mistyped\"");
    }

    @Test
    void fiveWrongPasswords_lockAName_forAQuarterOfAnHour() {
        crew.person("guessed", Role.MANAGER);
        HttpBrowser guesser = browser();
        for (int i = 0; i < 5; i++) {
            assertThat(HttpBrowser.location(guesser.signIn("guessed", "geraten-nummer-" + i)))
                    .isEqualTo("/sign-in?wrong");
        }

        var right = guesser.signIn("guessed", PASSWORD);

        assertThat(HttpBrowser.location(right)).isEqualTo("/sign-in?locked");
        assertThat(guesser.get("/sign-in?locked").body()).contains(LOCKED);
        clock.move(Duration.ofMinutes(15));
        assertThat(HttpBrowser.location(guesser.signIn("guessed", PASSWORD))).isEqualTo("/");
    }

    @Test
    void nameThatDoesNotExist_isLockedLikeOneThatDoes() {
        HttpBrowser guesser = browser();
        for (int i = 0; i < 5; i++) {
            assertThat(HttpBrowser.location(guesser.signIn("nobody-here", "geraten-nummer-" + i)))
                    .isEqualTo("/sign-in?wrong");
        }

        assertThat(HttpBrowser.location(guesser.signIn("nobody-here", "geraten-nummer-6")))
                .isEqualTo("/sign-in?locked");
    }

    @Test
    void disabledPerson_learnsItOnlyWithTheRightPassword() {
        crew.person("gone-away", Role.MANAGER);
        people.disable("gone-away");

        assertThat(HttpBrowser.location(browser().signIn("gone-away", "falsch-geraten-9")))
                .isEqualTo("/sign-in?wrong");
        assertThat(HttpBrowser.location(browser().signIn("gone-away", PASSWORD)))
                .isEqualTo("/sign-in?disabled");
    }

    @Test
    void oneTimePassword_leadsNowhereButToAnOwnOne() {
        OneTimePassword first = people.add("fresh", "", java.util.Set.of(Role.PLANNER));
        HttpBrowser browser = browser();

        assertThat(HttpBrowser.location(browser.signIn("fresh", first.password())))
                .isEqualTo("/password");
        assertThat(HttpBrowser.location(browser.get("/me"))).isEqualTo("/password");

        String before = browser.session();
        var tooShort = change(browser, first.password(), "kurz", "kurz");
        var isOld = change(browser, first.password(), first.password(), first.password());
        var different = change(browser, first.password(), "korrekt-pferd-7", "korrekt-pferd-8");
        assertThat(tooShort.statusCode()).isEqualTo(422);
        assertThat(tooShort.body()).contains("新密码太短");
        assertThat(isOld.body()).contains("新密码和原来的一样");
        assertThat(different.body()).contains("两次输入的新密码不一样");

        assertThat(HttpBrowser.location(change(browser, first.password(), PASSWORD, PASSWORD)))
                .isEqualTo("/");
        assertThat(browser.session()).isNotEqualTo(before);
        assertThat(browser.get("/me").statusCode()).isEqualTo(200);
    }

    @Test
    void ownNewPassword_endsHerOtherSessions() {
        HttpBrowser here = browserOf("moving", Role.PLANNER);
        HttpBrowser elsewhere = browserOf("moving", Role.PLANNER);

        change(here, PASSWORD, "anderes-pferd-8", "anderes-pferd-8");

        assertThat(here.get("/me").statusCode()).isEqualTo(200);
        assertThat(HttpBrowser.location(elsewhere.get("/me"))).isEqualTo("/sign-in?ended");
    }

    @Test
    void signOut_endsTheSession() {
        HttpBrowser browser = browserOf("leaving", Role.MANAGER);

        var answer = browser.submit("/password", "/sign-out", Map.of());

        assertThat(HttpBrowser.location(answer)).isEqualTo("/sign-in?out");
        assertThat(browser.get("/me").statusCode()).isEqualTo(302);
    }

    @Test
    void signInPage_letsPasswordManagersIn() {
        String page = browser().get("/sign-in").body();

        assertThat(page).contains("autocomplete=\"username\"").contains("autocomplete=\"current-password\"");
        assertThat(page).doesNotContain("onpaste").doesNotContain("<script>");
    }

    @Test
    void signInPage_speaksEnglish() {
        HttpBrowser browser = browser();
        browser.speak("en");

        assertThat(browser.get("/sign-in?locked").body()).contains("Too many wrong passwords");
    }

    private static java.net.http.HttpResponse<String> change(
            HttpBrowser browser, String old, String chosen, String again) {
        return browser.submit("/password", "/password", Map.of("old", old, "chosen", chosen, "again", again));
    }
}
