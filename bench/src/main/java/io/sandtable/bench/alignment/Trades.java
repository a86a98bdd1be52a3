package io.sandtable.bench.alignment;

import io.sandtable.bench.alignment.Article.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Invented articles of several trades. A look-alike differs from an article in one thing that its trade cares about: a size, a grade, a
 * colour, a side.
 */
final class Trades {
    /** An article, and one that looks like it and is another. */
    record Twins(Article article, Article lookAlike) {}

    private interface Trade {
        Article article(int[] choice);
    }

    private record Line(Trade trade, int[] choices) {}

    private static final List<Line> LINES = List.of(
            new Line(Trades::bearing, new int[] {12, 3, 2}),
            new Line(Trades::sheet, new int[] {5, 6, 3}),
            new Line(Trades::screw, new int[] {6, 6, 4}),
            new Line(Trades::plastic, new int[] {6, 5, 3}),
            new Line(Trades::carton, new int[] {8, 6, 2}),
            new Line(Trades::resistor, new int[] {9, 4, 2}),
            new Line(Trades::capacitor, new int[] {7, 4, 3}),
            new Line(Trades::chemical, new int[] {10, 3, 2}),
            new Line(Trades::pipe, new int[] {6, 5, 3}),
            new Line(Trades::cable, new int[] {5, 5, 2}),
            new Line(Trades::seal, new int[] {8, 4, 3}),
            new Line(Trades::bracket, new int[] {5, 2, 4}),
            new Line(Trades::motor, new int[] {6, 3, 2}));

    private Trades() {}

    /** So many articles with their look-alikes, each article and look-alike once. */
    static List<Twins> twins(int count, RandomGenerator random) {
        var seen = new java.util.HashSet<String>();
        var twins = new ArrayList<Twins>();
        while (twins.size() < count) {
            int line = random.nextInt(LINES.size());
            Line trade = LINES.get(line);
            int[] choice = new int[trade.choices().length];
            for (int i = 0; i < choice.length; i++) {
                choice[i] = random.nextInt(trade.choices()[i]);
            }
            int[] other = choice.clone();
            int differing = random.nextInt(choice.length);
            other[differing] = (other[differing] + 1 + random.nextInt(trade.choices()[differing] - 1))
                    % trade.choices()[differing];
            String one = line + java.util.Arrays.toString(choice);
            String two = line + java.util.Arrays.toString(other);
            if (!seen.contains(one) && !seen.contains(two)) {
                seen.add(one);
                seen.add(two);
                twins.add(new Twins(trade.trade().article(choice), trade.trade().article(other)));
            }
        }
        return twins;
    }

    private static Article bearing(int[] c) {
        String number = pick(
                c[0], "6200", "6201", "6202", "6203", "6204", "6205", "6206", "6304", "6305", "6306", "6208", "6008");
        String seal = pick(c[1], "", "-ZZ", "-2RS");
        String maker = pick(c[2], "", "/P5");
        String all = number + seal + maker;
        return article(
                List.of(new Named("深沟球轴承", all), new Named("深沟球轴承" + all, ""), new Named("轴承", "深沟球 " + all)),
                List.of(
                        "轴承" + all,
                        all + "轴承",
                        "轴承 " + number + " " + (seal + maker).replaceFirst("^-", ""),
                        "深沟球轴承 " + all,
                        "bearing " + all),
                8 + c[0] * 1.7 + c[1] * 2 + c[2] * 4,
                1,
                "套",
                "套");
    }

    private static Article sheet(int[] c) {
        String grade = pick(c[0], "304", "316L", "Q235B", "SPCC", "201");
        String thick = pick(c[1], "0.5", "0.8", "1.0", "1.5", "2.0", "3.0");
        String size = pick(c[2], "1000×2000", "1220×2440", "1250×2500");
        String name = c[0] == 2 ? "热轧钢板" : c[0] == 3 ? "冷轧钢板" : "不锈钢板";
        String[] parts = size.split("×");
        return article(
                List.of(
                        new Named(name, grade + " " + thick + "×" + size + "mm"),
                        new Named(grade + name, thick + "mm×" + parts[0] + "mm×" + parts[1] + "mm"),
                        new Named(name + grade, "厚" + thick + "mm " + size)),
                List.of(
                        name + " " + grade + " " + size + "×" + thick,
                        grade + name + thick + "*" + parts[0] + "*" + parts[1],
                        grade + " " + name.substring(name.length() - 2) + " " + thick + "x" + parts[0] + "x"
                                + parts[1]),
                14000 + c[0] * 900 + c[1] * 110,
                0.001,
                "吨",
                "公斤");
    }

