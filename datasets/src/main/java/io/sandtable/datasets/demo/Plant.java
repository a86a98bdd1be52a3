package io.sandtable.datasets.demo;

import io.sandtable.datasets.writing.Sheet;
import io.sandtable.model.Curve;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The workshops in Suzhou: machines, moulds and dies, the people who run them, and the calendars they follow. */
final class Plant {
    /** Parallel units of one machine type; kW is the mean draw of one running unit, book value is of all units. */
    record Machine(
            String code,
            String zh,
            String en,
            String aliases,
            String technology,
            int units,
            double availabilityPercent,
            double operators,
            String labour,
            double kilowatts,
            double bookValue,
            int depreciationMonths,
            String workshop) {
        String id() {
            return "EQP-" + code;
        }
    }

    /** A mould or die with its life in strokes and its wear curve (share of life used = good parts %). */
    record Tool(
            String code,
            String zh,
            String en,
            String aliases,
            String technology,
            double lifeStrokes,
            double strokesUsed,
            Curve wear,
            double bookValue,
            int depreciationMonths) {
        String id() {
            return "EQP-" + code;
        }
    }

    /** People of one skill; the rate is what an hour at a machine costs. */
    record Labour(String code, String zh, String en, double ratePerHour) {
        String id() {
            return "EQP-" + code;
        }
    }

    private static final Sheet WORKSHOPS = Sheet.of("""
            WS-CAST | 压铸车间 | Die-casting workshop | 压铸
            WS-CNC | 机加工车间 | Machining workshop | 机加车间/CNC车间
            WS-SURFACE | 表面处理车间 | Surface treatment workshop | 氧化车间
            WS-STAMP | 冲压焊接车间 | Stamping and welding workshop | 冲压车间
            WS-ASM | 装配车间 | Assembly workshop | 总装车间
            """);

    private static final Sheet LABOUR = Sheet.of("""
            LAB-CAST | 压铸工 | Die-casting operators | 47
            LAB-CNC | 数控操作工 | CNC operators | 46
            LAB-SURFACE | 表面处理工 | Surface treatment operators | 44
            LAB-STAMP | 冲压焊接工 | Stamping and welding operators | 45
            LAB-ASM | 装配工 | Assemblers | 42
            LAB-QA | 检验员 | Inspectors | 45
            """);

