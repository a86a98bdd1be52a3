package io.sandtable.web.service;

import io.sandtable.App;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/** The service as {@code ./sandtable} starts it, on a free port and a home of the test's own, with a real graph server. */
public final class RunningService implements AutoCloseable {
    private final ServletWebServerApplicationContext context;

    private RunningService(ServletWebServerApplicationContext context) {
        this.context = context;
    }

    public static RunningService at(Path home, String... settings) {
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--sandtable.home=" + home,
                "--sandtable.store.server-jar=" + System.getProperty("sandtable.server.jar")));
        arguments.addAll(List.of(settings));
        if (arguments.stream().noneMatch(a -> a.startsWith("--sandtable.ingest.broker="))) {
            // one machine has one usual port for a broker, and tests run side by side
            arguments.add("--sandtable.ingest.broker=off");
        }
        return new RunningService((ServletWebServerApplicationContext) new SpringApplicationBuilder(App.class)
                .web(WebApplicationType.SERVLET)
                .profiles("service")
                .run(arguments.toArray(String[]::new)));
    }

    public <T> T get(Class<T> bean) {
        return context.getBean(bean);
    }

    public int port() {
        return java.util.Objects.requireNonNull(context.getWebServer()).getPort();
    }

    public String url(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    @Override
    public void close() {
        context.close();
    }
}
