package io.sandtable.simulation.why;

import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.plan.Plan.Lot;
import io.sandtable.simulation.plan.Plan.Operation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** Who runs on each machine, with each tool, or by each crew, by start. */
final class Bookings {
    /** One operation of a lot. */
    record Booking(Lot lot, Operation op) {}

    private final List<List<Booking>> byResource = new ArrayList<>();

    Bookings(Plan plan, int resources, ToIntFunction<Operation> resource) {
        this(plan, resources, (Operation op) -> List.of(resource.applyAsInt(op)));
    }

    /** @param taken all the resources that an operation takes, −1 none */
    Bookings(Plan plan, int resources, Function<Operation, List<Integer>> taken) {
        for (int i = 0; i < resources; i++) {
            byResource.add(new ArrayList<>());
        }
        for (Lot lot : plan.lots()) {
            for (Operation op : lot.operations()) {
                taken.apply(op).stream()
                        .filter(resource -> resource >= 0)
                        .distinct()
                        .forEach(resource -> byResource.get(resource).add(new Booking(lot, op)));
            }
        }
        byResource.forEach(list ->
                list.sort(Comparator.comparingInt((Booking b) -> b.op().start()).thenComparingInt(b -> b.op().end())));
    }

    /** Operations on a resource that begin before {@code to} and end after {@code from}. */
    List<Booking> between(int resource, int from, int to) {
        return byResource.get(resource).stream()
                .filter(b -> b.op().start() < to && b.op().end() > from)
                .toList();
    }

    /** Worked minutes booked on a resource, changeovers included. */
    int minutes(int resource) {
        return byResource.get(resource).stream()
                .mapToInt(b -> b.op().changeoverMinutes() + b.op().workMinutes())
                .sum();
    }
}
