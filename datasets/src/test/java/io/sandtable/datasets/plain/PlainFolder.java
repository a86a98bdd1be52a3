package io.sandtable.datasets.plain;

import io.sandtable.datasets.Dataset;
import io.sandtable.datasets.Datasets;
import io.sandtable.datasets.ReadOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** A small sound company in the plain template, to be read as it is or after something was done to it. */
final class PlainFolder {
    private final Map<String, byte[]> files = new LinkedHashMap<>();

    private PlainFolder() {}

    static PlainFolder sound() {
        var folder = new PlainFolder();
        folder.put("datapackage.json", """
                {"name": "kettles", "title": {"zh": "水壶厂", "en": "Kettle works"}, "origin": "demo", "asOf": "2026-11-21"}
                """);
        folder.put("Supplier.csv", "id,name,country,currency\nSUP-1,佛山协力,CN,CNY\nSUP-2,Mill,DE,EUR\n");
        folder.put("Customer.csv", "id,name,paymentTermDays\nCUS-1,东风商贸,45\n");
        folder.put("Material.csv", """
                id,name,role,unit,salesPrice,safetyStock
                MAT-kettle,水壶,product,pcs,118.5,
                MAT-body,壶身,part,pcs,,10
                MAT-sheet,钢板,raw,kg,,200
                """);
        folder.put("Routing.csv", "id,name,priority\nROU-kettle,总装,1\nROU-body,冲压,1\n");
        folder.put("Process.csv", "id,name,technology,waitMinutes\nPRO-press,冲压,冲压,\nPRO-weld,焊接,焊接,90\n");
        folder.put(
                "Equipment.csv",
                "id,name,kind,units,availabilityPercent\nEQP-press,压力机,machine,2,92\nEQP-weld,焊机,machine,1,95\n");
        folder.put("Order.csv", """
                id,code,status,quantity,dueDate,price,deliveryMode
                ORD-1,SO-1108,open,120,2026-12-15,118.5,whole
                ORD-2,SO-1109,open,80.5,2027-01-20,110.25,partial
                ORD-3,SO-0900,closed,40,2026-03-01,100,
                """);
        folder.put(
                "StockLot.csv",
                "id,quantity,unitCost,receivedDate\nLOT-1,350,5.15,2026-10-02\nLOT-2,12,44,2026-11-01\n");
        folder.put("Account.csv", """
                id,name,kind,amount,dueDate
                ACC-1,现金,cash,250000,
                ACC-2,应收 A,receivable,80000.10,2026-12-01
                ACC-3,应收 B,receivable,20000.20,2026-12-09
                ACC-4,应付,payable,61234.56,2026-12-20
                """);
        folder.put("SUPPLIES.csv", """
                from,to,variant,price,leadTimeDays,minimumQuantity,priceTiers,validFrom,validTo
                SUP-1,MAT-sheet,,5.2,12,100,0=5.2;1000=5,2026-01-01,2027-12-31
                SUP-2,MAT-sheet,,4.9,45,500,,,
                SUP-2,MAT-sheet,sea,4.6,60,2000,,,
                """);
        folder.put("STEP_OF.csv", "from,to,sequence\nPRO-press,ROU-body,1\nPRO-weld,ROU-kettle,1\n");
        folder.put("YIELDS.csv", "from,to,quantityPerUnit\nROU-body,MAT-body,1\nROU-kettle,MAT-kettle,1\n");
        folder.put(
                "CONSUMES.csv",
                "from,to,quantityPerUnit,scrapPercent\nPRO-press,MAT-sheet,0.8,3\nPRO-weld,MAT-body,1,0.5\n");
        folder.put(
                "RUNS_ON.csv",
                "from,to,minutesPerUnit,setupMinutes,yieldPercent\nPRO-press,EQP-press,0.5,30,99\nPRO-weld,EQP-weld,2,10,98.5\n");
        folder.put("ORDERED.csv", "from,to\nCUS-1,ORD-1\nCUS-1,ORD-2\nCUS-1,ORD-3\n");
        folder.put(
                "FOR.csv",
                "from,to\nORD-1,MAT-kettle\nORD-2,MAT-kettle\nORD-3,MAT-kettle\nLOT-1,MAT-sheet\nLOT-2,MAT-body\n");
        folder.put("market/datapackage.json", """
                {"name": "market", "title": "Market", "origin": "real", "licence": "CC BY 4.0", "source": "Somebody", "asOf": "2026-10-31"}
                """);
        folder.put("market/PriceSeries.csv", """
                id,name,unit,currency,points,source,licence,asOf
                PRI-steel,Steel,t,CNY,2026-09-01=3500;2026-10-01=3525.5,,,
                PRI-gas,Gas,m3,CNY,2026-10-01=3.9,"Exchange, Shanghai",public notice,2026-10-15
                """);
        return folder;
    }

    /** The names of the tables of the main package. */
    Iterable<String> tables() {
        return new TreeMap<>(files)
                .keySet().stream()
                        .filter(f -> f.endsWith(".csv") && !f.contains("/"))
                        .toList();
    }

    PlainFolder put(String file, String text) {
        return put(file, text.getBytes(StandardCharsets.UTF_8));
    }

    PlainFolder put(String file, byte[] bytes) {
        files.put(file, bytes);
        return this;
    }

    PlainFolder remove(String file) {
        files.remove(file);
        return this;
    }

    /** Replaces text that must be there. */
    PlainFolder replace(String file, String old, String now) {
        String text = text(file);
        if (!text.contains(old)) {
            throw new IllegalArgumentException("%s does not hold '%s'".formatted(file, old));
        }
        return put(file, text.replace(old, now));
    }

    String text(String file) {
        byte[] bytes = files.get(file);
        if (bytes == null) {
            throw new IllegalArgumentException("no file " + file);
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    Dataset readIn(Path folder) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Path parent = path.getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.write(path, file.getValue());
        }
        return Datasets.read(folder, ReadOptions.none());
    }
}
