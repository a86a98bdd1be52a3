package io.sandtable.rules.language;

import io.sandtable.model.NodeType;
import io.sandtable.rules.Named;
import io.sandtable.rules.Names;
import io.sandtable.rules.Wording;
import io.sandtable.rules.grammar.Sentence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Finds names in sentences and the shortest clear name of nodes. */
public final class NameIndex {
    private static final double LEAST_LIKENESS = 0.2;
    private static final int MOST_NEAREST = 3;
    /** A code that people type without its dash. */
    private static final Pattern CODE = Pattern.compile("[a-z]{1,5}[- ]\\d+[a-z]?");

    /** The noun a name ends with, a code behind it left out. */
    private static final Pattern SORT = Pattern.compile("([\\u4e00-\\u9fa5]{2,6})[A-Za-z0-9 -]*$");

    private static final Pattern LATIN_CODE = Pattern.compile("(?=.*[A-Za-z])[A-Za-z0-9][A-Za-z0-9 -]+");

    private final Names names;
    private final Sounds sounds = new Sounds();
    private final Map<String, List<Meaning>> meanings = new HashMap<>();
    /** Longest name that begins with two characters, so that most places in a sentence cost one look-up. */
    private final Map<String, Integer> longest = new HashMap<>();

    /** One thing a word can mean: a node, or all nodes of a type that share the word. */
    record Meaning(List<String> ids, NodeType type, Wording name) {}

    /**
     * A name as said in a sentence, and what it can mean.
     *
     * @param exact whether it was said as it is written; else it only sounds like it
     */
    record Mention(String said, List<Meaning> meanings, boolean exact) {
        Mention(String said, List<Meaning> meanings) {
            this(said, meanings, true);
        }

        /** Whether it is English for several things of a kind: hoods, butterfly valves. */
        boolean isCountable() {
            return said.matches("[\\p{ASCII}]*[a-z]s")
                    && !meanings.isEmpty()
                    && meanings.stream().allMatch(m -> m.type() == NodeType.MATERIAL || m.type() == NodeType.FAMILY);
        }
    }

    /** Where a name that was found ends, and what it can mean. */
    record Found(int end, List<Meaning> meanings) {}

    public NameIndex(Names names) {
        this.names = names;
        var groups = new LinkedHashMap<GroupKey, List<Named>>();
        for (Named named : names.list()) {
            var name = new Wording(named.name(), Objects.requireNonNullElse(named.nameEn(), named.name()));
            var meaning = new Meaning(List.of(named.id()), named.type(), name);
            words(named).forEach(word -> add(word, meaning));
            sorted(named).forEach(word -> add(word, meaning));
            named.groups()
                    .forEach(word -> groups.computeIfAbsent(
                                    new GroupKey(NormalText.of(word).text(), word, named.type()),
                                    k -> new ArrayList<>())
                            .add(named));
        }
        groups.forEach((key, members) -> addGroup(
                key.key(),
                new Meaning(
                        members.stream().map(Named::id).toList(), key.type(), new Wording(key.word(), key.word()))));
    }

    private record GroupKey(String key, String word, NodeType type) {}

    private static Set<String> words(Named named) {
        var words = new HashSet<String>();
        words.add(named.id());
        words.add(named.name());
        if (named.nameEn() != null) {
            words.add(named.nameEn());
        }
        words.addAll(named.aliases());
        words.removeIf(String::isBlank);
        return words;
    }

    /** 连接器CN-24 and CN-24连接器 for the 24孔连接器: what sort of thing it is beside its code. */
    private static Set<String> sorted(Named named) {
        var words = new HashSet<String>();
        Matcher sort = SORT.matcher(named.name());
        if (sort.find()) {
            for (String code : words(named)) {
                for (int length = 2;
                        length <= sort.group(1).length()
                                && LATIN_CODE.matcher(code).matches();
                        length++) {
                    String noun = sort.group(1).substring(sort.group(1).length() - length);
                    words.add(noun + code);
                    words.add(code + noun);
                }
            }
        }
        return words;
    }

    private void add(String word, Meaning meaning) {
        String key = NormalText.of(word.strip()).text();
        addKey(key, meaning);
        if (CODE.matcher(key).matches()) {
            addKey(key.replaceAll("[- ]", ""), meaning);
        }
        if (key.contains("千瓦")) {
            addKey(key.replace("千瓦", "kw"), meaning);
        } else if (key.contains("kw")) {
            addKey(key.replace("kw", "千瓦"), meaning);
        }
        sounds.add(key, meaning);
    }

    private void addKey(String key, Meaning meaning) {
        List<Meaning> known = meanings.computeIfAbsent(key, k -> new ArrayList<>(1));
        if (!known.contains(meaning)) {
            known.add(meaning);
        }
        longest.merge(head(key, 0), key.length(), Math::max);
    }

    /** A word shared by all nodes that bear it as their own name is one meaning; otherwise the exact name comes first. */
    private void addGroup(String key, Meaning group) {
        List<Meaning> known = meanings.computeIfAbsent(key, k -> new ArrayList<>(1));
        List<Meaning> same =
                known.stream().filter(m -> m.type() == group.type()).toList();
        if (same.size() == 1 && !group.ids().equals(same.getFirst().ids())) {
            return;
        }
        known.removeAll(same);
        add(group.name().zh(), group);
    }

    private static String head(String text, int start) {
        return text.substring(start, Math.min(text.length(), start + 2));
    }

