package io.sandtable.datasets.demo;

import io.sandtable.datasets.demo.Item.Tier;
import io.sandtable.datasets.demo.Operation.Input;
import io.sandtable.datasets.writing.Sheet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the company makes, from the casting to the packed product, with the operations and what they consume. */
final class MadeItems {
    /** code | 中文 | English | kg | alloy | die-casting machine | mould | min/shot | min/trim | heat treatment and X-ray (T) or not */
    private static final Sheet BLANKS = Sheet.of("""
            BK-E | 电池壳E毛坯 | Battery shell casting E | 8.6 | AL-SI10 | DC-2800 | MOULD-BAT01 | 2.44 | 1.10 | T
            BK-P | 电池壳P毛坯 | Battery shell casting P | 6.9 | AL-SI10 | DC-2800 | MOULD-BAT01 | 2.28 | 1.00 | T
            BK-C1 | 控制器壳C1毛坯 | Controller housing casting C1 | 2.9 | AL-ADC12 | DC-1250A DC-1250B | MOULD-CTL01 | 2.05 | 0.60 |
            BK-C2 | 控制器壳C2毛坯 | Controller housing casting C2 | 4.1 | AL-ADC12 | DC-1250A DC-1250B | MOULD-CTL02 | 2.20 | 0.65 |
            BK-C3 | 控制器壳C3毛坯 | Controller housing casting C3 | 4.8 | AL-A380 | DC-2800 | MOULD-CTL03 | 1.95 | 0.70 |
            BK-O3 | 充电机壳O3毛坯 | Charger housing casting O3 | 2.1 | AL-ADC12 | DC-1250B DC-1250A | MOULD-OBC01 | 1.75 | 0.55 |
            BK-O6 | 充电机壳O6毛坯 | Charger housing casting O6 | 2.8 | AL-ADC12 | DC-1250B DC-1250A | MOULD-OBC02 | 1.85 | 0.55 |
            BK-O11 | 充电机壳O11毛坯 | Charger housing casting O11 | 3.6 | AL-A380 | DC-1250B DC-1250A | MOULD-OBC03 | 2.00 | 0.60 |
            BK-M1 | 电机端盖M1毛坯 | Motor end cover casting M1 | 1.8 | AL-ADC12 | DC-800 | MOULD-MEC01 | 1.25 | 0.45 |
            BK-M2 | 电机端盖M2毛坯 | Motor end cover casting M2 | 2.3 | AL-ADC12 | DC-800 | MOULD-MEC02 | 1.35 | 0.45 |
            BK-M3 | 电机端盖M3毛坯 | Motor end cover casting M3 | 2.7 | AL-A380 | DC-800 | MOULD-MEC03 | 1.45 | 0.50 |
            BK-I1 | 逆变器壳I1毛坯 | Inverter housing casting I1 | 5.2 | AL-SI10 | DC-2800 | MOULD-INV01 | 2.05 | 0.85 | T
            BK-I2 | 逆变器壳I2毛坯 | Inverter housing casting I2 | 6.4 | AL-SI10 | DC-2800 | MOULD-INV02 | 2.25 | 0.95 | T
            """);

    /** code | 中文 | English | kg | coil | press | die or - | min | degreasing min */
    private static final Sheet STAMPINGS = Sheet.of("""
            CV-E | 电池壳E上盖 | Battery shell cover E | 2.4 | AL-5052 | STAMP-400 | DIE-COVER-E | 0.82 | 0.50
            CV-P | 电池壳P上盖 | Battery shell cover P | 1.9 | AL-5052 | STAMP-400 | DIE-COVER-P | 0.78 | 0.50
            CV-C | 控制器壳上盖 | Controller housing cover | 0.62 | AL-5052 | STAMP-160 | - | 0.62 | 0.40
            CV-CL | 控制器壳大盖 | Controller housing cover, large | 0.95 | AL-5052 | STAMP-160 | - | 0.70 | 0.40
            CV-O | 充电机壳上盖 | Charger housing cover | 0.48 | AL-5052 | STAMP-160 | - | 0.58 | 0.35
            CV-I | 逆变器壳上盖 | Inverter housing cover | 1.30 | AL-5052 | STAMP-400 | - | 0.75 | 0.45
            PT-A | 液冷板A流道片 | Cold plate channel sheet A | 1.05 | AL-3003 | STAMP-400 | DIE-PLATE-A | 0.80 | 0.45
            PT-B | 液冷板B流道片 | Cold plate channel sheet B | 1.40 | AL-3003 | STAMP-400 | DIE-PLATE-B | 0.85 | 0.45
            PT-0 | 液冷板底片 | Cold plate base sheet | 0.98 | AL-3003 | STAMP-400 | - | 0.60 | 0.40
            """);

