package io.sandtable.web.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sandtable.web.Language;
import io.sandtable.web.api.Refusal;
import io.sandtable.web.language.StubService;
import io.sandtable.web.settings.SpeechSettings;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Recordings on their way to a transcription service, over real HTTP. */
class TranscriberTest {
    private static final byte[] RECORDING = recording(500);

    private StubService service;

    @BeforeEach
    void start() {
        service = StubService.start();
    }

    @AfterEach
    void stop() {
        service.close();
    }

    /** Begins as a WebM file does. */
    private static byte[] recording(int bytes) {
        byte[] recording = new byte[bytes];
        Arrays.fill(recording, (byte) 0x7f);
        System.arraycopy(new byte[] {0x1a, 0x45, (byte) 0xdf, (byte) 0xa3}, 0, recording, 0, 4);
        return recording;
    }

    private Transcriber transcriber() {
        return transcriber(service.url("/v1"));
    }

    private static Transcriber transcriber(@Nullable URI url) {
        return new Transcriber(new SpeechSettings(
                url, "whisper-1", "secret", null, Duration.ofMillis(700), Duration.ofSeconds(60), 1_000));
    }

    @Test
    void recording_becomesItsWords() {
        service.answers(exchange -> StubService.plain(exchange, 200, "{\"text\": \" 预计下季度\\n订单增长40% \"}"));

        assertThat(transcriber().text(RECORDING, Language.ZH)).isEqualTo("预计下季度 订单增长40%");

        StubService.Received sent = service.received().getFirst();
        assertThat(sent.path()).isEqualTo("/v1/audio/transcriptions");
        assertThat(sent.authorization()).isEqualTo("Bearer secret");
        assertThat(sent.contentType()).startsWith("multipart/form-data; boundary=");
        String form = new String(sent.body(), StandardCharsets.ISO_8859_1);
        assertThat(form)
                .contains("name=\"model\"\r\n\r\nwhisper-1\r\n", "name=\"language\"\r\n\r\nzh\r\n")
                .contains("filename=\"recording.webm\"\r\nContent-Type: audio/webm\r\n\r\n"
                        + new String(RECORDING, StandardCharsets.ISO_8859_1) + "\r\n--")
                .endsWith("--\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html><script>alert(1)</script>", "GIF89a", "{\"text\":\"no\"}"})
    void whatIsNoRecording_isRefused_andSentNowhere(String content) {
        refused(415, "NOT_AUDIO", content.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void recordingThatIsTooLarge_isRefused_andSentNowhere() {
        refused(413, "RECORDING_TOO_LARGE", recording(1_001));
    }

    private void refused(int status, String code, byte[] recording) {
        assertThatThrownBy(() -> transcriber().text(recording, Language.EN))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.status().value()).isEqualTo(status);
                    assertThat(refusal.code()).isEqualTo(code);
                });
        assertThat(service.received()).isEmpty();
    }

    @Test
    void withoutAService_nothingIsWrittenDown() {
        assertThatThrownBy(() -> transcriber(null).text(RECORDING, Language.ZH))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("SPEECH_OFF"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"500;{\"text\":\"x\"}", "302;", "200;not JSON", "200;{\"words\":\"x\"}", "200;{\"text\":{\"a\":1}}"
            })
    void serviceThatFails_isSaidSo(int status, @Nullable String body) {
        service.answers(exchange -> StubService.plain(exchange, status, body == null ? "" : body));
        unavailable(transcriber());
    }

    @Test
    void serviceThatIsSlowOrGone_isSaidSo() {
        service.answers(exchange -> {
            try {
                Thread.sleep(3_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        Transcriber transcriber = transcriber();
        unavailable(transcriber);
        service.close();
        unavailable(transcriber);
    }

    private static void unavailable(Transcriber transcriber) {
        assertThatThrownBy(() -> transcriber.text(RECORDING, Language.ZH))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.status().value()).isEqualTo(502);
                    assertThat(refusal.code()).isEqualTo("SPEECH_UNAVAILABLE");
                });
    }

    @ParameterizedTest
    @CsvSource({
        "WEBM,1a45dfa3",
        "OGG,4f676753",
        "WAV,524946460000000057415645",
        "MP4,0000002066747970",
        "MP3,494433",
        "MP3,fffb",
        "FLAC,664c6143"
    })
    void recordings_areToldByTheirFirstBytes(AudioType type, String hex) {
        assertThat(AudioType.of(java.util.HexFormat.of().parseHex(hex))).contains(type);
    }

    @Test
    void whatIsHeard_isTextAndNoMoreThanABoxHolds() {
        service.answers(exchange ->
                StubService.plain(exchange, 200, "{\"text\":\"a\\u0000b\\u202ec" + "字".repeat(5_000) + "\"}"));

        assertThat(transcriber().text(RECORDING, Language.ZH))
                .startsWith("a b c字")
                .hasSize(4_000);
    }
}
