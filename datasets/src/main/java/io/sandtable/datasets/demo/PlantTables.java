package io.sandtable.datasets.demo;

import io.sandtable.datasets.writing.Sheet;
import io.sandtable.datasets.writing.Tables;

/** Writes workshops, machines, moulds, people, calendars, energy and warehouses. */
final class PlantTables {
    /** code | 中文 | English | shifts | holidays | shutdowns */
    private static final Sheet CALENDARS = Sheet.of("""
            CAL-SUPPLIER | 供应商日历 | Suppliers' calendar | MON-FRI 08:00-17:00 | CN | 2027-02-04..2027-02-14
            CAL-SUB-CAST | 外协压铸日历 | Calendar of casting subcontractors | MON-SAT 08:00-20:00 day;MON-SAT 20:00-24:00 night | CN | 2027-02-03..2027-02-16
            CAL-SUB-FINISH | 外协加工日历 | Calendar of finishing subcontractors | MON-SAT 08:00-18:00 day | CN | 2027-02-04..2027-02-15
            CAL-ABROAD | 海外供应商日历 | Calendar of suppliers abroad | MON-FRI 08:00-17:00 | | 2026-12-24..2027-01-03
            CAL-STORE | 仓库日历 | Warehouse calendar | MON-SAT 08:00-20:00 | CN | 2027-02-05..2027-02-12
            """);

    /** code | 中文 | English | temperature class | racks */
    private static final Sheet ZONES = Sheet.of("""
            RAW | 原料区 | Raw materials | ambient | 6
            CHEM | 化学品区 | Chemicals | cool | 3
            WIP | 半成品区 | Parts and sub-assemblies | ambient | 6
            FG | 成品区 | Finished goods | ambient | 6
            """);

    static final String TARIFF = "MON-SUN 00:00-08:00 valley 0.36;MON-SUN 08:00-11:00 peak 1.12;"
            + "MON-SUN 11:00-13:00 flat 0.71;MON-SUN 13:00-17:00 flat 0.71;MON-SUN 17:00-22:00 peak 1.12;MON-SUN 22:00-24:00 flat 0.71";

    private final Business business;

    PlantTables(Business business) {
        this.business = business;
    }

    void write(Tables tables) {
        calendars(tables);
        energy(tables);
        for (Sheet.Row row : business.plant().workshops()) {
            tables.row("Equipment")
                    .with("id", "EQP-" + row.text(0))
                    .with("name", row.text(1))
                    .with("nameEn", row.text(2))
                    .with("aliases", row.names(3))
                    .with("code", row.text(0))
                    .with("kind", "workshop");
        }
        business.plant().labour().forEach(group -> labour(tables, group));
        business.plant().machines().forEach(machine -> machine(tables, machine));
        business.plant().tools().forEach(tool -> tool(tables, tool));
        places(tables);
    }

    private static void calendars(Tables tables) {
        WorkingTime own = WorkingTime.TWO_SHIFTS;
        var shutdown = own.shutdowns().getFirst();
        tables.row("Calendar")
                .with("id", Plant.CALENDAR)
                .with("name", "两班制日历")
                .with("nameEn", "Two-shift calendar")
                .with("shifts", own.shifts())
                .with("holidays", "CN")
                .with("shutdowns", shutdown.from() + ".." + shutdown.to())
                // a rest day may be worked at twice the pay, eight hours at the most
                .with("overtime", "SUN 08:00-16:00 rest")
                .with("overtimePremiumPercent", "100");
        for (Sheet.Row row : CALENDARS.rows()) {
            tables.row("Calendar")
                    .with("id", row.text(0))
                    .with("name", row.text(1))
                    .with("nameEn", row.text(2))
                    .with("shifts", row.text(3))
                    .with("holidays", row.text(4))
                    .with("shutdowns", row.text(5));
        }
    }

    private void energy(Tables tables) {
        tables.row("Energy")
                .with("id", "ENE-ELECTRICITY")
                .with("name", "电")
                .with("nameEn", "Electricity")
                .with("aliases", "电力|电价|electricity|power")
                .with("kind", "electricity")
                .with("unit", "kWh")
                .with("price", 0.71)
                .with("tariff", TARIFF);
        tables.row("Energy")
                .with("id", "ENE-GAS")
                .with("name", "天然气")
                .with("nameEn", "Natural gas")
                .with("aliases", "燃气|gas")
                .with("kind", "gas")
                .with("unit", "m3")
                .with("price", Costs.GAS_PRICE);
    }

