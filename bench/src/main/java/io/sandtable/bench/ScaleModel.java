package io.sandtable.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.SplittableRandom;

/**
 * A seeded planning model of any size, as frePPLe XML so that other planners can read it too: products of four levels, each level one
 * operation on one of the machines with three bought materials, two suppliers a material; whole orders due over five months that need as
 * much time as the machines have.
 *
 * @param operations in all; a multiple of four
 */
record ScaleModel(int orders, int operations, int machines, long seed, boolean partial) {
    /** Whole orders. */
    ScaleModel(int orders, int operations, int machines, long seed) {
        this(orders, operations, machines, seed, false);
    }

    /** The same model, whose orders may be delivered piece by piece. */
    ScaleModel inParts() {
        return new ScaleModel(orders, operations, machines, seed, true);
    }

    private static final int LEVELS = 4;
    private static final LocalDateTime START = LocalDateTime.of(2026, 1, 1, 0, 0);
    private static final int FIRST_DUE_DAYS = 25;
    private static final int DUE_DAYS = 150;
    private static final int MOST_PIECES = 19;
    /** Days of work for each machine in all orders together. */
    private static final double LOAD_DAYS = 150;

    /** Writes it into the folder. */
    Path write(Path folder) {
        Path file = folder.resolve("scale-%d%s.xml".formatted(orders, partial ? "-in-parts" : ""));
        try (Writer out = Files.newBufferedWriter(file)) {
            var random = new SplittableRandom(seed);
            int materials = Math.max(20, operations / 2);
            out.write(
                    "<plan xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><name>scale</name><current>%s</current>\n"
                            .formatted(START + ":00"));
            writeItems(out, random, materials);
            writeResources(out);
            writeOperations(out, random, materials);
            writeDemands(out, random);
            out.write("</plan>\n");
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The model could not be written to %s (%s); free some space.".formatted(file, e.getMessage()), e);
        }
    }

    private static void writeItems(Writer out, SplittableRandom random, int materials) throws IOException {
        int suppliers = materials / 5;
        out.write("<items>\n");
        for (int m = 0; m < materials; m++) {
            out.write("<item name=\"raw%d\"><itemsuppliers>".formatted(m));
            int first = random.nextInt(suppliers);
            for (int priority = 1; priority <= 2; priority++) {
                out.write(
                        "<itemsupplier priority=\"%d\" leadtime=\"P%dD\" size_minimum=\"%d\"><supplier name=\"s%d\"/></itemsupplier>"
                                .formatted(
                                        priority,
                                        3 + random.nextInt(28),
                                        new int[] {1, 10, 50}[random.nextInt(3)],
                                        (first + priority) % suppliers));
            }
            out.write("</itemsuppliers></item>\n");
        }
        out.write("</items>\n");
    }

    private void writeResources(Writer out) throws IOException {
        out.write("<resources>\n");
        for (int m = 0; m < machines; m++) {
            out.write("<resource name=\"res%d\"><maximum>1</maximum><location name=\"f\"/></resource>\n".formatted(m));
        }
        out.write("</resources>\n");
    }

    private void writeOperations(Writer out, SplittableRandom random, int materials) throws IOException {
        double seconds = LOAD_DAYS * 86_400 * machines / (orders * (1 + MOST_PIECES) / 2.0 * LEVELS);
        out.write("<operations>\n");
        for (int product = 0; product < operations / LEVELS; product++) {
            for (int level = 0; level < LEVELS; level++) {
                String item = item(product, level);
                Duration each = Duration.ofSeconds(Math.round(seconds * (0.5 + random.nextDouble())));
                out.write(
                        "<operation name=\"make %s\" xsi:type=\"operation_time_per\" duration_per=\"PT%dS\"><item name=\"%s\"/><location name=\"f\"/><flows><flow xsi:type=\"flow_end\"><item name=\"%s\"/><quantity>1</quantity></flow>"
                                .formatted(item, each.toSeconds(), item, item));
                if (level < LEVELS - 1) {
                    out.write(used(item(product, level + 1), 1));
                }
                int first = random.nextInt(materials);
                for (int m = 0; m < 3; m++) {
                    out.write(used("raw" + (first + 7 * m) % materials, 1 + random.nextInt(4)));
                }
                out.write("</flows><loads><load><resource name=\"res%d\"/></load></loads></operation>\n"
                        .formatted(random.nextInt(machines)));
            }
        }
        out.write("</operations>\n");
    }

    private static String used(String item, int quantity) {
        return "<flow xsi:type=\"flow_start\"><item name=\"%s\"/><quantity>-%d</quantity></flow>"
                .formatted(item, quantity);
    }

    private static String item(int product, int level) {
        return "p" + product + (level == 0 ? "" : "l" + level);
    }

    private void writeDemands(Writer out, SplittableRandom random) throws IOException {
        out.write("<demands>\n");
        for (int d = 0; d < orders; d++) {
            int pieces = 1 + random.nextInt(MOST_PIECES);
            LocalDateTime due = START.plusDays(FIRST_DUE_DAYS).plusMinutes(random.nextInt(DUE_DAYS * 24 * 60));
            out.write(
                    "<demand name=\"d%d\" quantity=\"%d\" minshipment=\"%d\" due=\"%s:00\" priority=\"%d\"><item name=\"p%d\"/><location name=\"f\"/></demand>\n"
                            .formatted(
                                    d,
                                    pieces,
                                    partial ? 1 : pieces,
                                    due,
                                    1 + random.nextInt(3),
                                    random.nextInt(operations / LEVELS)));
        }
        out.write("</demands>\n");
    }
}
