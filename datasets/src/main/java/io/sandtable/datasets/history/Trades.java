package io.sandtable.datasets.history;

import java.util.List;

/** The two industries: a shop that machines to order, and a works that mixes batches to stock. */
final class Trades {
    /** Machined to order, weeks ahead; four kinds of station, two shifts. */
    static final Trade FITTINGS = new Trade(
            "history-fittings",
            "衡川接头（三年半历史，虚构）",
            "Hengchuan Fittings (three and a half years, invented)",
            20230101,
            "MON-SAT 08:00-16:00 day;MON-SAT 16:00-24:00 night",
            960,
            31,
            0.74,
            2.5,
            18,
            Trade.families("""
                    ST | 直通接头 | Straight fittings
                    EL | 弯头 | Elbows
                    CV | 单向阀 | Check valves
                    """),
            // code | 中文 | English | family | price | monthly | growth | swing | peak | batch | multiple | steps | parts
            Trade.products("""
                    ST08 | 直通接头 8 | Straight 8 | ST | 5.5 | 9000 | 3 | 0.10 | 4 | 0 | 100 | TURN 0.9 35 98.6 / PLATE 0.12 20 99.2 | BRASS 0.05 TURN 8
                    ST12 | 直通接头 12 | Straight 12 | ST | 7.6 | 7000 | 4 | 0.10 | 4 | 0 | 100 | TURN 1.1 35 98.6 / PLATE 0.14 20 99.2 | BRASS 0.075 TURN 8
                    ST16 | 直通接头 16 | Straight 16 | ST | 10.9 | 4500 | 2 | 0.12 | 4 | 0 | 50 | TURN 1.4 35 98.4 / PLATE 0.18 20 99.2 | BRASS 0.11 TURN 8
                    ST20 | 直通接头 20 | Straight 20 | ST | 15.2 | 3000 | -2 | 0.12 | 4 | 0 | 50 | TURN 1.7 40 98.4 / PLATE 0.22 20 99.2 | BRASS 0.16 TURN 8
                    EL08 | 弯头 8 | Elbow 8 | EL | 9.1 | 6000 | 6 | 0.14 | 10 | 0 | 50 | TURN 1.0 35 98.5 / MILL 0.9 30 98.8 / PLATE 0.14 20 99.1 | BRASS 0.085 TURN 9
                    EL12 | 弯头 12 | Elbow 12 | EL | 12.6 | 4200 | 5 | 0.14 | 10 | 0 | 50 | TURN 1.2 35 98.5 / MILL 1.1 30 98.8 / PLATE 0.16 20 99.1 | BRASS 0.125 TURN 9
                    EL16 | 弯头 16 | Elbow 16 | EL | 18 | 2600 | 4 | 0.12 | 10 | 0 | 50 | TURN 1.5 40 98.3 / MILL 1.4 30 98.6 / PLATE 0.2 20 99.1 | BRASS 0.19 TURN 9
                    EL20 | 弯头 20 | Elbow 20 | EL | 25 | 1700 | 7 | 0.12 | 10 | 0 | 50 | TURN 1.8 40 98.3 / MILL 1.7 35 98.6 / PLATE 0.25 20 99.1 | BRASS 0.27 TURN 9
                    CV08 | 单向阀 8 | Check valve 8 | CV | 23 | 2400 | 8 | 0.08 | 9 | 0 | 20 | TURN 1.6 45 98 / MILL 0.8 30 98.8 / PLATE 0.16 20 99 / FIT 1.5 10 99.4 | STAIN 0.32 TURN 10 / SPRING 1 FIT 1 / SEAL 2 FIT 1
                    CV12 | 单向阀 12 | Check valve 12 | CV | 30.5 | 1800 | 9 | 0.08 | 9 | 0 | 20 | TURN 1.9 45 98 / MILL 1.0 30 98.8 / PLATE 0.2 20 99 / FIT 1.8 10 99.4 | STAIN 0.46 TURN 10 / SPRING 1 FIT 1 / SEAL 2 FIT 1
                    CV16 | 单向阀 16 | Check valve 16 | CV | 43.5 | 1100 | 6 | 0.08 | 9 | 0 | 20 | TURN 2.3 45 97.8 / MILL 1.3 30 98.6 / PLATE 0.25 20 99 / FIT 2.1 10 99.4 | STAIN 0.7 TURN 10 / SPRING 1 FIT 1 / SEAL 3 FIT 1
                    CV20 | 单向阀 20 | Check valve 20 | CV | 63 | 700 | 4 | 0.08 | 9 | 0 | 20 | TURN 2.7 50 97.8 / MILL 1.6 35 98.6 / PLATE 0.3 20 99 / FIT 2.5 10 99.4 | STAIN 1.05 TURN 10 / SPRING 2 FIT 1 / SEAL 3 FIT 1
                    """),
            // code | 中文 | English | unit | price | supplier | supplier | lead | spread | on time | minimum | multiple |
            // walk | rejects
            Trade.raws("""
                    BRASS | 黄铜棒 | Brass bar | kg | 47.5 | 沧泰铜材 | Cangtai Copper | 12 | 4 | 88 | 500 | 50 | 2.0 | 0.4
                    STAIN | 不锈钢棒 | Stainless bar | kg | 22.8 | 越岭特钢 | Yueling Steel | 16 | 5 | 85 | 500 | 50 | 1.6 | 0.3
                    SPRING | 弹簧 | Spring | pcs | 0.62 | 定弦弹簧 | Dingxian Springs | 14 | 3 | 92 | 5000 | 1000 | 0.6 | 0.8
                    SEAL | 密封圈 | Seal | pcs | 0.34 | 南溪橡塑 | Nanxi Rubber | 10 | 3 | 94 | 10000 | 1000 | 0.8 | 0.6
                    """),
            // code | 中文 | English | units | operators | kW | availability | failures | repair hours
            Trade.stations("""
                    TURN | 数控车床 | CNC lathe | 4 | 0.5 | 11 | 95 | 3 | 10
                    MILL | 加工中心 | Machining centre | 2 | 0.5 | 14 | 95 | 3 | 12
                    PLATE | 电镀线 | Plating line | 1 | 3 | 60 | 93 | 2.5 | 14
                    FIT | 装配台 | Assembly bench | 1 | 2 | 2 | 98 | 0.5 | 4
                    """),
            // code | 中文 | English | term | weight | cadence | lead from | lead to
            Trade.buyers("""
                    LH | 临海液压 | Linhai Hydraulics | 60 | 5 | 13 | 20 | 45
                    XD | 新渡机械 | Xindu Machinery | 45 | 4 | 16 | 22 | 50
                    KY | 开元重工 | Kaiyuan Heavy Industry | 75 | 3 | 19 | 25 | 55
                    PT | 普腾冷暖 | Puteng Heating | 30 | 2 | 15 | 18 | 35
                    """));

