package io.sandtable.web.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.web.cli.Terminal.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A company and its accountant, with nothing between them but a shared folder. */
class WitnessedLogIT {
    @TempDir
    private Path folder;

    @Test
    void checkpoints_areCosignedOverASharedFolder_alsoAfterTheKeyWasExchanged() throws IOException {
        Path home = Files.createDirectory(folder.resolve("home"));
        Path share = folder.resolve("share");
        String memory = folder.resolve("accountant").toString();
        Terminal plain = Terminal.at(home);
        assertThat(plain.run("audit", "rotate-key", "--by", "王芳").exit()).isZero();
        Path published = Files.copy(home.resolve("log/log.vkey"), folder.resolve("published.vkey"));

        Ran key = plain.run("audit", "cosign", "--memory", memory);
        assertThat(key.exit()).isZero();
        String line = Files.readString(Path.of(memory, "witness.vkey")).strip();
        assertThat(key.out()).contains(line);
        Terminal witnessed = plain.with("sandtable.audit.witness-key", line)
                .with("sandtable.audit.witness-folder", share.toString());
        Ran sent = witnessed.run("audit", "checkpoint", "--send", "--json");
        assertThat(sent.exit()).as(sent.out()).isZero();
        assertThat(sent.json().get("exportDue").asBoolean()).isTrue();

        Ran signed = plain.run("audit", "cosign", share.toString(), "--memory", memory, "--log", published.toString());
        assertThat(signed.exit()).as(signed.out()).isZero();
        assertThat(share.resolve("1.cosignature")).exists();
        Ran taken = witnessed.run("audit", "checkpoint", "--send", "--json");
        assertThat(taken.json().get("exportDue").asBoolean()).isFalse();

        // the key is exchanged once more: whoever knows the first one still believes the log, held against what was
        // cosigned
        assertThat(plain.run("audit", "rotate-key", "--by", "王芳").exit()).isZero();
        Ran verify = plain.run(
                "audit",
                "verify",
                home.resolve("log").toString(),
                "--key",
                published.toString(),
                "--checkpoint",
                only(home.resolve("checkpoints")).toString(),
                "--json");
        assertThat(verify.exit()).as(verify.out()).isZero();
        assertThat(verify.json().get("size").asInt()).isEqualTo(2);
    }

    private static Path only(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> found = files.toList();
            assertThat(found).hasSize(1);
            return found.getFirst();
        }
    }
}
