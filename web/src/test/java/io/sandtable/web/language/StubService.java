package io.sandtable.web.language;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A service in the manner of OpenAI on this machine, which answers as a test wants it to, over real HTTP. */
public final class StubService implements AutoCloseable {
    /** What it was sent. */
    public record Received(String path, @Nullable String authorization, String contentType, byte[] body) {
        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    /** How it answers. */
    public interface Behaviour {
        void answer(HttpExchange exchange) throws IOException;
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private volatile Behaviour behaviour = exchange -> plain(exchange, 404, "");

    private StubService(HttpServer server) {
        this.server = server;
    }

    public static StubService start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var stub = new StubService(server);
            server.createContext("/", stub::handle);
            server.setExecutor(stub.threads);
            server.start();
            return stub;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var headers = exchange.getRequestHeaders();
            received.add(new Received(
                    exchange.getRequestURI().toString(),
                    headers.getFirst("Authorization"),
                    String.valueOf(headers.getFirst("Content-Type")),
                    exchange.getRequestBody().readAllBytes()));
            behaviour.answer(exchange);
        }
    }

    public void answers(Behaviour how) {
        received.clear();
        behaviour = how;
    }

    /** Answers like a model that says so. */
    public void says(String content) {
        answers(exchange -> plain(exchange, 200, completion(content)));
    }

    public static String completion(String content) {
        ObjectNode body = JsonMapper.shared().createObjectNode().put("object", "chat.completion");
        body.putArray("choices")
                .addObject()
                .put("finish_reason", "stop")
                .putObject("message")
                .put("role", "assistant")
                .put("content", content);
        return body.toString();
    }

    public static void plain(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    public List<Received> received() {
        return List.copyOf(received);
    }

    public URI url(String path) {
        return URI.create("http://" + host() + path);
    }

    public String host() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
