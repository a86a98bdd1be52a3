package io.sandtable.datasets.demo;

import io.sandtable.datasets.writing.Sheet;
import io.sandtable.datasets.writing.Tables;

/** Writes the overhauls that are planned, with the spare parts that each takes. */
final class MaintenanceTables {
    /** code | 中文 | English | machine | due | spare part | pieces */
    private static final Sheet OVERHAULS = Sheet.of("""
            MNT-WASH-1 | 通过式清洗线换输送轴承 | Conveyor bearings of the tunnel washer | WASH-1 | 2026-12-12 | BUSH-52 | 6
            MNT-ANOD-1 | 1号氧化线行车大修 | Overhaul of the crane of anodising line 1 | ANOD-1 | 2027-01-16 | BUSH-52 | 8
            MNT-ANOD-2 | 2号氧化线行车大修 | Overhaul of the crane of anodising line 2 | ANOD-2 | 2027-04-10 | BUSH-52 | 8
            """);

    private MaintenanceTables() {}

    static void write(Tables tables) {
        for (Sheet.Row row : OVERHAULS.rows()) {
            String id = "WOR-" + row.text(0);
            tables.row("WorkOrder")
                    .with("id", id)
                    .with("name", row.text(1))
                    .with("nameEn", row.text(2))
                    .with("code", row.text(0))
                    .with("status", "open")
                    .with("quantity", 1)
                    .with("dueDate", row.text(4))
                    .with("frozen", true);
            tables.row("FOR").with("from", id).with("to", "EQP-" + row.text(3));
            tables.row("CONSUMES")
                    .with("from", id)
                    .with("to", "MAT-" + row.text(5))
                    .with("quantityPerUnit", row.number(6));
        }
    }
}
