package io.sandtable.datasets.reading;

import org.jspecify.annotations.Nullable;

/**
 * How much of what a source says fits into the memory. Rows are read one at a time, but facts, points of series and rows that are looked up
 * stay until the end.
 */
final class Room {
    /** Share of the heap that a source may fill; checking, storing and the service take the rest. */
    private static final double SHARE = 0.6;

    private final long bytes;
    private long used;
    private long asked;
    private long fitting;
    private @Nullable Place firstWithout;

    /** Where something stands. */
    record Place(String file, int row) {}

    /** What stays, and about how many bytes one of it takes with all that is noted about it. */
    enum Kind {
        FACT(2_000),
        POINT(200),
        LOOKED_UP(1_000);

        private final int bytes;

        Kind(int bytes) {
            this.bytes = bytes;
        }
    }

    Room() {
        this((long) (Runtime.getRuntime().maxMemory() * SHARE));
    }

    Room(long bytes) {
        this.bytes = bytes;
    }

    /** Takes the room for one more; false where there is none, from then on for everything. */
    boolean take(Kind kind, String file, int row) {
        asked++;
        if (firstWithout == null && used + kind.bytes > bytes) {
            firstWithout = new Place(file, row);
        }
        if (firstWithout != null) {
            return false;
        }
        used += kind.bytes;
        fitting++;
        return true;
    }

    /** What stands at the first place that had no room; null as long as all had. */
    @Nullable
    Place firstWithout() {
        return firstWithout;
    }

    /** For how many room was asked. */
    long asked() {
        return asked;
    }

    /** How many fitted. */
    long fitting() {
        return fitting;
    }
}
