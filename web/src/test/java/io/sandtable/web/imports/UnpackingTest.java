package io.sandtable.web.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sandtable.web.api.Refusal;
import io.sandtable.web.service.Zipped;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnpackingTest {
    @TempDir
    Path folder;

    private record Given(String name, byte[] content) implements Incoming {
        @Override
        public InputStream open() {
            return new ByteArrayInputStream(content);
        }
    }

    private void unpack(String name, byte[] content) throws IOException {
        Unpacking.into(folder, List.of(new Given(name, content)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x.csv", "a/../../x.csv", "/etc/x.csv", "C:\\x.csv", "..\\..\\x.csv", "a/../.."})
    void entryThatLeadsOut_isRefused(String entry) {
        byte[] zip = Zipped.of(Map.of(entry, Zipped.text("id\n")));

        assertThatThrownBy(() -> unpack("data.zip", zip))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo("UPLOAD_LEADS_OUT"));
    }

    @Test
    void bomb_isStoppedByWhatComesOutOfIt() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("Order.csv"));
            byte[] zeros = new byte[1 << 20];
            for (int megabyte = 0; megabyte <= Unpacking.MOST_BYTES >> 20; megabyte++) {
                zip.write(zeros);
            }
            zip.closeEntry();
        }
        assertThat(bytes.size()).isLessThan(2 << 20);

        assertThatThrownBy(() -> unpack("bomb.zip", bytes.toByteArray())).isInstanceOfSatisfying(Refusal.class, r -> {
            assertThat(r.code()).isEqualTo("UPLOAD_TOO_LARGE");
            assertThat(r.status().value()).isEqualTo(413);
        });
    }

    @Test
    void tooManyFiles_areRefused() {
        var files = new TreeMap<String, byte[]>();
        for (int i = 0; i <= Unpacking.MOST_FILES; i++) {
            files.put("f%05d.csv".formatted(i), new byte[0]);
        }

        assertThatThrownBy(() -> unpack("many.zip", Zipped.of(files)))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo("UPLOAD_TOO_MANY"));
    }

    @Test
    void namesFromChineseWindows_areRead() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, Charset.forName("GB18030"))) {
            zip.putNextEntry(new ZipEntry("企业数据/Order.csv"));
            zip.write(Zipped.text("id\n"));
            zip.closeEntry();
        }

        unpack("data.zip", bytes.toByteArray());

        assertThat(folder.resolve("企业数据").resolve("Order.csv")).exists();
    }

    @Test
    void whatSystemsAdd_isLeftOut() throws IOException {
        unpack(
                "data.zip",
                Zipped.of(Map.of(
                        "__MACOSX/._Order.csv", Zipped.text("x"),
                        ".DS_Store", Zipped.text("x"),
                        "Order.csv", Zipped.text("id\n"))));

        try (var files = Files.list(folder)) {
            assertThat(files.map(f -> f.getFileName().toString())).containsExactly("Order.csv");
        }
    }

    @Test
    void sameNameTwice_isRefused() {
        List<Incoming> twice = List.of(
                new Given("Order.csv", Zipped.text("id\n")), new Given("C:\\other\\Order.csv", Zipped.text("id\n")));

        assertThatThrownBy(() -> Unpacking.into(folder, twice))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo("UPLOAD_TWICE"));
    }
}
