package io.sandtable.audit.report;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One piece of a report's section. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Block.Paragraph.class, name = "paragraph"),
    @JsonSubTypes.Type(value = Block.Points.class, name = "points"),
    @JsonSubTypes.Type(value = Block.Callout.class, name = "callout"),
    @JsonSubTypes.Type(value = Block.Figures.class, name = "figures"),
    @JsonSubTypes.Type(value = Block.KeyValues.class, name = "keyValues"),
    @JsonSubTypes.Type(value = Block.Signatures.class, name = "signatures"),
    @JsonSubTypes.Type(value = Block.Scan.class, name = "scan"),
    @JsonSubTypes.Type(value = Table.class, name = "table"),
    @JsonSubTypes.Type(value = BarChart.class, name = "barChart"),
})
public sealed interface Block
        permits Block.Paragraph,
                Block.Points,
                Block.Callout,
                Block.Figures,
                Block.KeyValues,
                Block.Signatures,
                Block.Scan,
                Table,
                BarChart {

    /** Running text. */
    record Paragraph(String text) implements Block {}

    /** A few statements, one a line, numbered. */
    record Points(List<String> items) implements Block {
        public Points {
            items = List.copyOf(items);
        }

        public static Points of(String... items) {
            return new Points(List.of(items));
        }
    }

    /** How loud a callout is; only a broken condition is red, and its symbol says so without colour. */
    enum Tone {
        BROKEN,
        WARNING,
        NOTE
    }

    /** Something the reader must not miss. */
    record Callout(Tone tone, String title, String text) implements Block {}

    /** Up to six headline figures side by side. */
    record Figures(List<Figure> figures) implements Block {
        public Figures {
            figures = List.copyOf(figures);
            if (figures.isEmpty() || figures.size() > 6) {
                throw new IllegalArgumentException(
                        "%d headline figures were given; one to six fit a line. Put the rest into a table."
                                .formatted(figures.size()));
            }
        }
    }

    /** One headline figure, its value already worded, with an optional remark such as its range. */
    record Figure(String label, String value, @Nullable String remark) {}

    /** Names and their values, such as hashes, versions and seeds. */
    record KeyValues(List<Pair> pairs) implements Block {
        public KeyValues {
            pairs = List.copyOf(pairs);
        }
    }

    /** One line of {@link KeyValues}; codes such as hashes are set in small type and may break anywhere. */
    record Pair(String key, String value, boolean code) {}

    /** A text that a reader may take along by a telephone's camera: printed as a QR code and as it is. */
    record Scan(String caption, String text) implements Block {}

    /** Places to sign, one a role; a name is printed where it is already known. */
    record Signatures(List<Signer> signers) implements Block {
        public Signatures {
            signers = List.copyOf(signers);
        }
    }

    /** Who signs in which role. */
    record Signer(String role, @Nullable String name) {}
}
