package io.sandtable.datasets.mapped;

import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.datasets.Choices;
import io.sandtable.datasets.ControlTotal;
import io.sandtable.datasets.Dataset;
import io.sandtable.datasets.Datasets;
import io.sandtable.datasets.Problem;
import io.sandtable.datasets.ProblemCode;
import io.sandtable.datasets.Proposal;
import io.sandtable.datasets.ProposalYaml;
import io.sandtable.datasets.ReadOptions;
import io.sandtable.datasets.Severity;
import io.sandtable.datasets.reading.Draft;
import io.sandtable.model.Fact;
import io.sandtable.model.RelationType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Descriptions of interfaces, one of a Chinese system and one of quite another, against what their properties mean. */
class ApiProposalTest {
    static final Path DOCUMENTS = Path.of("src", "test", "resources", "io", "sandtable", "datasets", "openapi");

    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    @TempDir
    private Path folder;

    /** What a property means, in which table. */
    private record Meaning(String table, String column) {}

    /** By the document's own names, such as {@code SalesOrder.lines qty}. */
    private static Map<String, Meaning> truth(String document) throws IOException {
        var truth = new LinkedHashMap<String, Meaning>();
        for (String line : Files.readAllLines(DOCUMENTS.resolve(document + ".truth"))) {
            String[] words = line.split(" ");
            Arrays.stream(words, 2, words.length)
                    .map(pair -> pair.split("="))
                    .forEach(pair -> truth.put(words[0] + " " + pair[0], new Meaning(words[1], pair[1])));
        }
        return truth;
    }

    /** What that interface answers; a line of JSON each. */
    private static final Map<String, String> ANSWERS = Map.of(
            "materials.json", """
                    {"code":0,"msg":"ok","data":[
                     {"id":1,"itemCode":"M-1","itemName":"轴承","ggxh":"6205","unit":"件","sourceType":"外购","stdCost":12.5,"safeQty":20,"leadDays":15,"shelfLife":null,"minBatch":null,"disabled":"否","updateTime":"2026-11-19T08:30:00+08:00"},
                     {"id":2,"itemCode":"P-1","itemName":"水泵","ggxh":"A","unit":"台","sourceType":"自制","stdCost":310,"safeQty":0,"leadDays":null,"disabled":"否"}]}
                    """,
            "bom.json", """
                    {"code":0,"data":{"total":1,"records":[{"parentCode":"P-1","childCode":"M-1","qty":4,"baseQty":2,"lossRate":1.5,"effDate":"2026-01-01","expDate":null,"version":"V1"}]}}
                    """,
            "suppliers.json", """
                    [{"gysbm":"S1","gysmc":"青松轴承","zq":60,"country":"CN","lxr":"王","phone":"-"}]
                    """,
            "orders.json", """
                    {"code":0,"items":[{"orderNo":"SO-1","custCode":"C1","custName":"鲁能","orderDate":"2026-11-01T09:00:00+08:00","status":"已审核","currency":"人民币",
                     "lines":[{"lineNo":1,"itemCode":"P-1","qty":30,"price":565,"taxRate":13,"deliveryDate":"2026-12-20","shippedQty":5},
                              {"lineNo":2,"itemCode":"P-1","qty":10,"price":565,"taxRate":13,"deliveryDate":"2027-01-20","shippedQty":0}]}]}
                    """,
            "routings.json", """
                    {"data":[{"itemCode":"P-1","seq":10,"opName":"装配","workCenter":{"wcCode":"W1","wcName":"装配线","dailyHours":8},"runTime":12,"setupTime":30}]}
                    """,
            "stock.json", """
                    {"items":[{"whCode":"K1","whName":"原料库","itemCode":"M-1","lotNo":"L1","onHand":100,"expireDate":null,"unitCost":12.5}]}
                    """);

    private Path answers() throws IOException {
        Path answers = Files.createDirectory(folder.resolve("answers"));
        for (Map.Entry<String, String> answer : ANSWERS.entrySet()) {
            Files.writeString(answers.resolve(answer.getKey()), answer.getValue());
        }
        return answers;
    }

    private Path confirmed(String name) throws IOException {
        Path kept = Files.createDirectory(folder.resolve("mappings"));
        Proposal proposal = Datasets.propose(DOCUMENTS.resolve(name), Choices.NONE);
        Files.writeString(kept.resolve("mes.yaml"), ProposalYaml.of(proposal, "mes", Locale.CHINESE));
        return kept;
    }

    @Test
    void confirmedProposal_readsTheJsonThatTheInterfaceAnswers() throws IOException {
        Path answers = answers();
        Path mapping = confirmed("mes-zh.yaml").resolve("mes.yaml");

        Dataset read = Datasets.read(answers, new ReadOptions(mapping.toString(), DAY, null));

        assertThat(read.problems(Severity.ERROR)).isEmpty();
        assertThat(read.controlTotals()).allMatch(ControlTotal::agrees);
        assertThat(values(read, "MAT-M-1"))
                .containsEntry("name", "轴承")
                .containsEntry("specification", "6205")
                .containsEntry("role", "raw")
                .containsEntry("standardCost", 12.5)
                .doesNotContainKey("shelfLifeDays");
        assertThat(values(read, "ORD-SO-1-1"))
                .containsEntry("quantity", 30.0)
                .containsEntry("deliveredQuantity", 5.0)
                .containsEntry("dueDate", LocalDate.of(2026, 12, 20))
                .containsEntry("orderDate", LocalDate.of(2026, 11, 1))
                .containsEntry("price", 500.0);
        assertThat(values(read, "ORD-SO-1-2")).containsEntry("quantity", 10.0);
        assertThat(values(read, "SUP-S1")).containsEntry("paymentTermDays", 60.0);
        assertThat(values(read, "EQP-W1")).containsEntry("name", "装配线");
        assertThat(values(read, "LOT-K1-M-1-L1")).containsEntry("quantity", 100.0);
        assertThat(relation(read, RelationType.CONSUMES)).containsEntry("quantityPerUnit", 2.0);
        assertThat(read.facts())
                .filteredOn(fact -> fact instanceof Fact.RelationFact r
                        && r.type() == RelationType.RUNS_ON
                        && r.to().equals("EQP-W1"))
                .singleElement()
                .satisfies(fact -> assertThat(fact.values()).containsEntry("minutesPerUnit", 12.0));
    }

