package io.sandtable.web.imports;

import io.sandtable.datasets.Datasets;
import io.sandtable.datasets.ProposalWords;
import io.sandtable.web.Language;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A kept mapping as pages show it.
 *
 * @param tables in words
 * @param by empty where somebody put the file into the folder
 */
public record KeptMappingView(String name, String tables, String from, String by, Instant at, boolean broken) {
    static KeptMappingView of(KeptMapping kept, Language language) {
        var words = new ProposalWords(language.locale());
        List<String> usual = Datasets.usualTables();
        return new KeptMappingView(
                kept.name(),
                // tables of its own have the name that its author gave them
                kept.tables().stream()
                        .map(table -> usual.contains(table) ? words.table(table) : table)
                        .collect(Collectors.joining(words.comma())),
                String.join(words.comma(), kept.from()),
                kept.by(),
                kept.at(),
                kept.broken());
    }
}
