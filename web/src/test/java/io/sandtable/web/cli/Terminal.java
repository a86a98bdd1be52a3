package io.sandtable.web.cli;

import io.sandtable.store.testing.TestGraph;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command line as a person at a terminal has it: a home folder, settings, and the graph server that the build has made. */
final class Terminal {
    /** Short searches: these tests are about the whole way, not about the best plan. */
    private static final Map<String, String> QUICK = Map.of(
            "sandtable.simulation.steps", "60",
            "sandtable.simulation.unimproved-steps", "60",
            "sandtable.simulation.time-limit", "5m",
            "sandtable.store.start-timeout", "4m");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Map<String, String> settings;

    private Terminal(Map<String, String> settings) {
        this.settings = Map.copyOf(settings);
    }

    /** A home with a report font in it, where the machine has one. */
    static Terminal at(Path home) throws IOException {
        ReportFonts.lendTo(home);
        var settings = new LinkedHashMap<>(QUICK);
        settings.put("sandtable.home", home.toString());
        settings.put("sandtable.store.server-jar", TestGraph.serverJar().toString());
        return new Terminal(settings);
    }

    Terminal with(String key, String value) {
        var more = new LinkedHashMap<>(settings);
        more.put(key, value);
        return new Terminal(more);
    }

    /** Runs one command in this JVM to its end. */
    Ran run(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        settings.forEach(System::setProperty);
        try {
            int exit = Sandtable.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
            return new Ran(exit, out.toString(), err.toString());
        } finally {
            settings.keySet().forEach(System::clearProperty);
        }
    }

    /** Starts one command in a JVM of its own, as the launcher does; standard error can be read from the process. */
    Process start(Path standardOutput, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx768m",
                // ended before the second compiler would be worth its time
                "-XX:TieredStopAtLevel=1",
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED"));
        settings.forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Sandtable.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectOutput(standardOutput.toFile())
                .start();
    }

    /** Starts one command in a JVM of its own and waits for its end. */
    Ran runAlone(Path folder, String... arguments) throws IOException, InterruptedException {
        Path out = folder.resolve("standard-output.txt");
        Process process = start(out, arguments);
        String err = new String(process.getErrorStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        return new Ran(process.waitFor(), Files.readString(out), err);
    }

    /** What a command left behind. */
    record Ran(int exit, String out, String err) {
        /** Standard output as the one JSON document that it must be; anything beside it fails. */
        JsonNode json() {
            return JSON.readTree(out);
        }

        /** What was said on standard error besides the stages. */
        List<String> remarks() {
            return err.lines().filter(line -> !line.startsWith("…")).toList();
        }
    }
}