    @Test
    void keptProposal_isFoundByTheAnswersColumns_andTakesNoOtherFiles() throws IOException {
        Path answers = answers();
        ReadOptions options = new ReadOptions(null, DAY, null, confirmed("mes-zh.yaml"));
        Files.delete(answers.resolve("stock.json"));
        Files.delete(answers.resolve("routings.json"));

        Dataset fewer = Datasets.read(answers, options);
        Files.writeString(answers.resolve("bom.json"), "{\"rows\":[{\"top\":\"P-1\",\"part\":\"M-1\",\"n\":4}]}");
        Dataset other = Datasets.read(answers, options);

        assertThat(fewer.problems(Severity.ERROR)).isEmpty();
        assertThat(fewer.facts()).isNotEmpty();
        assertThat(other.problems(Severity.ERROR))
                .extracting(Problem::code)
                .containsExactly(ProblemCode.FORMAT_UNKNOWN);
    }

    @Test
    void documentBesideItsAnswers_explainsTheirColumns_andIsProposedNoSecondTime() throws IOException {
        Path data = Files.createDirectory(folder.resolve("data"));
        Files.writeString(data.resolve("f.json"), "[{\"f1\":\"S1\",\"f2\":\"青松轴承\",\"f3\":60}]");
        Proposal alone = Datasets.propose(data, Choices.NONE);
        Files.writeString(data.resolve("api.yaml"), """
                openapi: 3.1.0
                components:
                  schemas:
                    F:
                      properties:
                        f1: {title: 供应商编码}
                        f2: {title: 供应商名称}
                        f3: {title: 账期, type: integer}
                        f4: {title: 国家}
                """);

        Proposal explained = Datasets.propose(data, Choices.NONE);

        assertThat(alone.tables())
                .singleElement()
                .satisfies(table -> assertThat(table.as()).isEmpty());
        assertThat(explained.tables()).singleElement().satisfies(table -> {
            assertThat(table.file()).isEqualTo("f.json#list");
            assertThat(table.as()).containsExactly("suppliers");
            assertThat(table.columns())
                    .extracting(column -> column.meaning().orElse(""))
                    .containsExactly("供应商编码", "供应商名称", "账期天数");
        });
    }

    @Test
    void answers_haveNoColumnThatTheDocumentDoesNotDescribe() throws IOException {
        Set<String> wrapping = Set.of("code", "msg", "total");
        List<Set<String>> described = Proposer.propose(DOCUMENTS.resolve("mes-zh.yaml"), Choices.NONE).tables().stream()
                .map(table ->
                        table.columns().stream().map(Proposal.Column::name).collect(Collectors.toSet()))
                .toList();

        List<Grid> read = Grids.all(answers(), new Draft("answers"));

        assertThat(read).hasSize(7).allSatisfy(grid -> {
            Set<String> columns = new HashSet<>(grid.head().getFirst().cells());
            columns.removeIf(column -> wrapping.contains(column.substring(column.lastIndexOf('.') + 1)));
            assertThat(described).as(grid.file()).anyMatch(all -> all.containsAll(columns));
        });
    }

    @ParameterizedTest
    @CsvSource({"mes-zh, yaml, 0.9, 0", "plant-en, json, 0.9, 0"})
    void properties_areRightFirst_nineOfTen_andThoseOfNoUseAreLeft(
            String document, String kind, double share, int mistaken) throws IOException {
        Map<String, Meaning> truth = truth(document);

        Proposal proposal = Proposer.propose(DOCUMENTS.resolve(document + "." + kind), Choices.NONE);

        var said = new LinkedHashMap<String, Meaning>();
        for (Proposal.Table table : proposal.tables()) {
            String name = table.file().substring(table.file().indexOf('#') + 1);
            table.columns()
                    .forEach(column -> column.meaning()
                            .ifPresent(meaning -> said.put(
                                    name + " " + column.name(),
                                    new Meaning(table.as().getFirst(), meaning))));
        }
        List<String> wrong = truth.entrySet().stream()
                .filter(entry -> !entry.getValue().equals(said.get(entry.getKey())))
                .map(entry -> entry + ", not " + said.get(entry.getKey()))
                .toList();
        var tooMuch = new ArrayList<>(said.keySet());
        tooMuch.removeAll(truth.keySet());
        assertThat(proposal.problems()).isEmpty();
        assertThat(1 - (double) wrong.size() / truth.size())
                .as(wrong.toString())
                .isGreaterThanOrEqualTo(share);
        assertThat(tooMuch).hasSizeLessThanOrEqualTo(mistaken);
    }

    private static Map<String, Object> values(Dataset read, String id) {
        return read.facts().stream()
                .filter(fact -> fact instanceof Fact.NodeFact node && node.id().equals(id))
                .findFirst()
                .orElseThrow()
                .values();
    }

    private static Map<String, Object> relation(Dataset read, RelationType type) {
        return read.facts().stream()
                .filter(fact -> fact instanceof Fact.RelationFact relation && relation.type() == type)
                .findFirst()
                .orElseThrow()
                .values();
    }
}
