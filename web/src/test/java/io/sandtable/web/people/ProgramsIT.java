package io.sandtable.web.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.web.service.HttpBrowser;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** REST: name and password with each request, or the session of a page; problems as RFC 9457 says. */
class ProgramsIT extends ServiceTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int AT_ONCE = 20;

    @Test
    void basic_needsNoTokenAndOpensNoSession() {
        crew.person("script", Role.PLANNER);

        var answer =
                browser().send("POST", "/api/v1/plans/test-who", Map.of(), as("script", ServiceSetup.Crew.PASSWORD));
        var read = browser().send("GET", "/api/v1/plans/test-who", Map.of(), as("script", ServiceSetup.Crew.PASSWORD));

        assertThat(answer.statusCode())
                .as("no row of the table: not a matter of the token")
                .isEqualTo(404);
        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(read.body()).isEqualTo("script");
        assertThat(read.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void wrongPassword_isAProblemAndOpensNoBoxOfTheBrowser() {
        crew.person("script-wrong", Role.PLANNER);

        var answer = browser().send("GET", "/api/v1/plans/test-who", Map.of(), as("script-wrong", "falsch-geraten"));

        assertThat(problem(answer, 401)).isEqualTo("UNAUTHENTICATED");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).isEmpty();
    }

    @Test
    void guessing_locksProgramsOutToo() {
        crew.person("script-guessed", Role.PLANNER);
        for (int i = 0; i < 5; i++) {
            browser().send("GET", "/api/v1/plans/test-who", Map.of(), as("script-guessed", "geraten-" + i));
        }

        var answer = browser()
                .send("GET", "/api/v1/plans/test-who", Map.of(), as("script-guessed", ServiceSetup.Crew.PASSWORD));

        assertThat(problem(answer, 401)).isEqualTo("LOCKED");
    }

    @Test
    void manyRightPasswordsAtOnce_lockNobodyOut() throws Exception {
        crew.person("script-busy", Role.PLANNER);

        var answers = atOnce("script-busy", ServiceSetup.Crew.PASSWORD);

        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(200);
    }

    @Test
    void manyWrongPasswordsAtOnce_gainNothing() throws Exception {
        crew.person("script-raced", Role.PLANNER);

        var codes = atOnce("script-raced", "falsch-geraten").stream()
                .map(answer -> problem(answer, 401))
                .toList();

        assertThat(codes).filteredOn("UNAUTHENTICATED"::equals).hasSize(5);
        assertThat(codes).filteredOn("LOCKED"::equals).hasSize(AT_ONCE - 5);
        var right = browser()
                .send("GET", "/api/v1/plans/test-who", Map.of(), as("script-raced", ServiceSetup.Crew.PASSWORD));
        assertThat(problem(right, 401)).isEqualTo("LOCKED");
    }

    private List<HttpResponse<String>> atOnce(String name, String password) throws Exception {
        var answers = new ArrayList<HttpResponse<String>>();
        try (var pool = Executors.newFixedThreadPool(AT_ONCE)) {
            Callable<HttpResponse<String>> one =
                    () -> browser().send("GET", "/api/v1/plans/test-who", Map.of(), as(name, password));
            for (var answer : pool.invokeAll(Collections.nCopies(AT_ONCE, one))) {
                answers.add(answer.get());
            }
        }
        return answers;
    }

    @Test
    void oneTimePassword_isNotForPrograms() {
        OneTimePassword first = people.add("script-fresh", "", Set.of(Role.PLANNER));

        var answer = browser().send("GET", "/api/v1/plans/test-who", Map.of(), as("script-fresh", first.password()));

        assertThat(problem(answer, 403)).isEqualTo("PASSWORD_MUST_CHANGE");
    }

    @Test
    void session_needsItsToken() {
        HttpBrowser browser = browserOf("page", Role.PLANNER);

        var without = browser.send("POST", "/api/v1/scenarios", Map.of(), request -> {});
        String token = browser.token("/password");
        var with =
                browser.send("POST", "/api/v1/scenarios", Map.of(), request -> request.header("X-CSRF-TOKEN", token));

        assertThat(problem(without, 403)).isEqualTo("CSRF_MISSING");
        assertThat(with.body()).doesNotContain("CSRF_MISSING");
        assertThat(problem(browser().send("POST", "/api/v1/scenarios", Map.of(), request -> {}), 401))
                .isEqualTo("UNAUTHENTICATED");
    }

    @Test
    void missingRole_isNamed() {
        crew.person("script-auditor", Role.AUDITOR);

        var answer = browser()
                .send(
                        "POST",
                        "/api/v1/scenarios",
                        Map.of(),
                        as("script-auditor", ServiceSetup.Crew.PASSWORD)
                                .andThen(request -> request.header("Accept-Language", "en-GB")));

        assertThat(problem(answer, 403)).isEqualTo("FORBIDDEN");
        assertThat(json(answer).get("detail").asString()).contains("Manager, Planner");
    }

    @Test
    void problems_ofControllersHaveStatusCodeAndWords() {
        crew.person("script-problems", Role.PLANNER);

        assertThat(problem(ask("test-gone"), 404)).isEqualTo("PERSON_NOT_FOUND");
        assertThat(problem(ask("test-full"), 429)).isEqualTo("QUEUE_FULL");
        assertThat(problem(ask("test-number?days=many"), 400)).isEqualTo("BAD_INPUT");
        assertThat(problem(ask("test-number"), 400)).isEqualTo("BAD_INPUT");
        assertThat(problem(ask("test-fault"), 500)).isEqualTo("FAULT");
        assertThat(ask("test-fault").body()).doesNotContain("secret");
        assertThat(problem(ask("not-there"), 404)).isEqualTo("PLAN_GONE");
        assertThat(problem(ask("not-there/at/all"), 404)).isEqualTo("NOT_FOUND");
    }

    @Test
    void description_namesBothWaysIn() {
        crew.person("script-reader", Role.AUDITOR);

        var answer =
                browser().send("GET", "/api/v1/openapi", Map.of(), as("script-reader", ServiceSetup.Crew.PASSWORD));

        JsonNode schemes = json(answer).at("/components/securitySchemes");
        assertThat(schemes.at("/basic/scheme").asString()).isEqualTo("basic");
        assertThat(schemes.at("/session/name").asString()).isEqualTo("sandtable-session");
        assertThat(schemes.at("/csrf/name").asString()).isEqualTo("X-CSRF-TOKEN");
    }

    @Test
    void health_isOpenAndTellsNoDetails_metricsAreForAdministrators() {
        crew.person("script-admin", Role.ADMINISTRATOR);

        assertThat(browser().get("/actuator/health").body()).contains("UP").doesNotContain("components");
        assertThat(browser().get("/actuator/health/readiness").statusCode()).isEqualTo(200);
        assertThat(browser().get("/actuator/prometheus").statusCode()).isEqualTo(401);
        assertThat(browser()
                        .send("GET", "/actuator/prometheus", Map.of(), as("script-admin", ServiceSetup.Crew.PASSWORD))
                        .body())
                .contains("jvm_memory_used_bytes");
    }

    private HttpResponse<String> ask(String plan) {
        return browser()
                .send("GET", "/api/v1/plans/" + plan, Map.of(), as("script-problems", ServiceSetup.Crew.PASSWORD));
    }

    private static Consumer<HttpRequest.Builder> as(String name, String password) {
        String both = Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
        return request -> request.header("Authorization", "Basic " + both);
    }

    /** The code of a problem, after a look at all that it has to have. */
    private static String problem(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        JsonNode problem = json(answer);
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("title").asString()).isNotBlank();
        assertThat(problem.get("detail").asString()).isNotBlank();
        assertThat(problem.get("ref").asString()).matches("E-[2-9A-Z]{6}");
        return problem.get("code").asString();
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }
}
