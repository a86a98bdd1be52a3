package io.sandtable.web.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.web.cli.Terminal.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A home with a decision in it, backed up, and put back somewhere else. */
@Tag("trial")
class BackupIT {
    private static final String QUESTION = "下季度挂钩订单增长30%";

    @TempDir
    static Path folder;

    @Test
    void restoredHome_provesAndRepeatsItsDecision() throws IOException {
        ReportFonts.require();
        Path home = Files.createDirectory(folder.resolve("home"));
        Path other = folder.resolve("other");
        Path file = folder.resolve("backup.zip");
        Terminal terminal = Terminal.at(home);
        Ran imported =
                terminal.run("import", Workshop.write(folder.resolve("tables")).toString());
        assertThat(imported.exit()).as(imported.out() + imported.err()).isZero();
        Ran asked = terminal.run(
                "ask",
                QUESTION,
                "--confirm-as",
                "Li",
                "--out",
                folder.resolve("out").toString(),
                "--json");
        assertThat(asked.exit()).as(asked.err()).isZero();
        String decision = asked.json().at("/decision/number").asString();

        Ran refused;
        try (HomeLock service = HomeLock.take(home)) {
            refused = terminal.run("backup", file.toString());
        }
        Ran backup = terminal.run("backup", file.toString(), "--json");
        Ran restore = terminal.with("sandtable.home", other.toString()).run("restore", file.toString());
        Ran again = terminal.with("sandtable.home", other.toString()).run("restore", file.toString());
        Ran verified = terminal.with("sandtable.home", other.toString()).run("audit", "verify", "--json");
        Ran replayed = terminal.with("sandtable.home", other.toString()).run("audit", "replay", decision);
        Ran understood = terminal.with("sandtable.home", other.toString()).run("ask", QUESTION);

        assertThat(refused.exit()).isEqualTo(ExitCode.BROKEN);
        assertThat(refused.err()).contains("A service already runs on");
        assertThat(backup.exit()).as(backup.err()).isZero();
        assertThat(backup.json().get("files").asInt()).isGreaterThan(20);
        assertThat(restore.exit()).as(restore.err()).isZero();
        assertThat(restore.out()).contains("已恢复到");
        assertThat(again.exit()).isEqualTo(ExitCode.NO);
        assertThat(again.err()).contains("--replace");
        assertThat(verified.exit()).as(verified.out()).isZero();
        assertThat(replayed.exit()).as(replayed.out() + replayed.err()).isZero();
        // the restored graph opens with its password, and holds the company
        assertThat(understood.exit()).isEqualTo(ExitCode.NO);
        assertThat(understood.out()).contains("尚未确认");
    }
}
