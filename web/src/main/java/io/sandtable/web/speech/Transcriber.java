package io.sandtable.web.speech;

import io.sandtable.audit.tlog.Hash;
import io.sandtable.web.Language;
import io.sandtable.web.api.Refusal;
import io.sandtable.web.inquiry.Asking;
import io.sandtable.web.language.Endpoint;
import io.sandtable.web.settings.SpeechSettings;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The transcription service of the settings: a recording goes there and nowhere else, and none is kept. */
@Component
@Profile("service")
class Transcriber {
    private static final Logger LOG = LoggerFactory.getLogger(Transcriber.class);
    private static final int MOST_BYTES = 100_000;

    private final @Nullable Endpoint endpoint;
    private final String model;
    private final int mostBytes;

    Transcriber(SpeechSettings settings) {
        URI url = settings.url();
        this.endpoint = url == null
                ? null
                : Endpoint.of(
                        "sandtable.speech",
                        url,
                        "/audio/transcriptions",
                        settings.key(),
                        settings.keyFile(),
                        settings.timeout(),
                        MOST_BYTES);
        this.model = settings.model();
        this.mostBytes = settings.maxBytes();
    }

    /** Of a recording. */
    int mostBytes() {
        return mostBytes;
    }

    /** What was said, in one line; empty where nothing was heard. */
    String text(byte[] recording, Language language) {
        if (endpoint == null) {
            throw Refusal.notFound("SPEECH_OFF");
        }
        if (recording.length > mostBytes) {
            throw new Refusal(HttpStatus.CONTENT_TOO_LARGE, "RECORDING_TOO_LARGE", mostBytes);
        }
        AudioType type =
                AudioType.of(recording).orElseThrow(() -> new Refusal(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "NOT_AUDIO"));
        var form = new Form(recording);
        form.field("model", model);
        form.field("language", language.choose("zh", "en"));
        form.field("response_format", "json");
        form.file("recording." + type.suffix(), type.mediaType(), recording);
        try {
            return clean(endpoint.post(form.contentType(), form.bytes()));
        } catch (Endpoint.Unanswered e) {
            LOG.warn("The transcription service at {} gave no answer: {}", endpoint.host(), e.getMessage());
            throw new Refusal(HttpStatus.BAD_GATEWAY, "SPEECH_UNAVAILABLE");
        }
    }

    /** It becomes text in a box and nothing else. */
    private static String clean(String answer) {
        JsonNode text;
        try {
            text = JsonMapper.shared().readTree(answer).path("text");
        } catch (JacksonException e) {
            throw new Refusal(HttpStatus.BAD_GATEWAY, "SPEECH_UNAVAILABLE");
        }
        if (!text.isString()) {
            throw new Refusal(HttpStatus.BAD_GATEWAY, "SPEECH_UNAVAILABLE");
        }
        String said = text.asString().replaceAll("[\\p{Cntrl}\\p{Cf}\\s]+", " ").strip();
        return said.length() <= Asking.LONGEST_TEXT ? said : said.substring(0, Asking.LONGEST_TEXT);
    }

    /** A multipart form. The recording's own hash parts the fields: no content can hold it by chance. */
    private static final class Form {
        private final ByteArrayOutputStream body = new ByteArrayOutputStream();
        private final String boundary;

        Form(byte[] recording) {
            this.boundary = "sandtable-" + Hash.of(recording).hex().substring(0, 40);
        }

        void field(String name, String value) {
            write("--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(boundary, name, value));
        }

        void file(String name, String mediaType, byte[] content) {
            write("--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: %s\r\n\r\n"
                    .formatted(boundary, name, mediaType));
            body.writeBytes(content);
            write("\r\n");
        }

        String contentType() {
            return "multipart/form-data; boundary=" + boundary;
        }

        byte[] bytes() {
            write("--%s--\r\n".formatted(boundary));
            return body.toByteArray();
        }

        private void write(String text) {
            body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
