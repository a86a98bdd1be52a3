package io.sandtable.datasets;

/**
 * One thing that is wrong, odd or worth knowing about a source, as a code with its arguments; the words are chosen on reading.
 *
 * @param file path inside the source with {@code /}, empty where the source as a whole is meant
 * @param row line of a text file or number of an object in a JSON array, from 1; 0 where the file as a whole is meant
 * @param column column or field, empty where none
 * @param value what was found, as written
 * @param expected what would be right: a value, a range, a list parted by {@code |}; free of any language where possible
 */
public record Problem(String file, int row, String column, String value, ProblemCode code, String expected) {
    public Severity severity() {
        return code.severity();
    }

    /** Whether it keeps the source from being imported. */
    public boolean isError() {
        return severity() == Severity.ERROR;
    }

    /** File, row, column, value, expected: what the patterns of {@code problems_*.properties} call {0} … {4}. */
    public Object[] arguments() {
        return new Object[] {file, Integer.toString(row), column, value, expected};
    }

    @Override
    public String toString() {
        return "%s %s:%d %s '%s' (expected %s)".formatted(code, file, row, column, value, expected);
    }
}