    private static Article screw(int[] c) {
        String size = pick(c[0], "M4", "M5", "M6", "M8", "M10", "M12");
        String length = pick(c[1], "10", "16", "20", "25", "30", "35");
        String head = pick(c[2], "内六角螺栓", "外六角螺栓", "十字盘头螺钉", "沉头螺钉");
        return article(
                List.of(
                        new Named(head, size + "×" + length),
                        new Named(head, size + "*" + length + " 8.8级"),
                        new Named(head + size + "×" + length, "")),
                List.of(
                        head + size + "*" + length,
                        size + "x" + length + head,
                        head.replace("螺栓", "螺丝").replace("螺钉", "螺丝") + size + "×" + length,
                        head + " " + size.toLowerCase(java.util.Locale.ROOT) + "-" + length),
                0.12 + c[0] * 0.11 + c[1] * 0.03,
                1000,
                "个",
                "千个");
    }

    private static Article plastic(int[] c) {
        String kind = pick(c[0], "ABS", "PP", "PE", "PC", "PA6", "PA66");
        String grade = pick(c[1], "757K", "1120", "T30S", "8008", "3000H");
        String colour = pick(c[2], "黑色", "白色", "本色");
        return article(
                List.of(
                        new Named(kind + "塑料粒子", grade + " " + colour),
                        new Named("塑料粒子", kind + " " + grade + " " + colour),
                        new Named(kind + "粒子（" + colour + "）", grade)),
                List.of(
                        kind + " " + grade + colour,
                        kind + "料 " + grade + " " + colour,
                        colour + kind + "粒子" + grade,
                        "塑料粒子" + kind + "-" + grade + colour),
                9 + c[0] * 3.1 + c[1] * 0.4,
                1000,
                "kg",
                "吨");
    }

    private static Article carton(int[] c) {
        String length = pick(c[0], "300", "350", "400", "450", "500", "550", "600", "650");
        String width = pick(c[1], "200", "220", "250", "280", "300", "320");
        String walls = pick(c[2], "三层", "五层");
        return article(
                List.of(
                        new Named(walls + "瓦楞纸箱", length + "×" + width + "×180mm"),
                        new Named("纸箱", walls + " " + length + "×" + width + "×180"),
                        new Named("瓦楞纸箱" + length + "×" + width + "×180", walls)),
                List.of(
                        walls + "纸箱 " + length + "*" + width + "*180",
                        "纸箱" + length + "x" + width + "x180(" + walls + ")",
                        walls + "箱 " + length + "*" + width + "*180mm"),
                1.4 + c[0] * 0.3 + c[1] * 0.2 + c[2],
                1,
                "个",
                "只");
    }

    private static Article resistor(int[] c) {
        String ohms = pick(c[0], "10", "47", "100", "470", "1k", "4.7k", "10k", "47k", "100k");
        String size = pick(c[1], "0402", "0603", "0805", "1206");
        String tolerance = pick(c[2], "1%", "5%");
        return article(
                List.of(
                        new Named("贴片电阻", ohms + "Ω " + size + " " + tolerance),
                        new Named("电阻 " + size, ohms + "Ω ±" + tolerance),
                        new Named("贴片电阻" + size + " " + ohms + "Ω", tolerance)),
                List.of(
                        "贴片电阻" + size + " " + ohms.toUpperCase(java.util.Locale.ROOT) + " " + tolerance,
                        size + "电阻 " + ohms + " ±" + tolerance,
                        "RES " + size + " " + ohms + " " + tolerance),
                0.004 + c[0] * 0.0004 + c[1] * 0.001,
                1000,
                "个",
                "千个");
    }

    private static Article capacitor(int[] c) {
        String farads = pick(c[0], "10nF", "100nF", "1uF", "2.2uF", "4.7uF", "10uF", "22uF");
        String same = pick(c[0], "0.01uF", "0.1uF", "1000nF", "2.2µF", "4.7μF", "10μF", "22µF");
        String volts = pick(c[1], "10V", "16V", "25V", "50V");
        String size = pick(c[2], "0603", "0805", "1206");
        return article(
                List.of(
                        new Named("贴片电容", farads + " " + volts + " " + size),
                        new Named("陶瓷电容 " + size, farads + "/" + volts),
                        new Named("贴片陶瓷电容", size + " " + farads + " " + volts)),
                List.of(
                        "贴片电容" + size + " " + same + "/" + volts,
                        "电容 " + same + " " + volts + " " + size,
                        size + "电容" + farads + volts),
                0.02 + c[0] * 0.01 + c[1] * 0.004,
                1,
                "只",
                "个");
    }

    private static Article chemical(int[] c) {
        String formal = pick(c[0], "氢氧化钠", "氢氧化钾", "碳酸钠", "碳酸钙", "氯化铵", "乙醇", "甲醇", "异丙醇", "盐酸", "硫酸");
        String casual = pick(c[0], "烧碱", "氢氧化钾", "纯碱", "碳酸钙", "氯化铵", "酒精", "甲醇", "IPA异丙醇", "盐酸", "硫酸");
        String purity = pick(c[1], "95%", "98%", "99.5%");
        String grade = pick(c[2], "工业级", "分析纯");
        return article(
                List.of(
                        new Named(formal, purity + " " + grade),
                        new Named(formal + "（" + grade + "）", purity),
                        new Named(grade + formal + " " + purity, "")),
                List.of(casual + purity + grade, formal + " " + grade + " " + purity, grade + casual + " " + purity),
                2.4 + c[0] * 0.8 + c[1] + c[2] * 3,
                1000,
                "kg",
                "吨");
    }

