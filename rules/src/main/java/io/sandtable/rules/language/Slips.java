package io.sandtable.rules.language;

import io.sandtable.rules.Named;
import io.sandtable.rules.Names;
import io.sandtable.rules.grammar.Sentence;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Names of one word in Latin letters with one slip of the typist. Where two fit, or a name has the word in it, none is meant. */
final class Slips {
    private static final int SHORTEST = 6;

    private final NameIndex index;
    /** A single word → the nodes it may be. */
    private final Map<String, Set<String>> words = new HashMap<>();

    private final Set<String> known = new HashSet<>();

    Slips(Names names, NameIndex index) {
        this.index = index;
        names.list().forEach(this::add);
    }

    private void add(Named named) {
        Stream.concat(
                        Stream.of(named.name()),
                        Stream.concat(Stream.ofNullable(named.nameEn()), named.aliases().stream()))
                .map(name -> NormalText.of(name).text().split(" "))
                .forEach(parts -> {
                    if (parts.length == 1 && isWord(parts[0])) {
                        words.computeIfAbsent(parts[0], k -> new LinkedHashSet<>())
                                .add(named.id());
                    }
                    known.addAll(List.of(parts));
                });
    }

    private static boolean isWord(String text) {
        return text.length() >= SHORTEST && text.chars().allMatch(c -> c < 0x250 && Character.isLetter(c));
    }

    /** The name that a capitalised word nobody knows must be. */
    Optional<Token> at(NormalText sentence, int start) {
        int end = start + 1;
        while (!sentence.isBoundary(end)) {
            end++;
        }
        String word = sentence.text().substring(start, end);
        if (!sentence.isBoundary(start)
                || !isWord(word)
                || !Character.isUpperCase(sentence.original().charAt(start))) {
            return Optional.empty();
        }
        int last = end;
        return meant(word)
                .flatMap(index::mention)
                .map(mention -> new Token(
                        Sentence.NAME,
                        start,
                        last,
                        new NameIndex.Mention(sentence.original().substring(start, last), mention.meanings())));
    }

    private Optional<String> meant(String word) {
        List<String> near = words.entrySet().stream()
                .filter(name -> isOneSlip(word, name.getKey()))
                .flatMap(name -> name.getValue().stream())
                .distinct()
                .toList();
        return near.size() == 1 && !known.contains(word) ? Optional.of(near.getFirst()) : Optional.empty();
    }

    /** One letter too many, too few, wrong, or two neighbours swapped, after the first letter. */
    private static boolean isOneSlip(String said, String known) {
        if (said.charAt(0) != known.charAt(0) || Math.abs(said.length() - known.length()) > 1) {
            return false;
        }
        int same = 0;
        while (same < said.length() && same < known.length() && said.charAt(same) == known.charAt(same)) {
            same++;
        }
        String restSaid = said.substring(same);
        String restKnown = known.substring(same);
        return after(restSaid, 1).equals(restKnown)
                || after(restKnown, 1).equals(restSaid)
                || after(restSaid, 1).equals(after(restKnown, 1))
                || (restSaid.length() > 1
                        && restKnown.length() > 1
                        && restSaid.charAt(0) == restKnown.charAt(1)
                        && restSaid.charAt(1) == restKnown.charAt(0)
                        && after(restSaid, 2).equals(after(restKnown, 2)));
    }

    private static String after(String text, int letters) {
        return text.substring(Math.min(letters, text.length()));
    }
}
