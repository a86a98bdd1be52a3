package io.sandtable.web.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service as its own process, as the launcher starts it. */
class ServeIT {
    private static final String FIRST = "第一次登录：名字 admin";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path home;

    @Test
    void firstPassword_isPrintedOnce_andAnotherOneOnDemand() throws Exception {
        assertThat(linesOfAStart(1)).anyMatch(line -> line.startsWith(FIRST));
        assertThat(linesOfAStart(0)).noneMatch(line -> line.contains("密码"));
        assertThat(linesOfAStart(1, "--new-password", "admin")).anyMatch(line -> line.startsWith("admin 的新密码"));
    }

    /** What a start says on standard output after it is ready; it is told to stop once the expected lines have come. */
    private List<String> linesOfAStart(int expected, String... options) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-Dsandtable.home=" + home,
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Sandtable.class.getName(),
                "serve",
                "--port",
                "0"));
        command.addAll(List.of(options));
        Process service = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out = service.inputReader(java.nio.charset.StandardCharsets.UTF_8)) {
            String ready = Objects.requireNonNullElse(out.readLine(), "nothing, the start failed");
            assertThat(ready).startsWith("工作台已就绪");
            List<String> lines = new ArrayList<>();
            for (int i = 0; i < expected; i++) {
                lines.add(Objects.requireNonNullElse(out.readLine(), ""));
            }
            // by its handle: Process.destroy would close what we still read
            service.toHandle().destroy();
            out.lines().forEach(lines::add);
            assertThat(service.waitFor(60, TimeUnit.SECONDS)).isTrue();
            return lines;
        } finally {
            service.destroyForcibly();
        }
    }
}
