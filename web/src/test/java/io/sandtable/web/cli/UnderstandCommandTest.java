package io.sandtable.web.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.web.language.StubService;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code understand} with names from a file, with and without a language model. */
@Isolated("standard input and system properties are the JVM's")
class UnderstandCommandTest {
    private static final String ODD = "盛泰化工那头的溶剂咱们往后一滴也不沾了";
    private static final String GOOD =
            "{\"outcome\":\"ACCEPT\",\"statements\":[{\"kind\":\"SOURCING_BAN\",\"modality\":\"MUST\","
                    + "\"entities\":[\"S1\",\"M1\"],\"comparator\":null,\"quantity\":null,"
                    + "\"window\":{\"from\":\"2026-11-21\",\"to\":null},\"recurrence\":null,\"slots\":{},"
                    + "\"source\":{\"text\":\"\",\"spans\":[]},\"paraphrase\":{\"zh\":\"-\",\"en\":\"-\"}}],\"questions\":[]}";

    @TempDir
    private Path folder;

    private StubService service;
    private InputStream stdin;
    private Map<String, String> settings;

    private record Ran(int exit, String out, String err) {
        JsonNode json() {
            return JsonMapper.shared().readTree(out);
        }
    }

    @BeforeEach
    void start() throws IOException {
        service = StubService.start();
        service.says(GOOD);
        stdin = System.in;
        settings = Map.of(
                "sandtable.language-model.url",
                service.url("/v1").toString(),
                "sandtable.language-model.model",
                "small-1");
        settings.forEach(System::setProperty);
        Files.writeString(
                folder.resolve("entities.json"),
                "[{\"id\":\"S1\",\"type\":\"Supplier\",\"name\":\"盛泰化工\"},{\"id\":\"M1\",\"type\":\"Material\",\"name\":\"溶剂\"}]");
    }

    @AfterEach
    void stop() {
        System.setIn(stdin);
        settings.keySet().forEach(System::clearProperty);
        service.close();
    }

    private Ran understand(String... further) {
        System.setIn(new ByteArrayInputStream((ODD + "\n").getBytes(StandardCharsets.UTF_8)));
        var out = new StringWriter();
        var err = new StringWriter();
        var arguments = new ArrayList<>(List.of(
                "understand", "--entities", folder.resolve("entities.json").toString(), "--as-of", "2026-11-21"));
        arguments.addAll(List.of(further));
        int exit =
                Sandtable.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments.toArray(String[]::new));
        return new Ran(exit, out.toString(), err.toString());
    }

    @Test
    void withoutTheOption_noModelIsAsked_whateverIsSet() {
        Ran ran = understand();

        assertThat(ran.exit()).isZero();
        assertThat(ran.json().get("statements")).isEmpty();
        assertThat(service.received()).isEmpty();
    }

    @Test
    void withTheOption_itIsAsked_andItsReadingWaitsForAPerson() {
        Ran ran = understand("--language-model");

        assertThat(ran.exit()).isZero();
        assertThat(ran.json().get("outcome").asString()).isEqualTo("CLARIFY");
        assertThat(ran.json().at("/questions/0/code").asString()).isEqualTo("READ_BY_MODEL");
        assertThat(ran.json().at("/statements/0/source/readBy/model").asString())
                .isEqualTo("small-1");
        assertThat(service.received()).hasSize(1);
    }

    @Test
    void theOptionWithoutASetting_isSaidSo() {
        settings.keySet().forEach(System::clearProperty);
        Ran ran = understand("--language-model");

        assertThat(ran.exit()).isNotZero();
        assertThat(ran.err()).contains("sandtable.language-model.url");
        assertThat(ran.out()).isEmpty();
    }
}
