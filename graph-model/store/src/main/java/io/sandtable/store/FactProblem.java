package io.sandtable.store;

/**
 * One reason why an import was refused.
 *
 * @param source the file, message or sentence of the fact
 * @param row where in it
 * @param column the attribute, or {@code from} and {@code to} for the ends of a relation
 * @param value what was found, empty where something is missing
 * @param expected what would be right
 */
public record FactProblem(String source, String row, String column, String value, Code code, String expected) {
    /** Permanent: shown to people and worded in the message bundles. */
    public enum Code {
        /** A relation begins or ends at a node that is neither in this import nor in the graph. */
        UNKNOWN_NODE,
        /** The type table asks for a value that no fact gives. */
        MISSING_VALUE,
        /** Two sources of one import share an id but differ. */
        EVIDENCE_CONFLICT,
        /** Evidence came as a node; it is written with the facts that rest on it. */
        EVIDENCE_AS_NODE
    }
}