    private static Article pipe(int[] c) {
        String round = pick(c[0], "25", "32", "42", "57", "76", "89");
        String wall = pick(c[1], "2.5", "3", "3.5", "4", "5");
        String grade = pick(c[2], "20#", "45#", "16Mn");
        return article(
                List.of(
                        new Named("无缝钢管", "Φ" + round + "×" + wall + " " + grade),
                        new Named("无缝钢管 " + grade, "φ" + round + "*" + wall + "mm"),
                        new Named(grade.replace("#", "号") + "无缝钢管", round + "×" + wall)),
                List.of(
                        "无缝管" + round + "*" + wall + " " + grade,
                        "钢管 无缝 ø" + round + "x" + wall + " " + grade,
                        "无缝钢管" + grade + " " + round + "×" + wall),
                4900 + c[0] * 45 + c[1] * 30 + c[2] * 160,
                0.001,
                "吨",
                "kg");
    }

    private static Article cable(int[] c) {
        String kind = pick(c[0], "YJV", "RVV", "BVR", "KVV", "VV");
        String section = pick(c[1], "3×2.5", "3×4", "4×6", "5×10", "4×16");
        String volts = pick(c[2], "450/750V", "0.6/1kV");
        return article(
                List.of(
                        new Named("电缆", kind + " " + section + "mm² " + volts),
                        new Named(kind + "电缆", section + " " + volts),
                        new Named("铜芯电缆", kind + "-" + section + " " + volts)),
                List.of(
                        kind + section.replace('×', '*') + "电缆 " + volts,
                        "电缆" + kind + " " + section + " " + volts,
                        "铜芯电缆" + kind + "-" + section.replace('×', 'x') + " " + volts),
                6 + c[0] * 0.9 + c[1] * 7,
                1,
                "米",
                "m");
    }

    private static Article seal(int[] c) {
        String inner = pick(c[0], "10", "12", "16", "20", "25", "30", "35", "40");
        String cord = pick(c[1], "1.8", "2.4", "2.65", "3.55");
        String rubber = pick(c[2], "NBR", "FKM", "EPDM");
        return article(
                List.of(
                        new Named("O型密封圈", inner + "×" + cord + " " + rubber),
                        new Named(rubber + " O型圈", inner + "×" + cord + "mm"),
                        new Named("O形圈", "内径" + inner + " 线径" + cord + " " + rubber)),
                List.of(
                        "O型圈" + inner + "*" + cord + " " + rubber,
                        "密封圈O型 " + inner + "x" + cord + rubber,
                        rubber + "O形圈 " + inner + "×" + cord),
                0.3 + c[0] * 0.12 + c[1] * 0.05 + c[2] * 0.7,
                1,
                "个",
                "个");
    }

    private static Article bracket(int[] c) {
        String model = pick(c[0], "A12", "A15", "B20", "C08", "C18");
        String side = pick(c[1], "左", "右");
        String finish = pick(c[2], "镀锌", "喷塑黑色", "喷塑白色", "本色");
        return article(
                List.of(
                        new Named(side + "支架", model + " " + finish),
                        new Named("支架（" + side + "）", model + " " + finish),
                        new Named(model + side + "支架", finish)),
                List.of(
                        model + "支架" + side + " " + finish,
                        side + "支架" + model + finish,
                        "支架 " + model + "-" + side + " " + finish),
                11 + c[0] * 2.2 + c[2] * 1.4,
                1,
                "件",
                "个");
    }

    private static Article motor(int[] c) {
        String power = pick(c[0], "0.37", "0.75", "1.5", "2.2", "4", "5.5");
        String volts = pick(c[1], "24V", "220V", "380V");
        String poles = pick(c[2], "2", "4");
        return article(
                List.of(
                        new Named("三相异步电机", power + "kW " + volts + " " + poles + "极"),
                        new Named("异步电动机", power + "KW-" + poles + "P " + volts),
                        new Named("电机 " + power + "kW", volts + " " + poles + "极")),
                List.of(
                        "异步电机 " + power + "KW " + volts + " " + poles + "极",
                        "马达" + power + "千瓦/" + volts + "/" + poles + "极",
                        "电机" + volts + " " + power + "kw " + poles + "极"),
                320 + c[0] * 180 + c[1] * 15,
                1,
                "台",
                "台");
    }

    private static Article article(
            List<Named> formal, List<String> casual, double price, double worth, String unit, String other) {
        return new Article(formal, casual, List.of(unit, other), worth, price);
    }

    private static String pick(int choice, String... values) {
        return values[choice];
    }
}
