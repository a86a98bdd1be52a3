package io.sandtable.datasets.demo;

import io.sandtable.datasets.writing.Sheet;
import io.sandtable.datasets.writing.Tables;

/** Writes what the company buys, makes and sells, and how it is made. */
final class CatalogueTables {
    /** from | to | ratio | approved | condition */
    private static final Sheet SUBSTITUTES = Sheet.of("""
            AL-A380 | AL-ADC12 | 1 | true | SHORTAGE
            AL-ADC12 | AL-A380 | 1 | true | SHORTAGE
            GASKET-BE | GASKET-BP | 1 | false | 需重新做气密验证
            NOZZLE-16 | NOZZLE-12 | 1 | false | 需客户认可
            BUSH-52D | BUSH-52 | 1 | false | 需做台架耐久试验
            POWDER | SEALER | 1.6 | false | 表面外观变化，需客户认可
            """);

    private final Business business;

    CatalogueTables(Business business) {
        this.business = business;
    }

    void write(Tables tables) {
        families(tables);
        business.catalogue().items().forEach(item -> material(tables, item));
        business.catalogue().items().stream().filter(Item::made).forEach(item -> routing(tables, item));
        for (Sheet.Row row : SUBSTITUTES.rows()) {
            tables.row("SUBSTITUTES")
                    .with("from", "MAT-" + row.text(0))
                    .with("to", "MAT-" + row.text(1))
                    .with("ratio", row.number(2))
                    .with("approved", row.text(3))
                    .with("condition", row.text(4));
        }
    }

    private void families(Tables tables) {
        for (Sheet.Row row : ProductLine.families()) {
            family(tables, row.text(0), row.text(1), row.text(2), row.names(3));
        }
        family(tables, "ALLOY", "铝材", "Aluminium materials", "铝|铝合金|aluminium|aluminum");
    }

    private static void family(Tables tables, String code, String zh, String en, String aliases) {
        tables.row("Family")
                .with("id", "FAM-" + code)
                .with("name", zh)
                .with("nameEn", en)
                .with("aliases", aliases)
                .with("code", code);
    }

    private void material(Tables tables, Item item) {
        Tables.Row row = tables.row("Material")
                .with("id", item.id())
                .with("name", item.zh())
                .with("nameEn", item.en())
                .with("aliases", item.aliases())
                .with("code", item.code())
                .with("role", item.role())
                .with("unit", item.unit())
                .with("specification", item.specification())
                .with("hsCode", item.hsCode())
                .with("weightKg", item.weightKg())
                .with("standardCost", business.unitCost(item.code()));
        ProductLine.all().stream()
                .filter(line -> line.code().equals(item.code()))
                .forEach(line -> row.with("salesPrice", business.costs().salesPrice(line)));
        if (!item.made()) {
            int shelfLife = business.catalogue().bought(item.code()).shelfLifeDays();
            row.with("safetyStock", business.provision().safetyStock(item.code()))
                    .with("shelfLifeDays", shelfLife > 0 ? shelfLife : null);
        }
        if (!item.family().isEmpty()) {
            tables.row("MEMBER_OF").with("from", item.id()).with("to", "FAM-" + item.family());
        }
    }

    private void routing(Tables tables, Item made) {
        String routing = "ROU-" + made.code();
        tables.row("Routing")
                .with("id", routing)
                .with("name", made.zh() + "工艺路线")
                .with("nameEn", "Routing of " + made.en())
                .with("code", "R-" + made.code())
                .with("priority", 1.0);
        tables.row("YIELDS").with("from", routing).with("to", made.id()).with("quantityPerUnit", 1.0);
        business.catalogue().steps(made.code()).forEach(step -> operation(tables, made, routing, step));
    }

    private void operation(Tables tables, Item made, String routing, Operation step) {
        tables.row("Process")
                .with("id", step.id())
                .with("name", made.zh() + step.technology())
                .with("nameEn", "%s, step %d".formatted(made.en(), step.sequence()))
                .with("code", "%s-%d".formatted(step.item(), step.sequence()))
                .with("technology", step.technology())
                .with("confidential", step.technology().equals("搅拌摩擦焊") ? "true" : "false")
                .with("waitMinutes", step.technology().equals("喷粉") ? 60.0 : null);
        tables.row("STEP_OF").with("from", step.id()).with("to", routing).with("sequence", step.sequence());
        for (Operation.Input input : step.inputs()) {
            tables.row("CONSUMES")
                    .with("from", step.id())
                    .with("to", "MAT-" + input.item())
                    .with("quantityPerUnit", input.quantity())
                    .with("scrapPercent", input.scrapPercent());
        }
        for (int i = 0; i < step.machines().size(); i++) {
            tables.row("RUNS_ON")
                    .with("from", step.id())
                    .with("to", "EQP-" + step.machines().get(i))
                    .with("minutesPerUnit", i == 0 ? step.minutes() : Math.round(step.minutes() * 108) / 100.0)
                    .with("setupMinutes", step.setupMinutes())
                    .with("yieldPercent", step.yieldPercent())
                    .with("priority", i + 1.0);
        }
        if (step.tool() != null) {
            tables.row("NEEDS_TOOL")
                    .with("from", step.id())
                    .with("to", "EQP-" + step.tool())
                    .with("strokesPerUnit", 1.0)
                    .with("priority", 1.0);
        }
    }
}
