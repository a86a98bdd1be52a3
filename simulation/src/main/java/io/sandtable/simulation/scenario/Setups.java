package io.sandtable.simulation.scenario;

import io.sandtable.model.Changeovers;
import java.util.Arrays;
import java.util.List;

/**
 * The set-ups of a machine, by number, and the worked minutes of changing it over from one to another. What is quicker by way of a third
 * set-up is done that way (shortest paths after Floyd and Warshall), so that work taken out of a sequence never lengthens it.
 */
public final class Setups {
    /** The set-up of work for which any will do: it leaves the machine as it is. */
    public static final int ANY = -1;

    /** Nineteen years: longer is never, and two of them still are a number. */
    static final int MOST_MINUTES = 10_000_000;

    /** A machine that is never changed over. */
    public static final Setups NONE = new Setups(List.of(), new int[0][0], ANY);

    private final List<String> names;
    private final int[][] minutes;
    private final int today;

    private Setups(List<String> names, int[][] minutes, int today) {
        this.names = List.copyOf(names);
        this.minutes = minutes;
        this.today = today;
    }

    /**
     * What no rule speaks of takes no time.
     *
     * @param names all that the machine's work asks for and what it is set up for today
     * @param today what it is set up for on the first day, empty where that is not known: then the first changeover is free
     */
    public static Setups of(List<String> names, Changeovers rules, String today) {
        int n = names.size();
        Changeovers.Lookup lookup = rules.lookup();
        var minutes = new int[n][n];
        for (int from = 0; from < n; from++) {
            for (int to = 0; to < n; to++) {
                minutes[from][to] = Math.min(
                        MOST_MINUTES,
                        lookup.minutes(names.get(from), names.get(to)).orElse(0));
            }
        }
        for (int via = 0; via < n; via++) {
            for (int from = 0; from < n; from++) {
                for (int to = 0; to < n; to++) {
                    minutes[from][to] = Math.min(minutes[from][to], minutes[from][via] + minutes[via][to]);
                }
            }
        }
        return new Setups(names, minutes, names.indexOf(today));
    }

    /** The set-up on the first day, {@link #ANY} where it is not known. */
    public int today() {
        return today;
    }

    /** Whether anything ever takes time. */
    public boolean matter() {
        return Arrays.stream(minutes).flatMapToInt(Arrays::stream).anyMatch(m -> m > 0);
    }

    /** Worked minutes of changing over. */
    public int minutes(int from, int to) {
        return from < 0 || to < 0 ? 0 : minutes[from][to];
    }

    /** The number of a set-up, {@link #ANY} where the machine does not know it. */
    public int indexOf(String name) {
        return names.indexOf(name);
    }

    /** What the set-up is called. */
    public String name(int setup) {
        return names.get(setup);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Setups that
                && names.equals(that.names)
                && Arrays.deepEquals(minutes, that.minutes)
                && today == that.today;
    }

    @Override
    public int hashCode() {
        return names.hashCode() * 31 + Arrays.deepHashCode(minutes);
    }
}
