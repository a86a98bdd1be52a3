package io.sandtable.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Random;

/**
 * What an ERP system exports as its sales of three years, made by a seed: a row for each line of a sales slip, so that an item has many rows
 * of one day.
 */
record SalesHistory(int rows, long seed) {
    private static final int ITEMS = 300;
    private static final int CUSTOMERS = 1_200;
    private static final LocalDate FIRST = LocalDate.of(2023, 11, 20);
    private static final int DAYS = 3 * 365;
    private static final int LARGEST_QUANTITY = 400;

    /** Demand history of it: a series for each item, the quantities of a day added up. */
    private static final String MAPPING = """
            name: sales-history
            title: {zh: 销售历史, en: sales history}
            asOf: 2026-11-20
            tables:
              - has: [日期, 物料编码, 数量]
                facts:
                  - node: Material
                    id: MAT-{物料编码}
                    once: true
                    values: {name: "{物料编码}", unit: 件, role: product}
                  - node: PriceSeries
                    id: PRI-sold-{物料编码}
                    values: {name: "销量 {物料编码}", unit: 件, points: {from: "{数量}", at: "{日期}", sum: true}}
                  - relation: FOR
                    from: PRI-sold-{物料编码}
                    to: MAT-{物料编码}
                    once: true
            """;

    /** Writes the rows as CSV, in no order of days or items. */
    Path write(Path folder) {
        Path file = folder.resolve("sales-%d.csv".formatted(rows));
        var chance = new Random(seed);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("日期,物料编码,客户编码,数量,金额\n");
            for (int row = 0; row < rows; row++) {
                int item = chance.nextInt(ITEMS);
                int quantity = 1 + chance.nextInt(LARGEST_QUANTITY);
                int fen = quantity * (500 + item * 17);
                out.write("%s,FG-%04d,K%05d,%d,%d.%02d\n"
                        .formatted(
                                FIRST.plusDays(chance.nextInt(DAYS)),
                                item,
                                chance.nextInt(CUSTOMERS),
                                quantity,
                                fen / 100,
                                fen % 100));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("%s could not be written; free disk space.".formatted(file), e);
        }
        return file;
    }

    /** Writes the mapping that makes demand history of the rows. */
    static Path writeMapping(Path folder) {
        try {
            return Files.writeString(folder.resolve("sales-history.yaml"), MAPPING);
        } catch (IOException e) {
            throw new UncheckedIOException("The mapping could not be written to %s.".formatted(folder), e);
        }
    }
}
