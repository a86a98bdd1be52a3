package io.sandtable.audit.canonical;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.audit.testing.SharedData;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The number file of cyberphone/json-canonicalization, made by its own recipe ({@code numgen.go}): lines of a double's bits and its ES6
 * spelling. Of the whole file its authors publish a SHA-256 for each power of ten of lines, so one hash judges them all.
 */
class Es6NumbersTest {
    private static final int SERIAL = 2_000;
    private static final long SMALLEST_NORMAL = 0x0010000000000000L;
    private static final int AT_ONCE = 10_000;

    @Test
    void firstHundredThousandNumbers_areSpelledAsPublished() throws Exception {
        assertThat(hashOfLines(1_000)).isEqualTo("be18b62b6f69cdab33a7e0dae0d9cfa869fda80ddc712221570f9f40a5878687");
        assertThat(hashOfLines(100_000)).isEqualTo("22776e6d4b49fa294a0d0f349268e5c28808fe7e0cb2bcbe28f63894e494d4c7");
    }

    @Test
    @Tag("trial")
    void firstMillionNumbers_areSpelledAsPublished() throws Exception {
        assertThat(hashOfLines(1_000_000))
                .isEqualTo("49415fee2c56c77864931bd3624faad425c3c577d6d74e89a83bc725506dad16");
    }

    private static String hashOfLines(int count) throws IOException, GeneralSecurityException {
        MessageDigest lines = MessageDigest.getInstance("SHA-256");
        Recipe recipe = new Recipe(firstValues());
        for (int done = 0; done < count; done += AT_ONCE) {
            List<Double> some = new ArrayList<>();
            for (int i = done; i < Math.min(count, done + AT_ONCE); i++) {
                some.add(recipe.next());
            }
            String[] spelled = spelled(some);
            assertThat(spelled).hasSameSizeAs(some);
            for (int i = 0; i < spelled.length; i++) {
                String bits = Long.toHexString(Double.doubleToRawLongBits(some.get(i)));
                lines.update((bits + "," + spelled[i] + "\n").getBytes(US_ASCII));
            }
        }
        return HexFormat.of().formatHex(lines.digest());
    }

    private static String[] spelled(List<Double> values) {
        String canonical =
                new String(CanonicalJson.canonicalize(values.toString().getBytes(UTF_8)), UTF_8);
        return canonical.substring(1, canonical.length() - 1).split(",");
    }

    private static List<Double> firstValues() throws IOException {
        Path recipe = SharedData.folder("audit/rfc8785").resolve("numgen.go");
        String source = Files.readString(recipe);
        int start = source.indexOf("static := [...]uint64{");
        Matcher literals =
                Pattern.compile("0x([0-9a-f]{16})").matcher(source.substring(start, source.indexOf("\n\t}", start)));
        return literals.results()
                .map(found -> Double.longBitsToDouble(Long.parseUnsignedLong(found.group(1), 16)))
                .toList();
    }

    /** Edge cases, then the smallest normal numbers, then a chain of SHA-256 taken as doubles. */
    private static final class Recipe {
        private final List<Double> first;
        private int index;
        private ByteBuffer chain = ByteBuffer.allocate(0);
        private byte[] block = new byte[32];

        Recipe(List<Double> first) {
            this.first = first;
        }

        double next() throws GeneralSecurityException {
            int at = index++;
            if (at < first.size()) {
                return first.get(at);
            }
            return at < first.size() + SERIAL
                    ? Double.longBitsToDouble(SMALLEST_NORMAL + at - first.size())
                    : nextOfChain();
        }

        private double nextOfChain() throws GeneralSecurityException {
            double value = 0;
            while (value == 0 || !Double.isFinite(value)) {
                if (!chain.hasRemaining()) {
                    block = MessageDigest.getInstance("SHA-256").digest(block);
                    chain = ByteBuffer.wrap(block).order(ByteOrder.LITTLE_ENDIAN);
                }
                value = chain.getDouble();
            }
            return value;
        }
    }
}