    /** code | 中文 | English | aliases | technology | units | available % | operators | labour | kW | book value, thousand CNY | months | workshop */
    private static final Sheet MACHINES = Sheet.of("""
            DC-2800 | 2800吨压铸岛 | 2800 t die-casting cell | 大压铸机/2800吨压铸机/2800T | 压铸 | 2 | 90 | 1 | LAB-CAST | 165 | 9200 | 120 | WS-CAST
            DC-1250A | 1250吨压铸岛A | 1250 t die-casting cell A | 1250吨压铸机A/1250A | 压铸 | 1 | 90 | 1 | LAB-CAST | 92 | 2300 | 120 | WS-CAST
            DC-1250B | 1250吨压铸岛B | 1250 t die-casting cell B | 1250吨压铸机B/1250B | 压铸 | 1 | 90 | 1 | LAB-CAST | 92 | 2300 | 120 | WS-CAST
            DC-800 | 800吨压铸岛 | 800 t die-casting cell | 小压铸机/800吨压铸机 | 压铸 | 1 | 90 | 1 | LAB-CAST | 64 | 1350 | 120 | WS-CAST
            TRIM-1 | 1号切边抛丸线 | Trimming and blasting line 1 | 大切边机 | 切边抛丸 | 1 | 92 | 1 | LAB-CAST | 38 | 420 | 96 | WS-CAST
            TRIM-2 | 2号切边抛丸线 | Trimming and blasting line 2 | 小切边机 | 切边抛丸 | 1 | 92 | 1 | LAB-CAST | 30 | 310 | 96 | WS-CAST
            HEAT-1 | T5时效炉 | T5 ageing furnace | 热处理炉/时效炉 | T5热处理 | 1 | 95 | 0.5 | LAB-CAST | 85 | 520 | 120 | WS-CAST
            XRAY-1 | X光探伤机 | X-ray inspection | 探伤机 | X光探伤 | 1 | 94 | 1 | LAB-QA | 9 | 680 | 96 | WS-CAST
            CNC-GANTRY | 龙门加工中心 | Gantry machining centre | 龙门/龙门铣 | CNC加工 | 4 | 90 | 0.5 | LAB-CNC | 26 | 5200 | 120 | WS-CNC
            CNC-5AX | 五轴加工中心 | Five-axis machining centre | 五轴机/五轴 | CNC加工 | 4 | 90 | 0.5 | LAB-CNC | 24 | 6400 | 120 | WS-CNC
            CNC-HMC | 卧式加工中心 | Horizontal machining centre | 卧加 | CNC加工 | 3 | 90 | 0.5 | LAB-CNC | 22 | 3900 | 120 | WS-CNC
            CNC-VMC-A | 立式加工中心A组 | Vertical machining centres A | 立加A | CNC加工 | 4 | 91 | 0.5 | LAB-CNC | 15 | 2200 | 120 | WS-CNC
            CNC-VMC-B | 立式加工中心B组 | Vertical machining centres B | 立加B | CNC精加工 | 2 | 91 | 0.5 | LAB-CNC | 15 | 1100 | 120 | WS-CNC
            CNC-DRILL | 钻攻中心 | Drilling and tapping centre | 钻攻机 | CNC精加工 | 1 | 92 | 0.5 | LAB-CNC | 10 | 260 | 120 | WS-CNC
            LATHE-1 | 数控车床 | CNC lathes | 车床 | CNC加工 | 2 | 92 | 0.5 | LAB-CNC | 12 | 640 | 120 | WS-CNC
            WASH-1 | 通过式清洗线 | Tunnel washer | 清洗线 | 清洗 | 1 | 94 | 1 | LAB-SURFACE | 48 | 460 | 96 | WS-SURFACE
            WASH-2 | 超声波清洗线 | Ultrasonic washer | 超声波 | 清洗 | 1 | 94 | 1 | LAB-STAMP | 26 | 240 | 96 | WS-STAMP
            ANOD-1 | 1号阳极氧化线 | Anodising line 1 | 氧化线1 | 阳极氧化 | 1 | 92 | 3 | LAB-SURFACE | 40 | 1900 | 120 | WS-SURFACE
            ANOD-2 | 2号阳极氧化线 | Anodising line 2 | 氧化线2 | 阳极氧化 | 1 | 92 | 3 | LAB-SURFACE | 40 | 1800 | 120 | WS-SURFACE
            POWDER-1 | 喷粉线 | Powder-coating line | 喷粉线 | 喷粉 | 1 | 92 | 3 | LAB-SURFACE | 70 | 980 | 120 | WS-SURFACE
            STAMP-400 | 400吨冲床线 | 400 t press line | 大冲床 | 冲压 | 1 | 92 | 1 | LAB-STAMP | 45 | 860 | 120 | WS-STAMP
            STAMP-160 | 160吨冲床 | 160 t press | 小冲床 | 冲压 | 1 | 92 | 1 | LAB-STAMP | 22 | 280 | 120 | WS-STAMP
            BRAZE-1 | 真空钎焊炉 | Vacuum brazing furnace | 钎焊炉 | 钎焊 | 1 | 94 | 1 | LAB-STAMP | 75 | 1250 | 120 | WS-STAMP
            FSW-1 | 搅拌摩擦焊机 | Friction stir welder | FSW | 搅拌摩擦焊 | 1 | 91 | 1 | LAB-STAMP | 28 | 1480 | 120 | WS-STAMP
            ASM-BAT | 电池壳装配线 | Battery shell assembly line | 电池壳线 | 装配 | 2 | 94 | 3 | LAB-ASM | 14 | 1350 | 96 | WS-ASM
            ASM-CTL | 控制器壳装配线 | Controller housing assembly line | 控制器线 | 装配 | 2 | 94 | 2 | LAB-ASM | 9 | 780 | 96 | WS-ASM
            ASM-OBC | 充电机壳装配线 | Charger housing assembly line | 充电机线 | 装配 | 1 | 94 | 2 | LAB-ASM | 9 | 420 | 96 | WS-ASM
            ASM-PRESS | 端盖压装线 | End cover press line | 压装线 | 装配 | 1 | 94 | 2 | LAB-ASM | 12 | 390 | 96 | WS-ASM
            ASM-CELL | 柔性装配单元 | Flexible assembly cell | 柔性线/装配线 | 装配 | 1 | 94 | 2 | LAB-ASM | 10 | 450 | 96 | WS-ASM
            LEAK-1 | 1号氦检台 | Helium leak tester 1 | 氦检1 | 气密检验 | 1 | 94 | 1 | LAB-QA | 8 | 590 | 96 | WS-ASM
            LEAK-2 | 2号气密台 | Air leak tester 2 | 气密2 | 气密检验 | 1 | 94 | 1 | LAB-QA | 5 | 260 | 96 | WS-ASM
            LEAK-3 | 3号氦检台 | Helium leak tester 3 | 氦检3 | 气密检验 | 1 | 94 | 1 | LAB-QA | 8 | 540 | 96 | WS-ASM
            CMM-1 | 三坐标测量机 | Coordinate measuring machine | 三坐标 | 三坐标检验 | 1 | 95 | 1 | LAB-QA | 4 | 610 | 96 | WS-ASM
            """);

