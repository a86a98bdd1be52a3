package io.sandtable.web.release;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.sandtable.model.Money;
import io.sandtable.web.Language;
import io.sandtable.web.decide.DecisionState;
import io.sandtable.web.decide.KeptDecision;
import io.sandtable.web.decide.KeptRelease;
import io.sandtable.web.decide.Release;
import io.sandtable.web.settings.ReleaseSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Deliveries to a real receiver, with the real table of tries. */
class WebhookTest {
    private static final Instant NOON = Instant.parse("2026-11-21T04:00:00Z");
    private static final String NUMBER = "A-2026-1121-001";
    private static final String SECRET = "among-us";
    private static final KeptRelease RELEASE = new KeptRelease(
            NUMBER, "wang", "王强", NOON, new Release("ab".repeat(32), NOON.plusSeconds(600), Money.fen(1), null));
    private static final KeptDecision DECISION = new KeptDecision(
            NUMBER,
            0,
            "demo",
            "INQ-1",
            "?",
            "B",
            "方案",
            "plan",
            true,
            Language.ZH,
            "li",
            "李敏",
            NOON,
            DecisionState.ISSUED,
            "wang",
            "王强",
            NOON);
    private static final List<OrderTable> TABLES =
            List.of(new OrderTable("采购订单", List.of("采购订单号"), List.of(List.of("A-1"))));

    private record Received(String key, String time, String signature, byte[] body) {}

    private final List<Received> received = new ArrayList<>();
    private final AtomicInteger answers = new AtomicInteger(503);
    private HttpServer receiver;
    private Deliveries deliveries;

    @BeforeEach
    void receiver() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            var headers = exchange.getRequestHeaders();
            received.add(new Received(
                    headers.getFirst(Webhook.KEY),
                    headers.getFirst(Webhook.TIME),
                    headers.getFirst(Webhook.SIGNATURE),
                    exchange.getRequestBody().readAllBytes()));
            exchange.sendResponseHeaders(answers.get(), -1);
            exchange.close();
        });
        receiver.start();
        var source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:webhook-" + receiver.getAddress().getPort() + ";DB_CLOSE_DELAY=-1");
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        deliveries = new Deliveries(
                JdbcClient.create(source),
                new ReleaseSettings(
                        Duration.ofMinutes(10),
                        "kingdee",
                        URI.create("http://127.0.0.1:" + receiver.getAddress().getPort() + "/orders"),
                        SECRET,
                        2,
                        Duration.ofSeconds(10)));
    }

    @AfterEach
    void stop() {
        receiver.stop(0);
    }

    @Test
    void failedDelivery_isTriedAgainWithTheSameKey_andLosesNothing() {
        deliveries.plan(NUMBER, NOON);
        assertThat(deliveries.send(DECISION, RELEASE, TABLES, NOON)).isEmpty();
        assertThat(deliveries.isDue(NUMBER, NOON.plusSeconds(59))).isFalse();
        assertThat(deliveries.isDue(NUMBER, NOON.plusSeconds(60))).isTrue();
        assertThat(deliveries.send(DECISION, RELEASE, TABLES, NOON.plusSeconds(60)))
                .isEmpty();
        assertThat(deliveries.find(NUMBER)).contains(new Deliveries.Delivery(2, null, "HTTP 503"));

        answers.set(204);
        deliveries.plan(NUMBER, NOON);
        assertThat(deliveries.isDue(NUMBER, NOON.plusSeconds(9_999))).isFalse();
        deliveries.again(NUMBER, NOON);
        assertThat(deliveries.send(DECISION, RELEASE, TABLES, NOON)).contains("HTTP 204");

        assertThat(received).extracting(Received::key).hasSize(3).containsOnly(Webhook.key(RELEASE));
        assertThat(deliveries.isDue(NUMBER, NOON.plusSeconds(9_999))).isFalse();
    }

    @Test
    void signature_isOfTimeAndBody() throws Exception {
        deliveries.send(DECISION, RELEASE, TABLES, NOON);

        Received one = received.getFirst();
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), "HmacSHA256"));
        mac.update((NOON.getEpochSecond() + ".").getBytes(UTF_8));
        assertThat(one.signature()).isEqualTo("sha256=" + HexFormat.of().formatHex(mac.doFinal(one.body())));
        assertThat(one.time()).isEqualTo(Long.toString(NOON.getEpochSecond()));
        assertThat(new String(one.body(), UTF_8)).contains("\"decision\":\"" + NUMBER + "\"", "\"采购订单号\":\"A-1\"");
    }

    @Test
    void receiverThatIsAway_isAnOutcomeAndNoFault() {
        receiver.stop(0);

        assertThat(deliveries.send(DECISION, RELEASE, TABLES, NOON)).isEmpty();

        assertThat(deliveries.find(NUMBER).orElseThrow().outcome()).startsWith("ConnectException");
    }
}
