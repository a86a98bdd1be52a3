package io.sandtable.audit.tlog;

import java.util.Base64;

/** Standard base64 with exactly one spelling per value, so that no byte of a signed file is free to change. */
final class StrictBase64 {
    private StrictBase64() {}

    static byte[] decode(String text) {
        byte[] bytes = Base64.getDecoder().decode(text);
        if (!Base64.getEncoder().encodeToString(bytes).equals(text)) {
            throw new IllegalArgumentException(
                    "Base64 text \"%s\" has stray bits or padding; one value has one spelling. Take the file from its source again."
                            .formatted(text));
        }
        return bytes;
    }
}
