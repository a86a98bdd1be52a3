package io.sandtable.datasets.demo;

import io.sandtable.datasets.demo.Operation.Input;
import io.sandtable.datasets.writing.Sheet;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A product the company sells.
 *
 * @param weekly units ordered in an ordinary week of 2026
 * @param linesPerWeek order lines in an ordinary week
 * @param marginPercent what the sales price leaves over direct cost
 */
record ProductLine(
        String code,
        String zh,
        String en,
        String aliases,
        String family,
        double weekly,
        double linesPerWeek,
        double marginPercent,
        String body,
        String cover,
        double kg,
        String extras) {

    /** code | 中文 | English | aliases | family | a week | lines a week | margin % | body | cover | kg | parts beyond the family's own: item×quantity */
    private static final Sheet ROWS = Sheet.of("""
            BS-E60 | 电池壳E60 | Battery shell E60 | E60 | BAT | 470 | 2 | 27.0 | BB-E60 | CV-E | 11.3 | GASKET-BE×1 FILM-PET×2
            BS-E75 | 电池壳E75 | Battery shell E75 | E75 | BAT | 440 | 2 | 27.5 | BB-E75 | CV-E | 11.6 | GASKET-BE×1 FILM-PET×2 MICA×1
            BS-E75C | 电池壳E75C（液冷） | Battery shell E75C, liquid cooled | E75C/液冷电池壳 | BAT | 190 | 1 | 26.5 | BB-E75C | CV-E | 14.6 | GASKET-BE×1 FILM-PET×2 AEROGEL×1 NOZZLE-16×2 ORING-32×2
            BS-P40 | 电池壳P40 | Battery shell P40 | P40 | BAT | 330 | 1 | 26.0 | BB-P40 | CV-P | 9.1 | GASKET-BP×1 FILM-PET×1
            CH-110 | 控制器壳体110 | Controller housing 110 | CH110 | CTL | 580 | 0.75 | 25.0 | BC-110 | CV-C | 3.4 | CONN-HV×1 CONN-LV×1
            CH-120 | 控制器壳体120 | Controller housing 120 | CH120 | CTL | 500 | 0.75 | 25.0 | BC-120 | CV-C | 3.4 | CONN-HV×1 CONN-LV×1 PAD-THERMAL×1
            CH-210 | 控制器壳体210 | Controller housing 210 | CH210 | CTL | 430 | 0.75 | 26.0 | BC-210 | CV-C | 4.6 | CONN-HV×1 CONN-LV×1
            CH-310 | 控制器壳体310 | Controller housing 310 | CH310 | CTL | 460 | 0.75 | 26.5 | BC-310 | CV-CL | 5.5 | CONN-HV×1 CONN-LV×1 CU-BAR×0.3
            CH-330 | 控制器壳体330 | Controller housing 330 | CH330 | CTL | 390 | 0.75 | 27.0 | BC-330 | CV-CL | 5.6 | CONN-HV×2 CONN-LV×1 CU-BAR×0.4
            OB-22 | 充电机壳体2.2kW | Charger housing 2.2 kW | OBC22 | OBC | 460 | 0.75 | 23.0 | BO-22 | CV-O | 2.5 | PAD-THERMAL×1 CONN-LV×1
            OB-33 | 充电机壳体3.3kW | Charger housing 3.3 kW | OBC33 | OBC | 580 | 0.75 | 23.5 | BO-33 | CV-O | 2.6 | PAD-THERMAL×1 CONN-LV×1
            OB-66 | 充电机壳体6.6kW | Charger housing 6.6 kW | OBC66 | OBC | 650 | 0.75 | 24.0 | BO-66 | CV-O | 3.2 | PAD-THERMAL×2 CONN-LV×1
            OB-110 | 充电机壳体11kW | Charger housing 11 kW | OBC110 | OBC | 340 | 0.75 | 24.5 | BO-110 | CV-O | 4.0 | PAD-THERMAL×2 CONN-LV×1 NOZZLE-12×2
            ME-D1 | 驱动电机前端盖D1 | Drive motor front cover D1 | D1前端盖 | MEC | 840 | 0.75 | 22.0 | BM-D1 | - | 1.8 | BUSH-40×1 SEAL-SHAFT×1
            ME-N1 | 驱动电机后端盖N1 | Drive motor rear cover N1 | N1后端盖 | MEC | 770 | 0.75 | 22.0 | BM-N1 | - | 1.8 | BUSH-40×1
            ME-D2 | 驱动电机前端盖D2 | Drive motor front cover D2 | D2前端盖 | MEC | 660 | 0.75 | 22.5 | BM-D2 | - | 2.3 | BUSH-52×1 SEAL-SHAFT×1
            ME-N3 | 驱动电机后端盖N3 | Drive motor rear cover N3 | N3后端盖 | MEC | 550 | 0.75 | 22.5 | BM-N3 | - | 2.6 | BUSH-52×1 PIN-8×2
            IN-80 | 逆变器壳体80kW | Inverter housing 80 kW | INV80 | INV | 400 | 0.6 | 26.0 | BI-80 | CV-I | 6.3 | CONN-HV×2 NOZZLE-12×2
            IN-120 | 逆变器壳体120kW | Inverter housing 120 kW | INV120 | INV | 330 | 0.6 | 27.0 | BI-120 | CV-I | 6.4 | CONN-HV×2 NOZZLE-12×2 CU-BAR×0.5
            IN-160 | 逆变器壳体160kW（出口） | Inverter housing 160 kW, export | INV160 | INV | 210 | 0.6 | 29.0 | BI-160 | CV-I | 7.7 | CONN-HV×3 NOZZLE-16×2 CU-BAR×0.6 CRATE-X×0.05
            CP-A | 液冷板A | Cold plate A | 液冷板A型 | CPL | 520 | 0.75 | 24.0 | CC-A | - | 2.6 | NOZZLE-12×2 ORING-20×2
            CP-B | 液冷板B | Cold plate B | 液冷板B型 | CPL | 360 | 0.75 | 24.5 | CC-B | - | 3.1 | NOZZLE-16×2 ORING-32×2
            """);

    /** code | 中文 | English | aliases | HS | assembly | min | inspection | tester | min | fasteners and seals | packing | growth % a year */
    private static final Sheet FAMILIES = Sheet.of("""
            BAT | 新能源汽车电池壳 | EV battery shells | 电池壳/电池壳体/EV battery shells/battery shells | 850790 | ASM-BAT | 4.3 | 气密检验 | LEAK-1 | 2.1 | SEALANT×0.12 BOLT-M6×36 INSERT-M6×24 PIN-8×2 VALVE-VENT×1 STRAP×2 RIVET-NUT×8 NUT-M6×12 WASHER-M6×12 AL-6063×0.45 | TRAY-B×1 LABEL×1 CAP×4 | 17
            CTL | 控制器壳体 | Motor controller housings | 控制器壳/控制器外壳/controller housings/controller housing | 853890 | ASM-CTL | 3.2 | 气密检验 | LEAK-2 | 0.85 | GASKET-C×1 SEALANT×0.03 BOLT-M5×14 INSERT-M5×10 PIN-6×2 VALVE-EQ×1 SHIELD×6 | CARTON-C×0.25 LABEL×1 CAP×2 DESICCANT×1 | 9
            OBC | 车载充电机壳体 | On-board charger housings | 充电机壳/充电机壳体/OBC壳体/charger housings | 850490 | ASM-OBC | 1.75 | 气密检验 | LEAK-2 | 0.82 | GASKET-O×1 SEALANT×0.02 BOLT-M4×12 INSERT-M5×6 VALVE-EQ×1 GREASE×0.01 | CARTON-O×0.2 LABEL×1 DESICCANT×1 | 6
            MEC | 驱动电机端盖 | Drive motor end covers | 电机端盖/端盖/motor end covers | 850300 | ASM-PRESS | 1.15 | 三坐标检验 | CMM-1 | 1.12 | CIRCLIP-40×1 PIN-6×1 | CARTON-M×0.2 LABEL×1 FILM-PE×0.02 | 4
            INV | 逆变器壳体 | Inverter housings | 逆变器壳/逆变器外壳/inverter housings | 850490 | ASM-CELL | 2.6 | 气密检验 | LEAK-3 | 2.1 | GASKET-I×1 SEALANT×0.05 BOLT-M8×10 BOLT-M5×12 INSERT-M8×8 VALVE-EQ×1 SHIELD×8 STRAP×1 AL-6061×0.18 | CARTON-C×0.5 LABEL×1 CAP×4 DESICCANT×2 | 11
            CPL | 电池液冷板 | Battery cold plates | 液冷板/水冷板/cold plates | 841950 | ASM-CELL | 1.5 | 气密检验 | LEAK-3 | 1.9 | WELD-WIRE×0.03 CAP×2 | CARTON-C×0.2 LABEL×1 FILM-PE×0.03 | 12
            """);

    static List<ProductLine> all() {
        return ROWS.rows().stream()
                .map(r -> new ProductLine(
                        r.text(0),
                        r.text(1),
                        r.text(2),
                        r.names(3),
                        r.text(4),
                        r.number(5),
                        r.number(6),
                        r.number(7),
                        r.text(8),
                        r.text(9),
                        r.number(10),
                        r.text(11)))
                .toList();
    }

    /** The families of products: code, 中文, English, aliases. */
    static List<Sheet.Row> families() {
        return FAMILIES.rows();
    }

    Item item() {
        return new Item(
                code,
                "product",
                Item.Tier.PRODUCT,
                zh,
                en,
                aliases,
                "件",
                kg,
                familyRow().text(4),
                family,
                "成品");
    }

    String assembly() {
        return familyRow().text(5);
    }

    double assemblyMinutes() {
        return familyRow().number(6);
    }

    String inspection() {
        return familyRow().text(7);
    }

    String tester() {
        return familyRow().text(8);
    }

    double testMinutes() {
        return familyRow().number(9);
    }

    /** What the year before ordered less, in percent. */
    double growthPercent() {
        return familyRow().number(12);
    }

    /** Cover, fasteners, seals and the product's own parts. */
    List<Input> assembled() {
        var parts = new ArrayList<Input>();
        if (!cover.equals("-")) {
            parts.add(new Input(cover, 1, 0));
        }
        inputs(familyRow().text(10)).forEach(parts::add);
        inputs(extras).forEach(parts::add);
        return parts;
    }

    List<Input> packing() {
        return inputs(familyRow().text(11)).toList();
    }

    private Sheet.Row familyRow() {
        return FAMILIES.rows().stream()
                .filter(r -> r.text(0).equals(family))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "%s belongs to family %s, which has no row; add one.".formatted(code, family)));
    }

    private static Stream<Input> inputs(String text) {
        return Stream.of(text.split(" +")).map(word -> {
            String[] pair = word.split("×");
            return new Input(pair[0], Double.parseDouble(pair[1]), 0.5);
        });
    }
}