    /** The names that begin at a place. */
    List<Token> at(NormalText sentence, int start) {
        var found = new ArrayList<Token>();
        if (!sentence.isBoundary(start)) {
            return found;
        }
        String text = sentence.text();
        int reach = Math.max(
                longest.getOrDefault(head(text, start), 0), longest.getOrDefault(text.substring(start, start + 1), 0));
        for (int end = start + 1; end <= Math.min(text.length(), start + reach); end++) {
            List<Meaning> meant = meanings.get(text.substring(start, end));
            if (meant != null) {
                int last = sentence.isBoundary(end) ? end : plural(sentence, end);
                if (last > 0) {
                    found.add(new Token(
                            Sentence.NAME,
                            start,
                            last,
                            new Mention(sentence.original().substring(start, last), meant)));
                }
            }
        }
        if (found.isEmpty()) {
            boolean latin = NormalText.isLatin(text.charAt(start));
            (latin ? sounds.typed(sentence, start) : sounds.alike(sentence, start))
                    .forEach(f -> found.add(new Token(
                            Sentence.NAME,
                            start,
                            f.end(),
                            new Mention(sentence.original().substring(start, f.end()), f.meanings(), false))));
        }
        return found;
    }

    /** Whether something in a text could be a name that was typed wrong. */
    boolean mayBeNamed(NormalText text) {
        return IntStream.range(0, text.length()).anyMatch(at -> sounds.mayBeNamed(text, at));
    }

    private static int plural(NormalText sentence, int end) {
        return sentence.text().startsWith("s", end) && sentence.isBoundary(end + 1) ? end + 1 : 0;
    }

    /** The node of an id as a mention, for words like 该供应商. */
    Optional<Mention> mention(String id) {
        return names.find(id)
                .map(named -> new Mention(
                        named.name(),
                        List.of(new Meaning(
                                List.of(id),
                                named.type(),
                                new Wording(named.name(), Objects.requireNonNullElse(named.nameEn(), named.name()))))));
    }

    /** The clear names of nodes in their order: a group's word where all its nodes stand there, else each name, else the id. */
    public List<Wording> describe(List<String> ids) {
        var described = new ArrayList<Wording>();
        int i = 0;
        while (i < ids.size()) {
            int at = i;
            Optional<Meaning> group = names.find(ids.get(i)).stream()
                    .flatMap(n -> n.groups().stream())
                    .flatMap(word -> meanings.getOrDefault(NormalText.of(word).text(), List.of()).stream())
                    .filter(m -> m.ids().size() > 1
                            && at + m.ids().size() <= ids.size()
                            && ids.subList(at, at + m.ids().size()).equals(m.ids()))
                    .max(Comparator.comparingInt(m -> m.ids().size()));
            described.add(group.map(Meaning::name).orElseGet(() -> clearName(ids.get(at))));
            i += group.map(m -> m.ids().size()).orElse(1);
        }
        return described;
    }

    private Wording clearName(String id) {
        if (id.contains("|")) {
            List<Wording> each = describe(List.of(id.split("\\|")));
            return new Wording(
                    each.stream().map(Wording::zh).collect(Collectors.joining("/")),
                    each.stream().map(Wording::en).collect(Collectors.joining("/")));
        }
        return names.find(id)
                .map(n -> new Wording(clear(n.name(), id), clear(Objects.requireNonNullElse(n.nameEn(), n.name()), id)))
                .orElse(new Wording(id, id));
    }

    private String clear(String name, String id) {
        return meanings.getOrDefault(NormalText.of(name).text(), List.of()).size() == 1 ? name : id;
    }

    /** Up to three nodes whose names share most character pairs with the word. */
    List<Meaning> nearest(String word) {
        int[] wanted = pairs(NormalText.of(word).text());
        var best = new ArrayList<Near>();
        meanings.forEach((name, meant) -> {
            double likeness = likeness(wanted, name);
            if (likeness > LEAST_LIKENESS) {
                meant.forEach(meaning -> keep(best, new Near(meaning, likeness)));
            }
        });
        return best.stream().map(Near::meaning).toList();
    }

    /** A meaning and how like its name is, 0 … 1; the likest come first. */
    private record Near(Meaning meaning, double likeness) implements Comparable<Near> {
        private static final Comparator<Near> ORDER = Comparator.comparingDouble(Near::likeness)
                .reversed()
                .thenComparing(near -> near.meaning().ids().getFirst());

        @Override
        public int compareTo(Near other) {
            return ORDER.compare(this, other);
        }
    }

    private static void keep(List<Near> best, Near near) {
        if (best.size() == MOST_NEAREST && best.getLast().compareTo(near) <= 0) {
            return;
        }
        Optional<Near> same =
                best.stream().filter(b -> b.meaning().equals(near.meaning())).findFirst();
        if (same.isPresent() && same.get().compareTo(near) <= 0) {
            return;
        }
        same.ifPresent(best::remove);
        best.add(near);
        best.sort(Comparator.naturalOrder());
        if (best.size() > MOST_NEAREST) {
            best.removeLast();
        }
    }

    /** Share of character pairs in common, 0 … 1. */
    private static double likeness(int[] wanted, String name) {
        int pairs = Math.max(1, name.length() - 1);
        int shared = 0;
        for (int i = 0; i < pairs; i++) {
            shared += Arrays.binarySearch(wanted, pair(name, i)) >= 0 ? 1 : 0;
        }
        return 2.0 * shared / (wanted.length + pairs);
    }

    /** The distinct pairs of neighbouring characters in order; of a single character, that one. */
    private static int[] pairs(String text) {
        return IntStream.range(0, Math.max(1, text.length() - 1))
                .map(i -> pair(text, i))
                .sorted()
                .distinct()
                .toArray();
    }

    private static int pair(String text, int at) {
        return text.charAt(at) << 16 | (at + 1 < text.length() ? text.charAt(at + 1) : 0);
    }
}
