package io.sandtable.bench;

import io.sandtable.model.NodeType;
import io.sandtable.model.calendar.HolidayCalendar;
import io.sandtable.rules.Named;
import io.sandtable.rules.Names;
import io.sandtable.rules.Outcome;
import io.sandtable.rules.Reader;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** How long a sentence takes to be understood among 50,000 names, without a language model; what does not read counts too. */
final class UnderstandBenchmark implements Benchmark {
    private static final int NAMES = 50_000;
    private static final int WARM_UP = 200;
    private static final int SENTENCES_A_RUN = 400;
    private static final int SEED = 20261121;
    private static final double NANOS_A_MILLI = 1e6;

    /** Sentences about a material (%1$s), a supplier (%2$s), a customer (%3$s) and a machine (%4$s). */
    private static final List<String> SENTENCES = List.of(
            "预计下季度%1$s订单增长40%%",
            "要是%1$s涨价一成，%2$s的交期再拉长一周会怎样",
            "%2$s年年春节都停产",
            "%4$s下周二下午保养",
            "现金别低于80万，%1$s只从%2$s买",
            "%3$s的货最晚12月20号要交",
            "%1$s安全库存至少20天，库存不超过60天",
            "上个月哪个产品最赚钱",
            "%1$s涨两成，不对，是三成",
            "听说%2$s要搬厂，一月十号到二月五号供不上货，没办法",
            "what if %1$s gets 8 %% dearer next quarter and %3$s orders 10 %% less",
            "%2$s won't deliver between 3 and 14 March",
            "never let cash fall below 1.2 million yuan",
            "keep at least 12 days of %1$s in stock",
            "%4$s is down every Friday from 16:00 to 18:00",
            "%1$s may only come from %2$s",
            "which supplier was late most often last quarter",
            "钛合金涨价5%%",
            "demand for gearboxes doubles in May",
            "把%1$s的订单都删了",
            "随便聊聊天气吧");

    @Override
    public List<Figure> run(int runs, PrintWriter err) {
        err.println("… 50,000 names");
        long start = System.nanoTime();
        var reader = new Reader(names(), LocalDate.of(2026, 11, 21), HolidayCalendar.china());
        double built = (System.nanoTime() - start) / NANOS_A_MILLI;
        var random = new SplittableRandom(SEED);
        double[] millis = new double[SENTENCES_A_RUN * runs];
        int accepted = 0;
        for (int i = -WARM_UP; i < millis.length; i++) {
            String sentence = sentence(random);
            long begun = System.nanoTime();
            Outcome outcome = reader.understand(sentence).outcome();
            double took = (System.nanoTime() - begun) / NANOS_A_MILLI;
            if (i >= 0) {
                millis[i] = took;
                accepted += outcome == Outcome.ACCEPT ? 1 : 0;
            }
        }
        Arrays.sort(millis);
        return List.of(
                Figure.plain("understand.names", NAMES, "names", 1),
                Figure.plain("understand.reader", built, "ms", 1),
                Figure.plain("understand.accepted", 100.0 * accepted / millis.length, "%", millis.length),
                Figure.plain("understand.p50", millis[millis.length / 2], "ms", millis.length),
                new Figure(
                        "understand.p95", millis[(int) Math.ceil(millis.length * 0.95) - 1], "ms", 50, millis.length));
    }

    private static String sentence(SplittableRandom random) {
        return SENTENCES
                .get(random.nextInt(SENTENCES.size()))
                .formatted(
                        "物料零件" + random.nextInt(NAMES / 2),
                        "供应商号" + random.nextInt(NAMES / 4),
                        "客户号" + random.nextInt(NAMES / 8),
                        "机床号" + random.nextInt(NAMES / 8));
    }

    private static Names names() {
        var all = new ArrayList<Named>(NAMES);
        add(all, "MAT", NodeType.MATERIAL, "物料零件", "part number ", NAMES / 2);
        add(all, "SUP", NodeType.SUPPLIER, "供应商号", "supplier number ", NAMES / 4);
        add(all, "CUS", NodeType.CUSTOMER, "客户号", "customer number ", NAMES / 8);
        add(all, "EQP", NodeType.EQUIPMENT, "机床号", "machine number ", NAMES / 8);
        return Names.of(all);
    }

    private static void add(List<Named> all, String prefix, NodeType type, String zh, String en, int count) {
        IntStream.range(0, count)
                .mapToObj(i -> new Named(prefix + "-" + i, type, zh + i, en + i, List.of(), List.of()))
                .forEach(all::add);
    }
}
