package io.sandtable.ingest;

import java.nio.charset.StandardCharsets;

/** Messages as sources send them, for the tests. */
public final class Messages {
    private Messages() {}

    /** A count with these lots, given as JSON objects. */
    public static String stock(String messageId, String at, boolean complete, String... lots) {
        return """
                {"schema": "sandtable-stock/1", "messageId": "%s", "at": "%s", "site": "SZ", "complete": %s, "lots": [%s]}""".formatted(messageId, at, complete, String.join(", ", lots));
    }

    /** A line of a count. */
    public static String lot(String lot, String material, double quantity, String unit, String bin) {
        return """
                {"lot": "%s", "material": "%s", "quantity": %s, "unit": "%s", "bin": "%s"}""".formatted(lot, material, quantity, unit, bin);
    }

    /** A temperature. */
    public static String reading(String messageId, String at, String sensor, double value) {
        return """
                {"schema": "sandtable-reading/1", "messageId": "%s", "at": "%s", "sensor": "%s", "quantity": "temperature", "value": %s, "unit": "°C"}""".formatted(messageId, at, sensor, value);
    }

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
