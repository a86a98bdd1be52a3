package io.sandtable.datasets.demo;

import io.sandtable.datasets.writing.Sheet;
import java.util.List;

/** What the company buys: one row an item with its first and second source. */
final class BoughtItems {
    /**
     * code | 中文 | English | aliases | unit | price CNY | kg per unit | HS | shelf life d | minimum | multiple
     * | first source, lead days | second source, lead days, price factor
     */
    private static final Sheet ROWS = Sheet.of("""
            AL-SI10 | 压铸铝合金锭AlSi10MnMg | Die-casting ingot AlSi10MnMg | 高强铝锭/AlSi10MnMg ingot | kg | 21.90 | 1 | 760120 | | 5000 | 1000 | CHENGCHUAN 12 | LANYU 16 1.025
            AL-ADC12 | 压铸铝合金锭ADC12 | Die-casting ingot ADC12 | ADC12/ADC12铝锭 | kg | 20.60 | 1 | 760120 | | 5000 | 1000 | LANYU 12 | QITONG 14 1.02
            AL-A380 | 压铸铝合金锭A380 | Die-casting ingot A380 | A380/A380铝锭 | kg | 20.90 | 1 | 760120 | | 5000 | 1000 | QITONG 14 | CHENGCHUAN 15 1.03
            AL-5052 | 铝卷5052-H32 | Aluminium coil 5052-H32 | 5052铝卷/盖板铝卷 | kg | 24.20 | 1 | 760612 | | 2000 | 500 | JIYUAN 18 | YANBEI 20 1.03
            AL-3003 | 钎焊复合铝卷3003 | Brazing clad coil 3003 | 复合铝卷 | kg | 27.40 | 1 | 760612 | | 2000 | 500 | YANBEI 20 | JIYUAN 22 1.035
            AL-6061 | 铝板6061-T6 | Aluminium plate 6061-T6 | 6061铝板 | kg | 26.30 | 1 | 760612 | | 1000 | 100 | HEMO 15 | JIYUAN 18 1.03
            AL-6063 | 铝型材6063 | Aluminium profile 6063 | 6063型材 | kg | 25.10 | 1 | 760429 | | 1000 | 100 | HEMO 15 | TINGZHOU 18 1.02
            CU-BAR | 紫铜排T2 | Copper busbar T2 | 铜排/copper busbar | kg | 88.00 | 1 | 740710 | | 200 | 50 | QINGYUE 14 | SHUOFENG 16 1.02
            WELD-WIRE | 铝焊丝ER4047 | Aluminium welding wire ER4047 | 铝焊丝 | kg | 62.00 | 1 | 760521 | | 50 | 10 | HEMO 12 | TINGZHOU 14 1.03
            BOLT-M4 | 不锈钢螺栓M4×12 | Stainless bolt M4×12 | M4螺栓 | 件 | 0.11 | 0.003 | 731815 | | 20000 | 5000 | LUOJI 10 | JINTUO 12 1.04
            BOLT-M5 | 不锈钢螺栓M5×16 | Stainless bolt M5×16 | M5螺栓 | 件 | 0.17 | 0.005 | 731815 | | 20000 | 5000 | LUOJI 10 | JINTUO 12 1.04
            BOLT-M6 | 高强螺栓M6×20 | High-strength bolt M6×20 | M6螺栓 | 件 | 0.29 | 0.008 | 731815 | | 10000 | 5000 | JINTUO 10 | LUOJI 12 1.05
            BOLT-M8 | 高强螺栓M8×30 | High-strength bolt M8×30 | M8螺栓 | 件 | 0.48 | 0.018 | 731815 | | 10000 | 2000 | JINTUO 10 | LUOJI 12 1.05
            NUT-M6 | 法兰螺母M6 | Flange nut M6 | M6螺母 | 件 | 0.14 | 0.004 | 731816 | | 10000 | 5000 | LUOJI 10 |
            WASHER-M6 | 组合垫圈M6 | Washer M6 | M6垫圈 | 件 | 0.05 | 0.001 | 731822 | | 20000 | 5000 | LUOJI 10 |
            INSERT-M5 | 钢丝螺套M5 | Thread insert M5 | M5螺套 | 件 | 0.36 | 0.002 | 731814 | | 10000 | 5000 | SHUANGYAN 14 | JINTUO 16 1.05
            INSERT-M6 | 钢丝螺套M6 | Thread insert M6 | M6螺套 | 件 | 0.42 | 0.003 | 731814 | | 10000 | 5000 | SHUANGYAN 14 | JINTUO 16 1.05
            INSERT-M8 | 钢丝螺套M8 | Thread insert M8 | M8螺套 | 件 | 0.58 | 0.005 | 731814 | | 5000 | 1000 | SHUANGYAN 14 |
            RIVET-NUT | 铆螺母M5 | Rivet nut M5 | 铆螺母 | 件 | 0.22 | 0.003 | 731816 | | 10000 | 5000 | SHUANGYAN 12 |
            PIN-6 | 定位销φ6 | Dowel pin 6 mm | 定位销6 | 件 | 0.38 | 0.006 | 731829 | | 5000 | 1000 | SHUANGYAN 12 |
            PIN-8 | 定位销φ8 | Dowel pin 8 mm | 定位销8 | 件 | 0.52 | 0.011 | 731829 | | 5000 | 1000 | SHUANGYAN 12 |
            CIRCLIP-40 | 轴承挡圈φ40 | Circlip 40 mm | 挡圈 | 件 | 0.85 | 0.012 | 731821 | | 5000 | 1000 | JINTUO 12 |
            BUSH-40 | 轴承及钢套组件φ40 | Bearing with sleeve 40 mm | 轴承/bearing | 件 | 24.60 | 0.16 | 848330 | | 1000 | 200 | YUHENG 18 | SHUOFENG 20 1.04
            BUSH-52 | 轴承及钢套组件φ52 | Bearing with sleeve 52 mm | 大轴承/进口轴承/imported bearing | 件 | 31.40 | 0.24 | 848330 | | 1000 | 200 | YUHENG 18 | SHUOFENG 20 1.04
            SEAL-SHAFT | 油封φ35 | Shaft seal 35 mm | 油封/shaft seal | 件 | 11.40 | 0.03 | 848420 | 1080 | 1000 | 200 | KASUMINE 35 | MIANHU 21 1.06
            GASKET-BE | 电池壳E密封圈 | Gasket for battery shell E | E型密封圈/E gasket | 件 | 26.50 | 0.35 | 401693 | 720 | 500 | 100 | MIANHU 15 | RUOXI 18 1.03
            GASKET-BP | 电池壳P密封圈 | Gasket for battery shell P | P型密封圈/P gasket | 件 | 21.80 | 0.27 | 401693 | 720 | 500 | 100 | MIANHU 15 | RUOXI 18 1.03
            GASKET-C | 控制器壳密封圈 | Gasket for controller housing | 控制器密封圈 | 件 | 9.60 | 0.08 | 401693 | 720 | 1000 | 200 | RUOXI 14 | MIANHU 16 1.03
            GASKET-O | 充电机壳密封圈 | Gasket for charger housing | 充电机密封圈 | 件 | 7.90 | 0.06 | 401693 | 720 | 1000 | 200 | RUOXI 14 | MIANHU 16 1.03
            GASKET-I | 逆变器壳密封圈 | Gasket for inverter housing | 逆变器密封圈 | 件 | 13.20 | 0.11 | 401693 | 720 | 500 | 100 | RUOXI 14 |
            ORING-20 | O形圈φ20 | O-ring 20 mm | O形圈20 | 件 | 0.62 | 0.002 | 401693 | 1080 | 5000 | 1000 | MIANHU 12 |
            ORING-32 | O形圈φ32 | O-ring 32 mm | O形圈32 | 件 | 0.95 | 0.003 | 401693 | 1080 | 5000 | 1000 | MIANHU 12 |
            SEALANT | 硅酮密封胶 | Silicone sealant | 密封胶/sealant | kg | 58.00 | 1 | 321410 | 270 | 200 | 20 | SHENGTAI 10 | NINGHE 12 1.05
            PAD-THERMAL | 导热垫片 | Thermal pad | 导热垫/thermal pad | 件 | 8.80 | 0.05 | 391910 | 720 | 1000 | 200 | JINGLAN 16 | YOULIN 18 1.04
            GREASE | 导热硅脂 | Thermal grease | 导热脂 | kg | 145.00 | 1 | 340319 | 540 | 20 | 5 | JINGLAN 16 |
            FILM-PET | 绝缘膜PET | Insulating film PET | 绝缘膜 | 件 | 6.90 | 0.09 | 392062 | | 1000 | 200 | JINGLAN 12 | YOULIN 14 1.04
            MICA | 云母防火板 | Mica fire barrier | 云母板/mica sheet | 件 | 17.50 | 0.42 | 681490 | | 500 | 100 | YOULIN 16 | JINGLAN 18 1.05
            AEROGEL | 气凝胶隔热毡 | Aerogel blanket | 气凝胶/aerogel | 件 | 31.00 | 0.18 | 680610 | | 500 | 100 | YOULIN 18 |
            VALVE-VENT | 防爆透气阀 | Vent valve | 防爆阀/vent valve | 件 | 19.80 | 0.03 | 848180 | | 500 | 100 | HAOYUN 18 | WIESBRUCK 45 1.18
            VALVE-EQ | 平衡透气膜 | Pressure equalising membrane | 透气膜 | 件 | 4.60 | 0.004 | 392119 | | 2000 | 500 | HAOYUN 15 | WIESBRUCK 45 1.15
            CONN-HV | 高压连接器座 | High-voltage connector socket | 高压连接器/HV connector | 件 | 27.50 | 0.11 | 853669 | | 500 | 100 | LINGXIAO 20 | HAOYUN 22 1.04
            CONN-LV | 低压连接器座 | Low-voltage connector socket | 低压连接器/LV connector | 件 | 9.20 | 0.05 | 853669 | | 1000 | 200 | LINGXIAO 18 | HAOYUN 20 1.04
            STRAP | 接地编织带 | Earthing strap | 接地带 | 件 | 3.40 | 0.04 | 854449 | | 2000 | 500 | QINGYUE 12 | LINGXIAO 14 1.05
            SHIELD | 屏蔽弹片 | EMC spring contact | 屏蔽簧片 | 件 | 1.30 | 0.004 | 853890 | | 5000 | 1000 | LINGXIAO 14 |
            NOZZLE-12 | 冷却水嘴φ12 | Coolant nozzle 12 mm | 水嘴12 | 件 | 6.40 | 0.05 | 741220 | | 1000 | 200 | TINGZHOU 15 | YUHENG 17 1.04
            NOZZLE-16 | 冷却水嘴φ16 | Coolant nozzle 16 mm | 水嘴16 | 件 | 7.80 | 0.07 | 741220 | | 1000 | 200 | TINGZHOU 15 | YUHENG 17 1.04
            MANIFOLD | 集流管 | Coolant manifold | 集流管 | 件 | 16.20 | 0.21 | 760820 | | 500 | 100 | TINGZHOU 18 | HEMO 20 1.03
            PIN-FSW | 搅拌摩擦焊针 | Friction stir pin | 搅拌针/FSW pin | 件 | 410.00 | 0.12 | 820770 | | 20 | 5 | WIESBRUCK 45 |
            RELEASE | 压铸脱模剂 | Die release agent | 脱模剂 | kg | 18.50 | 1 | 340399 | 360 | 400 | 100 | NINGHE 8 | SHENGTAI 10 1.04
            COOLANT | 切削液 | Cutting fluid | 切削液 | kg | 16.20 | 1 | 340319 | 360 | 400 | 100 | NINGHE 8 | SHENGTAI 10 1.04
            DEGREASER | 脱脂清洗剂 | Degreasing agent | 清洗剂/cleaner | kg | 9.80 | 1 | 340290 | 360 | 500 | 100 | SHENGTAI 8 | NINGHE 9 1.03
            ACID | 硫酸（阳极氧化用） | Sulphuric acid for anodising | 硫酸 | kg | 1.35 | 1 | 280700 | 360 | 2000 | 500 | SHENGTAI 7 | NINGHE 8 1.04
            SEALER | 氧化封孔剂 | Anodic sealing agent | 封孔剂 | kg | 33.00 | 1 | 382499 | 360 | 100 | 25 | SHENGTAI 10 |
            POWDER | 聚酯粉末涂料 | Polyester powder coating | 粉末涂料/喷粉粉末 | kg | 31.50 | 1 | 390791 | 360 | 300 | 25 | YANCHI 10 | NINGHE 12 1.05
            FLUX | 氟铝酸钾钎剂 | Brazing flux | 钎剂 | kg | 54.00 | 1 | 381090 | 720 | 50 | 25 | YANCHI 14 |
            SHOT | 铝丸 | Aluminium shot | 抛丸料 | kg | 22.00 | 1 | 760310 | | 200 | 50 | QITONG 10 |
            TRAY-B | 电池壳周转托盘 | Tray for battery shells | 电池壳托盘 | 件 | 7.20 | 1.1 | 392310 | | 500 | 100 | MUQING 8 | BOXIANG 9 1.03
            CARTON-C | 控制器壳纸箱 | Carton for controller housings | 控制器纸箱 | 件 | 3.90 | 0.6 | 481910 | | 1000 | 100 | BOXIANG 7 | MUQING 8 1.04
            CARTON-O | 充电机壳纸箱 | Carton for charger housings | 充电机纸箱 | 件 | 3.10 | 0.5 | 481910 | | 1000 | 100 | BOXIANG 7 | MUQING 8 1.04
            CARTON-M | 端盖纸箱 | Carton for end covers | 端盖纸箱 | 件 | 1.90 | 0.4 | 481910 | | 1000 | 100 | BOXIANG 7 | MUQING 8 1.04
            CRATE-X | 出口木箱 | Export crate | 出口木箱 | 件 | 210.00 | 18 | 441510 | | 20 | 5 | MUQING 10 |
            FILM-PE | PE保护膜 | PE protective film | 保护膜 | kg | 12.60 | 1 | 392010 | | 100 | 25 | BOXIANG 7 |
            DESICCANT | 干燥剂 | Desiccant | 干燥剂 | 件 | 0.28 | 0.05 | 382499 | 540 | 5000 | 1000 | BOXIANG 7 |
            LABEL | 追溯标签 | Traceability label | 标签 | 件 | 0.16 | 0.001 | 482110 | | 10000 | 2000 | BOXIANG 6 |
            CAP | 防尘堵盖 | Dust cap | 堵盖 | 件 | 0.34 | 0.004 | 392350 | | 5000 | 1000 | MUQING 8 |
            BUSH-52D | 国产轴承及钢套组件φ52 | Domestic bearing with sleeve 52 mm | 国产轴承/domestic bearing | 件 | 29.80 | 0.24 | 848330 | | 1000 | 200 | SHUOFENG 21 |
            """);

