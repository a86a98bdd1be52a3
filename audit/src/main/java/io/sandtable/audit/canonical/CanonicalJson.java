package io.sandtable.audit.canonical;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.erdtman.jcs.JsonCanonicalizer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** RFC 8785: one spelling per JSON document, so that its hash means its content. */
public final class CanonicalJson {
    private static final BigInteger EXACT = BigInteger.TWO.pow(53);

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private CanonicalJson() {}

    /**
     * The canonical bytes of a record, map or JSON tree. Numbers that a double cannot hold exactly are refused, because
     * the canonical form would change them silently; money and long ids belong into strings.
     */
    public static byte[] of(Object value) {
        JsonNode tree = value instanceof JsonNode node ? node : JSON.valueToTree(value);
        requireExactNumbers(tree, "$");
        return canonicalize(JSON.writeValueAsBytes(tree));
    }

    /** The canonical bytes of a JSON text (object or array, UTF-8); number spellings become ES6 doubles as the RFC says. */
    public static byte[] canonicalize(byte[] json) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(json))
                    .toString();
            JsonNode tree = JSON.readTree(text);
            requireContainer(tree);
            requireWholeCharacters(tree);
            return new JsonCanonicalizer(text).getEncodedUTF8();
        } catch (CharacterCodingException e) {
            throw unreadable("it is not UTF-8", e);
        } catch (JacksonException e) {
            throw unreadable(e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw unreadable(String.valueOf(e.getMessage()), e);
        }
    }

    public static boolean isCanonical(byte[] json) {
        try {
            return Arrays.equals(canonicalize(json), json);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static void requireContainer(@Nullable JsonNode tree) {
        if (tree == null || !tree.isContainer()) {
            throw unreadable("its root is neither an object nor an array", null);
        }
    }

    private static void requireWholeCharacters(JsonNode node) {
        if (node.isString() && !StandardCharsets.UTF_8.newEncoder().canEncode(node.stringValue())) {
            throw unreadable("a string holds half of a surrogate pair", null);
        }
        for (var property : node.properties()) {
            if (!StandardCharsets.UTF_8.newEncoder().canEncode(property.getKey())) {
                throw unreadable("a property name holds half of a surrogate pair", null);
            }
        }
        node.values().forEach(CanonicalJson::requireWholeCharacters);
    }

    private static void requireExactNumbers(JsonNode node, String at) {
        if (node.isNumber() && !survivesAsDouble(node)) {
            throw new IllegalArgumentException(
                    "The number %s at %s does not fit a double exactly, so canonical JSON would change it. Write it as a string."
                            .formatted(node.asString(), at));
        }
        node.propertyStream().forEach(child -> requireExactNumbers(child.getValue(), at + "." + child.getKey()));
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                requireExactNumbers(node.get(i), at + "[" + i + "]");
            }
        }
    }

    private static boolean survivesAsDouble(JsonNode number) {
        if (number.isFloat() || number.isDouble()) {
            return Double.isFinite(number.doubleValue());
        }
        if (number.isIntegralNumber()) {
            return number.bigIntegerValue().abs().compareTo(EXACT) <= 0;
        }
        BigDecimal exact = number.decimalValue();
        double nearest = exact.doubleValue();
        return Double.isFinite(nearest) && BigDecimal.valueOf(nearest).compareTo(exact) == 0;
    }

    private static IllegalArgumentException unreadable(String found, @Nullable Throwable cause) {
        return new IllegalArgumentException(
                "This is no JSON that can be put into canonical form: %s. Give one I-JSON object or array in UTF-8."
                        .formatted(found),
                cause);
    }
}
