package io.sandtable.web.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Somebody's own small company in the plain template: two products, one press, one supplier; its power price is a stand-in. */
final class Workshop {
    static final String NAME = "hook-workshop";

    private static final Map<String, String> FILES = Map.ofEntries(
            Map.entry("datapackage.json", """
                    {"name": "hook-workshop", "title": {"zh": "挂钩小厂", "en": "Hook workshop"}, "origin": "real",
                     "source": "own books", "asOf": "2026-11-21"}
                    """),
            Map.entry("Material.csv", """
                    id,name,nameEn,aliases,role,unit,standardCost,salesPrice
                    MAT-STEEL,带钢,Steel strip,strip,raw,kg,5,
                    MAT-HOOK,挂钩,Hook,冲压件|hooks,product,pcs,,9.5
                    MAT-RAIL,导轨,Rail,冲压件|rails,product,pcs,,14
                    """),
            Map.entry("Supplier.csv", """
                    id,name,nameEn,country,currency
                    SUP-QING,青松钢材,Qingsong Steel,CN,CNY
                    """),
            Map.entry("SUPPLIES.csv", """
                    from,to,price,priceIncludesVat,currency,leadTimeDays,minimumQuantity,multiple,paymentTermDays,priority
                    SUP-QING,MAT-STEEL,5,false,CNY,7,500,100,30,1
                    """),
            Map.entry("Process.csv", """
                    id,name,nameEn,technology
                    PRO-HOOK,挂钩冲压,Pressing of hooks,冲压
                    PRO-RAIL,导轨冲压,Pressing of rails,冲压
                    """),
            Map.entry("Routing.csv", """
                    id,name,nameEn,priority
                    ROU-HOOK,挂钩工艺路线,Routing of hooks,1
                    ROU-RAIL,导轨工艺路线,Routing of rails,1
                    """),
            Map.entry("STEP_OF.csv", """
                    from,to,sequence
                    PRO-HOOK,ROU-HOOK,10
                    PRO-RAIL,ROU-RAIL,10
                    """),
            Map.entry("YIELDS.csv", """
                    from,to,quantityPerUnit
                    ROU-HOOK,MAT-HOOK,1
                    ROU-RAIL,MAT-RAIL,1
                    """),
            Map.entry("CONSUMES.csv", """
                    from,to,quantityPerUnit,scrapPercent
                    PRO-HOOK,MAT-STEEL,0.6,4
                    PRO-RAIL,MAT-STEEL,0.9,4
                    """),
            Map.entry("Equipment.csv", """
                    id,name,nameEn,kind,units,availabilityPercent
                    EQP-PRESS,冲床,Press,machine,1,92
                    """),
            Map.entry("RUNS_ON.csv", """
                    from,to,minutesPerUnit,setupMinutes,yieldPercent,priority
                    PRO-HOOK,EQP-PRESS,0.5,30,99,1
                    PRO-RAIL,EQP-PRESS,0.8,30,98.5,1
                    """),
            Map.entry("Calendar.csv", """
                    id,name,nameEn,shifts,holidays
                    CAL-DAY,白班,Day shift,MON-FRI 08:00-17:00 day,CN
                    """),
            Map.entry("FOLLOWS.csv", """
                    from,to
                    EQP-PRESS,CAL-DAY
                    """),
            Map.entry("Customer.csv", """
                    id,name,nameEn,country,currency,paymentTermDays
                    CUS-LU,路衡五金,Luheng Hardware,CN,CNY,45
                    """),
            Map.entry("Order.csv", """
                    id,code,status,quantity,price,orderDate,dueDate
                    ORD-1,SO-1,open,3000,9.5,2026-11-02,2026-12-11
                    ORD-2,SO-2,open,2500,14,2026-11-05,2026-12-18
                    ORD-3,SO-3,open,4000,9.5,2026-11-12,2027-01-15
                    ORD-4,SO-4,open,3200,14,2026-11-16,2027-02-26
                    """),
            Map.entry("ORDERED.csv", """
                    from,to
                    CUS-LU,ORD-1
                    CUS-LU,ORD-2
                    CUS-LU,ORD-3
                    CUS-LU,ORD-4
                    """),
            Map.entry("FOR.csv", """
                    from,to
                    ORD-1,MAT-HOOK
                    ORD-2,MAT-RAIL
                    ORD-3,MAT-HOOK
                    ORD-4,MAT-RAIL
                    """),
            Map.entry("Account.csv", """
                    id,name,kind,amount
                    ACC-CASH,银行存款,cash,260000
                    """),
            Map.entry("stand-ins/datapackage.json", """
                    {"name": "hook-workshop-stand-ins", "title": "Stand-ins", "origin": "default",
                     "by": "usual flat power price", "asOf": "2026-11-21"}
                    """),
            Map.entry("stand-ins/Energy.csv", """
                    id,name,nameEn,kind,unit,price
                    ENE-POWER,电,Electricity,electricity,kWh,0.75
                    """),
            Map.entry("stand-ins/DRAWS.csv", """
                    from,to,kilowatts
                    EQP-PRESS,ENE-POWER,22
                    """));

    private Workshop() {}

    /** Writes its tables into a folder. */
    static Path write(Path folder) throws IOException {
        for (Map.Entry<String, String> file : FILES.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        return folder;
    }
}
