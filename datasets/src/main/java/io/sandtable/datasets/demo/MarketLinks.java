package io.sandtable.datasets.demo;

import io.sandtable.datasets.writing.Sheet;
import io.sandtable.datasets.writing.Tables;

/** Ties the real market figures to the invented company: which price series speaks of what, and energy derived from benchmarks. */
final class MarketLinks {
    /** series | material or energy */
    private static final Sheet SERIES = Sheet.of("""
            PRI-ALUMINIUM | MAT-AL-SI10
            PRI-ALUMINIUM | MAT-AL-ADC12
            PRI-ALUMINIUM | MAT-AL-A380
            PRI-ALUMINIUM | MAT-AL-5052
            PRI-ALUMINIUM | MAT-AL-3003
            PRI-ALUMINIUM | MAT-AL-6061
            PRI-ALUMINIUM | MAT-AL-6063
            PRI-COPPER | MAT-CU-BAR
            PRI-LNG-JAPAN | ENE-GAS
            PRI-COAL | ENE-ELECTRICITY
            """);

    private MarketLinks() {}

    static void write(Tables tables) {
        SERIES.rows().forEach(row -> tables.row("FOR").with("from", row.text(0)).with("to", row.text(1)));
    }

    static void derived(Tables tables, Business business) {
        for (Operation operation : business.catalogue().operations()) {
            draws(tables, operation, "ENE-GAS", business.energy().gas(operation));
            draws(tables, operation, "ENE-ELECTRICITY", business.energy().power(operation));
        }
    }

    private static void draws(Tables tables, Operation operation, String energy, double perUnit) {
        if (perUnit > 0) {
            tables.row("DRAWS").with("from", operation.id()).with("to", energy).with("energyPerUnit", perUnit);
        }
    }
}
