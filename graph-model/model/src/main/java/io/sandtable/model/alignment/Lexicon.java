package io.sandtable.model.alignment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Words of trades: which mean the same, which exclude one another, which say nothing about what a thing is. */
final class Lexicon {
    static final Lexicon SHIPPED = read("words.txt");

    private record Word(String spelling, String meaning) {}

    private final List<Word> same = new ArrayList<>();
    private final List<String> empty = new ArrayList<>();

    /** A word that stands for one of those of a group that exclude one another. */
    private record Exclusive(String group, String meaning) {}

    private final Map<String, Exclusive> exclusive = new HashMap<>();

    private final List<String> exclusiveWords = new ArrayList<>();

    private Lexicon(List<String> lines) {
        int group = 0;
        for (String line : lines) {
            String kind = line.substring(0, 1);
            String[] words = line.substring(1).strip().split("\\s*\\|\\s*");
            switch (kind) {
                case "=" -> Arrays.stream(words).skip(1).forEach(w -> same.add(new Word(w, words[0])));
                case "-" -> empty.addAll(List.of(words));
                case "!" -> {
                    group++;
                    for (String alternatives : words) {
                        String[] alike = alternatives.split("\\s*,\\s*");
                        for (String word : alike) {
                            exclusive.put(word, new Exclusive("" + group, alike[0]));
                        }
                    }
                }
                default ->
                    throw new IllegalStateException(
                            "'%s' is no line of the word list; it begins with = (same), - (says nothing) or ! (exclude)."
                                    .formatted(line));
            }
        }
        Comparator<String> longest =
                Comparator.comparing(String::length).reversed().thenComparing(w -> w);
        same.sort(Comparator.comparing(Word::spelling, longest));
        empty.sort(longest);
        exclusiveWords.addAll(exclusive.keySet());
        exclusiveWords.sort(longest);
    }

    private static Lexicon read(String file) {
        try (InputStream in = Lexicon.class.getResourceAsStream(file)) {
            String text = new String(java.util.Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return new Lexicon(text.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The word list %s cannot be read; build the program again.".formatted(file), e);
        }
    }

    /** The text with every known word in the one spelling that its meaning has. */
    String inOneSpelling(String text) {
        String plain = text;
        for (Word word : same) {
            plain = replace(plain, word.spelling(), word.meaning());
        }
        return plain;
    }

    /** The text without words that say nothing about what a thing is. */
    String withoutEmptyWords(String text) {
        String plain = text;
        for (String word : empty) {
            plain = replace(plain, word, " ");
        }
        return plain;
    }

    /** Words of the text that exclude others, by the group in which they do. */
    Map<String, Set<String>> exclusiveWords(String text) {
        var found = new HashMap<String, Set<String>>();
        String rest = text;
        for (String word : exclusiveWords) {
            if (contains(rest, word)) {
                Exclusive place = java.util.Objects.requireNonNull(exclusive.get(word));
                found.computeIfAbsent(place.group(), g -> new TreeSet<>()).add(place.meaning());
                rest = replace(rest, word, " ");
            }
        }
        return found;
    }

    private static boolean contains(String text, String word) {
        return find(text, word, 0) >= 0;
    }

    private static String replace(String text, String word, String by) {
        int at = find(text, word, 0);
        if (at < 0) {
            return text;
        }
        var out = new StringBuilder();
        int done = 0;
        for (; at >= 0; at = find(text, word, done)) {
            out.append(text, done, at).append(by);
            done = at + word.length();
        }
        return out.append(text.substring(done)).toString();
    }

    /** Latin words are found as wholes, Chinese ones anywhere. */
    private static int find(String text, String word, int from) {
        boolean whole = PlainText.isLetter(word.charAt(0));
        for (int at = text.indexOf(word, from); at >= 0; at = text.indexOf(word, at + 1)) {
            int end = at + word.length();
            if (!whole
                    || ((at == 0 || !PlainText.isLetter(text.charAt(at - 1)))
                            && (end == text.length() || !PlainText.isLetter(text.charAt(end))))) {
                return at;
            }
        }
        return -1;
    }
}
