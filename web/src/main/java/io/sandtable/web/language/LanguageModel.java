package io.sandtable.web.language;

import io.sandtable.rules.OtherReader;
import io.sandtable.rules.ReadBy;
import io.sandtable.web.settings.LanguageModelSettings;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The language model of the settings. One question is asked once: the same words about the same things have the same answer. */
@Component
public final class LanguageModel implements OtherReader {
    private static final Logger LOG = LoggerFactory.getLogger(LanguageModel.class);
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int MOST_BYTES = 100_000;
    private static final int REMEMBERED = 200;

    /** A model that does not answer is left alone for so long: else every sentence of a box would wait for it. */
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final @Nullable Endpoint endpoint;
    private final String model;
    private final Clock clock;
    private final Map<Request, Answer> answers = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Request, Answer> eldest) {
            return size() > REMEMBERED;
        }
    };
    private volatile Instant pausedUntil = Instant.MIN;

    public LanguageModel(LanguageModelSettings settings, Clock clock) {
        URI url = settings.url();
        this.endpoint = url == null
                ? null
                : Endpoint.of(
                        "sandtable.language-model",
                        url,
                        "/chat/completions",
                        settings.key(),
                        settings.keyFile(),
                        settings.timeout(),
                        MOST_BYTES);
        this.model = settings.model() == null ? "" : settings.model();
        this.clock = clock;
    }

    /** Whether one is set up. */
    public boolean isOn() {
        return endpoint != null;
    }

    @Override
    public Optional<Answer> read(Request request) {
        if (endpoint == null) {
            return Optional.empty();
        }
        Answer known = remembered(request);
        if (known != null) {
            return Optional.of(known);
        }
        if (clock.instant().isBefore(pausedUntil)) {
            return Optional.empty();
        }
        try {
            String said = said(endpoint.post("application/json", body(request)));
            var answer = new Answer(
                    said, new ReadBy(endpoint.host(), model, clock.instant().truncatedTo(ChronoUnit.MILLIS)));
            remember(request, answer);
            LOG.info("Language model {} at {} answered", model, endpoint.host());
            return Optional.of(answer);
        } catch (Endpoint.Unanswered e) {
            pausedUntil = clock.instant().plus(PAUSE);
            LOG.warn(
                    "Language model {} at {} gave no answer ({}); it is not asked for {}",
                    model,
                    endpoint.host(),
                    e.getMessage(),
                    PAUSE);
            return Optional.empty();
        }
    }

    @Override
    public void rejected(Answer answer, String why) {
        LOG.warn(
                "The answer of language model {} at {} was thrown away: {}",
                answer.by().model(),
                answer.by().host(),
                why);
    }

    private byte[] body(Request request) {
        return Prompt.of(model, request).toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String said(String body) throws Endpoint.Unanswered {
        try {
            JsonNode content =
                    JSON.readTree(body).path("choices").path(0).path("message").path("content");
            if (content.isString()) {
                return content.asString();
            }
        } catch (JacksonException e) {
            LOG.debug("No JSON", e);
        }
        throw new Endpoint.Unanswered("no choices[0].message.content in what it sent");
    }

    private @Nullable Answer remembered(Request request) {
        synchronized (answers) {
            return answers.get(request);
        }
    }

    private void remember(Request request, Answer answer) {
        synchronized (answers) {
            answers.put(request, answer);
        }
    }
}
