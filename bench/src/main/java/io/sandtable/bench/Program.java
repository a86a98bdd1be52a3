package io.sandtable.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** This program once more, in a process of its own. */
final class Program {
    private Program() {}

    /** The command that runs it with these arguments, on the same Java with the same flags. */
    static List<String> command(String... arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(flag -> !flag.startsWith("-agentlib"))
                .toList());
        command.add("-Dlogback.configurationFile=bench-process-logback.xml");
        String classPath = System.getProperty("java.class.path");
        if (classPath.endsWith(".jar") && !classPath.contains(java.io.File.pathSeparator)) {
            command.addAll(List.of("-jar", classPath));
        } else {
            command.addAll(List.of("-cp", classPath, Bench.class.getName()));
        }
        command.addAll(List.of(arguments));
        return command;
    }

    /** How the launcher starts a command of the application: unpacked and with what Java has learnt, where both are there. */
    static List<String> asTheLauncherStartsIt() {
        Path unpacked = Path.of(System.getProperty("sandtable.app.unpacked", ""));
        Path jar = unpacked.resolve("sandtable-app.jar");
        Path learnt = unpacked.resolve("learnt.aot");
        if (!Files.exists(jar)) {
            return List.of("-jar", required("sandtable.app.jar"));
        }
        var arguments = new ArrayList<String>();
        if (Files.exists(learnt)) {
            arguments.addAll(List.of("-XX:AOTCache=" + learnt, "-Xlog:disable", "-Xlog:all=error:stderr"));
        }
        arguments.addAll(List.of("-jar", jar.toString()));
        return arguments;
    }

    /** Starts a command; its errors go where ours go. */
    static Process start(List<String> command) {
        try {
            return new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "%s could not be started (%s); correct the command.".formatted(command.getFirst(), e.getMessage()),
                    e);
        }
    }

    /** What the launcher has set. */
    static String required(String property) {
        String value = System.getProperty(property);
        if (value == null) {
            throw new IllegalArgumentException(
                    "The system property %s was not set; start the benchmark by ./sandtable bench."
                            .formatted(property));
        }
        return value;
    }
}
