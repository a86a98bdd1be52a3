package io.sandtable.datasets.mapped;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Text with holes for the cells of a row: {@code MAT-{ProductID}}; {@code {物料编码|存货编码}} is the first of the columns that has something. */
final class Text {
    /** Either words, or the columns of a hole. */
    private record Piece(String words, List<String> columns) {}

    private final String written;
    private final List<Piece> pieces = new ArrayList<>();

    private Text(String written) {
        this.written = written;
    }

    /** Reads it; the message of the exception says what would be right. */
    static Text parse(String written) {
        var text = new Text(written);
        int at = 0;
        while (at < written.length()) {
            int open = written.indexOf('{', at);
            String words = written.substring(at, open < 0 ? written.length() : open);
            if (words.indexOf('}') >= 0) {
                throw new IllegalArgumentException("a } without its {");
            }
            if (!words.isEmpty()) {
                text.pieces.add(new Piece(words, List.of()));
            }
            if (open < 0) {
                break;
            }
            int close = written.indexOf('}', open);
            if (close < 0 || written.substring(open + 1, close).isBlank()) {
                throw new IllegalArgumentException("a { without a column and its }");
            }
            List<String> columns = List.of(written.substring(open + 1, close).split("\\|"));
            text.pieces.add(new Piece("", columns.stream().map(String::strip).toList()));
            at = close + 1;
        }
        return text;
    }

    /** With the row's cells in its holes; empty where one of them has nothing. */
    String of(UnaryOperator<String> cells) {
        var out = new StringBuilder();
        for (Piece piece : pieces) {
            if (piece.columns().isEmpty()) {
                out.append(piece.words());
                continue;
            }
            String cell = "";
            for (String column : piece.columns()) {
                cell = cell.isEmpty() ? cells.apply(column) : cell;
            }
            if (cell.isEmpty()) {
                return "";
            }
            out.append(cell);
        }
        return out.toString();
    }

    /** All columns it may ask for. */
    Set<String> columns() {
        var columns = new LinkedHashSet<String>();
        pieces.forEach(piece -> columns.addAll(piece.columns()));
        return columns;
    }

    @Override
    public String toString() {
        return written;
    }
}
