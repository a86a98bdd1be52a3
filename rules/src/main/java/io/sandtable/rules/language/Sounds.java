package io.sandtable.rules.language;

import io.sandtable.model.alignment.Pinyin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Chinese names by how they sound: typed in pinyin, whole or first letters, or with another character of the same sound. */
final class Sounds {
    /** A character read in more ways counts with the first ones only; so does a name of many such characters. */
    private static final int MOST_READINGS = 2;

    private static final int MOST_SPELLINGS = 4;
    private static final int LONGEST = 12;
    private static final int LEAST_INITIALS = 3;
    private static final int LEAST_CHARACTERS = 2;

    private static final int MOST_SYLLABLES = 6;
    private static final String BETWEEN = "'";

    private final Map<String, List<NameIndex.Meaning>> spelt = new HashMap<>();
    private final Map<String, List<NameIndex.Meaning>> initials = new HashMap<>();
    /** First letters of names of two characters. */
    private final Map<String, List<NameIndex.Meaning>> pairs = new HashMap<>();

    private final Map<String, List<Heard>> heard = new HashMap<>();

    private record Heard(String name, NameIndex.Meaning meaning) {}

    /** Adds a name in its normal spelling; one that is not Chinese from end to end has no sound. */
    void add(String name, NameIndex.Meaning meaning) {
        if (name.length() < 2 || name.length() > LONGEST) {
            return;
        }
        for (List<String> syllables : syllables(name)) {
            put(spelt, String.join("", syllables), meaning);
            heard.computeIfAbsent(String.join(BETWEEN, syllables), k -> new ArrayList<>(1))
                    .add(new Heard(name, meaning));
            var letters = new StringBuilder();
            syllables.forEach(s -> letters.append(s.charAt(0)));
            put(syllables.size() >= LEAST_INITIALS ? initials : pairs, letters.toString(), meaning);
        }
    }

    /** xb的: two letters are a name's only in small ones, before what they own or are said to do. */
    private static boolean isTypedSmall(NormalText sentence, int start, int end) {
        String original = sentence.original().substring(start, end);
        return end - start == 2
                && original.equals(original.toLowerCase(Locale.ROOT))
                && sentence.text().startsWith("的", end);
    }

    private static void put(Map<String, List<NameIndex.Meaning>> index, String key, NameIndex.Meaning meaning) {
        List<NameIndex.Meaning> known = index.computeIfAbsent(key, k -> new ArrayList<>(1));
        if (!known.contains(meaning)) {
            known.add(meaning);
        }
    }

    /** The ways to read a text, syllable by syllable; none where a character is not Chinese. */
    private static List<List<String>> syllables(String text) {
        List<List<String>> all = List.of(List.of());
        for (int i = 0; i < text.length(); i++) {
            var longer = new ArrayList<List<String>>();
            for (String reading : Pinyin.readings(text.charAt(i)).stream()
                    .sorted()
                    .limit(MOST_READINGS)
                    .toList()) {
                for (List<String> before : all) {
                    var syllables = new ArrayList<>(before);
                    syllables.add(reading);
                    longer.add(syllables);
                }
            }
            all = longer.size() > MOST_SPELLINGS ? longer.subList(0, MOST_SPELLINGS) : longer;
        }
        return all;
    }

    /** What is typed in Latin letters from a place on, words of it joined as long as they spell a name. */
    List<NameIndex.Found> typed(NormalText sentence, int start) {
        String text = sentence.text();
        if (text.chars().allMatch(c -> c < '\u4e00')) {
            // an English word may look like anything
            return List.of();
        }
        var letters = new StringBuilder();
        var found = new ArrayList<NameIndex.Found>();
        int end = start;
        for (int word = 0; word < MOST_SYLLABLES; word++) {
            int from = end;
            while (end < text.length() && text.charAt(end) >= 'a' && text.charAt(end) <= 'z') {
                letters.append(text.charAt(end++));
            }
            if (end == from || !sentence.isBoundary(end)) {
                break;
            }
            List<NameIndex.Meaning> named = spelt.get(letters.toString());
            if (named == null && word == 0) {
                named = initials.get(letters.toString());
            }
            if (named == null && word == 0 && isTypedSmall(sentence, start, end)) {
                named = pairs.getOrDefault(letters.toString(), List.of()).size() == 1
                        ? pairs.get(letters.toString())
                        : null;
            }
            if (named != null) {
                found.add(new NameIndex.Found(end, named));
            }
            if (end + 1 >= text.length() || text.charAt(end) != ' ') {
                break;
            }
            end++;
        }
        return found;
    }

    /** The names that sound like what is written from a place on, and share characters with it: 顺慷阀门 for 顺康阀门. */
    List<NameIndex.Found> alike(NormalText sentence, int start) {
        return alike(sentence, start, LEAST_CHARACTERS);
    }

    /** Whether it could be a name that was typed wrong, be it a guess: 固帮 for 固邦. */
    boolean mayBeNamed(NormalText sentence, int start) {
        return !alike(sentence, start, 2).isEmpty();
    }

    private List<NameIndex.Found> alike(NormalText sentence, int start, int least) {
        String text = sentence.text();
        var found = new ArrayList<NameIndex.Found>();
        for (int end = start + least; end <= Math.min(text.length(), start + LONGEST); end++) {
            if (text.charAt(end - 1) < '\u4e00') {
                break;
            }
            String said = text.substring(start, end);
            Set<NameIndex.Meaning> meant = new LinkedHashSet<>();
            for (List<String> syllables : syllables(said)) {
                heard.getOrDefault(String.join(BETWEEN, syllables), List.of()).stream()
                        .filter(h -> isSlip(said, h.name()))
                        .forEach(h -> meant.add(h.meaning()));
            }
            if (!meant.isEmpty()) {
                found.add(new NameIndex.Found(end, List.copyOf(meant)));
            }
        }
        return found;
    }

    /** One character may be another one. */
    private static boolean isSlip(String said, String name) {
        int other = 0;
        for (int i = 0; i < said.length(); i++) {
            other += said.charAt(i) == name.charAt(i) ? 0 : 1;
        }
        return other == 1;
    }
}
