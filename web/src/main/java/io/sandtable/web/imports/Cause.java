package io.sandtable.web.imports;

import io.sandtable.datasets.ProblemCode;

/** What kind of mistake a problem is; problems are shown by it. Worded under {@code import.cause.…}. */
enum Cause {
    /** A file as a whole cannot be read, or says too little of itself. */
    FILE,
    COLUMN,
    /** A cell is empty that must not be. */
    EMPTY,
    /** A number, day or word is not written as it must be, or out of its range. */
    VALUE,
    /** Something stands twice. */
    TWICE,
    /** An id points nowhere, or a relation is not there that must be. */
    LINK,
    OTHER;

    static Cause of(ProblemCode code) {
        return switch (code) {
            case PATH_NOT_FOUND,
                    FORMAT_UNKNOWN,
                    MAPPING_UNKNOWN,
                    AS_OF_MISSING,
                    NOTHING_TOLD,
                    JSON_MALFORMED,
                    XML_MALFORMED,
                    YAML_MALFORMED,
                    FILE_DAMAGED,
                    PACKAGE_FIELD_MISSING,
                    PACKAGE_FIELD_WRONG,
                    FILE_UNKNOWN,
                    FILE_EMPTY,
                    FILE_TOO_LARGE,
                    TOO_MUCH_TO_KEEP,
                    FILE_NOT_TEXT,
                    ENCODING_UNKNOWN,
                    SEPARATOR_WRONG,
                    QUOTE_WRONG -> FILE;
            case COLUMN_UNKNOWN, COLUMN_UNNAMED, COLUMN_TWICE, COLUMN_AMBIGUOUS, COLUMN_MISSING, ROW_LENGTH -> COLUMN;
            case VALUE_MISSING -> EMPTY;
            case VALUE_WRONG,
                    NUMBER_WRONG,
                    DATE_WRONG,
                    DATE_NOT_IN_CALENDAR,
                    FLAG_WRONG,
                    WORD_UNKNOWN,
                    OUT_OF_RANGE,
                    DATES_REVERSED,
                    ID_PREFIX,
                    RATE_UNKNOWN -> VALUE;
            case ID_TWICE, RELATION_TWICE -> TWICE;
            case END_TYPE, END_UNKNOWN, RELATION_MISSING, BOM_CYCLE -> LINK;
            default -> OTHER;
        };
    }
}