    /** code | 中文 | English | kg | blank | machining centre and alternates | min | second machining or - | min | finish line and alternates | min | extra core */
    private static final Sheet BODIES = Sheet.of("""
            BB-E60 | 电池壳E60壳体 | Battery shell body E60 | 7.7 | BK-E | CNC-GANTRY | 8.8 | - | 0 | ANOD-1 ANOD-2 | 1.45 |
            BB-E75 | 电池壳E75壳体 | Battery shell body E75 | 7.8 | BK-E | CNC-GANTRY | 9.4 | - | 0 | ANOD-1 ANOD-2 | 1.45 |
            BB-E75C | 电池壳E75C壳体（带液冷） | Battery shell body E75C, liquid cooled | 10.8 | BK-E | CNC-GANTRY | 9.9 | FSW-1 | 9.5 | ANOD-1 ANOD-2 | 1.60 | CC-A
            BB-P40 | 电池壳P40壳体 | Battery shell body P40 | 6.2 | BK-P | CNC-GANTRY | 8.0 | - | 0 | ANOD-1 ANOD-2 | 1.40 |
            BC-110 | 控制器壳110壳体 | Controller housing body 110 | 2.5 | BK-C1 | CNC-HMC CNC-5AX | 6.1 | - | 0 | ANOD-2 ANOD-1 | 1.55 |
            BC-120 | 控制器壳120壳体 | Controller housing body 120 | 2.5 | BK-C1 | CNC-HMC CNC-5AX | 6.6 | - | 0 | ANOD-2 ANOD-1 | 1.55 |
            BC-210 | 控制器壳210壳体 | Controller housing body 210 | 3.6 | BK-C2 | CNC-HMC CNC-5AX | 6.9 | - | 0 | ANOD-2 ANOD-1 | 1.65 |
            BC-310 | 控制器壳310壳体 | Controller housing body 310 | 4.2 | BK-C3 | CNC-5AX | 7.4 | - | 0 | ANOD-2 ANOD-1 | 1.70 |
            BC-330 | 控制器壳330壳体 | Controller housing body 330 | 4.2 | BK-C3 | CNC-5AX | 7.9 | - | 0 | ANOD-2 ANOD-1 | 1.70 |
            BO-22 | 充电机壳22壳体 | Charger housing body 22 | 1.8 | BK-O3 | CNC-VMC-A | 5.4 | - | 0 | POWDER-1 | 0.85 |
            BO-33 | 充电机壳33壳体 | Charger housing body 33 | 1.8 | BK-O3 | CNC-VMC-A | 5.8 | - | 0 | POWDER-1 | 0.85 |
            BO-66 | 充电机壳66壳体 | Charger housing body 66 | 2.4 | BK-O6 | CNC-VMC-A | 6.3 | - | 0 | POWDER-1 | 0.90 |
            BO-110 | 充电机壳110壳体 | Charger housing body 110 | 3.1 | BK-O11 | CNC-VMC-A | 6.9 | - | 0 | POWDER-1 | 0.95 |
            BM-D1 | 电机端盖D1壳体 | Motor end cover body D1 | 1.5 | BK-M1 | LATHE-1 | 2.3 | CNC-VMC-B CNC-DRILL | 3.0 | POWDER-1 | 0.75 |
            BM-N1 | 电机端盖N1壳体 | Motor end cover body N1 | 1.5 | BK-M1 | LATHE-1 | 2.4 | CNC-DRILL CNC-VMC-B | 4.0 | POWDER-1 | 0.75 |
            BM-D2 | 电机端盖D2壳体 | Motor end cover body D2 | 1.9 | BK-M2 | LATHE-1 | 2.6 | CNC-VMC-B CNC-DRILL | 3.4 | POWDER-1 | 0.80 |
            BM-N3 | 电机端盖N3壳体 | Motor end cover body N3 | 2.2 | BK-M3 | LATHE-1 | 2.8 | CNC-VMC-B CNC-DRILL | 3.7 | POWDER-1 | 0.80 |
            BI-80 | 逆变器壳80壳体 | Inverter housing body 80 | 4.5 | BK-I1 | CNC-5AX | 8.2 | FSW-1 | 1.7 | ANOD-1 ANOD-2 | 1.45 |
            BI-120 | 逆变器壳120壳体 | Inverter housing body 120 | 4.5 | BK-I1 | CNC-5AX | 8.8 | FSW-1 | 1.8 | ANOD-1 ANOD-2 | 1.45 |
            BI-160 | 逆变器壳160壳体 | Inverter housing body 160 | 5.6 | BK-I2 | CNC-5AX | 9.6 | FSW-1 | 2.1 | ANOD-1 ANOD-2 | 1.50 |
            """);

    /** code | 中文 | English | channel sheet | base sheet | kg */
    private static final Sheet CORES = Sheet.of("""
            CC-A | 液冷板A芯体 | Cold plate core A | PT-A | PT-0 | 2.1
            CC-B | 液冷板B芯体 | Cold plate core B | PT-B | PT-0 | 2.5
            """);

    private final List<Item> items = new ArrayList<>();
    private final List<Operation> operations = new ArrayList<>();

    MadeItems() {
        BLANKS.rows().forEach(this::blank);
        STAMPINGS.rows().forEach(this::stamping);
        CORES.rows().forEach(this::core);
        BODIES.rows().forEach(this::body);
        ProductLine.all().forEach(this::product);
    }

    List<Item> items() {
        return List.copyOf(items);
    }

