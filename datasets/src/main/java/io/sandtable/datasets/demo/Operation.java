package io.sandtable.datasets.demo;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step of the routing of an item.
 *
 * @param sequence 10, 20, 30 … within the routing
 * @param machines codes of the machines that can do it, the usual one first
 * @param tool code of the mould or die it needs, null for none
 * @param minutes machine minutes per unit started
 * @param setupMinutes minutes per lot
 * @param yieldPercent good share of what is started, before wear of the tool
 */
record Operation(
        String item,
        int sequence,
        String technology,
        List<String> machines,
        @Nullable String tool,
        double minutes,
        double setupMinutes,
        double yieldPercent,
        List<Input> inputs) {
    Operation {
        machines = List.copyOf(machines);
        inputs = List.copyOf(inputs);
    }

    /** So much of an item per good unit leaving the operation, and scrap in percent on top. */
    record Input(String item, double quantity, double scrapPercent) {}

    String id() {
        return "PRO-%s-%d".formatted(item, sequence);
    }

    String machine() {
        return machines.getFirst();
    }
}
