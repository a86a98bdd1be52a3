package io.sandtable.datasets.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.datasets.Problem;
import io.sandtable.datasets.ProblemCode;
import io.sandtable.datasets.Title;
import io.sandtable.model.Origin;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that are looked through piece by piece; longer than a piece, with characters across its borders. */
class TextFileTest {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final String TEXT = "物料编码,数量\n" + "轴承六零二零,七\n".repeat(20_000);

    @TempDir
    private Path folder;

    private final Draft draft = new Draft("test");

    private Optional<TextFile> read(byte[]... parts) throws IOException {
        var all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return TextFile.read(Files.write(folder.resolve("a.csv"), all.toByteArray()), "a.csv", draft);
    }

    private List<Problem> problems() {
        return draft.finish(Title.of("test"), Origin.REAL, null).problems();
    }

    private static String text(TextFile file) throws IOException {
        try (Reader reader = file.open()) {
            return reader.readAllAsString();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "ab"})
    void charactersAcrossPieces_areWhole_inBothEncodings(String shift) throws IOException {
        String text = shift + TEXT;

        assertThat(text(read(text.getBytes(StandardCharsets.UTF_8)).orElseThrow()))
                .isEqualTo(text);
        assertThat(problems()).isEmpty();
        assertThat(text(read(text.getBytes(GB18030)).orElseThrow())).isEqualTo(text);
        assertThat(problems()).extracting(Problem::code).containsExactly(ProblemCode.ENCODING_GB18030);
    }

    @Test
    void aByteOrderMark_isNoPartOfTheText_butOfTheHash() throws IOException {
        byte[] mark = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
        TextFile marked = read(mark, "a,b\n".getBytes(StandardCharsets.UTF_8)).orElseThrow();

        assertThat(text(marked)).isEqualTo("a,b\n");
        assertThat(marked.sha256()).isEqualTo(Provenance.sha256(folder.resolve("a.csv")));
    }

    @Test
    void aBadByteFarBehind_isNamedByItsLine() throws IOException {
        byte[] good = TEXT.getBytes(StandardCharsets.UTF_8);

        assertThat(read(good, new byte[] {(byte) 0xFF, '\n'})).isEmpty();
        assertThat(problems())
                .extracting(Problem::code, Problem::row)
                .containsExactly(org.assertj.core.api.Assertions.tuple(ProblemCode.ENCODING_UNKNOWN, 20_002));
    }

    @Test
    void aCharacterCutOffAtTheEnd_isABadByte() throws IOException {
        byte[] cut = "a,轴".getBytes(StandardCharsets.UTF_8);

        assertThat(read(Arrays.copyOf(cut, cut.length - 2))).isEmpty();
        assertThat(problems()).extracting(Problem::code).containsExactly(ProblemCode.ENCODING_UNKNOWN);
    }

    @Test
    void aZeroByteFarBehind_isNoText_andBlanksAreNothing() throws IOException {
        assertThat(read(TEXT.getBytes(StandardCharsets.UTF_8), new byte[1])).isEmpty();
        assertThat(read("\u3000 \n".getBytes(StandardCharsets.UTF_8))).isEmpty();
        assertThat(problems())
                .extracting(Problem::code)
                .containsExactly(ProblemCode.FILE_NOT_TEXT, ProblemCode.FILE_EMPTY);
    }

    @Test
    void whatUnpacksToTooMuch_isNotWaitedFor() throws IOException {
        Path file = folder.resolve("a.csv.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(TEXT.getBytes(StandardCharsets.UTF_8));
        }

        assertThat(TextFile.read(file, "a.csv.gz", new TextFile.Most(1 << 20, 1 << 10), draft))
                .isEmpty();
        assertThat(TextFile.read(file, "a.csv.gz", draft))
                .hasValueSatisfying(
                        read -> assertThat(read.size()).isEqualTo(TEXT.getBytes(StandardCharsets.UTF_8).length));
        assertThat(problems()).extracting(Problem::code).containsExactly(ProblemCode.FILE_TOO_LARGE);
    }

    @Test
    void theBeginning_hasWholeLinesOfTheRightEncoding() throws IOException {
        Path file = Files.write(folder.resolve("a.csv"), TEXT.getBytes(GB18030));

        String beginning = TextFile.peek(file, "a.csv").orElseThrow();

        assertThat(TEXT).startsWith(beginning);
        assertThat(beginning).endsWith("\n").hasSizeGreaterThan(1000);
    }

    @Test
    void linesReadAnew_areThoseThatAreHeld() throws IOException {
        TextFile file = read("a,b\n\"x\ny\",1\n\n z ,\"2\n".getBytes(StandardCharsets.UTF_8))
                .orElseThrow();
        Lines held = file.lines(',', true, draft);
        Lines anew = file.lines(',', false, draft);

        for (int time = 0; time < 2; time++) {
            var lines = new ArrayList<CsvTable.Line>();
            anew.each(lines::add);
            assertThat(lines).isEqualTo(held.head(100)).hasSize(2);
        }
        assertThat(anew.head(1)).isEqualTo(held.head(1));
        assertThat(problems())
                .extracting(Problem::code, Problem::row)
                .containsExactly(org.assertj.core.api.Assertions.tuple(ProblemCode.QUOTE_WRONG, 3));
    }
}
