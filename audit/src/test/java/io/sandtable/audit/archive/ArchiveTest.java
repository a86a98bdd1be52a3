package io.sandtable.audit.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sandtable.audit.AuditException;
import io.sandtable.audit.tlog.Hash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTest {
    private static final byte[] CONTENT = "订单,数量\nSO-1108,400\n".getBytes(UTF_8);

    @TempDir
    Path folder;

    @Test
    void content_liesUnderItsHashInTwoLevels() throws IOException {
        Hash name = new Archive(folder).put(CONTENT);

        String hex = name.hex();
        Path file =
                folder.resolve(hex.substring(0, 2)).resolve(hex.substring(2, 4)).resolve(hex);
        assertThat(file).hasBinaryContent(CONTENT);
        assertThat(new Archive(folder).get(name)).isEqualTo(CONTENT);
        assertThat(new Archive(folder).contains(name)).isTrue();
    }

    @Test
    void sameContent_isKeptOnceAndLeavesNoTemporaryFiles() throws IOException {
        Archive archive = new Archive(folder);

        assertThat(archive.put(CONTENT)).isEqualTo(archive.put(CONTENT.clone()));
        try (Stream<Path> files = Files.walk(folder).filter(Files::isRegularFile)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void changedContent_isRefusedOnReadingAndHealedByPuttingTheOriginal() throws IOException {
        Archive archive = new Archive(folder);
        Hash name = archive.put(CONTENT);
        String hex = name.hex();
        Path file =
                folder.resolve(hex.substring(0, 2)).resolve(hex.substring(2, 4)).resolve(hex);
        Files.writeString(file, "订单,数量\nSO-1108,900\n");

        assertThatThrownBy(() -> archive.get(name))
                .isInstanceOf(AuditException.class)
                .hasMessageContaining("was changed");
        archive.put(CONTENT);
        assertThat(archive.get(name)).isEqualTo(CONTENT);
    }

    @Test
    void unknownName_isAbsentRatherThanEmpty() {
        Hash name = Hash.of(CONTENT);

        assertThat(new Archive(folder).find(name)).isEmpty();
        assertThatThrownBy(() -> new Archive(folder).get(name)).hasMessageContaining(name.hex());
    }

    @Test
    void aFile_isKeptUnderTheSameNameAsItsBytes(@TempDir Path other) throws IOException {
        Path file = Files.write(other.resolve("original.csv"), CONTENT);

        Archive archive = new Archive(folder);
        Hash name = archive.put(file);

        assertThat(name).isEqualTo(Hash.of(CONTENT));
        assertThat(archive.get(name)).isEqualTo(CONTENT);
        assertThat(archive.put(file)).isEqualTo(name);
    }
}
