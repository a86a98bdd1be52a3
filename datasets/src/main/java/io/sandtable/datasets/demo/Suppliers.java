package io.sandtable.datasets.demo;

import io.sandtable.datasets.writing.Sheet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Whom the company buys from and sends work to; every name is invented. */
final class Suppliers {
    /** code | 中文 | English | aliases | country | currency | terms d | on time % | reject % | lead-time spread d | calendar */
    private static final Sheet ROWS = Sheet.of("""
            CHENGCHUAN | 澄川铝业有限公司 | Chengchuan Aluminium | 澄川/Chengchuan | CN | CNY | 30 | 96 | 0.4 | 1.5 | CAL-SUPPLIER
            LANYU | 岚屿铝合金有限公司 | Lanyu Aluminium Alloys | 岚屿/Lanyu | CN | CNY | 30 | 94 | 0.6 | 2 | CAL-SUPPLIER
            QITONG | 栖桐再生金属有限公司 | Qitong Recycled Metals | 栖桐/Qitong | CN | CNY | 30 | 91 | 1.1 | 2.5 | CAL-SUPPLIER
            MOXI | 墨溪铝业有限公司 | Moxi Aluminium | 墨溪/Moxi | CN | CNY | 30 | 90 | 1.0 | 3 | CAL-SUPPLIER
            JIYUAN | 霁原铝板带有限公司 | Jiyuan Rolled Aluminium | 霁原/Jiyuan | CN | CNY | 45 | 95 | 0.5 | 2 | CAL-SUPPLIER
            YANBEI | 砚北复合材料有限公司 | Yanbei Clad Materials | 砚北/Yanbei | CN | CNY | 45 | 93 | 0.7 | 2.5 | CAL-SUPPLIER
            HEMO | 禾墨铝型材有限公司 | Hemo Aluminium Profiles | 禾墨/Hemo | CN | CNY | 45 | 94 | 0.6 | 2 | CAL-SUPPLIER
            TINGZHOU | 汀洲管件有限公司 | Tingzhou Tubes and Fittings | 汀洲/Tingzhou | CN | CNY | 45 | 93 | 0.8 | 2 | CAL-SUPPLIER
            QINGYUE | 青樾铜材有限公司 | Qingyue Copper | 青樾/Qingyue | CN | CNY | 30 | 95 | 0.4 | 1.5 | CAL-SUPPLIER
            SHUOFENG | 朔枫金属制品有限公司 | Shuofeng Metal Products | 朔枫/Shuofeng | CN | CNY | 45 | 92 | 0.9 | 2 | CAL-SUPPLIER
            LUOJI | 洛矶紧固件有限公司 | Luoji Fasteners | 洛矶/Luoji | CN | CNY | 60 | 97 | 0.3 | 1 | CAL-SUPPLIER
            JINTUO | 锦拓紧固件有限公司 | Jintuo Fasteners | 锦拓/Jintuo | CN | CNY | 60 | 95 | 0.4 | 1.5 | CAL-SUPPLIER
            SHUANGYAN | 双檐螺套有限公司 | Shuangyan Inserts | 双檐/Shuangyan | CN | CNY | 60 | 94 | 0.5 | 2 | CAL-SUPPLIER
            YUHENG | 榆衡精密轴承有限公司 | Yuheng Bearings | 榆衡/Yuheng | CN | CNY | 45 | 93 | 0.7 | 2 | CAL-SUPPLIER
            KASUMINE | 霞峰密封（日本） | Kasumine Seal | 霞峰/Kasumine | JP | JPY | 30 | 97 | 0.2 | 4 | CAL-ABROAD
            MIANHU | 眠湖密封件有限公司 | Mianhu Seals | 眠湖/Mianhu | CN | CNY | 45 | 94 | 0.8 | 2 | CAL-SUPPLIER
            RUOXI | 若溪橡塑有限公司 | Ruoxi Rubber and Plastics | 若溪/Ruoxi | CN | CNY | 45 | 92 | 1.0 | 2 | CAL-SUPPLIER
            SHENGTAI | 盛泰化工有限公司 | Shengtai Chemicals | 盛泰/盛泰化工/Shengtai | CN | CNY | 30 | 96 | 0.3 | 1 | CAL-SUPPLIER
            NINGHE | 宁荷助剂有限公司 | Ninghe Auxiliaries | 宁荷/Ninghe | CN | CNY | 30 | 95 | 0.4 | 1 | CAL-SUPPLIER
            YANCHI | 砚池涂料有限公司 | Yanchi Coatings | 砚池/Yanchi | CN | CNY | 45 | 94 | 0.5 | 1.5 | CAL-SUPPLIER
            JINGLAN | 景岚导热材料有限公司 | Jinglan Thermal Materials | 景岚/Jinglan | CN | CNY | 45 | 93 | 0.6 | 2 | CAL-SUPPLIER
            YOULIN | 幽林隔热材料有限公司 | Youlin Insulation | 幽林/Youlin | CN | CNY | 45 | 92 | 0.8 | 2.5 | CAL-SUPPLIER
            HAOYUN | 皓筠阀件有限公司 | Haoyun Valves | 皓筠/Haoyun | CN | CNY | 45 | 94 | 0.5 | 2 | CAL-SUPPLIER
            WIESBRUCK | 维斯布鲁克技术（德国） | Wiesbruck Technik | 维斯布鲁克/Wiesbruck | DE | EUR | 30 | 95 | 0.2 | 5 | CAL-ABROAD
            LINGXIAO | 凌筱连接器有限公司 | Lingxiao Connectors | 凌筱/Lingxiao | CN | CNY | 60 | 93 | 0.5 | 2.5 | CAL-SUPPLIER
            MUQING | 木青包装有限公司 | Muqing Packaging | 木青/Muqing | CN | CNY | 60 | 97 | 0.3 | 1 | CAL-SUPPLIER
            BOXIANG | 帛巷纸品有限公司 | Boxiang Paper | 帛巷/Boxiang | CN | CNY | 60 | 98 | 0.2 | 1 | CAL-SUPPLIER
            GUIFAN | 圭帆模具有限公司 | Guifan Moulds | 圭帆/Guifan | CN | CNY | 30 | 92 | 0 | 5 | CAL-SUPPLIER
            HEZHU | 禾渚模具有限公司 | Hezhu Moulds | 禾渚/Hezhu | CN | CNY | 30 | 90 | 0 | 6 | CAL-SUPPLIER
            QIAOMU | 峤木冲模有限公司 | Qiaomu Dies | 峤木/Qiaomu | CN | CNY | 30 | 93 | 0 | 4 | CAL-SUPPLIER
            KUNZHOU | 鲲洲压铸装备有限公司 | Kunzhou Die-casting Machinery | 鲲洲/Kunzhou | CN | CNY | 30 | 90 | 0 | 10 | CAL-SUPPLIER
            SHIZHAO | 石棹数控机床有限公司 | Shizhao Machine Tools | 石棹/Shizhao | CN | CNY | 30 | 91 | 0 | 8 | CAL-SUPPLIER
            CANGSHI | 仓莳压铸有限公司 | Cangshi Die Casting | 仓莳/仓莳压铸/Cangshi | CN | CNY | 30 | 93 | 1.5 | 2 | CAL-SUB-CAST
            BOYUAN | 铂塬压铸有限公司 | Boyuan Die Casting | 铂塬/铂塬压铸/Boyuan | CN | CNY | 30 | 90 | 2.0 | 3 | CAL-SUB-CAST
            XIAHE | 霞荷表面处理有限公司 | Xiahe Surface Treatment | 霞荷/Xiahe | CN | CNY | 30 | 94 | 0.9 | 1.5 | CAL-SUB-FINISH
            LUOSHUI | 泺水氧化有限公司 | Luoshui Anodising | 泺水/Luoshui | CN | CNY | 30 | 92 | 1.2 | 1.5 | CAL-SUB-FINISH
            ZHUOYI | 濯翊精密机械有限公司 | Zhuoyi Precision Machining | 濯翊/Zhuoyi | CN | CNY | 45 | 93 | 0.8 | 2 | CAL-SUB-FINISH
            MUYUE | 沐樾机加工有限公司 | Muyue Machining | 沐樾/Muyue | CN | CNY | 45 | 91 | 1.2 | 2 | CAL-SUB-FINISH
            YUESHA | 月莎喷涂有限公司 | Yuesha Coating | 月莎/Yuesha | CN | CNY | 30 | 93 | 0.8 | 1.5 | CAL-SUB-FINISH
            RONGHUO | 熔霍热处理有限公司 | Ronghuo Heat Treatment | 熔霍/Ronghuo | CN | CNY | 30 | 94 | 0.3 | 1 | CAL-SUB-FINISH
            SUHE | 苏禾电力服务有限公司 | Suhe Power Service | 苏禾/Suhe | CN | CNY | 15 | 100 | 0 | 0 | CAL-SUPPLIER
            LINSHUI | 临澍燃气有限公司 | Linshui Gas | 临澍/Linshui | CN | CNY | 15 | 100 | 0 | 0 | CAL-SUPPLIER
            """);

    private final Map<String, Supplier> byCode = ROWS.rows().stream()
            .map(r -> new Supplier(
                    r.text(0),
                    r.text(1),
                    r.text(2),
                    r.names(3),
                    r.text(4),
                    r.text(5),
                    r.count(6),
                    r.number(7),
                    r.number(8),
                    r.number(9),
                    r.text(10)))
            .collect(Collectors.toMap(Supplier::code, s -> s, (a, b) -> a, LinkedHashMap::new));

    record Supplier(
            String code,
            String zh,
            String en,
            String aliases,
            String country,
            String currency,
            int termDays,
            double onTimePercent,
            double rejectPercent,
            double spreadDays,
            String calendar) {
        String id() {
            return "SUP-" + code;
        }
    }

    List<Supplier> list() {
        return List.copyOf(byCode.values());
    }

    Supplier named(String code) {
        Supplier supplier = byCode.get(code);
        if (supplier == null) {
            throw new IllegalStateException(
                    "No supplier is called %s; the list has %s.".formatted(code, byCode.keySet()));
        }
        return supplier;
    }
}
