package io.sandtable.datasets.mapped;

import io.sandtable.model.ValueKind;
import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What people and programs write in a cell, as the graph writes it; what is not understood stays as it is and is reported by who reads it. */
final class Written {
    private static final Pattern THOUSANDS = Pattern.compile("[+-]?[1-9]\\d{0,2}(,\\d{3})+(\\.\\d+)?");
    private static final Pattern IN_BRACKETS = Pattern.compile("\\((.+)\\)");
    private static final Pattern DATE = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?(?:[ T].*)?");
    private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");

    private Written() {}

    static String plain(ValueKind kind, String cell) {
        return switch (kind) {
            case NUMBER -> number(cell);
            case DATE -> date(cell);
            default -> cell;
        };
    }

    /** Full-width digits, currency signs, separators of thousands, and accountants' brackets for less than nothing. */
    private static String number(String cell) {
        if (isPlain(cell)) {
            return cell;
        }
        String plain = Normalizer.normalize(cell, Normalizer.Form.NFKC).replaceAll("[¥$€£\\s]", "");
        Matcher brackets = IN_BRACKETS.matcher(plain);
        if (brackets.matches()) {
            plain = "-" + brackets.group(1);
        }
        plain = THOUSANDS.matcher(plain).matches() ? plain.replace(",", "") : plain;
        return plain.endsWith("%") ? plain.substring(0, plain.length() - 1) : plain;
    }

    /** Most numbers are digits and a point, and stay as they are. */
    private static boolean isPlain(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if ((c < '0' || c > '9') && c != '.' && c != '-') {
                return false;
            }
        }
        return true;
    }

    /** 2026/2/3, 2026.2.3, 2026年2月3日, 20260203, with or without a time. */
    private static String date(String cell) {
        String plain = Normalizer.normalize(cell, Normalizer.Form.NFKC).strip();
        Matcher m = DATE.matcher(plain);
        if (!m.matches()) {
            m = COMPACT.matcher(plain);
        }
        return m.matches()
                ? "%s-%02d-%02d".formatted(m.group(1), Integer.parseInt(m.group(2)), Integer.parseInt(m.group(3)))
                : plain;
    }
}
