package io.sandtable.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The service as a user has it: a process of its own, started by its jar on a free port over a fresh home. */
final class ServiceProcess implements AutoCloseable {
    private static final Pattern READY = Pattern.compile("http://localhost:(\\d+)");
    private static final Pattern PASSWORD = Pattern.compile("password (\\S+)");

    private final Process process;
    private final BufferedReader out;
    private final URI base;
    private final String password;

    private ServiceProcess(Process process, BufferedReader out, URI base, String password) {
        this.process = process;
        this.out = out;
        this.base = base;
        this.password = password;
    }

    /** Starts it and waits until it listens and has printed the first administrator's password. */
    static ServiceProcess over(Path home, String... settings) {
        try {
            var command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "--sun-misc-unsafe-memory-access=allow",
                    "--enable-native-access=ALL-UNNAMED",
                    "-Xmx2g",
                    "-Dstdout.encoding=UTF-8",
                    "-Dsandtable.home=" + home,
                    "-Dsandtable.store.server-jar=" + Program.required("sandtable.store.server-jar")));
            command.addAll(List.of(settings));
            command.addAll(
                    List.of("-jar", Program.required("sandtable.app.jar"), "serve", "--port", "0", "--lang", "en"));
            Process process = new ProcessBuilder(command)
                    .redirectError(home.resolve("service.err").toFile())
                    .start();
            var out = process.inputReader(StandardCharsets.UTF_8);
            String port = await(out, READY, home);
            String password = await(out, PASSWORD, home);
            return new ServiceProcess(process, out, URI.create("http://127.0.0.1:" + port), password);
        } catch (IOException e) {
            throw new UncheckedIOException("The service could not be started (%s).".formatted(e.getMessage()), e);
        }
    }

    private static String await(BufferedReader out, Pattern wanted, Path home) throws IOException {
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            Matcher found = wanted.matcher(line);
            if (found.find()) {
                return found.group(1);
            }
        }
        throw new IllegalStateException(
                "The service ended before it was ready; %s says why.".formatted(home.resolve("service.err")));
    }

    URI url(String path) {
        return base.resolve(path);
    }

    /** Of the administrator {@code admin}. */
    String password() {
        return password;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            out.close();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException("The service's output could not be closed.", e);
        }
    }
}