    /** code | 中文 | English | aliases | technology | life | used | wear curve | book value, thousand CNY | months */
    private static final Sheet TOOLS = Sheet.of("""
            MOULD-BAT01 | 电池壳压铸模01 | Battery shell mould 01 | 电池壳模具/电池壳旧模/1号模/battery shell mould | 压铸 | 230000 | 193500 | 0=97.5;0.5=97;0.7=96.2;0.8=94.6;0.85=93;0.9=90.8;0.95=87.8;1=84 | 74 | 36
            MOULD-CTL01 | 控制器壳压铸模C1 | Controller housing mould C1 | C1模 | 压铸 | 260000 | 88400 | 0=98;0.6=97.2;0.85=95;1=90 | 186 | 36
            MOULD-CTL02 | 控制器壳压铸模C2 | Controller housing mould C2 | C2模 | 压铸 | 240000 | 61200 | 0=98;0.6=97.2;0.85=95;1=90 | 212 | 36
            MOULD-CTL03 | 控制器壳压铸模C3 | Controller housing mould C3 | C3模 | 压铸 | 220000 | 104500 | 0=97.8;0.6=97;0.85=94.5;1=89 | 171 | 36
            MOULD-OBC01 | 充电机壳压铸模O3 | Charger housing mould O3 | O3模 | 压铸 | 280000 | 120300 | 0=98.2;0.6=97.4;0.85=95.4;1=91 | 120 | 36
            MOULD-OBC02 | 充电机壳压铸模O6 | Charger housing mould O6 | O6模 | 压铸 | 260000 | 47900 | 0=98.2;0.6=97.4;0.85=95.4;1=91 | 198 | 36
            MOULD-OBC03 | 充电机壳压铸模O11 | Charger housing mould O11 | O11模 | 压铸 | 240000 | 33600 | 0=98;0.6=97.2;0.85=95;1=90 | 231 | 36
            MOULD-MEC01 | 端盖压铸模M1 | End cover mould M1 | M1模 | 压铸 | 320000 | 166200 | 0=98.4;0.6=97.8;0.85=96;1=92 | 96 | 36
            MOULD-MEC02 | 端盖压铸模M2 | End cover mould M2 | M2模 | 压铸 | 300000 | 92100 | 0=98.4;0.6=97.8;0.85=96;1=92 | 128 | 36
            MOULD-MEC03 | 端盖压铸模M3 | End cover mould M3 | M3模 | 压铸 | 300000 | 58700 | 0=98.4;0.6=97.8;0.85=96;1=92 | 142 | 36
            MOULD-INV01 | 逆变器壳压铸模I1 | Inverter housing mould I1 | I1模 | 压铸 | 220000 | 71800 | 0=97.8;0.6=97;0.85=94.5;1=89 | 242 | 36
            MOULD-INV02 | 逆变器壳压铸模I2 | Inverter housing mould I2 | I2模 | 压铸 | 200000 | 22400 | 0=97.8;0.6=97;0.85=94.5;1=89 | 318 | 36
            DIE-COVER-E | 电池壳E上盖冲模 | Cover die E | E盖冲模 | 冲压 | 600000 | 214000 | 0=99.6;0.8=99.2;1=97 | 88 | 60
            DIE-COVER-P | 电池壳P上盖冲模 | Cover die P | P盖冲模 | 冲压 | 600000 | 131000 | 0=99.6;0.8=99.2;1=97 | 94 | 60
            DIE-PLATE-A | 液冷板A冲模 | Cold plate die A | A板冲模 | 冲压 | 500000 | 98000 | 0=99.6;0.8=99.2;1=97 | 72 | 60
            DIE-PLATE-B | 液冷板B冲模 | Cold plate die B | B板冲模 | 冲压 | 500000 | 76000 | 0=99.6;0.8=99.2;1=97 | 80 | 60
            """);

