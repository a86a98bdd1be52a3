package io.sandtable.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import io.sandtable.ingest.LiveStatus;
import io.sandtable.model.Attributes;
import io.sandtable.model.Node;
import io.sandtable.model.NodeType;
import io.sandtable.model.Relation;
import io.sandtable.model.RelationType;
import io.sandtable.web.Language;
import io.sandtable.web.company.Business;
import io.sandtable.web.company.LoadedCompanies;
import io.sandtable.web.company.Opening;
import io.sandtable.web.inquiry.Asking;
import io.sandtable.web.inquiry.Inquiries;
import io.sandtable.web.inquiry.Inquiry;
import io.sandtable.web.inquiry.RevisionNotes;
import io.sandtable.web.people.Role;
import io.sandtable.web.service.Colleague;
import io.sandtable.web.service.HttpBrowser;
import io.sandtable.web.service.Patience;
import io.sandtable.web.service.RunningService;
import java.net.URI;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Messages on their way from a source to the page: over MQTT and over REST, at the running service. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LiveIT {
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Pattern REPLAY = Pattern.compile("/live/dead/([0-9a-f]+)/replay");

    @TempDir
    static Path home;

    private static RunningService service;
    private static Colleague li;
    private static HttpBrowser browser;

    @BeforeAll
    static void start() {
        service = RunningService.at(
                home,
                "--sandtable.simulation.steps=40",
                "--sandtable.simulation.unimproved-steps=40",
                "--sandtable.ingest.broker=embedded",
                "--sandtable.ingest.port=0");
        li = Colleague.of(service, "li", "李敏", Role.ADMINISTRATOR, Role.PLANNER);
        browser = li.browser(Redirect.NORMAL);
        service.get(Opening.class).begin("demo");
        assertThat(Patience.until(LONG, () -> service.get(Live.class).find().isPresent()))
                .as(String.valueOf(service.get(Live.class).trouble()))
                .isTrue();
        assertThat(Patience.until(LONG, () -> service.get(Opening.class).isOpen("demo")))
                .isTrue();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static Business demo() {
        return service.get(LoadedCompanies.class).business("demo");
    }

    private static LiveStatus status() {
        return service.get(Live.class).find().orElseThrow().status();
    }

    /** Sends it with QoS 1: returns once the service has it on its disk. */
    private static void publish(String topic, String message) {
        URI address = URI.create(status().address().orElseThrow());
        Mqtt5BlockingClient client = MqttClient.builder()
                .useMqttVersion5()
                .serverHost(address.getHost())
                .serverPort(address.getPort())
                .buildBlocking();
        client.connect();
        client.publishWith()
                .topic(topic)
                .qos(MqttQos.AT_LEAST_ONCE)
                .payload(message.getBytes(StandardCharsets.UTF_8))
                .send();
        client.disconnect();
    }

    private static String stock(String id, String site, String lot, String material, double quantity, String unit) {
        return """
                {"schema": "sandtable-stock/1", "messageId": "%s", "at": "%s", "site": "%s", "complete": false,
                 "lots": [{"lot": "%s", "material": "%s", "quantity": %s, "unit": "%s"}]}""".formatted(id, Instant.now(), site, lot, material, quantity, unit);
    }

    private static Node aLot() {
        return demo().snapshot().nodes(NodeType.STOCK_LOT).stream()
                .filter(n -> !n.out(RelationType.STORED_IN).isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private static Node one(Node from, RelationType type) {
        return from.out(type).stream().map(Relation::to).findFirst().orElseThrow();
    }

    private static String siteOf(Node lot) {
        Node place = one(lot, RelationType.STORED_IN);
        while (place.type() != NodeType.SITE) {
            place = one(place, RelationType.PART_OF);
        }
        return place.id();
    }

    @Test
    @Order(1)
    void stockCount_makesARevisionAndThePlansOnTheOldOneStale() {
        Inquiry asked = service.get(Asking.class).ask("demo", "预计下季度新能源汽车电池壳订单增长40%", Language.ZH, "li");
        service.get(Asking.class).confirmAllAndRun(asked.id(), "li");
        Inquiries inquiries = service.get(Inquiries.class);
        assertThat(Patience.until(
                        LONG, () -> !inquiries.getInquiry(asked.id()).state().isPending()))
                .isTrue();
        Inquiry done = inquiries.getInquiry(asked.id());
        assertThat(done.state()).isEqualTo(Inquiry.State.DONE);
        Business before = demo();
        Node lot = aLot();
        Node material = one(lot, RelationType.FOR);

        publish(
                "sandtable/demo/stock/wms1",
                stock("m-1", siteOf(lot), lot.id(), material.id(), 12_345, material.text(Attributes.UNIT)));
        boolean changed = Patience.until(LONG, () -> demo().revision() > before.revision());

        assertThat(changed).as(status().toString()).isTrue();
        assertThat(demo().snapshot().node(lot.id()).number(Attributes.QUANTITY)).isEqualTo(12_345);
        List<RevisionNotes.RevisionNote> since =
                service.get(RevisionNotes.class).since(done);
        assertThat(since).singleElement().satisfies(note -> {
            assertThat(note.code()).isEqualTo("stock");
            assertThat(note.arguments().getFirst()).isEqualTo("wms1");
            assertThat(note.arguments().get(1)).matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d");
        });
        String page = browser.get("/live").body();
        assertThat(page)
                .contains("正在接收", "wms1", "12,345", "现场盘点", "收到现场库存（wms1", done.text())
                .doesNotContain("??");
        assertThat(browser.get("/live?lang=en").body())
                .contains("Messages arrive", "Counted")
                .doesNotContain("??");
        browser.get("/live?lang=zh");
    }

    @Test
    @Order(2)
    void reading_isShownWithItsRangeAndWithoutAnInventedAlarm() {
        publish("sandtable/demo/reading/sensors", """
                {"schema": "sandtable-reading/1", "messageId": "r-1", "at": "%s", "sensor": "T-01", "quantity": "temperature",
                 "value": 41.5, "unit": "°C", "zone": "ZON-CHEM"}""".formatted(Instant.now()));
        boolean shown =
                Patience.until(LONG, () -> browser.get("/live/now").body().contains("41.5 °C"));

        assertThat(shown).isTrue();
        assertThat(browser.get("/live").body()).contains("化学品区", "T-01").doesNotContain("高于");
        assertThat(li.restJson("/api/v1/live").at("/readings/0/value").asDouble())
                .isEqualTo(41.5);
    }

    @Test
    @Order(3)
    void unusableMessage_isADeadLetterWithItsReasonAndMayBeReplayed() {
        publish("sandtable/demo/stock/wms1", stock("m-2", "SIT-NOWHERE", "L-1", "MAT-NOTHING", 5, "kg"));
        publish("sandtable/demo/stock/wms1", "{\"schema\": <script>alert(1)</script>");
        boolean listed = Patience.until(LONG, () -> status().deadLetters() == 2);

        String page = browser.get("/live").body();
        Matcher letter = REPLAY.matcher(page);

        assertThat(listed).isTrue();
        assertThat(page)
                .contains("这家公司没有仓库 SIT-NOWHERE", "不是一个 UTF-8 的 JSON 对象", "重放")
                .doesNotContain("<script>alert");
        assertThat(letter.find()).isTrue();
        HttpResponse<String> replayed = browser.submit("/live", letter.group(), Map.of());
        assertThat(replayed.body()).containsAnyOf("还是用不了", "已重放");
        assertThat(browser.submit("/live", "/live/dead/0123/replay", Map.of()).statusCode())
                .isEqualTo(404);
    }

    @Test
    @Order(4)
    void webhook_isAnsweredAfterTheCommitAndOnceOnly() {
        Business before = demo();
        Node lot = aLot();
        Node material = one(lot, RelationType.FOR);
        byte[] count = stock("m-9", siteOf(lot), lot.id(), material.id(), 777, material.text(Attributes.UNIT))
                .getBytes(StandardCharsets.UTF_8);

        HttpResponse<String> first = li.rest("POST", "/api/v1/events?source=erp", "application/json", count);
        HttpResponse<String> again = li.rest("POST", "/api/v1/events?source=erp", "application/json", count);
        HttpResponse<String> wrong =
                li.rest("POST", "/api/v1/events?source=erp", "application/json", "{}".getBytes(StandardCharsets.UTF_8));
        boolean changed = Patience.until(LONG, () -> demo().revision() > before.revision());

        assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
        assertThat(JsonMapper.shared().readTree(first.body()).get("topic").asString())
                .isEqualTo("sandtable/demo/stock/erp");
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(JsonMapper.shared().readTree(wrong.body()).get("code").asString())
                .isEqualTo("EVENT_REFUSED");
        assertThat(changed).isTrue();
        JsonNode counts = li.restJson("/api/v1/live").get("stockMessages");
        assertThat(counts.valueStream()
                        .filter(c -> c.get("messageId").asString().equals("m-9"))
                        .count())
                .isEqualTo(1);
    }

    @Test
    @Order(5)
    void messageThatIsTooLarge_isRefusedUnreadAndIsNoDeadLetter() {
        long deadBefore = deadLetters();
        var padded = new byte[(4 << 20) + 1];
        Arrays.fill(padded, (byte) ' ');
        padded[0] = '{';

        HttpResponse<String> answer = li.rest("POST", "/api/v1/events", "application/json", padded);

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(JsonMapper.shared().readTree(answer.body()).get("code").asString())
                .isEqualTo("EVENT_TOO_LARGE");
        assertThat(answer.body()).contains("4 MB");
        assertThat(deadLetters()).isEqualTo(deadBefore);
    }

    private static long deadLetters() {
        return li.restJson("/api/v1/live").get("deadLetters").asLong();
    }

    @Test
    @Order(6)
    void takenPort_leavesTheServiceWorkingAndIsSaid(@TempDir Path other) throws Exception {
        try (var taken = new java.net.ServerSocket(0, 1, java.net.InetAddress.getByName("127.0.0.1"));
                var second = RunningService.at(
                        other,
                        "--sandtable.ingest.broker=embedded",
                        "--sandtable.ingest.port=" + taken.getLocalPort())) {
            HttpBrowser wang =
                    Colleague.of(second, "wang", "王强", Role.ADMINISTRATOR).browser(Redirect.NORMAL);
            boolean said =
                    Patience.until(LONG, () -> second.get(Live.class).trouble().isPresent());

            assertThat(said).isTrue();
            assertThat(wang.get("/live").body()).contains("消息端口被别的程序占用", "再试一次");
            assertThat(wang.get("/data").statusCode()).isEqualTo(200);
            assertThat(wang.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
            assertThat(wang.get("/actuator/health").body()).contains("PORT_IN_USE");
            assertThat(other.resolve("companies")).doesNotExist();
        }
    }
}
