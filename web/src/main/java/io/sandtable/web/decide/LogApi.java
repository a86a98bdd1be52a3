package io.sandtable.web.decide;

import io.sandtable.audit.log.DecisionLog;
import io.sandtable.web.api.Refusal;
import io.sandtable.web.ask.HomeLog;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Profile;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/audit}: the log as C2SP {@code tlog-tiles} wants it, so that any client of that format can watch it. */
@RestController
@Profile("service")
@RequestMapping("/api/v1/audit")
class LogApi {
    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

    /** A tile's path and nothing else: {@code 0/x001/234.p/44}, {@code entries/000}. */
    private static final Pattern TILE =
            Pattern.compile("(?:[0-9]|[1-5][0-9]|6[0-3]|entries)(?:/x\\d{3}){0,6}/\\d{3}(?:\\.p/[1-9]\\d{0,2})?");

    private final HomeLog home;

    LogApi(HomeLog home) {
        this.home = home;
    }

    @GetMapping("/checkpoint")
    ResponseEntity<byte[]> checkpoint() throws IOException {
        return file(DecisionLog.CHECKPOINT, TEXT);
    }

    @GetMapping("/log.vkey")
    ResponseEntity<byte[]> verifierKey() throws IOException {
        return file(DecisionLog.VERIFIER_KEY, TEXT);
    }

    @GetMapping("/tile/**")
    ResponseEntity<byte[]> tile(HttpServletRequest request) throws IOException {
        String path = request.getRequestURI();
        String tile = path.substring(path.indexOf("/tile/") + "/tile/".length());
        if (!TILE.matcher(tile).matches()) {
            throw Refusal.notFound("NOT_FOUND");
        }
        return file("tile/" + tile, MediaType.APPLICATION_OCTET_STREAM);
    }

    /** The proof of one record in the format {@code tlog-proof}. */
    @GetMapping("/proof/{index}")
    ResponseEntity<byte[]> proof(@PathVariable long index) {
        if (!home.exists()) {
            throw Refusal.notFound("NOT_FOUND");
        }
        byte[] proof = home.use(log -> {
            if (index < 0 || index >= log.size()) {
                throw Refusal.notFound("NOT_FOUND");
            }
            return log.proof(index).bytes();
        });
        return ResponseEntity.ok().contentType(TEXT).body(proof);
    }

    /** Readers need no lock: what a checkpoint covers is never changed. */
    private ResponseEntity<byte[]> file(String name, MediaType type) throws IOException {
        Path file = home.folder().resolve(name);
        try {
            return ResponseEntity.ok().contentType(type).body(Files.readAllBytes(file));
        } catch (NoSuchFileException none) {
            throw Refusal.notFound("NOT_FOUND");
        }
    }
}
