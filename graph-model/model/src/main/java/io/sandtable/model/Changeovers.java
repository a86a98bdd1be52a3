package io.sandtable.model;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * How long a machine is changed over from one set-up to another: {@code red>blue=30;*>white=120;*>*=60}, in minutes. The first rule
 * that fits counts; {@code *} stands for any set-up. To stay as it is takes no time unless a rule says so by name ({@code red>red=5}).
 */
public record Changeovers(List<Rule> rules) {
    /** Stands for any set-up. */
    public static final String ANY = "*";

    /** Minutes from one set-up to another. */
    public record Rule(String from, String to, int minutes) {
        public Rule {
            if (from.isEmpty() || to.isEmpty() || minutes < 0) {
                throw new IllegalArgumentException(
                        "A changeover from '%s' to '%s' takes %d minutes; name both set-ups and give minutes from 0."
                                .formatted(from, to, minutes));
            }
        }
    }

    public Changeovers {
        rules = List.copyOf(rules);
    }

    /** Reads {@code from>to=minutes;…}. */
    public static Changeovers parse(String text) {
        return new Changeovers(
                Arrays.stream(text.split(";")).map(Changeovers::rule).toList());
    }

    private static Rule rule(String text) {
        int arrow = text.indexOf('>');
        int equals = text.lastIndexOf('=');
        if (arrow < 0 || equals < arrow) {
            throw new IllegalArgumentException(
                    "'%s' is not a changeover; write red>blue=30 (minutes), * for any set-up.".formatted(text));
        }
        double minutes = ValueKind.number(text.substring(equals + 1));
        if (minutes != Math.rint(minutes) || Math.abs(minutes) > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "'%s' has no whole number of minutes; write red>blue=30.".formatted(text));
        }
        return new Rule(
                text.substring(0, arrow).strip(),
                text.substring(arrow + 1, equals).strip(),
                (int) minutes);
    }

    /** Minutes that the first fitting rule says; none where no rule speaks of it. */
    public OptionalInt minutes(String from, String to) {
        return lookup().minutes(from, to);
    }

    /** The rules made ready for being asked about many pairs. */
    public Lookup lookup() {
        return new Lookup(rules);
    }

    /** Finds the first fitting rule without going through all of them. */
    public static final class Lookup {
        private record Pair(String from, String to) {}

        private final List<Rule> rules;
        private final Map<Pair, Integer> first = new HashMap<>();

        private Lookup(List<Rule> rules) {
            this.rules = rules;
            for (int i = 0; i < rules.size(); i++) {
                first.putIfAbsent(new Pair(rules.get(i).from(), rules.get(i).to()), i);
            }
        }

        /** Minutes that the first fitting rule says; none where no rule speaks of it. */
        public OptionalInt minutes(String from, String to) {
            boolean same = from.equals(to);
            int named = place(from, to);
            int place = same
                    ? named
                    : Math.min(Math.min(named, place(from, ANY)), Math.min(place(ANY, to), place(ANY, ANY)));
            if (place < rules.size()) {
                return OptionalInt.of(rules.get(place).minutes());
            }
            return same ? OptionalInt.of(0) : OptionalInt.empty();
        }

        private int place(String from, String to) {
            return first.getOrDefault(new Pair(from, to), rules.size());
        }
    }

    @Override
    public String toString() {
        return rules.stream()
                .map(r -> "%s>%s=%d".formatted(r.from(), r.to(), r.minutes()))
                .collect(Collectors.joining(";"));
    }
}
