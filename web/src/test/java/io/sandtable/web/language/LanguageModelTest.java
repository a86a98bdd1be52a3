package io.sandtable.web.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import io.sandtable.model.NodeType;
import io.sandtable.model.calendar.HolidayCalendar;
import io.sandtable.rules.Kind;
import io.sandtable.rules.Named;
import io.sandtable.rules.Names;
import io.sandtable.rules.OtherReader;
import io.sandtable.rules.ReadBy;
import io.sandtable.rules.Reader;
import io.sandtable.rules.Understanding;
import io.sandtable.rules.UnderstandingJson;
import io.sandtable.web.settings.LanguageModelSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asking a language model over real HTTP, whatever it answers. */
class LanguageModelTest {
    private static final String ODD = "盛泰化工那头的溶剂咱们往后一滴也不沾了";
    private static final Instant NOON = Instant.parse("2026-11-21T04:00:00Z");
    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 21);
    private static final Names NAMES = Names.of(List.of(
            new Named("SUP-1", NodeType.SUPPLIER, "盛泰化工", "Shengtai", List.of(), List.of()),
            new Named("SUP-2", NodeType.SUPPLIER, "远航物资", null, List.of(), List.of()),
            new Named("MAT-1", NodeType.MATERIAL, "溶剂", "solvent", List.of(), List.of())));

    private static final String GOOD =
            "{\"outcome\":\"ACCEPT\",\"statements\":[{\"kind\":\"SOURCING_BAN\",\"modality\":\"MUST\","
                    + "\"entities\":[\"SUP-1\",\"MAT-1\"],\"comparator\":null,\"quantity\":null,"
                    + "\"window\":{\"from\":\"2026-11-21\",\"to\":null},\"recurrence\":null,\"slots\":{},"
                    + "\"source\":{\"text\":\"\",\"spans\":[]},\"paraphrase\":{\"zh\":\"-\",\"en\":\"-\"}}],\"questions\":[]}";

    private StubService service;

    @BeforeEach
    void start() {
        service = StubService.start();
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private static LanguageModelSettings settings(@Nullable URI url, @Nullable String key, @Nullable Path keyFile) {
        return new LanguageModelSettings(url, "small-1", key, keyFile, Duration.ofMillis(700));
    }

    private LanguageModel model() {
        return model(Clock.fixed(NOON, ZoneOffset.UTC));
    }

    private LanguageModel model(Clock clock) {
        return new LanguageModel(settings(service.url("/v1"), null, null), clock);
    }

    private static Understanding understand(OtherReader model) {
        return Reader.asking(model, NAMES, AS_OF, HolidayCalendar.china(), Optional.empty())
                .understand(ODD);
    }

    private static Understanding alone() {
        return new Reader(NAMES, AS_OF, HolidayCalendar.china()).understand(ODD);
    }

    @Test
    void goodAnswer_isReadByTheModel_andRecorded() {
        service.says(GOOD);

        Understanding understanding = understand(model());

        assertThat(understanding.isReadByModel()).isTrue();
        assertThat(understanding.statements()).singleElement().satisfies(s -> {
            assertThat(s.kind()).isEqualTo(Kind.SOURCING_BAN);
            assertThat(s.entities()).containsExactly("SUP-1", "MAT-1");
            assertThat(s.source().text()).isEqualTo(ODD);
            assertThat(s.source().readBy()).isEqualTo(new ReadBy(service.host(), "small-1", NOON));
        });
    }

    @Test
    void model_isSentTheSentenceAsData_theDay_theNames_andNothingElse() {
        service.says(GOOD);
        understand(model());

        StubService.Received sent = service.received().getFirst();
        JsonNode body = JsonMapper.shared().readTree(sent.body());
        JsonNode data =
                JsonMapper.shared().readTree(body.at("/messages/1/content").asString());
        assertThat(sent.path()).isEqualTo("/v1/chat/completions");
        assertThat(sent.authorization()).isNull();
        assertThat(body.get("model").asString()).isEqualTo("small-1");
        assertThat(body.at("/messages/0/content").asString()).contains("urn:sandtable:understanding");
        assertThat(data.propertyNames()).containsExactly("sentence", "asOf", "candidates");
        assertThat(data.get("sentence").asString()).isEqualTo(ODD);
        assertThat(data.get("asOf").asString()).isEqualTo("2026-11-21");
        assertThat(data.get("candidates").toString())
                .isEqualTo("[{\"id\":\"SUP-1\",\"type\":\"Supplier\",\"name\":\"盛泰化工\"},"
                        + "{\"id\":\"MAT-1\",\"type\":\"Material\",\"name\":\"溶剂\"}]");
    }

    @Test
    void sameSentence_isAskedOnce() {
        service.says(GOOD);
        LanguageModel model = model();

        assertThat(understand(model)).isEqualTo(understand(model));
        assertThat(service.received()).hasSize(1);
    }

    @Test
    void key_isSent_fromTheFileOrTheSetting_andShownNowhere(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("key"), "from-a-file\n", StandardCharsets.UTF_8);
        service.says(GOOD);
        understand(new LanguageModel(settings(service.url(""), null, file), Clock.systemUTC()));
        understand(new LanguageModel(
                settings(service.url("/v1/chat/completions"), "from-a-variable", null), Clock.systemUTC()));

        assertThat(service.received())
                .extracting(StubService.Received::authorization)
                .containsExactly("Bearer from-a-file", "Bearer from-a-variable");
        assertThat(service.received()).extracting(StubService.Received::path).containsOnly("/v1/chat/completions");
        assertThat(settings(service.url(""), "from-a-variable", file).toString())
                .doesNotContain("from-a");
    }

    static Stream<Arguments> badServices() {
        return Stream.of(
                bad("500", exchange -> StubService.plain(exchange, 500, StubService.completion(GOOD))),
                bad("redirect", exchange -> {
                    exchange.getResponseHeaders().set("Location", "/v1/elsewhere");
                    StubService.plain(exchange, 307, "");
                }),
                bad("no JSON", exchange -> StubService.plain(exchange, 200, "<html>busy</html>")),
                bad("no choices", exchange -> StubService.plain(exchange, 200, "{\"choices\":[]}")),
                bad(
                        "content is no text",
                        exchange -> StubService.plain(
                                exchange, 200, "{\"choices\":[{\"message\":{\"content\":{\"a\":1}}}]}")),
                bad(
                        "malformed content",
                        exchange -> StubService.plain(exchange, 200, StubService.completion("{\"outcome\""))),
                bad(
                        "content beyond the schema",
                        exchange -> StubService.plain(
                                exchange, 200, StubService.completion(GOOD.replace("SOURCING_BAN", "RUN_CYPHER")))),
                bad(
                        "huge",
                        exchange ->
                                StubService.plain(exchange, 200, StubService.completion(GOOD + " ".repeat(5_000_000)))),
                bad("silent", exchange -> pause(3_000)),
                bad("a byte at a time", exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    for (int i = 0; i < 30; i++) {
                        exchange.getResponseBody().write(' ');
                        exchange.getResponseBody().flush();
                        pause(100);
                    }
                }),
                bad("closes the line", HttpExchange::close));
    }

    private static Arguments bad(String what, StubService.Behaviour behaviour) {
        return Arguments.of(what, behaviour);
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badServices")
    void badService_leadsToOurOwnQuestion_inTime(String what, StubService.Behaviour behaviour) {
        service.answers(behaviour);
        long before = System.nanoTime();

        assertThat(understand(model())).as(what).isEqualTo(alone());
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(3));
        assertThat(service.received()).as("asked once, followed nowhere").hasSize(1);
    }

    @Test
    void nobodyListening_leadsToOurOwnQuestion() {
        URI gone = service.url("/v1");
        service.close();

        assertThat(understand(new LanguageModel(settings(gone, null, null), Clock.systemUTC())))
                .isEqualTo(alone());
    }

    @Test
    void failingModel_isLeftAloneForAWhile() {
        service.answers(exchange -> StubService.plain(exchange, 503, ""));
        LanguageModel model = model();
        understand(model);
        understand(model);
        assertThat(service.received()).hasSize(1);

        LanguageModel later = model(Clock.systemUTC());
        service.says(GOOD);
        assertThat(understand(later).isReadByModel()).isTrue();
    }

    @Test
    void withoutAnAddress_nobodyIsAsked() {
        var off = new LanguageModel(
                new LanguageModelSettings(null, null, null, null, Duration.ofSeconds(1)), Clock.systemUTC());

        assertThat(off.isOn()).isFalse();
        assertThat(UnderstandingJson.write(understand(off))).isEqualTo(UnderstandingJson.write(alone()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ftp://models.example/v1", "file:/etc/passwd", "http:/v1", "https://me:secret@models.example/v1"
            })
    void addressThatCannotBe_stopsTheStart_withoutRepeatingIt(String url) {
        assertThatThrownBy(() -> new LanguageModel(settings(URI.create(url), null, null), Clock.systemUTC()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("sandtable.language-model.url")
                .hasMessageNotContaining("secret");
    }

    @Test
    void addressWithoutAModel_stopsTheStart() {
        assertThatThrownBy(() -> new LanguageModelSettings(service.url(""), " ", null, null, Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("sandtable.language-model.model");
    }

    @Test
    void keyFileThatIsMissingOrEmpty_stopsTheStart(@TempDir Path folder) throws IOException {
        Path empty = Files.createFile(folder.resolve("empty"));

        for (Path file : List.of(empty, folder.resolve("missing"))) {
            assertThatThrownBy(() -> new LanguageModel(settings(service.url(""), null, file), Clock.systemUTC()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("key-file");
        }
    }
}
