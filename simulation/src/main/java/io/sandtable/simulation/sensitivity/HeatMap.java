package io.sandtable.simulation.sensitivity;

import java.util.List;

/**
 * One figure of a plan over two inputs.
 *
 * @param base the figure with nothing changed; {@code brokenToday} ids of the must-rules broken then
 * @param rows from the low end of {@code up} to its high one, each from the low end of {@code across} to its high one
 */
public record HeatMap(
        Kpi kpi, Mode mode, Range across, Range up, double base, List<String> brokenToday, List<List<Cell>> rows) {
    public HeatMap {
        brokenToday = List.copyOf(brokenToday);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /**
     * One pair of values.
     *
     * @param across and {@code up} differences from today in the inputs' units
     * @param value of the figure there
     * @param broken ids of the must-rules that the plan breaks there
     */
    public record Cell(double across, double up, double value, List<String> broken) {
        public Cell {
            broken = List.copyOf(broken);
        }
    }
}
