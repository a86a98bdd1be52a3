package io.sandtable.web.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.web.inquiry.Answers;
import io.sandtable.web.inquiry.Inquiries;
import io.sandtable.web.inquiry.Inquiry;
import io.sandtable.web.inquiry.RunQueue;
import io.sandtable.web.people.Role;
import io.sandtable.web.service.Colleague;
import io.sandtable.web.service.HttpBrowser;
import io.sandtable.web.service.RunningService;
import io.sandtable.web.service.Runs;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asking and running for programs, over HTTP. */
class ScenariosIT {
    private static final String SCENARIOS = "/api/v1/scenarios";
    private static final String GROWTH = "{\"sentences\": [\"预计下季度新能源汽车电池壳订单增长40%\"], \"confirm\": true}";

    @TempDir
    static Path home;

    private static RunningService service;
    private static Colleague li;

    @BeforeAll
    static void start() {
        service = RunningService.at(home, "--sandtable.simulation.steps=200", "--sandtable.run.waiting=1");
        li = Colleague.of(service, "li", "李敏", Role.MANAGER, Role.PLANNER);
    }

    @AfterEach
    void endRuns() {
        List<Inquiry> all = service.get(Inquiries.class).listInquiries("demo", 0, 50);
        all.stream()
                .filter(i -> i.state().isPending())
                .forEach(i -> service.get(RunQueue.class).cancel(i.id()));
        all.forEach(i -> Runs.ended(service, i.id()));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static int count() {
        return service.get(Inquiries.class).count("demo");
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    @Test
    void sentences_areSaidBackAsTheContractWritesThem() {
        var answer = li.rest(
                "POST",
                "/api/v1/understand",
                "{\"sentences\": [\"现金不低于500万元\", \"冰箱门订单增加30%\"], \"asOf\": \"2026-11-21\"}");

        JsonNode understandings = json(answer).get("understandings");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(understandings.at("/0/outcome").asString()).isEqualTo("ACCEPT");
        assertThat(understandings.at("/0/statements/0/kind").asString()).isEqualTo("CASH_FLOOR");
        assertThat(understandings.at("/0/statements/0/quantity/value").asLong()).isEqualTo(5_000_000);
        assertThat(understandings.at("/1/outcome").asString()).isEqualTo("CLARIFY");
        assertThat(understandings.at("/1/questions/0/code").asString()).isEqualTo("UNKNOWN_NAME");
    }

    @Test
    void whatIsOpen_runsNothingAndKeepsNothing() {
        int before = count();

        var answer = li.rest("POST", SCENARIOS, "{\"sentences\": [\"冰箱门订单增加30%\"], \"confirm\": true}");

        JsonNode problem = json(answer);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(problem.get("code").asString()).isEqualTo("NOT_CONFIRMED");
        assertThat(problem.at("/understandings/0/questions/0/code").asString()).isEqualTo("UNKNOWN_NAME");
        assertThat(count()).isEqualTo(before);
    }

    @Test
    void withoutConfirm_itIsADraftForAPerson() {
        var answer = li.rest("POST", SCENARIOS, "{\"sentences\": [\"冰箱门订单增加30%\"], \"lang\": \"en\"}");

        String address = HttpBrowser.location(answer);
        assertThat(answer.statusCode()).isEqualTo(201);
        JsonNode draft = li.restJson(address);
        assertThat(draft.get("state").asString()).isEqualTo("draft");
        assertThat(draft.get("lang").asString()).isEqualTo("en");
        assertThat(draft.at("/conditions/0/state").asString()).isEqualTo("not-understood");
        assertThat(li.rest("DELETE", address, "").statusCode()).isEqualTo(204);
        assertThat(li.rest("GET", address, "").statusCode()).isEqualTo(404);
    }

    @Test
    void run_isWatchedFromAnyPointAndAnswered() {
        var queued = li.rest("POST", SCENARIOS, GROWTH);
        String address = HttpBrowser.location(queued);
        assertThat(queued.statusCode()).isEqualTo(202);

        List<Event> first = events(address, null, 3);
        List<Event> rest = events(address, first.getLast().id(), Integer.MAX_VALUE);

        List<Event> all = Stream.concat(first.stream(), rest.stream()).toList();
        assertThat(all.getLast()).isEqualTo(new Event("", "end", "DONE"));
        List<Long> numbers = all.stream()
                .filter(e -> !e.id().isEmpty())
                .map(e -> Long.parseLong(e.id().replaceFirst(".*-", "")))
                .toList();
        assertThat(numbers)
                .isEqualTo(IntStream.rangeClosed(1, numbers.size())
                        .mapToObj(Long::valueOf)
                        .toList());
        assertThat(all).extracting(Event::name).contains("stage", "strategies", "plan", "best", "state");

        JsonNode done = li.restJson(address);
        assertThat(done.get("state").asString()).isEqualTo("done");
        assertThat(done.at("/answer/plans").size()).isGreaterThanOrEqualTo(3);
        assertThat(done.at("/answer/plans/0/resultHash").asString())
                .isEqualTo(service.get(Answers.class)
                        .getAnswer(done.get("id").asString())
                        .plans()
                        .getFirst()
                        .resultHash());
        assertThat(events(address, null, Integer.MAX_VALUE))
                .extracting(Event::name)
                .containsExactly("state", "end");
    }

    @Test
    void fullQueue_isTold_andNothingIsKept() {
        var running = li.rest("POST", SCENARIOS, GROWTH);
        String id = HttpBrowser.location(running).replaceFirst(".*/", "");
        Runs.until(service, id, i -> i.state() != Inquiry.State.QUEUED);
        var waiting = li.rest("POST", SCENARIOS, GROWTH);
        int before = count();

        var refused = li.rest("POST", SCENARIOS, GROWTH);

        assertThat(li.restJson(HttpBrowser.location(waiting))
                        .get("waitingBefore")
                        .asInt())
                .isZero();
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(json(refused).get("code").asString()).isEqualTo("QUEUE_FULL");
        assertThat(count()).isEqualTo(before);
    }

    @Test
    void sameQuestionAgain_isMadeOnce_orNotAtAllWhereTheQueueIsFull() {
        String done = HttpBrowser.location(li.rest("POST", SCENARIOS, GROWTH)).replaceFirst(".*/", "");
        Runs.ended(service, done);
        String compare = "/runs/" + done + "/compare";
        HttpBrowser browser = li.browser();
        Map<String, String> form = Map.of("_csrf", browser.token(compare), "formKey", "a-page");
        String running =
                HttpBrowser.location(li.rest("POST", SCENARIOS, GROWTH)).replaceFirst(".*/", "");
        Runs.until(service, running, i -> i.state() != Inquiry.State.QUEUED);
        String second = HttpBrowser.location(li.rest("POST", SCENARIOS, GROWTH)).replaceFirst(".*/", "");
        int before = count();

        var refused = browser.send("POST", "/runs/" + done + "/again", form, request -> {});
        int kept = count();
        String told = browser.page(HttpBrowser.location(refused));
        service.get(RunQueue.class).cancel(second);
        var first = browser.send("POST", "/runs/" + done + "/again", form, request -> {});
        var twice = browser.send("POST", "/runs/" + done + "/again", form, request -> {});

        assertThat(HttpBrowser.location(refused)).isEqualTo(compare);
        assertThat(kept).isEqualTo(before);
        assertThat(told).contains("排队的推演已满", "没有另存新问题");
        assertThat(HttpBrowser.location(first)).startsWith("/runs/INQ-");
        assertThat(HttpBrowser.location(twice)).isEqualTo(HttpBrowser.location(first));
        assertThat(count()).isEqualTo(before + 1);
    }

    @Test
    void pending_isCancelledAndKeepsItsConditions() {
        String address = HttpBrowser.location(li.rest("POST", SCENARIOS, GROWTH));

        var cancelled = li.rest("DELETE", address, "");

        Inquiry ended = Runs.ended(service, address.replaceFirst(".*/", ""));
        assertThat(cancelled.statusCode()).isEqualTo(202);
        assertThat(ended.state()).isEqualTo(Inquiry.State.CANCELLED);
        assertThat(li.restJson(address).at("/conditions/0/state").asString()).isEqualTo("confirmed");
    }

    @Test
    void bestSoFar_isAcceptedAnyNumberOfTimes() {
        String address = HttpBrowser.location(li.rest("POST", SCENARIOS, GROWTH));

        assertThat(li.rest("POST", address + "/accept-best", "").statusCode()).isEqualTo(202);
        Inquiry done = Runs.ended(service, address.replaceFirst(".*/", ""));

        assertThat(done.state()).isEqualTo(Inquiry.State.DONE);
        assertThat(li.rest("POST", address + "/accept-best", "").statusCode()).isEqualTo(202);
    }

    @Test
    void unknownScenario_isAProblemWithItsCode() {
        for (String path : List.of("/INQ-1999-0101-001", "/INQ-1999-0101-001/events")) {
            var answer = li.rest("GET", SCENARIOS + path, "");

            assertThat(answer.statusCode()).as(path).isEqualTo(404);
        }
        assertThat(json(li.rest("DELETE", SCENARIOS + "/nothing", ""))
                        .get("code")
                        .asString())
                .isEqualTo("INQUIRY_GONE");
    }

    @Test
    void badBodies_areTold() {
        assertThat(li.rest("POST", SCENARIOS, "{\"sentences\": []}").statusCode())
                .isEqualTo(400);
        assertThat(li.rest("POST", SCENARIOS, "{}").statusCode()).isEqualTo(400);
        assertThat(li.rest("POST", SCENARIOS, "{\"sentences\": [null, \" \"]}").statusCode())
                .isEqualTo(400);
        assertThat(li.rest("POST", SCENARIOS, "not json").statusCode()).isEqualTo(400);
        assertThat(li.rest("POST", SCENARIOS, "{\"sentences\": [\"x\"], \"asOf\": \"soon\"}")
                        .statusCode())
                .isEqualTo(400);
        for (String day : List.of("9999-12-31", "0001-01-01", "2200-03-01")) {
            String body = "{\"sentences\": [\"现金不低于500万元\"], \"asOf\": \"%s\"}".formatted(day);
            for (String path : List.of(SCENARIOS, "/api/v1/understand")) {
                var refused = li.rest("POST", path, body);
                assertThat(refused.statusCode()).as(path + " " + day).isEqualTo(400);
                assertThat(json(refused).get("code").asString()).isEqualTo("DAY_FAR_AWAY");
                assertThat(json(refused).get("detail").asString()).contains(day, "请取 ");
            }
        }
        for (String body : List.of("{}", "{\"name\": null}", "null", "{\"name\": \"No Such Name\"}")) {
            var refused = li.rest("POST", "/api/v1/companies/current", body);
            assertThat(refused.statusCode()).as(body).isEqualTo(400);
            assertThat(json(refused).get("detail").asString()).as(body).isNotBlank();
        }
        assertThat(li.rest("POST", "/api/v1/understand", "{\"sentences\": [\"" + "长".repeat(4_001) + "\"]}")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void list_isPagedAndBounded() {
        li.rest("POST", SCENARIOS, "{\"sentences\": [\"现金不低于500万元\"]}");

        JsonNode page = li.restJson(SCENARIOS + "?page=99&size=1000000");

        assertThat(page.get("page").asInt()).isEqualTo(page.get("pages").asInt());
        assertThat(page.get("items").size()).isBetween(1, 100);
        assertThat(page.get("total").asInt()).isEqualTo(count());
    }

    /** One event of the stream; the id is empty where it has none. */
    private record Event(String id, String name, String data) {}

    /** Reads so many events, or all until the stream ends. */
    private static List<Event> events(String address, @org.jspecify.annotations.Nullable String last, int most) {
        var request = HttpRequest.newBuilder(URI.create(service.url(address + "/events")))
                .header("Accept", "text/event-stream");
        if (last != null) {
            request.header("Last-Event-ID", last);
        }
        HttpResponse<Stream<String>> answer = li.rest(request, BodyHandlers.ofLines());
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
        var events = new ArrayList<Event>();
        String id = "";
        String name = "";
        try (Stream<String> lines = answer.body()) {
            for (String line : (Iterable<String>) lines::iterator) {
                if (line.startsWith("id:")) {
                    id = line.substring(3);
                } else if (line.startsWith("event:")) {
                    name = line.substring(6);
                } else if (line.startsWith("data:")) {
                    events.add(new Event(name.equals("end") ? "" : id, name, line.substring(5)));
                    if (events.size() == most) {
                        break;
                    }
                }
            }
        }
        return events;
    }
}
