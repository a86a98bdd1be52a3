package io.sandtable.datasets.mapped;

import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.datasets.Choices;
import io.sandtable.datasets.Dataset;
import io.sandtable.datasets.Datasets;
import io.sandtable.datasets.Problem;
import io.sandtable.datasets.ProblemCode;
import io.sandtable.datasets.Proposal;
import io.sandtable.datasets.ReadOptions;
import io.sandtable.datasets.Severity;
import io.sandtable.model.Attributes;
import io.sandtable.model.BusinessSnapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two columns under one heading, as exports of ERP systems have them. */
class SameHeadingTest {
    private static final String MAPPING = """
            name: ours
            asOf: 2026-11-20
            tables:
              - has: [编码, 名称]
                facts:
                  - node: Material
                    id: MAT-{编码}
                    values: {name: "{名称}", unit: "{单位}", role: raw}
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void table() throws IOException {
        Files.writeString(folder.resolve("items.csv"), "编码,单位,名称,备注, 单位,备注\n7,kg,盐,a,袋,b\n");
    }

    private Dataset read(String mapping) throws IOException {
        Path file = Files.writeString(folder.resolveSibling("twins.yaml"), mapping);
        return Datasets.read(folder, new ReadOptions(file.toString(), null, null));
    }

    private static String unit(Dataset read) {
        return BusinessSnapshot.of(read.facts()).node("MAT-7").text(Attributes.UNIT);
    }

    @Test
    void aHeadingThatARuleAsksFor_isAnErrorWithBothPlaces() throws IOException {
        Dataset read = read(MAPPING);

        assertThat(read.problems(Severity.ERROR))
                .containsExactly(new Problem("items.csv", 1, "单位", "2, 5", ProblemCode.COLUMN_AMBIGUOUS, "单位#1|单位#2"));
        assertThat(read.importableInPart()).isFalse();
    }

    @Test
    void aHeadingThatNobodyAsksFor_isANote() throws IOException {
        Dataset read = read(MAPPING.replace("{单位}", "kg"));

        assertThat(read.problems(Severity.ERROR)).isEmpty();
        assertThat(read.problems(Severity.NOTE))
                .containsExactly(
                        new Problem("items.csv", 1, "单位", "2, 5", ProblemCode.COLUMN_TWICE_UNUSED, ""),
                        new Problem("items.csv", 1, "备注", "4, 6", ProblemCode.COLUMN_TWICE_UNUSED, ""));
    }

    @Test
    void aNumberBehindTheHeading_saysWhichOfThem() throws IOException {
        Dataset first = read(MAPPING.replace("{单位}", "{单位#1}"));
        Dataset second = read(MAPPING.replace("{单位}", "{单位#2}"));
        Dataset byWord = read(MAPPING + "columns: {单位: [\"单位#2\"]}\n");

        assertThat(first.problems(Severity.ERROR)).isEmpty();
        assertThat(second.problems(Severity.ERROR)).isEmpty();
        assertThat(byWord.problems(Severity.ERROR)).isEmpty();
        assertThat(unit(first)).isEqualTo("kg");
        assertThat(unit(second)).isEqualTo("袋");
        assertThat(unit(byWord)).isEqualTo("袋");
    }

    @Test
    void aWordForTheColumn_thatStandsTwice_isAnError() throws IOException {
        Dataset read = read(MAPPING.replace("unit: \"{单位}\"", "unit: \"{计量}\"") + "columns: {计量: [单位]}\n");

        assertThat(read.problems(Severity.ERROR))
                .extracting(Problem::code, Problem::value)
                .containsExactly(org.assertj.core.api.Assertions.tuple(ProblemCode.COLUMN_AMBIGUOUS, "2, 5"));
    }

    @Test
    void aProposal_namesEachOfThemSoThatItIsFound() throws IOException {
        Proposal proposal = Datasets.propose(folder, Choices.NONE);

        assertThat(proposal.tables().getFirst().columns())
                .extracting(Proposal.Column::name)
                .containsExactly("编码", "单位#1", "名称", "备注#1", "单位#2", "备注#2");
    }
}
