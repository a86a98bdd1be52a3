package io.sandtable.datasets.mapped;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Text with holes for the cells of a row: {@code MAT-{ProductID}}; {@code {物料编码|存货编码}} is the first of the columns that has something, and
 * {@code {税率|'13'}} is 13 where none has.
 */
final class Text {
    /** Either words, or the columns of a hole and what stands there where they have nothing. */
    private record Piece(String words, List<String> columns) {
        static Piece hole(String written) {
            var columns = new ArrayList<>(
                    Stream.of(written.split("\\|")).map(String::strip).toList());
            Matcher literal = LITERAL.matcher(columns.getLast());
            if (literal.matches()) {
                columns.removeLast();
                return new Piece(literal.group(1), List.copyOf(columns));
            }
            return new Piece("", List.copyOf(columns));
        }

        String of(UnaryOperator<String> cells) {
            for (String column : columns) {
                String cell = cells.apply(column);
                if (!cell.isEmpty()) {
                    return cell;
                }
            }
            return words;
        }
    }

    private static final Pattern LITERAL = Pattern.compile("'([^']+)'");

    private final String written;
    private final List<Piece> pieces;
    private final Set<String> columns;
    private final @Nullable String otherwise;

    private Text(String written, List<Piece> pieces) {
        this.written = written;
        this.pieces = List.copyOf(pieces);
        var all = new LinkedHashSet<String>();
        pieces.forEach(piece -> all.addAll(piece.columns()));
        this.columns = Collections.unmodifiableSet(all);
        this.otherwise = pieces.stream()
                .filter(piece -> !piece.columns().isEmpty() && !piece.words().isEmpty())
                .map(Piece::words)
                .findFirst()
                .orElse(null);
    }

    /** Reads it; the message of the exception says what would be right. */
    static Text parse(String written) {
        var pieces = new ArrayList<Piece>();
        int at = 0;
        while (at < written.length()) {
            int open = written.indexOf('{', at);
            String words = written.substring(at, open < 0 ? written.length() : open);
            if (words.indexOf('}') >= 0) {
                throw new IllegalArgumentException("a } without its {");
            }
            if (!words.isEmpty()) {
                pieces.add(new Piece(words, List.of()));
            }
            if (open < 0) {
                break;
            }
            int close = written.indexOf('}', open);
            if (close < 0 || written.substring(open + 1, close).isBlank()) {
                throw new IllegalArgumentException("a { without a column and its }");
            }
            pieces.add(Piece.hole(written.substring(open + 1, close)));
            at = close + 1;
        }
        return new Text(written, pieces);
    }

    /** With the row's cells in its holes; empty where one of them has nothing. */
    String of(UnaryOperator<String> cells) {
        if (pieces.size() == 1) {
            return pieces.getFirst().of(cells);
        }
        var out = new StringBuilder();
        for (Piece piece : pieces) {
            String words = piece.of(cells);
            if (words.isEmpty()) {
                return "";
            }
            out.append(words);
        }
        return out.toString();
    }

    /** All columns it may ask for. */
    Set<String> columns() {
        return columns;
    }

    /** For each hole the columns of which one must have something; those with a word of their own need none. */
    List<List<String>> holes() {
        return pieces.stream()
                .filter(piece -> piece.words().isEmpty())
                .map(Piece::columns)
                .toList();
    }

    /** Whether it has a word that stands in where cells have nothing. */
    boolean mayStandIn() {
        return otherwise().isPresent();
    }

    /** The word that stands in for the cells of a row; empty where the row has them, or nothing stands in. */
    Optional<String> standsIn(UnaryOperator<String> cells) {
        return pieces.stream()
                .filter(piece -> !piece.columns().isEmpty() && !piece.words().isEmpty())
                .filter(piece -> piece.columns().stream()
                        .allMatch(column -> cells.apply(column).isEmpty()))
                .map(Piece::words)
                .findFirst();
    }

    /** What stands in a hole whose columns have nothing; empty where nothing does. */
    Optional<String> otherwise() {
        return Optional.ofNullable(otherwise);
    }

    @Override
    public String toString() {
        return written;
    }
}
