package io.sandtable.bench;

import io.sandtable.audit.canonical.CanonicalJson;
import io.sandtable.audit.log.DecisionLog;
import io.sandtable.audit.report.BarChart;
import io.sandtable.audit.report.Block;
import io.sandtable.audit.report.Cell;
import io.sandtable.audit.report.FontLocator;
import io.sandtable.audit.report.Language;
import io.sandtable.audit.report.PdfReport;
import io.sandtable.audit.report.ReportDocument;
import io.sandtable.audit.report.Table;
import io.sandtable.audit.tlog.Merkle;
import io.sandtable.audit.tlog.Origin;
import io.sandtable.audit.tlog.TlogProof;
import io.sandtable.audit.verify.Bundle;
import io.sandtable.audit.verify.Verifier;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The decision log: durable appends by many callers, a log of 100,000 records verified from its files, one proof, a printed report. */
final class AuditBenchmark implements Benchmark {
    private static final Origin ORIGIN = new Origin("sandtable.bench/log");
    private static final int CALLERS = 256;
    private static final int EACH = 40;
    private static final int ALONE = 50;
    private static final int LARGE = 100_000;
    private static final int TOGETHER = 1_024;
    private static final int PROOFS = 1_000;
    private static final double NANOS_A_MILLI = 1e6;
    private static final double NANOS_A_MICRO = 1e3;

    @Override
    public List<Figure> run(int runs, PrintWriter err) {
        Path folder = temporary();
        try {
            List<Figure> figures = new ArrayList<>();
            err.println("… appends");
            appends(folder, runs, figures);
            err.println("… 100,000 records");
            large(folder.resolve("large"), runs, figures);
            err.println("… report");
            report(folder.resolve("large"), runs, figures);
            return figures;
        } finally {
            delete(folder);
        }
    }

    private static void appends(Path folder, int runs, List<Figure> figures) {
        double[] rates = new double[runs];
        double[] alone = new double[ALONE * runs];
        for (int run = -1; run < runs; run++) {
            try (DecisionLog log = DecisionLog.open(folder.resolve("appends" + run), ORIGIN)) {
                double rate = CALLERS * EACH / (together(log) / 1e9);
                for (int i = 0; i < ALONE; i++) {
                    long start = System.nanoTime();
                    log.append(record(i));
                    if (run >= 0) {
                        alone[run * ALONE + i] = (System.nanoTime() - start) / NANOS_A_MILLI;
                    }
                }
                if (run >= 0) {
                    rates[run] = rate;
                }
            }
        }
        figures.add(Figure.atLeast("audit.appends", Figure.middle(rates), "records/s", 2_000, runs));
        figures.add(Figure.plain("audit.append-alone", Figure.middle(alone), "ms", alone.length));
    }

