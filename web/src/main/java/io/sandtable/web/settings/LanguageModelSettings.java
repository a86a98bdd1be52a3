package io.sandtable.web.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A language model to ask where our grammar finds no reading; off unless an address is set.
 *
 * @param url of an endpoint in the manner of OpenAI, such as http://127.0.0.1:11434/v1; null asks nobody
 * @param model as the endpoint calls it; required with an address
 * @param key that the endpoint asks for; null where it asks for none, or where a file holds it
 * @param keyFile whose first line is the key
 * @param timeout of one sentence
 */
@ConfigurationProperties("sandtable.language-model")
public record LanguageModelSettings(
        @Nullable URI url,
        @Nullable String model,
        @Nullable String key,
        @Nullable Path keyFile,
        @DefaultValue("10s") Duration timeout) {
    public LanguageModelSettings {
        if (url != null && (model == null || model.isBlank())) {
            throw new IllegalArgumentException(
                    "sandtable.language-model.url was set without a model; set sandtable.language-model.model to the name that the endpoint knows it by.");
        }
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException(
                    "sandtable.language-model.timeout was %s; it must be more than 0, such as 10s.".formatted(timeout));
        }
    }

    /** Without the key, and without the address, which may hold one. */
    @Override
    public String toString() {
        return "LanguageModelSettings[on=%s, model=%s]".formatted(url != null, model);
    }
}
