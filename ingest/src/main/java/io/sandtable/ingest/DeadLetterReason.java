package io.sandtable.ingest;

/** Why a message could not be used. Names are permanent: they are stored, and pages word them. Arguments in brackets, in order. */
public enum DeadLetterReason {
    /** The topic is none of {@code sandtable/<company>/stock|reading/<source>} [topic]. */
    TOPIC_UNKNOWN,
    /** Larger than the limit [bytes, limit in bytes]. Only the beginning is kept. */
    PAYLOAD_TOO_LARGE,
    /** Not one JSON object in UTF-8, or a name stands twice in it [what the reader says]. */
    NOT_JSON,
    /** Another or no schema id [found, expected]. */
    SCHEMA_UNKNOWN,
    /** A field is not there [field]. */
    FIELD_MISSING,
    /** A field that the schema does not know; mostly a slip of the pen [field]. */
    FIELD_UNKNOWN,
    /** A field is of the wrong kind or form [field, found, expected]. */
    FIELD_INVALID,
    /** A number nobody can mean [field, found, lowest, highest]. */
    VALUE_ABSURD,
    /** Later than the clock here allows [field, found, latest]. */
    DATE_AHEAD,
    /** Before the year 2000 [field, found, earliest]. */
    DATE_TOO_OLD,
    /** A lot is listed twice for one place [lot]. */
    LOT_TWICE,
    /** A lot over several bins has differing materials, units, costs or expiry dates [lot, field]. */
    LOT_CONTRADICTORY,
    /** The message id has been used before with another content [message id]. */
    MESSAGE_ID_REUSED,
    /** This home holds no such company [company]. */
    COMPANY_UNKNOWN,
    /** The company has no such site [site]. */
    SITE_UNKNOWN,
    /** The company has no such zone [zone]. */
    ZONE_UNKNOWN,
    /** The company has no such bin [bin]. */
    BIN_UNKNOWN,
    /** The bin is there, at another site [bin, site]. */
    BIN_ELSEWHERE,
    /** The company has no such material [material, lot]. */
    MATERIAL_UNKNOWN,
    /** A code stands for several things; the id would be clear [code, how many]. */
    CODE_AMBIGUOUS,
    /** The unit cannot be turned into the material's [lot, unit, the material's unit]. */
    UNIT_MISMATCH,
    /** The graph holds this lot as another material [lot, material there, material in the message]. */
    LOT_OF_OTHER_MATERIAL,
    /** The graph refuses it for another cause [what it says]. */
    GRAPH_REFUSED,
    /** A fault of ours in reading it [what it says]. */
    READER_FAILED
}
