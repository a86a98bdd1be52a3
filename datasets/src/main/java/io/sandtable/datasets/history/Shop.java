package io.sandtable.datasets.history;

import io.sandtable.datasets.history.Trade.Part;
import io.sandtable.datasets.history.Trade.Raw;
import io.sandtable.datasets.history.Trade.Station;
import io.sandtable.datasets.history.Trade.Step;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The machines, a day at a time: they fail, take a little longer than the book says, and take next what has the least time for the work it still needs. */
final class Shop {
    /** Real work against the book: so much longer on the mean, and so much up and down. */
    private static final double SLOWER = 1.02;

    private static final double MINUTES_PERCENT = 6;
    private static final double WASTE_PERCENT = 15;
    private static final double YIELD_POINTS = 0.3;
    /** Days that the foreman allows for waiting before each step. */
    private static final double WAIT_PER_STEP = 0.8;

    private static final class Machine {
        private final Station station;
        private @Nullable Job job;
        private double minutesLeft;
        private double repairLeft;

        private Machine(Station station) {
            this.station = station;
        }
    }

    private final Trade trade;
    private final Goods goods;
    private final PriceBook prices;
    private final RandomGenerator dice;
    private final Map<String, Raw> raws;
    private final List<Machine> machines = new ArrayList<>();
    private final List<Job> jobs = new ArrayList<>();

    Shop(Trade trade, Chance chance, Goods goods, PriceBook prices) {
        this.trade = trade;
        this.goods = goods;
        this.prices = prices;
        this.dice = chance.of("shop");
        this.raws = trade.raws().stream().collect(Collectors.toMap(Raw::code, Function.identity()));
        trade.stations().forEach(station -> {
            for (int unit = 0; unit < station.units(); unit++) {
                machines.add(new Machine(station));
            }
        });
    }

    void release(Job job) {
        jobs.add(job);
    }

    /** Work orders that are not done. */
    List<Job> jobs() {
        return jobs;
    }

    void work(LocalDate day) {
        for (Machine machine : machines) {
            double minutes = usable(machine);
            while (minutes > 0 && (machine.job != null || takeNext(machine, day))) {
                minutes -= run(machine, minutes, day);
            }
        }
        jobs.removeIf(Job::isDone);
    }

    /** Minutes of the day on which it runs. */
    private double usable(Machine machine) {
        if (dice.nextDouble() < machine.station.failures() / 100) {
            machine.repairLeft += -Math.log(1 - dice.nextDouble()) * machine.station.repairHours() * 60;
        }
        double down = Math.min(machine.repairLeft, trade.shiftMinutes());
        machine.repairLeft -= down;
        return trade.shiftMinutes() - down;
    }

    private boolean takeNext(Machine machine, LocalDate day) {
        Optional<Job> next = jobs.stream()
                .filter(job -> !job.isDone()
                        && !job.begun
                        && job.current().station().equals(machine.station.code())
                        && hasMaterial(job))
                .min(Comparator.<Job>comparingDouble(job -> slackRatio(job, day))
                        .thenComparing(job -> job.id));
        next.ifPresent(job -> begin(machine, job, day));
        return next.isPresent();
    }

    /** Days until it is due over days of work and waiting that are left. */
    private double slackRatio(Job job, LocalDate day) {
        double days = job.minutesLeft() / trade.shiftMinutes() + WAIT_PER_STEP * job.stepsLeft();
        return ChronoUnit.DAYS.between(day, job.due) / days;
    }

    private List<Part> parts(Job job) {
        return job.product.parts().stream()
                .filter(part -> part.station().equals(job.current().station()))
                .toList();
    }

    /** With a twentieth to spare, because waste varies. */
    private boolean hasMaterial(Job job) {
        return parts(job).stream()
                .allMatch(part ->
                        goods.onHand("MAT-" + part.raw()) >= need(job, part, 1 + part.waste() / 100) * 1.05 + 1);
    }

    private double need(Job job, Part part, double waste) {
        double exact = job.quantity * part.quantity() * waste;
        Raw raw = java.util.Objects.requireNonNull(raws.get(part.raw()));
        return raw.unit().equals("pcs") ? Math.ceil(exact) : Goods.round(exact);
    }

    private void begin(Machine machine, Job job, LocalDate day) {
        for (Part part : parts(job)) {
            double waste = 1 + part.waste() / 100 * Chance.factor(dice, WASTE_PERCENT);
            job.cost += goods.issue("MAT-" + part.raw(), need(job, part, waste), job.id, day);
        }
        Step step = job.current();
        machine.job = job;
        machine.minutesLeft =
                (step.setup() + job.quantity * step.minutes()) * SLOWER * Chance.factor(dice, MINUTES_PERCENT);
        job.begun = true;
    }

    /** Works on what it has. @return minutes spent */
    private double run(Machine machine, double minutes, LocalDate day) {
        Job job = java.util.Objects.requireNonNull(machine.job);
        double spent = Math.min(minutes, machine.minutesLeft);
        machine.minutesLeft -= spent;
        double perHour =
                machine.station.operators() * prices.wage(day) + machine.station.kilowatts() * prices.power(day);
        job.cost += spent / 60 * perHour;
        if (machine.minutesLeft <= 0) {
            machine.job = null;
            finishStep(job, day);
        }
        return spent;
    }

    private void finishStep(Job job, LocalDate day) {
        double yield = Math.min(100, job.current().yield() + dice.nextGaussian() * YIELD_POINTS) / 100;
        job.quantity = Math.floor(job.quantity * yield);
        job.begun = false;
        job.step++;
        if (job.isDone()) {
            goods.receive(job.product.id(), job.quantity, Math.round(job.cost / job.quantity * 1e4) / 1e4, day, job.id);
        }
    }
}
