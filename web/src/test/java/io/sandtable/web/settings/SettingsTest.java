package io.sandtable.web.settings;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/** Every setting with its default. A changed default is a changed answer for somebody: it has to be changed here and on the page too. */
class SettingsTest {
    private static final Path PAGE = Path.of("..", "docs", "reference", "settings.md");
    private static final Pattern ROW = Pattern.compile("\\| `([a-z0-9.-]+)` \\| (?:`([^`]*)`|–) \\|.*");
    private static final String NONE = "";

    private static final Map<String, String> DEFAULTS = Map.ofEntries(
            entry("sandtable.home", "~/.sandtable"),
            entry("sandtable.audit.origin", "sandtable.local/decisions"),
            entry("sandtable.audit.witness-key", NONE),
            entry("sandtable.audit.witness-folder", NONE),
            entry("sandtable.audit.witness-url", NONE),
            entry("sandtable.audit.timestamp-url", NONE),
            entry("sandtable.audit.timestamp-certificate", NONE),
            entry("sandtable.run.waiting", "8"),
            entry("sandtable.run.answers-in-memory", "4"),
            entry("sandtable.language-model.url", NONE),
            entry("sandtable.language-model.model", NONE),
            entry("sandtable.language-model.key", NONE),
            entry("sandtable.language-model.key-file", NONE),
            entry("sandtable.language-model.timeout", "10s"),
            entry("sandtable.speech.url", NONE),
            entry("sandtable.speech.model", "whisper-1"),
            entry("sandtable.speech.key", NONE),
            entry("sandtable.speech.key-file", NONE),
            entry("sandtable.speech.timeout", "30s"),
            entry("sandtable.speech.longest", "1m"),
            entry("sandtable.speech.max-bytes", "4000000"),
            entry("sandtable.release.undo-window", "10m"),
            entry("sandtable.release.erp", "kingdee"),
            entry("sandtable.release.webhook", NONE),
            entry("sandtable.release.webhook-secret", NONE),
            entry("sandtable.release.webhook-attempts", "6"),
            entry("sandtable.release.webhook-timeout", "10s"),
            entry("sandtable.people.failures-per-name", "5"),
            entry("sandtable.people.failures-per-address", "100"),
            entry("sandtable.people.failure-window", "15m"),
            entry("sandtable.people.lock-time", "15m"),
            entry("sandtable.simulation.threads", "2"),
            entry("sandtable.simulation.steps", "2000"),
            entry("sandtable.simulation.unimproved-steps", "2000"),
            entry("sandtable.simulation.time-limit", "1m"),
            entry("sandtable.simulation.horizon-days", "182"),
            entry("sandtable.simulation.driver-runs", "256"),
            entry("sandtable.simulation.risk-runs", "1000"),
            entry("sandtable.simulation.seed", "20261121"),
            entry("sandtable.store.server-jar", "graph-model/server/target/sandtable-graph-server.jar"),
            entry("sandtable.store.heap-megabytes", "1024"),
            entry("sandtable.store.page-cache-megabytes", "64"),
            entry("sandtable.store.start-timeout", "2m"),
            entry("sandtable.store.stop-timeout", "30s"),
            entry("sandtable.ingest.broker", "embedded"),
            entry("sandtable.ingest.host", "127.0.0.1"),
            entry("sandtable.ingest.port", "1883"),
            entry("sandtable.ingest.user", NONE),
            entry("sandtable.ingest.password", NONE),
            entry("sandtable.ingest.max-payload-bytes", "1048576"),
            entry("sandtable.ingest.batch-rows", "2000"),
            entry("sandtable.ingest.batch-wait", "100ms"),
            entry("sandtable.ingest.unacknowledged", "8000"),
            entry("sandtable.ingest.max-ahead", "10m"),
            entry("spring.neo4j.uri", NONE),
            entry("spring.neo4j.authentication.username", "neo4j"),
            entry("spring.neo4j.authentication.password", NONE));

    @Test
    void defaults_areThese() throws Exception {
        Map<String, String> bound = new TreeMap<>();
        for (Class<?> settings : settingsRecords()) {
            String prefix =
                    settings.getAnnotation(ConfigurationProperties.class).value();
            collect(prefix, Binder.get(shippedEnvironment()).bindOrCreate(prefix, settings), bound);
        }

        assertThat(bound).containsExactlyInAnyOrderEntriesOf(DEFAULTS);
    }

    @Test
    void page_listsEverySettingWithItsDefault() throws Exception {
        Map<String, String> page;
        try (var lines = Files.lines(PAGE)) {
            page = lines.map(ROW::matcher)
                    .filter(java.util.regex.Matcher::matches)
                    .collect(Collectors.toMap(row -> row.group(1), row -> row.group(2) == null ? NONE : row.group(2)));
        }

        assertThat(page).containsExactlyInAnyOrderEntriesOf(DEFAULTS);
    }

    /** What the service starts with where nobody has set anything: its own application.yaml, and no variables. */
    private static StandardEnvironment shippedEnvironment() throws IOException {
        var environment = new StandardEnvironment();
        environment.getPropertySources().remove(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
        new YamlPropertySourceLoader()
                .load("shipped", new ClassPathResource("application.yaml"))
                .forEach(environment.getPropertySources()::addLast);
        return environment;
    }

    private static Set<Class<?>> settingsRecords() {
        var scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        return scan.findCandidateComponents("io.sandtable").stream()
                .map(definition -> load(String.valueOf(definition.getBeanClassName())))
                .collect(Collectors.toSet());
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(name + " was scanned but is not on the class path; build again.", e);
        }
    }

    private static void collect(String prefix, Object settings, Map<String, String> into) throws Exception {
        for (RecordComponent component : settings.getClass().getRecordComponents()) {
            String key = prefix + "." + DataObjectPropertyName.toDashedForm(component.getName());
            Object value = component.getAccessor().invoke(settings);
            if (value instanceof Record nested) {
                collect(key, nested, into);
            } else {
                into.put(key, text(value));
            }
        }
    }

    private static String text(@Nullable Object value) {
        return switch (value) {
            case null -> NONE;
            case Duration duration when duration.toMillis() % 1_000 != 0 -> duration.toMillis() + "ms";
            case Duration duration -> duration.toString().substring(2).toLowerCase(Locale.ROOT);
            case Path path -> path.toString().replace(System.getProperty("user.home"), "~");
            default -> value.toString();
        };
    }
}
