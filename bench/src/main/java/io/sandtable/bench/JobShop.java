package io.sandtable.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A classic job shop as a planning model in frePPLe's XML: one order, overdue, of an assembly whose parts are the jobs, so that its day of
 * delivery is the makespan.
 *
 * @param optimum the least makespan, in minutes
 * @param jobs a row a job: machine and minutes of its steps in turn
 */
record JobShop(String name, int optimum, List<int[]> jobs) {
    private static final String FACTS = "job-shops.txt";
    /** The order leaves a minute after its last job is done. */
    static final int SHIPPING_MINUTES = 1;

    static final String START = "2026-01-01T00:00:00";

    static List<JobShop> all() {
        var all = new ArrayList<JobShop>();
        for (String line : facts().lines().filter(l -> !l.startsWith("#")).toList()) {
            String[] words = line.split(" ");
            if (Character.isLetter(line.charAt(0))) {
                all.add(new JobShop(words[0], Integer.parseInt(words[1]), new ArrayList<>()));
            } else {
                all.getLast()
                        .jobs()
                        .add(Arrays.stream(words).mapToInt(Integer::parseInt).toArray());
            }
        }
        return all;
    }

    private static String facts() {
        try (InputStream in = JobShop.class.getResourceAsStream(FACTS)) {
            if (in == null) {
                throw new IllegalStateException("The file %s is not in the program; build it anew.".formatted(FACTS));
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The file %s could not be read (%s).".formatted(FACTS, e.getMessage()), e);
        }
    }

    /** Writes it into the folder. */
    Path write(Path folder) {
        Path file = folder.resolve(name + ".xml");
        try {
            return Files.writeString(file, xml());
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The model could not be written to %s (%s); free some space.".formatted(file, e.getMessage()), e);
        }
    }

    private String xml() {
        String machines = IntStream.range(0, jobs.getFirst().length / 2)
                .mapToObj("<resource name=\"m%d\"><maximum>1</maximum><location name=\"f\"/></resource>\n"::formatted)
                .collect(Collectors.joining());
        String routings =
                IntStream.range(0, jobs.size()).mapToObj(this::routing).collect(Collectors.joining());
        String parts = IntStream.range(0, jobs.size())
                .mapToObj(
                        "<flow xsi:type=\"flow_start\"><item name=\"job%d\"/><quantity>-1</quantity></flow>"::formatted)
                .collect(Collectors.joining());
        return """
                <plan xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><name>%s</name><current>%s</current>
                <resources>
                %s</resources>
                <operations>
                %s<operation name="ship" xsi:type="operation_fixed_time" duration="PT%dM"><item name="all"/><location name="f"/><flows>%s\
                <flow xsi:type="flow_end"><item name="all"/><quantity>1</quantity></flow></flows></operation>
                </operations>
                <demands>
                <demand name="order" quantity="1" minshipment="1" due="%s" priority="1"><item name="all"/><location name="f"/></demand>
                </demands>
                </plan>
                """.formatted(name, START, machines, routings, SHIPPING_MINUTES, parts, START);
    }

    private String routing(int job) {
        int[] row = jobs.get(job);
        var steps = new StringBuilder();
        for (int k = 0; k < row.length; k += 2) {
            steps.append("""
                    <suboperation><operation name="job%d step%d" xsi:type="operation_fixed_time" duration="PT%dM"><location name="f"/>\
                    <loads><load><resource name="m%d"/></load></loads></operation><priority>%d</priority></suboperation>
                    """.formatted(job, k / 2, row[k + 1], row[k], k / 2 + 1));
        }
        return """
                <operation name="make job%d" xsi:type="operation_routing"><item name="job%d"/><location name="f"/><suboperations>
                %s</suboperations></operation>
                """.formatted(job, job, steps);
    }
}
