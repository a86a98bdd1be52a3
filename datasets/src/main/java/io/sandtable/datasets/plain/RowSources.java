package io.sandtable.datasets.plain;

import io.sandtable.datasets.reading.Cell;
import io.sandtable.datasets.reading.CsvTable.Row;
import io.sandtable.datasets.reading.Draft;
import io.sandtable.datasets.reading.Provenance;
import io.sandtable.model.Evidence;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The evidence of each row of one file: the file itself, or the source that the row names. */
final class RowSources {
    private final PackageHead head;
    private final String file;
    private final String sha256;
    private final Draft draft;
    private final Evidence whole;
    private final Map<List<String>, Evidence> own = new HashMap<>();

    RowSources(PackageHead head, String file, String sha256, Draft draft) {
        this.head = head;
        this.file = file;
        this.sha256 = sha256;
        this.draft = draft;
        this.whole = Provenance.file(head.origin(), inPackage(), sha256, head.asOf(), licence(""), methodOrNull());
    }

    Evidence of(Row row) {
        List<String> said = Template.SOURCE_COLUMNS.stream().map(row::cell).toList();
        return said.stream().allMatch(String::isEmpty) ? whole : own.computeIfAbsent(said, s -> ownEvidence(s, row));
    }

    private Evidence ownEvidence(List<String> said, Row row) {
        LocalDate asOf = said.get(2).isEmpty()
                ? head.asOf()
                : Cell.date(said.get(2), file, row.line(), "asOf", draft).orElse(head.asOf());
        String source = said.get(0).isEmpty() ? whole.source() : said.get(0);
        return Provenance.rows(head.origin(), inPackage(), source, sha256, asOf, licence(said.get(1)), methodOrNull());
    }

    private String inPackage() {
        return head.name() + "/" + file.substring(file.lastIndexOf('/') + 1);
    }

    /** Licence and, where the package names one, the owner it was taken from. */
    private @Nullable String licence(String ofRow) {
        String licence = ofRow.isEmpty() ? head.licence() : ofRow;
        if (licence == null || head.source() == null) {
            return licence;
        }
        return licence + ", " + head.source();
    }

    private @Nullable String methodOrNull() {
        return switch (head.origin()) {
            case DERIVED, DEFAULT, USER -> head.by();
            case REAL, DEMO -> null;
        };
    }
}
