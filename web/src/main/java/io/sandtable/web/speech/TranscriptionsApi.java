package io.sandtable.web.speech;

import io.sandtable.web.Language;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/transcriptions}: a recording in, its words out. */
@RestController
@Profile("service")
@RequestMapping("/api/v1/transcriptions")
@Tag(name = "scenarios")
class TranscriptionsApi {
    private final Transcriber transcriber;

    TranscriptionsApi(Transcriber transcriber) {
        this.transcriber = transcriber;
    }

    /** What was said. */
    record Transcript(
            @Schema(description = "In one line; empty where nothing was heard", example = "预计下季度电池壳订单增长40%")
            String text) {}

    @PostMapping(consumes = "audio/*")
    @Operation(
            summary = "Write down a recording (webm, ogg, wav, m4a, mp3, flac); nothing is kept and nothing is asked")
    @ApiResponse(responseCode = "200", description = "Its words")
    @ApiResponse(responseCode = "404", description = "SPEECH_OFF: no transcription service is set up")
    @ApiResponse(responseCode = "413", description = "RECORDING_TOO_LARGE")
    @ApiResponse(responseCode = "415", description = "NOT_AUDIO")
    @ApiResponse(responseCode = "502", description = "SPEECH_UNAVAILABLE: the transcription service gave no answer")
    Transcript transcribe(InputStream recording, Language language) throws IOException {
        // one byte more than allowed tells that there are more
        return new Transcript(transcriber.text(recording.readNBytes(transcriber.mostBytes() + 1), language));
    }
}
