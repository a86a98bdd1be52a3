package io.sandtable.datasets.reading;

import io.sandtable.datasets.reading.CsvTable.Line;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/**
 * The lines of a table as often as they are asked for. A small table is held; a large one is read from its file anew, a line at a time, so
 * that its size does not matter.
 */
public interface Lines {
    /** The first ones, at most so many; no more of the file is read than they need. */
    List<Line> head(int most) throws IOException;

    /** All of them in order; what is wrong with the file as a whole is a problem of the draft it was opened for. */
    void each(Consumer<Line> taker) throws IOException;

    /** Whether they are in memory, so that asking again costs nothing. */
    boolean areHeld();

    /** Those of a list. */
    static Lines of(List<Line> lines) {
        return new Held(List.copyOf(lines));
    }

    /** In memory. */
    record Held(List<Line> lines) implements Lines {
        @Override
        public List<Line> head(int most) {
            return lines.subList(0, Math.min(most, lines.size()));
        }

        @Override
        public void each(Consumer<Line> taker) {
            lines.forEach(taker);
        }

        @Override
        public boolean areHeld() {
            return true;
        }
    }
}
