package io.sandtable.web.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A service that writes down what is said; off unless an address is set, and browsers then use their own recognition.
 *
 * @param url of an endpoint in the manner of OpenAI, such as http://127.0.0.1:8000/v1; null has none
 * @param model as the endpoint calls it
 * @param key that the endpoint asks for; null where it asks for none, or where a file holds it
 * @param keyFile whose first line is the key
 * @param timeout of one recording
 * @param longest recording that the page makes
 * @param maxBytes of a recording; a larger one is refused
 */
@ConfigurationProperties("sandtable.speech")
public record SpeechSettings(
        @Nullable URI url,
        @DefaultValue("whisper-1") String model,
        @Nullable String key,
        @Nullable Path keyFile,
        @DefaultValue("30s") Duration timeout,
        @DefaultValue("60s") Duration longest,
        @DefaultValue("4000000") int maxBytes) {
    public SpeechSettings {
        if (timeout.isNegative() || timeout.isZero() || longest.toSeconds() < 1 || maxBytes < 1) {
            throw new IllegalArgumentException(
                    "sandtable.speech had timeout %s, longest %s and max-bytes %d; each must be more than 0, longest at least 1s."
                            .formatted(timeout, longest, maxBytes));
        }
    }

    /** Without the key, and without the address, which may hold one. */
    @Override
    public String toString() {
        return "SpeechSettings[on=%s, model=%s]".formatted(url != null, model);
    }
}