    /** The calendar of the two shifts, which every machine and mould follows. */
    static final String CALENDAR = "CAL-TWO-SHIFTS";

    private final Map<String, Machine> machines = MACHINES.rows().stream()
            .map(r -> new Machine(
                    r.text(0),
                    r.text(1),
                    r.text(2),
                    r.names(3),
                    r.text(4),
                    r.count(5),
                    r.number(6),
                    r.number(7),
                    r.text(8),
                    r.number(9),
                    r.number(10) * 1000,
                    r.count(11),
                    r.text(12)))
            .collect(Collectors.toMap(Machine::code, m -> m, (a, b) -> a, LinkedHashMap::new));
    private final Map<String, Tool> tools = TOOLS.rows().stream()
            .map(r -> new Tool(
                    r.text(0),
                    r.text(1),
                    r.text(2),
                    r.names(3),
                    r.text(4),
                    r.number(5),
                    r.number(6),
                    Curve.parse(r.text(7)),
                    r.number(8) * 1000,
                    r.count(9)))
            .collect(Collectors.toMap(Tool::code, t -> t, (a, b) -> a, LinkedHashMap::new));
    private final Map<String, Labour> labour = LABOUR.rows().stream()
            .map(r -> new Labour(r.text(0), r.text(1), r.text(2), r.number(3)))
            .collect(Collectors.toMap(Labour::code, l -> l, (a, b) -> a, LinkedHashMap::new));

    List<Machine> machines() {
        return List.copyOf(machines.values());
    }

    List<Tool> tools() {
        return List.copyOf(tools.values());
    }

    List<Labour> labour() {
        return List.copyOf(labour.values());
    }

    List<Sheet.Row> workshops() {
        return WORKSHOPS.rows();
    }

    Machine machine(String code) {
        return known(machines, code, "machine");
    }

    Tool tool(String code) {
        return known(tools, code, "tool");
    }

    Labour labour(String code) {
        return known(labour, code, "labour group");
    }

    /** People on the books of a group: every unit of its machines staffed on two shifts, with 12 % cover for leave. */
    int headcount(Labour group) {
        double posts = machines.values().stream()
                .filter(m -> m.labour().equals(group.code()))
                .mapToDouble(m -> m.operators() * m.units())
                .sum();
        return (int) Math.ceil(posts * 2 * 1.12);
    }

    /** Book value of all machines and tools in CNY. */
    double bookValue() {
        return machines.values().stream().mapToDouble(Machine::bookValue).sum()
                + tools.values().stream().mapToDouble(Tool::bookValue).sum();
    }

    private static <T> T known(Map<String, T> all, String code, String kind) {
        T found = all.get(code);
        if (found == null) {
            throw new IllegalStateException(
                    "No %s is called %s; the plant has %s.".formatted(kind, code, all.keySet()));
        }
        return found;
    }
}
