package io.sandtable.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code plan MODEL} as a user types it, in a JVM of its own with a heap of 512 MB.
 *
 * @param summary what it said
 * @param residentMegabytes the most memory its process held
 */
record PlanRun(JsonNode summary, double residentMegabytes) {
    private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");

    double number(String field) {
        return summary.path(field).asDouble();
    }

    /** Plans the model for so many seconds and writes the plan. */
    static PlanRun of(Path model, Path out, int seed, int seconds) {
        var command = new ArrayList<String>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-Xmx512m"));
        command.addAll(Program.asTheLauncherStartsIt());
        command.addAll(List.of(
                "plan",
                model.toString(),
                "--out",
                out.toString(),
                "--seconds",
                Integer.toString(seconds),
                "--seed",
                Integer.toString(seed),
                "--json"));
        Process process = Program.start(command);
        try {
            double most = 0;
            while (!process.waitFor(100, TimeUnit.MILLISECONDS)) {
                most = Math.max(most, residentMegabytes(process.pid()));
            }
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.exitValue() != 0) {
                throw new IllegalStateException(
                        "plan %s ended with %d: %s".formatted(model, process.exitValue(), said));
            }
            return new PlanRun(JsonMapper.shared().readTree(said), most);
        } catch (IOException e) {
            throw new UncheckedIOException("What the planner said could not be read (%s).".formatted(e), e);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The benchmark was interrupted.", e);
        }
    }

    /** The most that the process has held so far; 0 where the system does not say. */
    private static double residentMegabytes(long pid) {
        try {
            var peak = PEAK.matcher(Files.readString(Path.of("/proc", Long.toString(pid), "status")));
            return peak.find() ? Long.parseLong(peak.group(1)) / 1024.0 : 0;
        } catch (IOException ended) {
            return 0;
        }
    }
}
