package io.sandtable.audit.report;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.Map;

/** A QR code as one vector path: dark modules of a row that touch are one bar. */
final class QrDrawing {
    /** Quiet zone around the code, in modules, as ISO/IEC 18004 asks. */
    private static final int QUIET = 4;

    private final ByteMatrix modules;

    QrDrawing(String text) {
        try {
            this.modules = Encoder.encode(text, ErrorCorrectionLevel.M, Map.of(EncodeHintType.CHARACTER_SET, "UTF-8"))
                    .getMatrix();
        } catch (WriterException e) {
            throw new IllegalArgumentException(
                    "A text of %d characters does not fit a QR code; about 2,000 do. Print it as text only."
                            .formatted(text.length()),
                    e);
        }
    }

    void draw(Markup html, String description) {
        int size = modules.getWidth() + 2 * QUIET;
        html.element(
                "svg",
                () -> html.empty("path", "d", path(), "fill", "#000000"),
                "xmlns",
                "http://www.w3.org/2000/svg",
                "alt",
                description,
                "class",
                "qr",
                "width",
                "120",
                "height",
                "120",
                "viewBox",
                "0 0 %d %d".formatted(size, size));
    }

    private String path() {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); x++) {
                int start = x;
                while (x < modules.getWidth() && modules.get(x, y) == 1) {
                    x++;
                }
                if (x > start) {
                    path.append("M%d %dh%dv1h-%dz".formatted(start + QUIET, y + QUIET, x - start, x - start));
                }
            }
        }
        return path.toString();
    }
}
