package io.sandtable.ingest.recorded;

import io.sandtable.datasets.Title;
import io.sandtable.datasets.reading.CsvTable;
import io.sandtable.datasets.reading.Draft;
import java.util.List;

/** How a known file holds readings: which columns it has and what they mean. */
sealed interface Layout permits SteelWorks, ContainerLoggers {
    /** All that are known. */
    static List<Layout> all() {
        return List.of(new SteelWorks(), new ContainerLoggers());
    }

    /** Short name; the source that its readings have. */
    String name();

    Title title();

    /** Columns by which a file is known. */
    List<String> knownBy();

    /** Reads the rows in their order; what is wrong is a problem of the draft. */
    Taken read(CsvTable table, String file, Draft draft);

    /**
     * What the rows say.
     *
     * @param moments rows that remain when those of one device and time are one
     */
    record Taken(List<RecordedReading> readings, int moments) {
        public Taken {
            readings = List.copyOf(readings);
        }
    }
}
