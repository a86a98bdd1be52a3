package io.sandtable.bench;

import java.io.PrintWriter;
import java.util.List;

/** A question about how fast or how steady the service is; answers with figures. */
public interface Benchmark {
    /**
     * Measures, after a warm-up where times count.
     *
     * @param runs how many runs a figure comes from
     * @param err where progress goes
     */
    List<Figure> run(int runs, PrintWriter err);
}
