package io.sandtable.audit.canonical;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sandtable.audit.testing.SharedData;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalJsonTest {
    record Choice(String plan, LocalDate on, List<Integer> orders) {}

    @Test
    void everyPublishedVector_comesOutByteForByte() throws IOException {
        Path vectors = SharedData.folder("audit/rfc8785");
        List<String> tried = new ArrayList<>();

        try (Stream<Path> inputs = Files.list(vectors.resolve("input"))) {
            for (Path input : inputs.sorted().toList()) {
                String name = input.getFileName().toString();
                byte[] canonical = CanonicalJson.canonicalize(Files.readAllBytes(input));

                assertThat(canonical)
                        .as(name)
                        .isEqualTo(Files.readAllBytes(vectors.resolve("output").resolve(name)));
                String hex = Files.readString(vectors.resolve("outhex").resolve(name.replace(".json", ".txt")));
                assertThat(HexFormat.of().formatHex(canonical)).as(name).isEqualTo(hex.replaceAll("\\s", ""));
                tried.add(name);
            }
        }
        assertThat(tried).hasSize(6);
    }

    @Test
    void record_isWrittenWithSortedKeysAndIsoDates() {
        byte[] json = CanonicalJson.of(new Choice("买新模具", LocalDate.of(2026, 11, 21), List.of(3, 1)));

        assertThat(new String(json, UTF_8)).isEqualTo("{\"on\":\"2026-11-21\",\"orders\":[3,1],\"plan\":\"买新模具\"}");
        assertThat(CanonicalJson.isCanonical(json)).isTrue();
    }

    @Test
    void numbersThatADoubleCannotHold_areRefusedWithTheirPlace() {
        assertThatThrownBy(() -> CanonicalJson.of(Map.of("ids", List.of(1, 9007199254740993L))))
                .hasMessageContaining("9007199254740993 at $.ids[1]")
                .hasMessageContaining("as a string");
        assertThatThrownBy(() -> CanonicalJson.of(Map.of("a", new BigDecimal("0.12345678901234567891"))))
                .hasMessageContaining("$.a");
        assertThatThrownBy(() -> CanonicalJson.of(Map.of("a", Double.NaN)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(new String(CanonicalJson.of(Map.of("a", new BigDecimal("123456.78"))), UTF_8))
                .isEqualTo("{\"a\":123456.78}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":1,\"a\":2}", "{\"a\":\"\\ud800\"}", "{\"a\":1} x", "[1,]", "7", "", "{\"a\":NaN}"})
    void textThatIsNoSoundJson_isRefused(String json) {
        assertThatThrownBy(() -> CanonicalJson.canonicalize(json.getBytes(UTF_8)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("canonical form");
        assertThat(CanonicalJson.isCanonical(json.getBytes(UTF_8))).isFalse();
    }

    @Test
    void bytesThatAreNoUtf8_areRefused() {
        byte[] json = {'{', '"', (byte) 0xC0, '"', ':', '1', '}'};

        assertThatThrownBy(() -> CanonicalJson.canonicalize(json)).hasMessageContaining("not UTF-8");
    }

    @Test
    void randomDoubles_areWrittenShortestAndReadBackTheSame() {
        SplittableRandom random = new SplittableRandom(8785);
        StringBuilder json = new StringBuilder("[");
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < 200_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value)) {
                values.add(value);
                json.append(values.size() == 1 ? "" : ",").append(value);
            }
        }

        String[] written = new String(
                        CanonicalJson.canonicalize(json.append(']').toString().getBytes(UTF_8)), UTF_8)
                .replaceAll("[\\[\\]]", "")
                .split(",");

        assertThat(written).hasSameSizeAs(values);
        for (int i = 0; i < written.length; i++) {
            assertThat(Double.parseDouble(written[i])).isEqualTo(values.get(i));
            assertThat(significantDigits(written[i]))
                    .isLessThanOrEqualTo(significantDigits(values.get(i).toString()));
        }
    }

    private static int significantDigits(String number) {
        return new BigDecimal(number).stripTrailingZeros().precision();
    }
}