    /** Mixed and filled to stock, days ahead; one shift, short notice, strong seasons. */
    static final Trade COATINGS = new Trade(
            "history-coatings",
            "柏岸涂料（三年半历史，虚构）",
            "Bo'an Coatings (three and a half years, invented)",
            20230102,
            "MON-SAT 08:00-17:00 day",
            540,
            28,
            0.79,
            2,
            20,
            Trade.families("""
                    WALL | 墙面漆 | Wall paints
                    WOOD | 木器漆 | Wood coatings
                    METAL | 金属漆 | Metal coatings
                    """),
            Trade.products("""
                    W1 | 内墙漆 经济型 | Interior economy | WALL | 6.2 | 30000 | 2 | 0.22 | 9 | 2000 | 100 | MIX 0.16 40 99.2 / FILL 0.05 15 99.6 | RESIN 0.16 MIX 1 / TITAN 0.08 MIX 1 / FILLER 0.45 MIX 2 / ADDIT 0.012 MIX 0.5 / DRUM 0.05 FILL 0.5
                    W2 | 内墙漆 净味型 | Interior low-odour | WALL | 8.8 | 22000 | 6 | 0.22 | 9 | 2000 | 100 | MIX 0.17 40 99.1 / FILL 0.05 15 99.6 | RESIN 0.24 MIX 1 / TITAN 0.12 MIX 1 / FILLER 0.32 MIX 2 / ADDIT 0.018 MIX 0.5 / DRUM 0.05 FILL 0.5
                    W3 | 外墙漆 | Exterior | WALL | 10.2 | 18000 | 4 | 0.26 | 6 | 2000 | 100 | MIX 0.17 45 99.0 / FILL 0.05 15 99.6 | RESIN 0.30 MIX 1 / TITAN 0.14 MIX 1 / FILLER 0.26 MIX 2 / ADDIT 0.02 MIX 0.5 / DRUM 0.05 FILL 0.5
                    W4 | 弹性外墙漆 | Elastic exterior | WALL | 12.8 | 9000 | 8 | 0.26 | 6 | 1000 | 50 | MIX 0.19 45 98.9 / FILL 0.05 15 99.6 | RESIN 0.40 MIX 1 / TITAN 0.13 MIX 1 / FILLER 0.18 MIX 2 / ADDIT 0.03 MIX 0.5 / DRUM 0.05 FILL 0.5
                    D1 | 木器底漆 | Wood primer | WOOD | 13.3 | 12000 | 1 | 0.15 | 11 | 1000 | 50 | MIX 0.18 45 98.8 / FILL 0.06 20 99.5 | RESIN 0.46 MIX 1 / TITAN 0.05 MIX 1 / FILLER 0.12 MIX 2 / ADDIT 0.035 MIX 0.5 / DRUM 0.05 FILL 0.5
                    D2 | 木器面漆 | Wood finish | WOOD | 16.9 | 9000 | 3 | 0.15 | 11 | 1000 | 50 | MIX 0.2 45 98.8 / FILL 0.06 20 99.5 | RESIN 0.55 MIX 1 / TITAN 0.08 MIX 1 / FILLER 0.05 MIX 2 / ADDIT 0.05 MIX 0.5 / DRUM 0.05 FILL 0.5
                    D3 | 地板漆 | Floor coating | WOOD | 18.8 | 5000 | -4 | 0.12 | 11 | 1000 | 50 | MIX 0.2 45 98.6 / FILL 0.06 20 99.5 | RESIN 0.6 MIX 1 / TITAN 0.04 MIX 1 / FILLER 0.06 MIX 2 / ADDIT 0.06 MIX 0.5 / DRUM 0.05 FILL 0.5
                    M1 | 防锈底漆 | Anti-rust primer | METAL | 11.8 | 14000 | 5 | 0.12 | 4 | 1000 | 50 | MIX 0.18 45 98.9 / FILL 0.06 20 99.5 | RESIN 0.38 MIX 1 / TITAN 0.06 MIX 1 / FILLER 0.25 MIX 2 / ADDIT 0.03 MIX 0.5 / DRUM 0.05 FILL 0.5
                    M2 | 金属面漆 | Metal finish | METAL | 15.2 | 9000 | 6 | 0.12 | 4 | 1000 | 50 | MIX 0.19 45 98.8 / FILL 0.06 20 99.5 | RESIN 0.48 MIX 1 / TITAN 0.1 MIX 1 / FILLER 0.08 MIX 2 / ADDIT 0.04 MIX 0.5 / DRUM 0.05 FILL 0.5
                    M3 | 耐高温漆 | Heat-resistant | METAL | 24.5 | 3000 | 9 | 0.10 | 5 | 500 | 25 | MIX 0.24 50 98.4 / FILL 0.07 20 99.4 | RESIN 0.62 MIX 1 / TITAN 0.03 MIX 1 / FILLER 0.04 MIX 2 / ADDIT 0.09 MIX 0.5 / DRUM 0.05 FILL 0.5
                    """),
            Trade.raws("""
                    RESIN | 丙烯酸乳液 | Acrylic emulsion | kg | 8.2 | 澄江化工 | Chengjiang Chemicals | 9 | 3 | 90 | 5000 | 1000 | 1.8 | 0.2
                    TITAN | 钛白粉 | Titanium dioxide | kg | 15.4 | 攀岳钛业 | Panyue Titanium | 14 | 5 | 86 | 2000 | 500 | 1.6 | 0.1
                    FILLER | 重钙粉 | Calcium carbonate | kg | 1.05 | 石桥粉体 | Shiqiao Powders | 7 | 2 | 95 | 10000 | 1000 | 0.6 | 0.2
                    ADDIT | 助剂 | Additives | kg | 23.5 | 德润助剂 | Derun Additives | 18 | 5 | 88 | 500 | 50 | 1.0 | 0.1
                    DRUM | 20 公斤桶 | 20 kg drum | pcs | 9.4 | 宏制桶业 | Hongzhi Drums | 8 | 2 | 94 | 1000 | 100 | 0.7 | 0.5
                    """),
            Trade.stations("""
                    MIX | 分散釜 | Mixer | 3 | 1 | 30 | 96 | 2.5 | 6
                    FILL | 灌装线 | Filling line | 2 | 2 | 9 | 95 | 3 | 5
                    """),
            Trade.buyers("""
                    JC | 家彩建材 | Jiacai Building Supplies | 30 | 5 | 9 | 4 | 12
                    HL | 华陆家居 | Hualu Home | 45 | 4 | 11 | 5 | 14
                    QM | 启明门窗 | Qiming Windows | 60 | 3 | 12 | 5 | 14
                    SX | 顺兴经销 | Shunxing Trading | 15 | 3 | 8 | 3 | 9
                    """));

    static final List<Trade> ALL = List.of(FITTINGS, COATINGS);

    private Trades() {}
}
