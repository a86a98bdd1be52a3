package io.sandtable.datasets.demo;

import io.sandtable.datasets.writing.Sheet;
import io.sandtable.datasets.writing.Tables;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Where some battery shells come from and where one batch of them went: ingot of one heat in two lots, cast by one work order, its bodies in
 * shells of two kinds. One quantity was not noted, as happens.
 */
final class LotHistory {
    /** Lots that are used up: lot | item | received. */
    private static final Sheet USED_UP = Sheet.of("""
            AL-SI10-261111 | AL-SI10 | 2026-11-11
            GASKET-BE-261111 | GASKET-BE | 2026-11-11
            BK-E-261112 | BK-E | 2026-11-12
            BB-E60-261113 | BB-E60 | 2026-11-13
            BS-E60-261114 | BS-E60 | 2026-11-14
            """);

    /** lot | the supplier's number of its batch */
    private static final Sheet SUPPLIER_LOTS = Sheet.of("""
            AL-SI10-261111 | CC-A457
            AL-SI10-261116 | CC-A457
            GASKET-BE-261111 | MH-2611E
            """);

    /** work order | item | good units | finished */
    private static final Sheet WORK = Sheet.of("""
            WO-2611-07 | BK-E | 4180 | 2026-11-17
            """);

    /** lot or work order | what it came from | how much of that, or of the lot where that is no lot | day */
    private static final Sheet ORIGINS = Sheet.of("""
            LOT-AL-SI10-261111 | PUR-PH-12388 | 37400 | 2026-11-11
            LOT-AL-SI10-261116 | PUR-PH-12388 | 47000 | 2026-11-16
            LOT-GASKET-BE-261111 | PUR-PH-12390 | 4800 | 2026-11-11
            WOR-WO-2611-07 | LOT-AL-SI10-261111 | 37400 | 2026-11-11
            LOT-BK-E-261112 | WOR-WO-2611-07 | 2960 | 2026-11-12
            LOT-BK-E-261117 | WOR-WO-2611-07 | 1220 | 2026-11-17
            LOT-BB-E60-261113 | LOT-BK-E-261112 | 1480 | 2026-11-12
            LOT-BB-E60-261115 | LOT-BK-E-261112 | 460 | 2026-11-13
            LOT-BB-E75-261116 | LOT-BK-E-261112 | 780 | 2026-11-14
            LOT-BB-E75C-261113 | LOT-BK-E-261112 | 240 | 2026-11-12
            LOT-BS-E60-261114 | LOT-BB-E60-261113 | 555 | 2026-11-13
            LOT-BS-E60-261114 | LOT-GASKET-BE-261111 | | 2026-11-13
            LOT-BS-E60-261115 | LOT-BB-E60-261113 | 905 | 2026-11-14
            LOT-BS-E60-261115 | LOT-GASKET-BE-261111 | 905 | 2026-11-14
            """);

    /** lot | order | quantity | day */
    private static final Sheet SHIPMENTS = Sheet.of("""
            LOT-BS-E60-261114 | ORD-SH-13411 | 550 | 2026-11-15
            """);

    private static final Map<String, String> SUPPLIER_LOT_OF = SUPPLIER_LOTS.rows().stream()
            .collect(Collectors.toUnmodifiableMap(row -> "LOT-" + row.text(0), row -> row.text(1)));

    private LotHistory() {}

    /** The supplier's number of the lot's batch, empty where it is not noted. */
    static String supplierLot(String lot) {
        return SUPPLIER_LOT_OF.getOrDefault(lot, "");
    }

    static void write(Tables tables, Business business) {
        for (Sheet.Row row : USED_UP.rows()) {
            String lot = "LOT-" + row.text(0);
            tables.row("StockLot")
                    .with("id", lot)
                    .with("code", row.text(0))
                    .with("quantity", 0.0)
                    .with("unitCost", business.unitCost(row.text(1)))
                    .with("receivedDate", LocalDate.parse(row.text(2)))
                    .with("supplierLot", supplierLot(lot));
            tables.row("FOR").with("from", lot).with("to", "MAT-" + row.text(1));
        }
        for (Sheet.Row row : WORK.rows()) {
            String work = "WOR-" + row.text(0);
            tables.row("WorkOrder")
                    .with("id", work)
                    .with("code", row.text(0))
                    .with("status", "closed")
                    .with("quantity", row.number(2))
                    .with("dueDate", LocalDate.parse(row.text(3)));
            tables.row("FOR").with("from", work).with("to", "MAT-" + row.text(1));
        }
        movements(tables, "CAME_FROM", ORIGINS);
        movements(tables, "SHIPPED_FOR", SHIPMENTS);
    }

    private static void movements(Tables tables, String relation, Sheet sheet) {
        for (Sheet.Row row : sheet.rows()) {
            tables.row(relation)
                    .with("from", row.text(0))
                    .with("to", row.text(1))
                    .with("quantity", row.text(2))
                    .with("movedDate", LocalDate.parse(row.text(3)));
        }
    }
}