    private BoughtItems() {}

    /** A bought item with its sources, the usual one first. */
    record Bought(Item item, double price, int minimum, int multiple, int shelfLifeDays, List<Source> sources) {
        Bought {
            sources = List.copyOf(sources);
        }
    }

    /** One supplier's offer: lead time in calendar days, price as a factor of the usual one. */
    record Source(String supplier, int leadDays, double priceFactor) {}

    static List<Bought> list() {
        return ROWS.rows().stream().map(BoughtItems::bought).toList();
    }

    private static Bought bought(Sheet.Row row) {
        String code = row.text(0);
        var item = new Item(
                code,
                "raw",
                Item.Tier.RAW,
                row.text(1),
                row.text(2),
                row.names(3),
                row.text(4),
                row.number(6),
                row.text(7),
                code.startsWith("AL-") ? "ALLOY" : "",
                "");
        List<String> first = row.list(11);
        List<String> second = row.list(12);
        var sources = new java.util.ArrayList<Source>();
        sources.add(new Source(first.get(0), Integer.parseInt(first.get(1)), 1));
        if (!second.isEmpty()) {
            sources.add(new Source(second.get(0), Integer.parseInt(second.get(1)), Double.parseDouble(second.get(2))));
        }
        return new Bought(item, row.number(5), row.count(9), row.count(10), row.has(8) ? row.count(8) : 0, sources);
    }
}