    /** Nanoseconds until all callers have their receipts for all their records, one record at a time. */
    private static long together(DecisionLog log) {
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            long start = System.nanoTime();
            List<Future<?>> running = new ArrayList<>();
            for (int caller = 0; caller < CALLERS; caller++) {
                int from = caller * EACH;
                running.add(callers.submit(() -> {
                    for (int i = from; i < from + EACH; i++) {
                        log.append(record(i));
                    }
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
            return System.nanoTime() - start;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("The log refused a record.", e);
        }
    }

    private static void large(Path home, int runs, List<Figure> figures) {
        try (DecisionLog log = DecisionLog.open(home, ORIGIN)) {
            for (int from = 0; from < LARGE; from += TOGETHER) {
                log.appendAll(IntStream.range(from, Math.min(LARGE, from + TOGETHER))
                        .mapToObj(AuditBenchmark::record)
                        .toList());
            }
            List<Long> verified = new ArrayList<>();
            for (int run = -1; run < runs; run++) {
                long start = System.nanoTime();
                if (!Verifier.verify(home).ok()) {
                    throw new IllegalStateException("The log that was just written does not verify.");
                }
                if (run >= 0) {
                    verified.add((System.nanoTime() - start) / 1_000_000);
                }
            }
            figures.add(Figure.median("audit.verify-100000", verified, 10_000));
            proofs(log, runs, figures);
        }
    }

    private static void proofs(DecisionLog log, int runs, List<Figure> figures) {
        SplittableRandom random = new SplittableRandom(8);
        double[] made = new double[PROOFS * runs];
        double[] checked = new double[PROOFS * runs];
        for (int i = -PROOFS; i < made.length; i++) {
            int index = random.nextInt(LARGE);
            long start = System.nanoTime();
            TlogProof proof = log.proof(index);
            long between = System.nanoTime();
            boolean holds = proof.proves(Merkle.leafHash(record(index)));
            long end = System.nanoTime();
            if (!holds) {
                throw new IllegalStateException("The proof of entry %d does not hold.".formatted(index));
            }
            if (i >= 0) {
                made[i] = (between - start) / NANOS_A_MICRO;
                checked[i] = (end - between) / NANOS_A_MICRO;
            }
        }
        figures.add(new Figure("audit.proof-made.p95", percentile(made), "µs", 5_000, made.length));
        figures.add(new Figure("audit.proof-checked.p95", percentile(checked), "µs", 5_000, checked.length));
    }

    private static double percentile(double[] values) {
        Arrays.sort(values);
        return values[(int) Math.ceil(values.length * 0.95) - 1];
    }

    /** Needs a Chinese font, as every report. */
    private static void report(Path home, int runs, List<Figure> figures) {
        PdfReport printer =
                new PdfReport(FontLocator.in(Path.of(System.getProperty("user.home"), ".sandtable", "fonts"))
                        .locate());
        try (DecisionLog log = DecisionLog.open(home, ORIGIN)) {
            var bundle = Bundle.files(log.record(7), log.proof(7), log.keys());
            List<Long> printed = new ArrayList<>();
            for (int run = -2; run < runs; run++) {
                long start = System.nanoTime();
                printer.render(document(), bundle, log::seal, Instant.EPOCH);
                if (run >= 0) {
                    printed.add((System.nanoTime() - start) / 1_000_000);
                }
            }
            figures.add(Figure.median("audit.report", printed, 2_000));
        }
    }

    private static ReportDocument document() {
        List<ReportDocument.Section> sections = new ArrayList<>();
        for (int part = 1; part <= 4; part++) {
            List<BarChart.Bar> bars = IntStream.rangeClosed(1, 8)
                    .mapToObj(i -> new BarChart.Bar(
                            "铝锭价格 " + i, "-10%", "+10%", BigDecimal.valueOf(230 - i), BigDecimal.valueOf(236 + i)))
                    .toList();
            List<Table.Row> rows = IntStream.rangeClosed(1, 14)
                    .mapToObj(i -> Table.Row.of(
                            Cell.text("SO-%04d".formatted(i)),
                            Cell.text("电池壳，新能源汽车"),
                            Cell.number("%d.5".formatted(i * 1000))))
                    .toList();
            sections.add(ReportDocument.Section.of(
                    "方案 " + part,
                    new Block.Paragraph("建议采用方案 B（购置一套新模具）：全部必须条件满足，毛利率 23.6%。"),
                    new BarChart("敏感性", "铝锭价格影响最大。", "毛利率", "%", BigDecimal.valueOf(233), bars),
                    new Table(
                            "订单",
                            List.of(Table.Column.text("订单号"), Table.Column.text("产品"), Table.Column.number("金额", "元")),
                            rows)));
        }
        return new ReportDocument(
                "方案比较",
                null,
                "已批准",
                "A-2026-1128-001",
                Language.ZH,
                LocalDateTime.of(2026, 11, 28, 12, 0),
                false,
                sections);
    }

    private static byte[] record(int n) {
        return CanonicalJson.of(Map.of(
                "schema", "sandtable-bench/1", "n", n, "text", "第 %d 条".formatted(n), "hash", "%064x".formatted(n)));
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("sandtable-bench-audit");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Collections.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
