package io.sandtable.datasets;

import static io.sandtable.datasets.Severity.ERROR;
import static io.sandtable.datasets.Severity.NOTE;
import static io.sandtable.datasets.Severity.WARNING;

/** What can be the matter with an import. The names are permanent; both languages word them in {@code problems_*.properties}. */
public enum ProblemCode {
    // the source as a whole
    PATH_NOT_FOUND(ERROR),
    FORMAT_UNKNOWN(ERROR),
    MAPPING_UNKNOWN(ERROR),
    MAPPING_WRONG(ERROR),
    TABLE_MISSING(ERROR),
    AS_OF_MISSING(ERROR),
    /** Its tables have no rows. */
    NOTHING_TOLD(ERROR),
    /** Its facts do not fit into the memory. */
    TOO_MUCH_TO_KEEP(ERROR),
    JSON_MALFORMED(ERROR),
    XML_MALFORMED(ERROR),
    YAML_MALFORMED(ERROR),
    PACKAGE_FIELD_MISSING(ERROR),
    PACKAGE_FIELD_WRONG(ERROR),

    // a file
    FILE_UNKNOWN(ERROR),
    FILE_EMPTY(ERROR),
    FILE_TOO_LARGE(ERROR),
    FILE_NOT_TEXT(ERROR),
    FILE_DAMAGED(ERROR),
    FILE_NOT_READ(NOTE),
    TABLE_NOT_READ(WARNING),
    ENCODING_UNKNOWN(ERROR),
    ENCODING_GB18030(WARNING),
    SEPARATOR_WRONG(ERROR),
    QUOTE_WRONG(ERROR),

    // the description of an interface
    /** A file of YAML that describes none, or an edition of OpenAPI that is not read. */
    API_EDITION(ERROR),
    API_WITHOUT_TABLES(ERROR),
    API_REF_OUTSIDE(WARNING),
    API_REF_UNKNOWN(WARNING),
    API_CUT_SHORT(WARNING),

    // a column, a row, a value
    COLUMN_UNKNOWN(ERROR),
    COLUMN_UNNAMED(ERROR),
    COLUMN_TWICE(ERROR),
    /** A rule asks for a column of which there are several. */
    COLUMN_AMBIGUOUS(ERROR),
    COLUMN_MISSING(ERROR),
    ROW_LENGTH(ERROR),
    VALUE_MISSING(ERROR),
    VALUE_WRONG(ERROR),
    NUMBER_WRONG(ERROR),
    DATE_WRONG(ERROR),
    DATE_NOT_IN_CALENDAR(ERROR),
    FLAG_WRONG(ERROR),
    WORD_UNKNOWN(ERROR),
    OUT_OF_RANGE(ERROR),
    DATES_REVERSED(ERROR),

    // how things hang together
    ID_PREFIX(ERROR),
    ID_TWICE(ERROR),
    RELATION_TWICE(ERROR),
    END_TYPE(ERROR),
    END_UNKNOWN(ERROR),
    RELATION_MISSING(ERROR),
    BOM_CYCLE(ERROR),
    OPERATION_WITHOUT_MACHINE(WARNING),
    MATERIAL_WITHOUT_SOURCE(WARNING),

    // what an import from another system left out, simplified or added
    /** There are more problems of a kind than are listed. */
    MORE_OF_A_KIND(NOTE),
    COLUMN_TWICE_UNUSED(NOTE),
    NOT_USED(NOTE),
    TOTAL_ROW(NOTE),
    VALUE_ASSUMED(NOTE),
    GROUP_NOT_USED(NOTE),
    PLAN_NOT_USED(NOTE),
    ORDER_NOT_OPEN(NOTE),
    STOCK_POOLED(NOTE),
    TRANSFERS_IN_DUE_DATES(NOTE),
    CALENDAR_FOLDED(NOTE),
    WAIT_BY_CLOCK(NOTE),
    CURRENCY_CONVERTED(NOTE),
    RATE_UNKNOWN(ERROR),
    STAND_IN_USED(NOTE),
    MARKET_PRICE_USED(NOTE),
    MARKET_AFTER_AS_OF(NOTE),
    HISTORY_ONLY(NOTE),
    MARKET_NOT_FOUND(NOTE);

    private final Severity severity;

    ProblemCode(Severity severity) {
        this.severity = severity;
    }

    public Severity severity() {
        return severity;
    }

    /** Whether it is the fault of single rows, without which the rest of the source can be used. */
    public boolean isAboutRows() {
        return compareTo(ROW_LENGTH) >= 0 && compareTo(BOM_CYCLE) <= 0;
    }
}
