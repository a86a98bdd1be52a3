package io.sandtable.datasets;

import java.io.Serial;

/** A table has more rows than a sheet of Excel can have, so that its errors cannot be marked there. */
public final class TooLongToMark extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String file;
    private final int most;

    /** @param most rows that fit */
    public TooLongToMark(String file, int most) {
        super(
                "%s has more than %d rows, the most of an Excel sheet; correct the file itself, by the list of its problems."
                        .formatted(file, most));
        this.file = file;
        this.most = most;
    }

    public String file() {
        return file;
    }

    public int most() {
        return most;
    }
}
