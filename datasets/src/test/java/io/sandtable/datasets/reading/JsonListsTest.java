package io.sandtable.datasets.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.datasets.Dataset;
import io.sandtable.datasets.Problem;
import io.sandtable.datasets.ProblemCode;
import io.sandtable.datasets.Title;
import io.sandtable.model.Origin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonListsTest {
    @TempDir
    private Path folder;

    private final Draft draft = new Draft("test");

    private Map<String, List<CsvTable.Line>> read(String json) throws IOException {
        Path file = Files.writeString(folder.resolve("a.json"), json);
        var lines = new LinkedHashMap<String, List<CsvTable.Line>>();
        for (var sheet : JsonLists.read(file, "a.json", draft)
                .map(Sheets::sheets)
                .orElse(Map.of())
                .entrySet()) {
            lines.put(sheet.getKey(), sheet.getValue().head(100));
        }
        return lines;
    }

    private static List<List<String>> cells(Map<String, List<CsvTable.Line>> sheets, String name) {
        return sheets.getOrDefault(name, List.of()).stream()
                .map(CsvTable.Line::cells)
                .toList();
    }

    @Test
    void listsWithinObjects_haveWhatStandsAroundThem() throws IOException {
        var sheets = read("""
                {"data": {"orders": [
                  {"no": "S1", "customer": {"code": "C1"}, "tags": ["a", "b"],
                   "lines": [{"item": "A", "quantity": 2.50}, {"item": "B", "quantity": 1e3}]}]}}""");

        assertThat(cells(sheets, "data.orders"))
                .containsExactly(List.of("no", "customer.code", "tags"), List.of("S1", "C1", "a|b"));
        assertThat(cells(sheets, "data.orders.lines"))
                .containsExactly(
                        List.of("item", "quantity", "no", "customer.code", "tags"),
                        List.of("A", "2.50", "S1", "C1", "a|b"),
                        List.of("B", "1000", "S1", "C1", "a|b"));
    }

    @Test
    void aListOfOneObject_isAList() throws IOException {
        assertThat(cells(read("[{\"no\": \"S1\", \"days\": 3}]"), "list"))
                .containsExactly(List.of("no", "days"), List.of("S1", "3"));
    }

    @Test
    void aFieldThatOneLineLacks_isNotTakenFromTheOrder() throws IOException {
        var sheets = read("""
                [{"no": "P1", "quantity": 100, "lines": [{"item": "A", "quantity": 60}, {"item": "B", "quantity": null}, {"item": "C"}]}]""");

        assertThat(cells(sheets, "lines"))
                .containsExactly(
                        List.of("item", "quantity", "no", "^quantity"),
                        List.of("A", "60", "P1", "100"),
                        List.of("B", "", "P1", "100"),
                        List.of("C", "", "P1", "100"));
    }

    @Test
    void oneObjectALine_isAListToo_andRowsAreCountedFromOne() throws IOException {
        var sheets = read("{\"a\": 1}\n{\"a\": 2, \"b\": true}\n");

        assertThat(cells(sheets, "list")).containsExactly(List.of("a", "b"), List.of("1", ""), List.of("2", "true"));
        assertThat(sheets.get("list")).extracting(CsvTable.Line::number).containsExactly(0, 1, 2);
    }

    @Test
    void brokenOrEndlessText_isAProblemAndNoCrash() throws IOException {
        assertThat(read("[{\"a\": 1},")).isEmpty();
        assertThat(cells(read("[{\"a\": 1e999999999}]"), "list").toString()).hasSizeLessThan(100);
        assertThat(read("3")).isEmpty();

        Dataset none = draft.finish(Title.of("test"), Origin.REAL, null);
        assertThat(none.problems())
                .extracting(Problem::code)
                .contains(ProblemCode.JSON_MALFORMED, ProblemCode.FILE_EMPTY);
    }
}
