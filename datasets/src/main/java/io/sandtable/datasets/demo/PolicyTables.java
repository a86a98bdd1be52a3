package io.sandtable.datasets.demo;

import io.sandtable.datasets.writing.Sheet;
import io.sandtable.datasets.writing.Tables;

/** Writes the policies of the invented company; taxes by law and the duty history are real and stand in {@code market/}. */
final class PolicyTables {
    /** code | 中文 | English | aliases | kind | % | amount | unit | country | HS | from | to | applies to */
    private static final Sheet ROWS = Sheet.of("""
            INCOME-TAX-HTE | 高新技术企业优惠税率 | High-tech enterprise income tax rate | 高新税率/high-tech rate | income-tax | 15 | | | CN | | 2025-12-01 | 2028-11-30 |
            REBATE-EXPORT | 铝壳体出口退税 | Export VAT rebate on housings | 出口退税/退税/export rebate | rebate | 9 | | | CN | | 2024-12-01 | | CUS-NORDHEIDE CUS-VALMERA
            CARBON-PRICE | 碳价 | Carbon price | 碳价/碳排放价/carbon price | carbon | | 86 | CNY/t | CN | | 2026-01-01 | | ENE-ELECTRICITY ENE-GAS
            CAP-CARBON | 园区月度碳排放上限 | Monthly emission cap of the industrial park | 碳排放上限/emission cap | cap | | 640 | tCO2/month | CN | | 2026-01-01 | 2027-12-31 | EQP-WS-CAST EQP-WS-CNC EQP-WS-SURFACE EQP-WS-STAMP EQP-WS-ASM
            CAP-FLUORIDE | 钎焊废气排放上限 | Emission cap of the brazing exhaust | 废气上限 | cap | | 3.5 | kg/month | CN | | 2025-07-01 | | EQP-BRAZE-1
            SUBSIDY-RENEWAL | 设备与模具更新补贴 | Subsidy for renewing equipment and moulds | 设备更新补贴/技改补贴/equipment renewal subsidy | subsidy | 10 | | | CN | | 2026-01-01 | 2027-12-31 | EQP-MOULD-BAT01 EQP-DC-2800 EQP-CNC-GANTRY
            DUTY-SEAL-JP | 日本油封进口关税 | Import duty on shaft seals from Japan | 油封关税 | duty | 7.3 | | | JP | 848420 | 2026-01-01 | | SUP-KASUMINE
            DUTY-PARTS-DE | 德国零件进口关税 | Import duty on parts from Germany | 德国零件关税 | duty | 6 | | | DE | 848180 | 2026-01-01 | | SUP-WIESBRUCK
            RND-DEDUCTION | 研发费用加计扣除 | Extra deduction of research expense | 加计扣除/R&D deduction | catalogue | 100 | | | CN | | 2023-01-01 | |
            CATALOGUE-LIGHT | 汽车轻量化重点产品目录 | Catalogue of key lightweight car parts | 轻量化目录 | catalogue | | | | CN | | 2026-03-01 | 2028-12-31 | FAM-BAT FAM-MEC
            LICENCE-DISCHARGE | 排污许可证 | Discharge permit | 排污许可/discharge permit | licence | | | | CN | | 2023-07-01 | 2028-06-30 | EQP-ANOD-1 EQP-ANOD-2 EQP-POWDER-1
            LICENCE-ACID | 危险化学品储存许可 | Licence to store hazardous chemicals | 危化品许可 | licence | | | | CN | | 2024-04-01 | 2027-03-31 | MAT-ACID
            """);

    /** From the arrival of what was bought until the district pays. */
    private static final String SUBSIDY_DAYS = "90";

    private PolicyTables() {}

    static void write(Tables tables) {
        for (Sheet.Row row : ROWS.rows()) {
            String id = "POL-" + row.text(0);
            tables.row("Policy")
                    .with("id", id)
                    .with("name", row.text(1))
                    .with("nameEn", row.text(2))
                    .with("aliases", row.names(3))
                    .with("kind", row.text(4))
                    .with("ratePercent", row.text(5))
                    .with("amount", row.text(6))
                    .with("unit", row.text(7))
                    .with("country", row.text(8))
                    .with("hsCode", row.text(9))
                    .with("validFrom", row.text(10))
                    .with("validTo", row.text(11))
                    .with("paymentTermDays", row.text(4).equals("subsidy") ? SUBSIDY_DAYS : "");
            row.list(12).forEach(to -> tables.row("APPLIES_TO").with("from", id).with("to", to));
        }
    }
}
