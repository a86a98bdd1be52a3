package io.sandtable.web.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.web.people.Role;
import io.sandtable.web.service.Colleague;
import io.sandtable.web.service.DemoService;
import io.sandtable.web.service.HttpBrowser;
import io.sandtable.web.service.RunningService;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A question that somebody else has thrown away while we look at it. */
class GoneIT {
    private static RunningService service;
    private static HttpBrowser browser;
    private static Colleague programs;
    private static String gone = "";

    @BeforeAll
    static void askAndThrowAway() {
        service = DemoService.running();
        programs = Colleague.of(service, "qian", "钱进", Role.MANAGER, Role.PLANNER);
        browser = programs.browser();
        gone = KeptAnswers.copy(service, DemoService.answered("预计下季度新能源汽车电池壳订单增长40%。下月需预留30%产能应对突击订单"), "qian");
        assertThat(browser.get("/runs/" + gone + "/compare").statusCode()).isEqualTo(200);
        service.get(Asking.class).discard(gone);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/ask/%s",
                "/runs/%s",
                "/runs/%s/compare",
                "/runs/%s/why?plan=A",
                "/runs/%s/drivers?plan=A",
                "/runs/%s/plans/A/orders",
                "/runs/%s/plans/A/ledger",
                "/runs/%s/decide?plan=A"
            })
    void page_saysThatItIsGone(String address) {
        HttpResponse<String> answer = browser.get(address.formatted(gone));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body())
                .contains(gone)
                .containsPattern("E-[0-9A-Z]{6}")
                .doesNotContain("??");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/scenarios/%s", "/api/v1/scenarios/%s/events"})
    void program_isTold(String address) {
        assertThat(programs.rest("GET", address.formatted(gone), "").statusCode())
                .isEqualTo(404);
    }

    @Test
    void formThatWasOpen_isRefusedAndMakesNothing() {
        HttpResponse<String> run = browser.submit("/ask", "/ask/" + gone + "/run", Map.of("seen", "1"));
        HttpResponse<String> decide = browser.submit("/ask", "/runs/" + gone + "/decide", Map.of("plan", "A"));

        assertThat(run.statusCode()).isEqualTo(404);
        assertThat(decide.statusCode()).isEqualTo(404);
    }
}
