package io.sandtable.bench;

import java.io.PrintWriter;
import java.util.List;

/** A question about how fast or how steady the service is; answers with figures. */
interface Benchmark {
    /** @param err where progress goes */
    List<Figure> run(int runs, PrintWriter err);
}
