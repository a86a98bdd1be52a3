package io.sandtable.web.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.datasets.Dataset;
import io.sandtable.datasets.Datasets;
import io.sandtable.datasets.ReadOptions;
import io.sandtable.model.BusinessSnapshot;
import io.sandtable.rules.Condition;
import io.sandtable.rules.Window;
import io.sandtable.simulation.query.Cause;
import io.sandtable.simulation.query.Finding;
import io.sandtable.simulation.query.QueryPlan;
import io.sandtable.simulation.query.RootCause;
import io.sandtable.simulation.query.RootCauses;
import io.sandtable.web.query.PlantedCompany.Planted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of companies in which one thing changed and everything else goes up and down, how often the root-cause view names it first. */
class PlantedCausesTest {
    private static final int SEEDS = 15;
    private static final double LEAST_PERCENT = 95;

    @TempDir
    private Path folder;

    @Test
    void plantedDriver_isNamedFirst() throws IOException {
        var missed = new ArrayList<String>();
        int cases = 0;
        for (Planted planted : Planted.values()) {
            for (long seed = 1; seed <= SEEDS; seed++) {
                for (String metric : metrics(planted)) {
                    cases++;
                    judge(planted, seed, metric).ifPresent(missed::add);
                }
            }
        }
        double percent = 100.0 * (cases - missed.size()) / cases;
        System.out.printf("planted causes: %d of %d named first, %.1f %%%n", cases - missed.size(), cases, percent);

        assertThat(cases).isGreaterThanOrEqualTo(100);
        assertThat(percent).as("missed: %s", String.join("\n", missed)).isGreaterThanOrEqualTo(LEAST_PERCENT);
    }

    private static List<String> metrics(Planted planted) {
        return switch (planted) {
            case SUPPLIER_PRICE -> List.of("margin", "purchase");
            case SCRAP, ENERGY_PRICE -> List.of("margin");
            case CUSTOMER_LOST -> List.of("margin", "revenue", "cash");
            case SELLING_PRICE, PRODUCT_DEMAND -> List.of("margin", "revenue");
            case LATE_SUPPLIER, LATE_TO_CUSTOMER -> List.of("lateness", "OTD");
        };
    }

    private Optional<String> judge(Planted planted, long seed, String metric) throws IOException {
        Path files = Files.createDirectories(folder.resolve(planted + "-" + seed));
        var company = new PlantedCompany(planted, seed);
        if (!Files.exists(files.resolve("datapackage.json"))) {
            company.write(files);
        }
        Dataset dataset = Datasets.read(files, ReadOptions.none());
        assertThat(dataset.importable()).as("%s", dataset.problems()).isTrue();
        BusinessSnapshot snapshot = BusinessSnapshot.of(dataset.facts());
        var query = new Condition.Query(
                metric,
                List.of(),
                planted == Planted.LATE_SUPPLIER ? Optional.of("SUPPLIER") : Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new Window(LocalDate.of(2026, 7, 1), PlantedCompany.AS_OF));
        RootCause why = RootCauses.of(
                QueryPlan.of(query, snapshot, PlantedCompany.AS_OF),
                RootCauses.Reference.BEFORE,
                snapshot,
                PlantedCompany.AS_OF);
        List<Finding> findings = why.findings();
        Finding first = findings.getFirst();
        return first.id().equals(company.culprit()) && first.cause() == cause(planted, metric)
                ? Optional.empty()
                : Optional.of("%s %d %s: %s, change %.2f, by cause %s, first %s"
                        .formatted(
                                planted,
                                seed,
                                metric,
                                company.culprit(),
                                why.change(),
                                why.byCause(),
                                findings.subList(0, Math.min(3, findings.size()))));
    }

    private static Cause cause(Planted planted, String metric) {
        return switch (planted) {
            case SUPPLIER_PRICE -> Cause.INPUT_PRICE;
            case SCRAP -> Cause.USAGE;
            case ENERGY_PRICE -> Cause.ENERGY_PRICE;
            case SELLING_PRICE -> Cause.PRICE;
            case CUSTOMER_LOST, PRODUCT_DEMAND -> metric.equals("cash") ? Cause.INCOME : Cause.VOLUME;
            case LATE_SUPPLIER, LATE_TO_CUSTOMER -> Cause.RATE;
        };
    }
}