    List<Operation> operations() {
        return List.copyOf(operations);
    }

    private void blank(Sheet.Row row) {
        String code = row.text(0);
        double kg = row.number(3);
        part(row, Tier.BLANK, kg, "760120");
        boolean structural = row.has(9);
        step(
                code,
                10,
                "压铸",
                row.list(5),
                row.text(6),
                row.number(7),
                kg > 5 ? 45 : 35,
                98.5,
                new Input(row.text(4), kg, 4),
                new Input("RELEASE", kg * 0.006, 0));
        String trim = structural || row.text(6).equals("MOULD-CTL03") ? "TRIM-1" : "TRIM-2";
        step(code, 20, "切边抛丸", List.of(trim), null, row.number(8), 10, 99.6, new Input("SHOT", kg * 0.002, 0));
        if (structural) {
            step(code, 30, "T5热处理", List.of("HEAT-1"), null, 1.45, 20, 99.7);
            step(code, 40, "X光探伤", List.of("XRAY-1"), null, 1.40, 10, 99.2);
        }
    }

    private void stamping(Sheet.Row row) {
        String code = row.text(0);
        double kg = row.number(3);
        boolean plate = code.startsWith("PT");
        part(row, plate ? Tier.PLATE : Tier.COVER, kg, "761699");
        String die = row.text(6).equals("-") ? null : row.text(6);
        step(code, 10, "冲压", row.list(5), die, row.number(7), 30, 99.2, new Input(row.text(4), kg, 14));
        step(
                code,
                20,
                "清洗",
                List.of("WASH-2"),
                null,
                row.number(8),
                5,
                99.8,
                new Input("DEGREASER", 0.02, 0),
                new Input("FILM-PE", 0.01, 0));
    }

    private void core(Sheet.Row row) {
        String code = row.text(0);
        part(row, Tier.CORE, row.number(5), "761699");
        step(
                code,
                10,
                "钎焊",
                List.of("BRAZE-1"),
                null,
                3.3,
                30,
                98.4,
                new Input(row.text(3), 1, 0.5),
                new Input(row.text(4), 1, 0.5),
                new Input("FLUX", 0.03, 0),
                new Input("MANIFOLD", 1, 0.5));
    }

    private void body(Sheet.Row row) {
        String code = row.text(0);
        double kg = row.number(3);
        part(row, Tier.BODY, kg, "761699");
        step(
                code,
                10,
                "CNC加工",
                row.list(5),
                null,
                row.number(6),
                30,
                99.3,
                new Input(row.text(4), 1, 0),
                new Input("COOLANT", 0.02 + row.number(6) * 0.004, 0));
        int sequence = 20;
        if (!row.text(7).equals("-")) {
            boolean welded = row.text(7).startsWith("FSW");
            var inputs = new ArrayList<Input>();
            if (welded) {
                inputs.add(new Input("PIN-FSW", row.number(8) * 0.0004, 0));
                row.list(11).forEach(core -> inputs.add(new Input(core, 1, 0.5)));
            }
            operations.add(new Operation(
                    code, sequence, welded ? "搅拌摩擦焊" : "CNC精加工", row.list(7), null, row.number(8), 20, 99.2, inputs));
            sequence += 10;
        }
        step(code, sequence, "清洗", List.of("WASH-1"), null, 0.42, 5, 99.9, new Input("DEGREASER", 0.01 * kg, 0));
        boolean powder = row.text(9).startsWith("POWDER");
        step(
                code,
                sequence + 10,
                powder ? "喷粉" : "阳极氧化",
                row.list(9),
                null,
                row.number(10),
                15,
                98.8,
                powder
                        ? new Input[] {new Input("POWDER", 0.05 * kg, 3)}
                        : new Input[] {new Input("ACID", 0.12 * kg, 0), new Input("SEALER", 0.012 * kg, 0)});
    }

    private void product(ProductLine line) {
        items.add(line.item());
        String code = line.code();
        var parts = new ArrayList<Input>();
        parts.add(new Input(line.body(), 1, 0));
        line.assembled().forEach(parts::add);
        operations.add(
                new Operation(code, 10, "装配", List.of(line.assembly()), null, line.assemblyMinutes(), 15, 99.6, parts));
        operations.add(new Operation(
                code,
                20,
                line.inspection(),
                List.of(line.tester()),
                null,
                line.testMinutes(),
                8,
                99.4,
                line.packing()));
    }

    private void part(Sheet.Row row, Tier tier, double kg, String hsCode) {
        String stage = tier == Tier.BODY || tier == Tier.CORE ? "半成品" : "自制零件";
        items.add(new Item(row.text(0), "part", tier, row.text(1), row.text(2), "", "件", kg, hsCode, "", stage));
    }

    private void step(
            String item,
            int sequence,
            String technology,
            List<String> machines,
            @Nullable String tool,
            double minutes,
            double setup,
            double yieldPercent,
            Input... inputs) {
        operations.add(new Operation(
                item, sequence, technology, machines, tool, minutes, setup, yieldPercent, Arrays.asList(inputs)));
    }
}
