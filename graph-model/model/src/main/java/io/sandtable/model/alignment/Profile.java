package io.sandtable.model.alignment;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A thing with its names taken apart, which is done once however many it is compared with.
 *
 * @param readings one for each of its names, with the specification; the first is that of the name
 * @param traces what may be found of it in another list: its code, its numbers, its syllables two by two, its letters and how it is spelled
 * @param everything what it says, in one order: two things of one list with the same cannot be told apart by it
 */
record Profile(Described thing, List<Reading> readings, Set<String> traces, String everything) {
    static Profile of(Described thing) {
        List<Reading> readings = thing.names().isEmpty()
                ? List.of(Reading.of(thing.specification()))
                : thing.names().stream()
                        .map(name -> Reading.of(name, thing.specification()))
                        .toList();
        return new Profile(thing, readings, traces(thing, readings), everything(readings.getFirst()));
    }

    private static Set<String> traces(Described thing, List<Reading> readings) {
        var traces = new LinkedHashSet<String>();
        if (Codes.tells(thing.code())) {
            traces.add("code " + Codes.core(thing.code()));
        }
        thing.names().stream()
                .filter(Codes::tells)
                .filter(name -> name.length() <= 20)
                .forEach(name -> traces.add("code " + Codes.core(name)));
        readings.forEach(reading -> add(reading, traces));
        return traces;
    }

    private static void add(Reading reading, Set<String> traces) {
        String before = "";
        for (Atom atom : reading.atoms()) {
            traces.add(atom.key());
            if (!before.isEmpty()) {
                traces.add(before + " " + atom.key());
            }
            before = atom.key();
        }
        String run = String.join("", reading.tokens());
        if (!reading.atoms().isEmpty() && run.length() > 3) {
            traces.add("run " + sorted(run));
        }
        reading.letters().stream().filter(word -> word.length() > 1).forEach(word -> traces.add("abc " + word));
        String han = reading.hanText();
        if (!han.isEmpty()) {
            var initials = new StringBuilder();
            var spelled = new StringBuilder();
            String last = "";
            for (char c : han.toCharArray()) {
                String syllable =
                        Pinyin.readings(c).stream().sorted().findFirst().orElse(String.valueOf(c));
                traces.add("yin " + last + " " + syllable);
                initials.append(Character.toUpperCase(syllable.charAt(0)));
                spelled.append(syllable);
                last = syllable;
            }
            traces.add("abc " + initials);
            traces.add("abc " + spelled.toString().toUpperCase(java.util.Locale.ROOT));
        }
    }

    /** The name's words in one piece, to count how common it is. */
    String wholeName() {
        return readings.getFirst().hanText()
                + (readings.getFirst().han().isEmpty()
                        ? String.join(" ", readings.getFirst().letters())
                        : "");
    }

    private static String everything(Reading first) {
        List<String> letters = first.letters().stream().sorted().toList();
        List<String> atoms = first.atoms().stream()
                .map(atom -> atom.key() + atom.unit())
                .sorted()
                .toList();
        return sorted(first.hanText()) + letters + atoms;
    }

    private static String sorted(String text) {
        return text.chars()
                .sorted()
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
