package io.sandtable.datasets.demo;

import io.sandtable.datasets.writing.Sheet;
import java.util.List;

/** Whom the company sells to; every name is invented. */
final class Customers {
    /** code | 中文 | English | aliases | country | terms d | credit limit, thousand CNY | priority | penalty %/d | price factor | families bought */
    private static final Sheet ROWS = Sheet.of("""
            ZHULAN | 逐岚汽车有限公司 | Zhulan Automobile | 逐岚/Zhulan | CN | 75 | 12000 | 1 | 0.3 | 0.99 | BAT CTL
            XINGLAN | 星澜新能源汽车有限公司 | Xinglan New Energy Vehicle | 星澜/Xinglan | CN | 90 | 14000 | 1 | 0.3 | 0.985 | BAT CPL
            QIYUE | 启岳电池系统有限公司 | Qiyue Battery Systems | 启岳/Qiyue | CN | 75 | 10000 | 1 | 0.2 | 1.00 | BAT CPL
            JIFENG | 霁峰储能科技有限公司 | Jifeng Energy Storage | 霁峰/Jifeng | CN | 60 | 6000 | 2 | 0.1 | 1.015 | BAT
            MINGZHAO | 明棹电驱有限公司 | Mingzhao E-Drive | 明棹/Mingzhao | CN | 75 | 9000 | 1 | 0.2 | 0.99 | CTL MEC
            YUNQUE | 云阙电控技术有限公司 | Yunque Controls | 云阙/Yunque | CN | 75 | 7000 | 2 | 0.1 | 1.00 | CTL INV
            LUJIANG | 鹿江动力总成有限公司 | Lujiang Powertrain | 鹿江/Lujiang | CN | 90 | 7000 | 2 | 0.1 | 1.00 | MEC CTL
            BEICHUAN | 北椽电源有限公司 | Beichuan Power Supply | 北椽/Beichuan | CN | 60 | 6000 | 2 | 0.1 | 1.00 | OBC
            SHUYING | 树影充电技术有限公司 | Shuying Charging | 树影/Shuying | CN | 75 | 5000 | 2 | 0.1 | 1.005 | OBC
            HENGMU | 衡木电子有限公司 | Hengmu Electronics | 衡木/Hengmu | CN | 60 | 5000 | 3 | | 1.01 | OBC CTL
            TAOYE | 陶野电机有限公司 | Taoye Motors | 陶野/Taoye | CN | 75 | 5000 | 2 | 0.1 | 1.00 | MEC
            CANGLU | 苍麓客车有限公司 | Canglu Bus | 苍麓/Canglu | CN | 90 | 6000 | 2 | 0.1 | 1.01 | INV CPL
            PINGHAI | 屏海逆变科技有限公司 | Pinghai Inverter | 屏海/Pinghai | CN | 75 | 6000 | 2 | 0.1 | 1.00 | INV
            YANQIU | 砚秋热管理有限公司 | Yanqiu Thermal Systems | 砚秋/Yanqiu | CN | 60 | 4000 | 3 | | 1.01 | CPL
            LANQIAO | 岚桥商用车有限公司 | Lanqiao Commercial Vehicle | 岚桥/Lanqiao | CN | 90 | 6000 | 2 | 0.2 | 1.00 | BAT INV
            NORDHEIDE | 诺德海德驱动技术（德国） | Nordheide Antriebstechnik | 诺德海德/Nordheide | DE | 60 | 5000 | 1 | 0.2 | 1.03 | INV-160
            VALMERA | 瓦尔梅拉汽车（意大利） | Valmera Automotive | 瓦尔梅拉/Valmera | IT | 60 | 3000 | 2 | | 1.03 | INV-160
            """);

    private Customers() {}

    record Customer(
            String code,
            String zh,
            String en,
            String aliases,
            String country,
            int termDays,
            double creditLimit,
            int priority,
            double penaltyPercentPerDay,
            double priceFactor,
            List<String> buys) {
        String id() {
            return "CUS-" + code;
        }
    }

    static List<Customer> list() {
        return ROWS.rows().stream()
                .map(r -> new Customer(
                        r.text(0),
                        r.text(1),
                        r.text(2),
                        r.names(3),
                        r.text(4),
                        r.count(5),
                        r.number(6) * 1000,
                        r.count(7),
                        r.has(8) ? r.number(8) : 0,
                        r.number(9),
                        r.list(10)))
                .toList();
    }

    /** Who buys the product: the export model goes abroad only. */
    static List<Customer> of(ProductLine line) {
        String key = line.code().equals("IN-160") ? "INV-160" : line.family();
        return list().stream().filter(c -> c.buys().contains(key)).toList();
    }
}
