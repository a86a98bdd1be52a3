package io.sandtable.rules.language;

import io.sandtable.rules.grammar.Sentence;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The words of {@code words.txt}, each with the token types it may be. */
final class Lexicon {
    private final Map<String, List<Integer>> types = new HashMap<>();
    private int longest;

    static Lexicon load() {
        try (InputStream in = Lexicon.class.getResourceAsStream("words.txt")) {
            if (in == null) {
                throw new IllegalStateException("words.txt is missing from the rules jar; build it again.");
            }
            return new Lexicon(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("words.txt cannot be read from the rules jar; build it again.", e);
        }
    }

    private Lexicon(String lines) {
        var byName = new HashMap<String, Integer>();
        for (int type = 1; type <= Sentence.VOCABULARY.getMaxTokenType(); type++) {
            byName.put(Sentence.VOCABULARY.getSymbolicName(type), type);
        }
        lines.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).forEach(line -> {
            int colon = line.indexOf(": ");
            Integer type = colon < 0 ? null : byName.get(line.substring(0, colon));
            if (type == null) {
                throw new IllegalStateException(
                        "words.txt has the line '%s'; it must begin with a token of the grammar. Correct it."
                                .formatted(line));
            }
            for (String word : line.substring(colon + 2).split("\\|")) {
                String key = NormalText.of(word).text();
                List<Integer> known = types.computeIfAbsent(key, k -> new ArrayList<>());
                if (!known.contains(type)) {
                    known.add(type);
                }
                longest = Math.max(longest, key.length());
            }
        });
    }

    /** All words that begin at a place. */
    List<Token> at(NormalText sentence, int start) {
        var found = new ArrayList<Token>();
        if (!sentence.isBoundary(start)) {
            return found;
        }
        int last = Math.min(sentence.length(), start + longest);
        for (int end = start + 1; end <= last; end++) {
            if (sentence.isBoundary(end)) {
                int until = end;
                types.getOrDefault(sentence.text().substring(start, end), List.of())
                        .forEach(type -> found.add(new Token(type, start, until, null)));
            }
        }
        return found;
    }
}
