package io.sandtable.datasets.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.datasets.Choices;
import io.sandtable.datasets.Dataset;
import io.sandtable.datasets.Datasets;
import io.sandtable.datasets.Problem;
import io.sandtable.datasets.ProblemCode;
import io.sandtable.datasets.ProblemWords;
import io.sandtable.datasets.Title;
import io.sandtable.datasets.openapi.ApiColumn.Type;
import io.sandtable.datasets.reading.Draft;
import io.sandtable.model.Origin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Documents as people have them, and such as somebody makes to do harm. */
class ApiDocumentTest {
    private static final String HEAD =
            "openapi: 3.0.3\ninfo: {title: t, version: '1'}\npaths: {}\ncomponents:\n  schemas:\n";

    @TempDir
    private Path folder;

    private record Read(List<ApiTable> tables, List<Problem> problems) {
        List<String> columns(String table) {
            return tables.stream().filter(one -> one.name().equals(table)).findFirst().orElseThrow().columns().stream()
                    .map(ApiColumn::name)
                    .toList();
        }

        ApiColumn column(String name) {
            return tables.stream()
                    .flatMap(table -> table.columns().stream())
                    .filter(column -> column.name().equals(name))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private Read read(String file, String text) throws IOException {
        var draft = new Draft("api");
        List<ApiTable> tables = ApiDocument.read(Files.writeString(folder.resolve(file), text), file, draft);
        Dataset said = draft.finish(Title.of("api"), Origin.REAL, null);
        return new Read(tables, said.problems());
    }

    private Read schemas(String schemas) throws IOException {
        return read("api.yaml", HEAD + schemas.indent(4));
    }

    @Test
    void objectsWithinAndListsWithin_areColumnsAndTables_andCyclesEnd() throws IOException {
        Read read = schemas("""
                Order:
                  type: object
                  properties:
                    no: {type: string}
                    customer: {$ref: '#/components/schemas/Customer'}
                    tags: {type: array, items: {type: string}}
                    lines:
                      type: array
                      items:
                        allOf:
                          - $ref: '#/components/schemas/Line'
                          - {type: object, properties: {no: {type: integer}}}
                Customer:
                  type: object
                  properties:
                    code: {type: string}
                    parent: {$ref: '#/components/schemas/Customer'}
                    orders: {type: array, items: {$ref: '#/components/schemas/Order'}}
                Line: {type: object, properties: {qty: {type: number}}}
                """);

        assertThat(read.problems()).isEmpty();
        assertThat(read.columns("Order")).containsExactly("no", "customer.code");
        assertThat(read.columns("Order.lines")).containsExactly("qty", "no", "^no", "customer.code");
    }

    @Test
    void typesWordsUnitsAndExamples_areTakenFromWhereTheyStand() throws IOException {
        Read read = schemas("""
                Step:
                  type: object
                  properties:
                    t: {type: number, description: '单件工时，单位：分钟'}
                    s: {type: [number, 'null'], title: Cycle time, x-unit: s}
                    due: {anyOf: [{type: string, format: date-time}, {type: 'null'}], description: 'Due date. In local time'}
                    p: {type: number, minimum: 0, maximum: 100, x-label: 损耗率}
                    k: {type: string, enum: [外购, 自制], description: 物料的属性：外购或自制}
                    e: {type: string, example: string}
                    n: {type: string, description: 'Number of item(s)'}
                """);

        assertThat(read.problems()).isEmpty();
        assertThat(read.column("t").said()).containsExactly("单件工时(分)");
        assertThat(read.column("s").said()).containsExactly("Cycle time(seconds)");
        assertThat(read.column("due").said()).containsExactly("Due date");
        assertThat(read.column("due").type()).isEqualTo(Type.DATE);
        assertThat(read.column("p").type()).isEqualTo(Type.PERCENT);
        assertThat(read.column("p").said()).containsExactly("损耗率");
        assertThat(read.column("k").said()).containsExactly("物料属性");
        assertThat(read.column("k").cells()).containsExactly("外购", "自制");
        assertThat(read.column("e").cells())
                .as("what generators write where nobody gave an example")
                .isEmpty();
        assertThat(read.column("n").said()).containsExactly("Number of item(s)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', textBlock = """
            API_EDITION        ! Swagger 2.0       ! {"swagger": "2.0", "definitions": {"A": {"properties": {"b": {}}}}}
            API_EDITION        ! OpenAPI 4.0.0     ! {"openapi": "4.0.0"}
            API_EDITION        ! name, columns     ! {"name": "ours", "columns": {}}
            API_WITHOUT_TABLES ! openapi, paths    ! {"openapi": "3.1.0", "paths": {}}
            API_REF_OUTSIDE    ! file:///etc/hosts ! {"openapi": "3.1.0", "components": {"schemas": {"A": {"properties": {"b": {"$ref": "file:///etc/hosts"}, "c": {}}}}}}
            API_REF_OUTSIDE    ! http://[::1]/x    ! {"openapi": "3.1.0", "components": {"schemas": {"A": {"properties": {"b": {"$ref": "http://[::1]/x"}, "c": {}}}}}}
            API_REF_UNKNOWN    ! #/components/schemas/Itm ! {"openapi": "3.1.0", "components": {"schemas": {"Item": {"properties": {"b": {"$ref": "#/components/schemas/Itm"}, "c": {}}}}}}
            API_REF_UNKNOWN    ! #no%zz            ! {"openapi": "3.1.0", "components": {"schemas": {"A": {"properties": {"b": {"$ref": "#no%zz"}, "c": {}}}}}}
            JSON_MALFORMED     !                   ! {"openapi": "3.1.0",
            """)
    void whatCannotBeRead_isNamedWithWhatWouldBeRight(ProblemCode code, String found, String json) throws IOException {
        Read read = read("api.json", json);

        assertThat(read.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.value()).contains(found == null ? "" : found);
            assertThat(problem.expected()).isNotBlank();
            for (Locale locale : List.of(Locale.CHINESE, Locale.ENGLISH)) {
                assertThat(new ProblemWords(locale).of(problem)).contains("api.json");
            }
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', textBlock = """
            openapi: [unclosed              ! expected
            &a openapi: [*a, *b]            ! alias
            openapi: &a [*a]                ! an anchor within itself
            """)
    void brokenYaml_isNamedByItsLine(String yaml, String found) throws IOException {
        assertThat(read("api.yaml", yaml).problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(ProblemCode.YAML_MALFORMED);
            assertThat(problem.row()).isPositive();
            assertThat(problem.value()).contains(found);
        });
    }

    @Test
    void aFewLinesThatStandForBillions_areRefused_andSoIsWhatIsDeeperThanAStack() throws IOException {
        String laughs = "openapi: 3.0.0\nx0: &x0 [a, a, a]\n"
                + IntStream.range(1, 30)
                        .mapToObj(i -> "x%d: &x%d [*x%d, *x%d, *x%d]\n".formatted(i, i, i - 1, i - 1, i - 1))
                        .collect(Collectors.joining());
        String deep = "openapi: 3.0.0\npaths: " + "[".repeat(100_000);
        String deepJson = "{\"openapi\": \"3.0.0\", \"paths\": " + "[".repeat(100_000);

        assertThat(read("laughs.yaml", laughs).problems())
                .extracting(Problem::code)
                .containsExactly(ProblemCode.YAML_MALFORMED);
        assertThat(read("deep.yaml", deep).problems())
                .extracting(Problem::code)
                .containsExactly(ProblemCode.YAML_MALFORMED);
        assertThat(read("deep.json", deepJson).problems())
                .extracting(Problem::code)
                .containsExactly(ProblemCode.JSON_MALFORMED);
    }

    @Test
    void schemasThatWouldUnfoldForEver_areCutShort_andSayWhere() throws IOException {
        // each has the next twice, as objects and as lists
        Read doubling = schemas(IntStream.range(0, 40)
                .mapToObj(i ->
                        "S%d: {type: object, properties: {v%d: {type: string}, a: {$ref: '#/components/schemas/S%d'}, b: {$ref: '#/components/schemas/S%d'}, c: {type: array, items: {$ref: '#/components/schemas/S%d'}}}}"
                                .formatted(i, i, i + 1, i + 1, i + 1))
                .collect(Collectors.joining("\n", "", "\nS40: {type: object, properties: {end: {type: string}}}")));
        Read chain = schemas(IntStream.range(0, 200)
                .mapToObj(i -> "S%d: {allOf: [{$ref: '#/components/schemas/S%d'}]}".formatted(i, i + 1))
                .collect(Collectors.joining("\n", "", "\nS200: {type: object, properties: {end: {type: string}}}")));

        assertThat(doubling.tables())
                .isNotEmpty()
                .allMatch(table -> table.columns().size() <= 400);
        assertThat(doubling.tables().stream()
                        .mapToInt(table -> table.columns().size())
                        .sum())
                .isLessThanOrEqualTo(5_000);
        assertThat(doubling.problems()).extracting(Problem::code).containsOnly(ProblemCode.API_CUT_SHORT);
        assertThat(chain.problems()).extracting(Problem::code).contains(ProblemCode.API_CUT_SHORT);
    }

    @Test
    void onlyWhatIsADocument_isTakenForOne() throws IOException {
        Path data = Files.writeString(folder.resolve("data.json"), "{\"rows\": [{\"openapi\": \"3.0\"}]}");
        Path last = Files.writeString(folder.resolve("last.json"), "{\"info\": {\"a\": [1]}, \"openapi\": \"3.0.0\"}");
        Path yaml = Files.writeString(folder.resolve("mapping.yaml"), "name: ours\nlike: erp\n");

        assertThat(ApiDocument.isOne(data)).isFalse();
        assertThat(ApiDocument.isOne(last)).isTrue();
        assertThat(ApiDocument.isOne(yaml)).isFalse();
        assertThat(Datasets.propose(yaml, Choices.NONE).problems())
                .as("sent alone it is meant to be one")
                .extracting(Problem::code)
                .containsExactly(ProblemCode.API_EDITION);
    }

    @Test
    void namesAlone_areProposedWhereNothingIsSaid() throws IOException {
        Path api = Files.writeString(
                folder.resolve("bare.yaml"),
                HEAD + "Vendors: {type: object, properties: {vendor_no: {}, vendor_name: {}, fax: {}}}".indent(4));

        assertThat(Datasets.propose(api, Choices.NONE).tables()).singleElement().satisfies(table -> {
            assertThat(table.as()).containsExactly("suppliers");
            assertThat(table.knownBy()).containsExactly("vendor_no");
            assertThat(table.columns())
                    .extracting(column -> column.meaning().orElse(""))
                    .containsExactly("供应商编码", "供应商名称", "");
        });
    }
}
