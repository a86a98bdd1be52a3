package io.sandtable.audit.report;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A report as content without looks: what it says is decided by the caller, how it is printed by {@link PdfReport}.
 * Title and status stand in every page's header, audit number and data time (local time of the company) in its footer;
 * demo data is watermarked.
 */
public record ReportDocument(
        String title,
        @Nullable String subtitle,
        String status,
        String auditNumber,
        Language language,
        LocalDateTime dataTime,
        boolean demoData,
        List<Section> sections) {
    public ReportDocument {
        sections = List.copyOf(sections);
    }

    /** A numbered part of the report. */
    public record Section(String title, List<Block> blocks) {
        public Section {
            blocks = List.copyOf(blocks);
        }

        public static Section of(String title, Block... blocks) {
            return new Section(title, List.of(blocks));
        }
    }
}
