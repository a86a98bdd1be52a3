package io.sandtable.datasets.mapped;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sandtable.datasets.Dataset;
import io.sandtable.datasets.Datasets;
import io.sandtable.datasets.Problem;
import io.sandtable.datasets.ProblemCode;
import io.sandtable.datasets.ReadOptions;
import io.sandtable.datasets.Severity;
import io.sandtable.datasets.SharedData;
import io.sandtable.model.Attributes;
import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.Node;
import io.sandtable.model.NodeType;
import io.sandtable.model.Origin;
import io.sandtable.model.Relation;
import io.sandtable.model.RelationType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The photovoltaic module chain, by its mapping; what is expected is counted in the files' lines and headings. */
class PvModuleTest {
    private static final LocalDate LAST_OBSERVED = LocalDate.of(2022, 12, 31);
    private static final int OBSERVED = 28;
    private static final int PROJECTED = 28;

    private static Path folder;
    private static Dataset dataset;
    private static BusinessSnapshot snapshot;

    @BeforeAll
    static void read() throws IOException {
        folder = SharedData.folder("pv-module");
        dataset = Datasets.read(folder, ReadOptions.none());
        snapshot = BusinessSnapshot.of(dataset.facts());
    }

    @Test
    void isRecognised_andWhatIsLeftOutIsNamed() {
        assertThat(dataset.problems(Severity.ERROR)).isEmpty();
        assertThat(dataset.controlTotals()).allMatch(t -> t.agrees());
        assertThat(dataset.problems(Severity.NOTE))
                .extracting(Problem::file)
                .hasSize(17)
                .allMatch(file -> file.startsWith("baseline2100_")
                        || file.startsWith("energy-input-")
                        || file.startsWith("output_energy_")
                        || file.equals("baseline_electricityemissionfactors.csv"));
        assertThat(dataset.problems(Severity.NOTE)).allMatch(p -> p.code() == ProblemCode.FILE_NOT_READ);
    }

    @Test
    void aSquareMetre_takesSevenMaterials_ofEachYear() throws IOException {
        List<Relation> lines = snapshot.node("PRO-module").out(RelationType.CONSUMES);
        assertThat(snapshot.nodes(NodeType.MATERIAL)).hasSize(1 + 7);
        assertThat(lines).hasSize(7 * (OBSERVED + PROJECTED));
        assertThat(lines.stream().filter(l -> l.validOn(LAST_OBSERVED))).hasSize(7);
        Relation glass = lines.stream()
                .filter(l -> l.to().id().equals("MAT-glass") && l.variant().equals("2020"))
                .findFirst()
                .orElseThrow();
        assertThat(glass.number(Attributes.QUANTITY_PER_UNIT) * 1000)
                .isEqualTo(cell("baseline_material_mass_glass.csv", "2020", "mat_massperm2"), within(1e-9));
    }

    @Test
    void projections_areMarkedAndStandAlone() {
        assertThat(snapshot.node("PRO-module").out(RelationType.CONSUMES))
                .allSatisfy(line -> assertThat(line.source().evidence().origin())
                        .isEqualTo(Integer.parseInt(line.variant()) > 2022 ? Origin.DEFAULT : Origin.REAL));
        for (Node series : snapshot.nodes(NodeType.PRICE_SERIES)) {
            boolean projected = series.id().endsWith("-projected");
            var points = series.findSeries(Attributes.POINTS).orElseThrow().points();
            assertThat(series.source().evidence().origin()).isEqualTo(projected ? Origin.DEFAULT : Origin.REAL);
            assertThat(points).hasSize(projected ? PROJECTED : OBSERVED);
            assertThat(points.firstKey().isAfter(LAST_OBSERVED)).isEqualTo(projected);
        }
    }

    @Test
    void everyColumn_isASeries_observedAndProjected() throws IOException {
        int mass = columns("baseline_material_mass_glass.csv") - 1;
        int energy = columns("baseline_material_energy_glass.csv");
        int shares = 0;
        for (String of :
                List.of("aluminium_frames", "backsheet", "copper", "encapsulant", "glass", "silicon", "silver")) {
            shares += columns("baseline_%s_MFGing_countrymarketshare.csv".formatted(of));
        }
        int all = columns("baseline_modules_energy.csv")
                + 7 * (mass + energy)
                + shares
                + columns("baseline_module_countrymarketshare.csv")
                + columns("baseline_countrygridmix.csv");
        assertThat(snapshot.nodes(NodeType.PRICE_SERIES)).hasSize(2 * all);
        assertThat(snapshot.node("PRI-share-glass-China")
                        .findSeries(Attributes.POINTS)
                        .orElseThrow()
                        .asOf(LAST_OBSERVED))
                .hasValue(cell("baseline_glass_MFGing_countrymarketshare.csv", "2022", "China"));
        assertThat(snapshot.node("PRI-silicon-e_mat_MFG").text(Attributes.UNIT)).isEqualTo("kWh/kg");
        assertThat(snapshot.node("PRI-silicon-e_mat_MFG").out(RelationType.FOR))
                .extracting(r -> r.to().id())
                .containsExactly("MAT-silicon");
    }

    /** Columns beside the year. */
    private static int columns(String file) throws IOException {
        return Files.readAllLines(folder.resolve(file)).getFirst().split(",").length - 1;
    }

    private static double cell(String file, String year, String column) throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve(file));
        int at = List.of(lines.getFirst().split(",")).indexOf(column);
        return lines.stream()
                .filter(line -> line.startsWith(year + ","))
                .mapToDouble(line -> Double.parseDouble(line.split(",")[at]))
                .findFirst()
                .orElseThrow();
    }
}
