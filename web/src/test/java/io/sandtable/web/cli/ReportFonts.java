package io.sandtable.web.cli;

import static org.assertj.core.api.Assumptions.assumeThat;

import io.sandtable.audit.AuditException;
import io.sandtable.audit.report.FontLocator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The report's font, which stands in no repository: the launcher puts it into the person's home, tests borrow it from there. */
public final class ReportFonts {
    private static final String FOLDER = "fonts";

    private ReportFonts() {}

    private static Path installed() {
        String home = System.getenv().getOrDefault("SANDTABLE_HOME", System.getProperty("user.home") + "/.sandtable");
        return Path.of(System.getProperty("sandtable.fonts", home + "/" + FOLDER));
    }

    /** Makes the installed font the home's own, without copying it. */
    public static void lendTo(Path home) throws IOException {
        Path own = home.resolve(FOLDER);
        if (Files.isDirectory(installed()) && Files.isDirectory(home) && !Files.exists(own)) {
            Files.createSymbolicLink(own, installed().toAbsolutePath());
        }
    }

    /** Skips the test aloud where no Chinese font is installed: without one no report can be written. */
    public static void require() {
        try {
            FontLocator.in(installed()).locate();
        } catch (AuditException none) {
            String why = "SKIPPED: " + none.getMessage();
            System.err.println(why);
            assumeThat(false).as(why).isTrue();
        }
    }
}
