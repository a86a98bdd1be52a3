package io.sandtable.datasets.frepple;

import io.sandtable.model.Changeovers;
import io.sandtable.model.Changeovers.Rule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Set-up matrices. frePPLe's rules name set-ups by patterns; ours name them, so that the patterns are tried on every name there is. */
final class FreppleSetups {
    /** Where no rule fits, frePPLe forbids the changeover: a year is as good as never. */
    private static final int NEVER = 365 * 1440;

    private final Mapping m;
    private final Map<String, List<FreppleObject>> rules = new HashMap<>();
    private final Set<String> names = new TreeSet<>();

    FreppleSetups(Mapping m) {
        this.m = m;
        m.files.of("input.setupmatrix").forEach(FreppleObject::name);
        for (FreppleObject rule : m.files.of("input.setuprule")) {
            rules.computeIfAbsent(rule.reference("setupmatrix"), s -> new ArrayList<>())
                    .add(rule);
        }
        rules.values().forEach(all -> all.sort(Comparator.comparingDouble(r -> m.numberOr(r, "priority", 0))));
        for (String model : List.of("input.operationresource", "input.resource")) {
            m.files.of(model).stream()
                    .map(o -> name(o.written("setup")))
                    .filter(n -> !n.isEmpty())
                    .forEach(names::add);
        }
    }

    /** A name that can stand in a list of changeovers. */
    static String name(String setup) {
        return setup.replaceAll("[>=;*]", " ").strip();
    }

    /** The changeovers of a matrix; empty where there is no such matrix or nothing is ever set up. */
    Optional<Changeovers> changeovers(String matrix) {
        List<FreppleObject> all = rules.getOrDefault(matrix, List.of());
        if (all.isEmpty() || names.isEmpty()) {
            return Optional.empty();
        }
        List<Tried> tried = all.stream().map(this::tried).toList();
        var pairs = new LinkedHashSet<Rule>();
        for (String from : names) {
            for (String to : names) {
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
        return pairs.isEmpty() ? Optional.empty() : Optional.of(new Changeovers(shortened(pairs)));
    }

    /** Where all changeovers from a set-up take as long, one rule says so. */
    private List<Rule> shortened(Set<Rule> pairs) {
        var shorter = new ArrayList<Rule>();
        for (String from : names) {
            List<Rule> own = pairs.stream().filter(r -> r.from().equals(from)).toList();
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
        return new Tried(pattern(rule.text("fromsetup")), pattern(rule.text("tosetup")), (int)
                Math.min(NEVER, Math.ceil(m.numberOr(rule, "duration", 0) / 60)));
    }

    /** A regular expression, as newer versions write it, or {@code *} and {@code ?} for any letters and any letter; empty fits all. */
    private static Pattern pattern(String written) {
        if (written.isEmpty()) {
            return Pattern.compile(".*");
        }
        if (!written.contains(".*")) {
            String glob = java.util.Arrays.stream(written.split("(?<=[*?])|(?=[*?])"))
                    .map(part -> switch (part) {
                        case "*" -> ".*";
                        case "?" -> ".";
                        default -> Pattern.quote(name(part));
                    })
                    .collect(java.util.stream.Collectors.joining());
            return Pattern.compile(glob);
        }
        try {
            return Pattern.compile(written);
        } catch (PatternSyntaxException e) {
            return Pattern.compile(Pattern.quote(name(written)));
        }
    }
}
