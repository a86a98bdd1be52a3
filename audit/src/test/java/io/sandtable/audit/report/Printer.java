package io.sandtable.audit.report;

import io.sandtable.audit.AuditException;
import io.sandtable.audit.testing.Skips;
import java.nio.file.Path;

/** The printer of this machine's font; tests without one say that they were skipped. */
final class Printer {
    private Printer() {}

    static PdfReport orSkip() {
        String home = System.getenv().getOrDefault("SANDTABLE_HOME", System.getProperty("user.home") + "/.sandtable");
        Path folder = Path.of(System.getProperty("sandtable.fonts", home + "/fonts"));
        try {
            return new PdfReport(FontLocator.in(folder).locate());
        } catch (AuditException noFont) {
            Skips.unless(false, String.valueOf(noFont.getMessage()));
            throw noFont;
        }
    }
}
