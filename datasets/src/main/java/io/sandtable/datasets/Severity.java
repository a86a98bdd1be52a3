package io.sandtable.datasets;

/** How much a problem weighs. */
public enum Severity {
    /** The row or file cannot be used; the import as it stands is refused. */
    ERROR,
    /** Usable, and somebody should look at it. */
    WARNING,
    /** Said for honesty: what was left out, simplified or assumed. */
    NOTE
}
