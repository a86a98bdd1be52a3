package io.sandtable.web.cli;

import java.util.ArrayList;
import java.util.List;

/** A table for a terminal, aligned by what characters take there: Chinese ones two columns, Latin ones one. */
final class TextTable {
    private static final String GAP = "   ";

    private final List<List<String>> rows = new ArrayList<>();
    private boolean words;

    /** Adds a row; the first one is the heading. */
    TextTable row(List<String> cells) {
        rows.add(List.copyOf(cells));
        return this;
    }

    /** All columns hold words, which are left-aligned. */
    TextTable ofWords() {
        words = true;
        return this;
    }

    /** First column left-aligned, the others right-aligned where they are not words. */
    String print() {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int c = 0; c < row.size(); c++) {
                widths[c] = Math.max(widths[c], width(row.get(c)));
            }
        }
        var text = new StringBuilder();
        for (int r = 0; r < rows.size(); r++) {
            var line = new StringBuilder();
            for (int c = 0; c < rows.get(r).size(); c++) {
                String cell = rows.get(r).get(c);
                String space = " ".repeat(widths[c] - width(cell));
                line.append(c == 0 ? cell + space : words ? GAP + cell + space : GAP + space + cell);
            }
            text.append(line.toString().stripTrailing()).append('\n');
            if (r == 0) {
                text.append("─".repeat(java.util.Arrays.stream(widths).sum() + GAP.length() * (columns - 1)))
                        .append('\n');
            }
        }
        return text.toString();
    }

    /** Columns a text takes in a terminal. */
    static int width(String text) {
        return text.codePoints().map(c -> isWide(c) ? 2 : 1).sum();
    }

    private static boolean isWide(int c) {
        return (c >= 0x1100 && c <= 0x115F)
                || (c >= 0x2E80 && c <= 0xA4CF)
                || (c >= 0xAC00 && c <= 0xD7A3)
                || (c >= 0xF900 && c <= 0xFAFF)
                || (c >= 0xFE30 && c <= 0xFE6F)
                || (c >= 0xFF00 && c <= 0xFF60)
                || (c >= 0x1F300 && c <= 0x1FAFF);
    }
}
