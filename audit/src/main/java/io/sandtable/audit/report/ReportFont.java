package io.sandtable.audit.report;

import java.nio.file.Path;
import java.util.Optional;

/** A Chinese font for reports, regular and, where there is one, semi-bold; read and checked when it was found. */
public final class ReportFont {
    private final TrueType regular;
    private final Optional<TrueType> bold;

    ReportFont(TrueType regular, Optional<TrueType> bold) {
        this.regular = regular;
        this.bold = bold;
    }

    /** Where the regular face was found. */
    public Path source() {
        return regular.source();
    }

    TrueType regular() {
        return regular;
    }

    Optional<TrueType> bold() {
        return bold;
    }

    /** The text with look-alike radicals replaced by the characters whose glyph they share. */
    String spell(String text) {
        return regular.spell(text);
    }
}
