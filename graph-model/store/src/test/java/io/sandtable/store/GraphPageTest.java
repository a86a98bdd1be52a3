package io.sandtable.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** docs/reference/graph.md is the schema in words; run with -Dsurefire.jvm=-Dsandtable.write-docs=true to write it anew. */
class GraphPageTest {
    private static final Path PAGE = Path.of("..", "..", "docs", "reference", "graph.md");

    @Test
    void page_saysWhatTheTypeTableAndTheSchemaSay() throws Exception {
        if (Boolean.getBoolean("sandtable.write-docs")) {
            Files.writeString(PAGE, GraphPage.write());
        }

        assertThat(Files.readString(PAGE))
                .as(
                        "%s is not what the code says; write it anew with mvn -pl graph-model/store -am -Dtest=GraphPageTest -Dsurefire.failIfNoSpecifiedTests=false -Dsurefire.jvm=-Dsandtable.write-docs=true test, and commit it",
                        PAGE)
                .isEqualTo(GraphPage.write());
    }
}
