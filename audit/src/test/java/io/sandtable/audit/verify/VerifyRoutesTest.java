package io.sandtable.audit.verify;

import static io.sandtable.audit.testing.Records.record;
import static io.sandtable.audit.testing.Records.records;
import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.audit.log.DecisionLog;
import io.sandtable.audit.testing.Skips;
import io.sandtable.audit.tlog.Origin;
import io.sandtable.audit.tlog.SigningKey;
import io.sandtable.audit.tlog.TlogProof;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our verifier, the shell script and the JDK's single file share no code: they have to agree. */
class VerifyRoutesTest {
    private static final Path HOW_TO = Path.of("..", "docs", "how-to").toAbsolutePath();
    private static final Origin ORIGIN = new Origin("sandtable.test/routes");

    @TempDir
    private Path home;

    private Path bundle = Path.of("");
    private Path key = Path.of("");

    @BeforeEach
    void aBundleOfTwoRecords() throws IOException {
        for (String tool : List.of("sh", "openssl", "xxd", "sha256sum")) {
            Skips.unless(installed(tool), "%s is not installed; verify.sh needs it".formatted(tool));
        }
        bundle = Files.createDirectories(home.resolve("bundle"));
        try (DecisionLog log = DecisionLog.open(home, ORIGIN)) {
            log.appendAll(records(0, 300));
            List<TlogProof> proofs = List.of(log.proof(3), log.proof(299));
            for (var file : Bundle.files(List.of(record(3), record(299)), proofs, log.keys())
                    .entrySet()) {
                Files.write(bundle.resolve(file.getKey()), file.getValue());
            }
        }
        key = Files.copy(bundle.resolve("log.vkey"), home.resolve("published.vkey"));
    }

    @Test
    void script_staysUnderFortyLines() throws IOException {
        assertThat(Files.readAllLines(HOW_TO.resolve("verify.sh"))).hasSizeLessThan(40);
    }

    @Test
    void soundBundle_isAcceptedByEachRoute() throws Exception {
        assertThat(Verifier.verify(bundle).reason()).isNull();
        assertThat(shell()).contains("VERIFIED entry 3 of 300").contains("VERIFIED entry 299 of 300");
        assertThat(jdk())
                .contains("VERIFIED entry 3 of 300: {\"kind\":\"note\"")
                .contains("VERIFIED entry 299 of 300");
    }

    @Test
    void anotherKey_isRefusedByEachRoute() throws Exception {
        SigningKey stranger = SigningKey.generate(ORIGIN);
        Files.writeString(key, stranger.verifier().line() + "\n");

        assertThat(Verifier.verify(bundle, stranger.verifier()).ok()).isFalse();
        assertThat(shell()).contains("NOT VERIFIED: the checkpoint is not signed by this key");
        assertThat(jdk()).contains("NOT VERIFIED: the checkpoint is not signed by this key");
    }

    @Test
    void someChangedBits_areRefusedByEachRoute() throws Exception {
        mutate(4);
    }

    @Test
    @Tag("trial")
    void hundredChangedBits_areRefusedByEachRoute() throws Exception {
        mutate(100);
    }

    private void mutate(int count) throws Exception {
        SplittableRandom random = new SplittableRandom(40);
        List<String> names = List.of("record.json", "record.tlog-proof", "event-1.json", "event-1.tlog-proof");
        for (int i = 0; i < count; i++) {
            Path file = bundle.resolve(names.get(i % names.size()));
            byte[] sound = Files.readAllBytes(file);
            byte[] changed = sound.clone();
            int at = random.nextInt(changed.length);
            while (isEndOfBase64(sound, at)) {
                at = random.nextInt(changed.length);
            }
            changed[at] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, changed);
            String what = "byte %d of %s".formatted(at, file);

            assertThat(Verifier.verify(bundle).ok()).as(what).isFalse();
            assertThat(refused(shell())).as("shell: " + what).isTrue();
            assertThat(refused(jdk())).as("jdk: " + what).isTrue();
            Files.write(file, sound);
        }
    }

    /** The last two characters of a line of base64 hold bits that say nothing; tools other than ours do not mind them. */
    private static boolean isEndOfBase64(byte[] bytes, int at) {
        return bytes[at] == '=' || at + 1 < bytes.length && bytes[at + 1] == '=';
    }

    /** Both records have to be proven; a damaged proof may also make a tool stumble. */
    private static boolean refused(String said) {
        return !(said.contains("VERIFIED entry 3 of") && said.contains("VERIFIED entry 299 of"))
                || said.contains("NOT VERIFIED");
    }

    /** The tiles by the code of Go's checksum database; Debian has it as golang-golang-x-mod-dev. */
    @Test
    void goReadsTheWholeLog_andFindsAChangedRecord() throws Exception {
        Path library = Path.of("/usr/share/gocode/src/golang.org/x/mod/sumdb/tlog");
        Skips.unless(installed("go") && Files.isDirectory(library), "go and golang.org/x/mod are not installed");
        Path program = home.resolve("check");
        ProcessBuilder build = new ProcessBuilder(
                "go",
                "build",
                "-o",
                program.toString(),
                HOW_TO.resolve("check.go").toString());
        build.environment().put("GO111MODULE", "off");
        build.environment().put("GOPATH", "/usr/share/gocode");
        build.environment().put("GOCACHE", home.resolve("cache").toString());
        assertThat(run(build)).isEmpty();
        Path log = home.resolve("log");

        assertThat(run(new ProcessBuilder(program.toString(), log.toString())))
                .contains("VERIFIED 300 records, signed by " + ORIGIN.name());
        Path entries = log.resolve("tile/entries/001.p/44");
        byte[] changed = Files.readAllBytes(entries);
        changed[40] ^= 1;
        Files.write(entries, changed);
        assertThat(run(new ProcessBuilder(program.toString(), log.toString()))).contains("NOT VERIFIED: entry 256");
    }

    private String shell() throws IOException, InterruptedException {
        return run(new ProcessBuilder("sh", HOW_TO.resolve("verify.sh").toString(), bundle.toString(), key.toString()));
    }

    private String jdk() throws IOException, InterruptedException {
        return run(new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dstdout.encoding=UTF-8",
                HOW_TO.resolve("Verify.java").toString(),
                bundle.toString(),
                key.toString()));
    }

    private static boolean installed(String tool) {
        return Stream.of(System.getenv("PATH").split(":")).anyMatch(at -> Files.isExecutable(Path.of(at, tool)));
    }

    private static String run(ProcessBuilder command) throws IOException, InterruptedException {
        Process process = command.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}
