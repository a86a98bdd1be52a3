package io.sandtable.datasets.demo;

import io.sandtable.datasets.writing.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/** An invented precision maker of aluminium shells in Suzhou, written as plain tables that load like anybody's files. */
public final class DemoCompany {
    /** The day the tables speak of, a Saturday. */
    public static final LocalDate AS_OF = LocalDate.of(2026, 11, 21);

    private DemoCompany() {}

    /** Writes the company, the facts derived for it and the market packages it leans on, each folder a package of its own. */
    public static void write(Path folder) throws IOException {
        for (Map.Entry<String, String> file : files(Business.invent()).entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }

    /** Writes the tables into the folder given, and the page of the load arithmetic into the file given second, if any. */
    public static void main(String[] args) throws IOException {
        if (args.length < 1 || args.length > 2) {
            throw new IllegalArgumentException(
                    "%d arguments were given; give the folder for the tables and, if wanted, the file for the load page."
                            .formatted(args.length));
        }
        write(Path.of(args[0]));
        if (args.length == 2) {
            Files.writeString(Path.of(args[1]), new StoryPage(Business.invent()).text());
        }
    }

    /** Relative path → text of everything that {@link #write} writes. */
    static Map<String, String> files(Business business) {
        var company = new Tables();
        new CatalogueTables(business).write(company);
        new PlantTables(business).write(company);
        MaintenanceTables.write(company);
        new SourcingTables(business).write(company);
        new OrderTables(business).write(company);
        LotHistory.write(company, business);
        new BalanceSheet(business).write(company);
        PolicyTables.write(company);
        MarketLinks.write(company);
        var derived = new Tables();
        MarketLinks.derived(derived, business);

        var files = new TreeMap<String, String>(business.market().files());
        files.putAll(company.files());
        files.put("datapackage.json", """
                {
                  "name": "demo-company",
                  "title": {"zh": "澄砚精密（演示公司）", "en": "Chengyan Precision (demo company)"},
                  "origin": "demo",
                  "source": "invented by the seeded generator io.sandtable.datasets.demo.DemoCompany",
                  "licence": "Apache-2.0",
                  "asOf": "%s"
                }
                """.formatted(AS_OF));
        derived.files().forEach((name, text) -> files.put("derived/" + name, text));
        files.put("derived/datapackage.json", """
                {
                  "name": "demo-company-derived",
                  "title": {"zh": "按公开基准推算的工艺能耗", "en": "Process energy derived from published benchmarks"},
                  "origin": "derived",
                  "by": "%s",
                  "source": "io.sandtable.datasets.demo.ProcessEnergy",
                  "licence": "Apache-2.0",
                  "asOf": "%s"
                }
                """.formatted(ProcessEnergy.METHOD, AS_OF));
        return files;
    }
}
