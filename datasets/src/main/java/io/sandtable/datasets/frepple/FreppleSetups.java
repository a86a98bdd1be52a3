package io.sandtable.datasets.frepple;

import io.sandtable.model.Changeovers;
import io.sandtable.model.Changeovers.Rule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

/** Set-up matrices. frePPLe's rules name set-ups by patterns; ours name them, so that the patterns are tried on every name there is. */
final class FreppleSetups {
    /** Where no rule fits, frePPLe forbids the changeover: a year is as good as never. */
    private static final int NEVER = 365 * 1440;
    /** What no name of a set-up has in it. */
    private static final Pattern REGULAR = Pattern.compile("[\\[\\](){}|\\\\^$+]");

    private final Mapping m;
    private final Map<String, List<FreppleObject>> rules = new HashMap<>();
    /** Set-ups that work on machines of a matrix asks for, or that they have today. */
    private final Map<String, Set<String>> names = new HashMap<>();

    FreppleSetups(Mapping m) {
        this.m = m;
        m.files.of("input.setupmatrix").forEach(FreppleObject::name);
        for (FreppleObject rule : m.files.of("input.setuprule")) {
            rules.computeIfAbsent(rule.reference("setupmatrix"), s -> new ArrayList<>())
                    .add(rule);
        }
        rules.values().forEach(all -> all.sort(Comparator.comparingDouble(r -> m.numberOr(r, "priority", 0))));
        var matrices = new HashMap<String, Set<String>>();
        for (FreppleObject resource : m.files.of("input.resource")) {
            String matrix = resource.reference("setupmatrix");
            String owner = resource.reference("owner");
            for (String of : List.of(resource.name(), owner)) {
                if (!matrix.isEmpty() && !of.isEmpty()) {
                    matrices.computeIfAbsent(of, r -> new HashSet<>()).add(matrix);
                    add(matrix, resource.written("setup"));
                }
            }
        }
        for (FreppleObject load : m.files.of("input.operationresource")) {
            matrices.getOrDefault(load.reference("resource"), Set.of())
                    .forEach(matrix -> add(matrix, load.written("setup")));
        }
    }

    private void add(String matrix, String setup) {
        if (!name(setup).isEmpty()) {
            names.computeIfAbsent(matrix, x -> new TreeSet<>()).add(name(setup));
        }
    }

    /** A name that can stand in a list of changeovers. */
    static String name(String setup) {
        return setup.replaceAll("[>=;*]", " ").strip();
    }

    /** The changeovers of a matrix; empty where there is no such matrix or nothing is ever set up. */
    Optional<Changeovers> changeovers(String matrix) {
        List<FreppleObject> all = rules.getOrDefault(matrix, List.of());
        Set<String> asked = names.getOrDefault(matrix, Set.of());
        if (all.isEmpty() || asked.isEmpty()) {
            return Optional.empty();
        }
        List<Tried> tried = all.stream().map(this::tried).toList();
        var pairs = new LinkedHashSet<Rule>();
        for (String from : asked) {
            for (String to : asked) {
                if (!from.equals(to)) {
                    int minutes = tried.stream()
                            .filter(t -> t.from().matcher(from).matches()
                                    && t.to().matcher(to).matches())
                            .mapToInt(Tried::minutes)
                            .findFirst()
                            .orElse(NEVER);
                    pairs.add(new Rule(from, to, minutes));
                }
            }
        }
        return pairs.isEmpty() ? Optional.empty() : Optional.of(new Changeovers(shortened(asked, pairs)));
    }

    /** Where all changeovers from a set-up take as long, one rule says so. */
    private static List<Rule> shortened(Set<String> names, Set<Rule> pairs) {
        Map<String, List<Rule>> byFrom = pairs.stream().collect(Collectors.groupingBy(Rule::from));
        var shorter = new ArrayList<Rule>();
        for (String from : names) {
            List<Rule> own = byFrom.getOrDefault(from, List.of());
            if (own.stream().map(Rule::minutes).distinct().count() == 1 && own.size() > 1) {
                shorter.add(new Rule(from, Changeovers.ANY, own.getFirst().minutes()));
            } else {
                shorter.addAll(own);
            }
        }
        return shorter;
    }

    private record Tried(Pattern from, Pattern to, int minutes) {}

    private Tried tried(FreppleObject rule) {
        double minutes = Math.ceil(m.numberOr(rule, "duration", 0) / 60);
        return new Tried(
                pattern(rule.text("fromsetup")), pattern(rule.text("tosetup")), (int) Math.clamp(minutes, 0, NEVER));
    }

    /** A regular expression, as newer versions write it, or {@code *} and {@code ?} for any letters and any letter; empty fits all. */
    private static Pattern pattern(String written) {
        if (written.isEmpty()) {
            return Pattern.compile(".*");
        }
        if (!written.contains(".*") && !REGULAR.matcher(written).find()) {
            String glob = Arrays.stream(written.split("(?<=[*?])|(?=[*?])"))
                    .map(part -> switch (part) {
                        case "*" -> ".*";
                        case "?" -> ".";
                        default -> Pattern.quote(name(part));
                    })
                    .collect(Collectors.joining());
            return Pattern.compile(glob);
        }
        try {
            return Pattern.compile(written);
        } catch (PatternSyntaxException e) {
            return Pattern.compile(Pattern.quote(name(written)));
        }
    }
}