    private void labour(Tables tables, Plant.Labour group) {
        tables.row("Equipment")
                .with("id", group.id())
                .with("name", group.zh())
                .with("nameEn", group.en())
                .with("code", group.code())
                .with("kind", "labour")
                .with("headcount", business.plant().headcount(group))
                .with("labourRate", group.ratePerHour());
        tables.row("FOLLOWS").with("from", group.id()).with("to", Plant.CALENDAR);
    }

    private void machine(Tables tables, Plant.Machine machine) {
        tables.row("Equipment")
                .with("id", machine.id())
                .with("name", machine.zh())
                .with("nameEn", machine.en())
                .with("aliases", machine.aliases())
                .with("code", machine.code())
                .with("kind", "machine")
                .with("technology", machine.technology())
                .with("units", machine.units())
                .with("availabilityPercent", machine.availabilityPercent())
                .with("operators", machine.operators())
                .with("bookValue", machine.bookValue())
                .with("depreciationMonths", machine.depreciationMonths());
        tables.row("FOLLOWS").with("from", machine.id()).with("to", Plant.CALENDAR);
        tables.row("PART_OF").with("from", machine.id()).with("to", "EQP-" + machine.workshop());
        tables.row("STAFFED_BY")
                .with("from", machine.id())
                .with("to", "EQP-" + machine.labour())
                .with("operators", machine.operators());
        tables.row("DRAWS")
                .with("from", machine.id())
                .with("to", "ENE-ELECTRICITY")
                .with("kilowatts", machine.kilowatts());
    }

    private void tool(Tables tables, Plant.Tool tool) {
        tables.row("Equipment")
                .with("id", tool.id())
                .with("name", tool.zh())
                .with("nameEn", tool.en())
                .with("aliases", tool.aliases())
                .with("code", tool.code())
                .with("kind", "tool")
                .with("technology", tool.technology())
                .with("units", 1.0)
                .with("lifeStrokes", tool.lifeStrokes())
                .with("strokesUsed", tool.strokesUsed())
                .with("wearCurve", tool.wear().toString())
                .with("bookValue", tool.bookValue())
                .with("depreciationMonths", tool.depreciationMonths());
        tables.row("FOLLOWS").with("from", tool.id()).with("to", Plant.CALENDAR);
    }

    private static void places(Tables tables) {
        tables.row("Site")
                .with("id", "SIT-SZ")
                .with("name", "苏州本厂仓")
                .with("nameEn", "Suzhou plant warehouse")
                .with("code", "SZ");
        tables.row("Site")
                .with("id", "SIT-KS")
                .with("name", "昆山外仓")
                .with("nameEn", "Kunshan outside warehouse")
                .with("code", "KS");
        tables.row("FOLLOWS").with("from", "SIT-SZ").with("to", "CAL-STORE");
        tables.row("FOLLOWS").with("from", "SIT-KS").with("to", "CAL-STORE");
        tables.row("TRANSFERS_TO")
                .with("from", "SIT-SZ")
                .with("to", "SIT-KS")
                .with("leadTimeDays", 1.0)
                .with("transferCost", 1.2);
        tables.row("TRANSFERS_TO")
                .with("from", "SIT-KS")
                .with("to", "SIT-SZ")
                .with("leadTimeDays", 1.0)
                .with("transferCost", 1.2);
        int aisle = 0;
        for (Sheet.Row zone : ZONES.rows()) {
            String id = "ZON-" + zone.text(0);
            tables.row("Zone")
                    .with("id", id)
                    .with("name", zone.text(1))
                    .with("nameEn", zone.text(2))
                    .with("code", zone.text(0))
                    .with("temperatureClass", zone.text(3));
            tables.row("PART_OF").with("from", id).with("to", "SIT-SZ");
            for (int rack = 1; rack <= zone.count(4); rack++) {
                String bin = "BIN-%s-%02d".formatted(zone.text(0), rack);
                tables.row("Bin")
                        .with("id", bin)
                        .with("name", "%s%d号货位".formatted(zone.text(1), rack))
                        .with("nameEn", "%s, bin %d".formatted(zone.text(2), rack))
                        .with("code", "%s-%02d".formatted(zone.text(0), rack))
                        .with("xMetres", 4.0 + 3.5 * rack)
                        .with("yMetres", 6.0 + 9.0 * aisle)
                        .with("level", 1.0 + (rack - 1) % 3)
                        .with("temperatureClass", zone.text(3));
                tables.row("PART_OF").with("from", bin).with("to", id);
            }
            aisle++;
        }
    }
}
