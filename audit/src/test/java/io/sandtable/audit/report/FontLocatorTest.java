package io.sandtable.audit.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sandtable.audit.AuditException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FontLocatorTest {
    @TempDir
    Path folder;

    @Test
    void machineWithoutAChineseFont_isToldWhatToInstall() {
        FontLocator locator = new FontLocator(List.of(folder), List.of(folder.resolve("absent")));

        assertThatThrownBy(locator::locate)
                .isInstanceOf(AuditException.class)
                .hasMessageContaining("No Chinese TrueType font")
                .hasMessageContaining("install.sh " + folder)
                .hasMessageContaining("fonts-wqy-microhei");
    }

    @Test
    void unfitFonts_areNamedWithTheirReason() throws IOException {
        Files.writeString(folder.resolve("broken.ttf"), "no font at all");
        Files.write(
                folder.resolve("NotoSansCJK.otf"),
                ByteBuffer.allocate(64).putInt(0x4F54544F).array());

        assertThatThrownBy(() -> new FontLocator(List.of(folder), List.of()).locate())
                .hasMessageContaining("broken.ttf: it is not a TrueType font")
                .hasMessageContaining("NotoSansCJK.otf: it is not a TrueType font");
    }

    @Test
    void unknownFilesInSystemFolders_areNotTried() throws IOException {
        Files.writeString(folder.resolve("whatever.ttf"), "no font at all");

        assertThatThrownBy(() -> new FontLocator(List.of(folder.resolve("own")), List.of(folder)).locate())
                .satisfies(error -> assertThat(error.getMessage()).doesNotContain("whatever.ttf"));
    }
}
