package io.sandtable.web.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.web.service.HttpBrowser;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The administrator's page, over HTTP. */
class PeoplePageIT extends ServiceTest {
    private static final Pattern ONCE = Pattern.compile("id=\"once\">([^<]+)<");

    @Test
    void newPerson_getsAPasswordThatThePageShowsOnce() {
        HttpBrowser admin = browserOf("chief", Role.ADMINISTRATOR);

        var added = admin.submit(
                "/people", "/people", Map.of("name", "Zhang.Wei", "displayName", "张伟", "roles", "PLANNER,AUDITOR"));
        String page = admin.get(HttpBrowser.location(added)).body();

        assertThat(page).contains("zhang.wei 已加上").contains("计划员、审计员");
        assertThat(admin.get("/people").body()).doesNotContain("id=\"once\"");
        Matcher once = ONCE.matcher(page);
        assertThat(once.find()).isTrue();
        assertThat(HttpBrowser.location(browser().signIn("zhang.wei", once.group(1))))
                .isEqualTo("/password");
    }

    @Test
    void refusedPerson_keepsWhatWasTyped() {
        HttpBrowser admin = browserOf("chief", Role.ADMINISTRATOR);

        admin.submit("/people", "/people", Map.of("name", "a b", "displayName", "名字", "roles", "PLANNER"));
        String page = admin.get("/people").body();

        assertThat(page).contains("登录名“a b”不能用").contains("value=\"a b\"").contains("value=\"名字\"");
        assertThat(page).containsPattern("id=\"new-PLANNER\"[^>]* checked");
    }

    @Test
    void scriptInANameIsShownAsText() {
        HttpBrowser admin = browserOf("chief", Role.ADMINISTRATOR);
        String script = "<script>alert(1)</script>\"><img src=x onerror=alert(1)>";

        var added = admin.submit(
                "/people", "/people", Map.of("name", "mallory", "displayName", script, "roles", "PLANNER"));
        String page = admin.get(HttpBrowser.location(added)).body();

        assertThat(page).contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&gt;&lt;img src=x");
        assertThat(page).doesNotContain("<script>alert").doesNotContain("<img src=x");
    }

    @Test
    void newRoles_newPassword_andBeingDisabled_endSessions() {
        HttpBrowser admin = browserOf("chief", Role.ADMINISTRATOR);
        for (Map.Entry<String, Map<String, String>> change : Map.of(
                        "roles", Map.of("roles", "AUDITOR"),
                        "password", Map.<String, String>of(),
                        "disable", Map.<String, String>of())
                .entrySet()) {
            String name = "changed-" + change.getKey();
            HttpBrowser browser = browserOf(name, Role.PLANNER);
            assertThat(browser.get("/me").statusCode()).isEqualTo(200);

            admin.submit("/people", "/people/%s/%s".formatted(name, change.getKey()), change.getValue());

            assertThat(HttpBrowser.location(browser.get("/me"))).as(name).isEqualTo("/sign-in?ended");
        }
        assertThat(people.get("changed-roles").roles()).containsExactly(Role.AUDITOR);
        assertThat(people.get("changed-password").mustChangePassword()).isTrue();
        assertThat(people.get("changed-disable").enabled()).isFalse();
    }

    @Test
    void newPassword_endsALock() {
        HttpBrowser admin = browserOf("chief", Role.ADMINISTRATOR);
        crew.person("locked-out", Role.PLANNER);
        for (int i = 0; i < 5; i++) {
            browser().signIn("locked-out", "geraten-nummer-" + i);
        }

        var reset = admin.submit("/people", "/people/locked-out/password", Map.of());
        Matcher once = ONCE.matcher(admin.get(HttpBrowser.location(reset)).body());

        assertThat(once.find()).isTrue();
        assertThat(HttpBrowser.location(browser().signIn("locked-out", once.group(1))))
                .isEqualTo("/password");
    }

    @Test
    void whoIsNotAnAdministrator_isToldWhoCanHelp() {
        HttpBrowser manager = browserOf("curious", Role.MANAGER);

        var answer = manager.get("/people");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("这里需要的角色是：管理员").containsPattern("编号 E-[2-9A-Z]{6}");
    }
}
