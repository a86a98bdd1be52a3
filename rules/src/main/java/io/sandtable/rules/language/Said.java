package io.sandtable.rules.language;

import io.sandtable.rules.Statement.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A text as it is read: what was taken back or only remarked is left out, and every character knows its place in the original.
 *
 * @param places where each character stands in the original
 */
record Said(String original, String text, List<Integer> places) {
    Said {
        places = List.copyOf(places);
    }

    static Said of(String original) {
        return new Said(
                original,
                original,
                IntStream.range(0, original.length()).boxed().toList());
    }

    Said without(Span span) {
        return replaced(span, new Span(span.start(), span.start()));
    }

    /** The same with a word of ours in the place of one stretch; the word stands where that began. */
    Said replaced(Span span, String word) {
        return new Said(
                original,
                text.substring(0, span.start()) + word + text.substring(span.end()),
                joined(
                        places.subList(0, span.start()),
                        Collections.nCopies(word.length(), places.get(span.start())),
                        places.subList(span.end(), places.size())));
    }

    /** The same with one stretch in the place of another. */
    Said replaced(Span span, Span by) {
        return new Said(
                original,
                text.substring(0, span.start()) + text.substring(by.start(), by.end()) + text.substring(span.end()),
                joined(
                        places.subList(0, span.start()),
                        places.subList(by.start(), by.end()),
                        places.subList(span.end(), places.size())));
    }

    private static List<Integer> joined(List<Integer> first, List<Integer> second, List<Integer> third) {
        var all = new ArrayList<>(first);
        all.addAll(second);
        all.addAll(third);
        return all;
    }

    /** Where stretches of the text stand in the original, in order and joined where they touch. */
    List<Span> original(List<Span> spans) {
        List<Integer> at = spans.stream()
                .flatMap(s -> places.subList(s.start(), s.end()).stream())
                .distinct()
                .sorted()
                .toList();
        var found = new ArrayList<Span>();
        for (int place : at) {
            if (!found.isEmpty() && found.getLast().end() == place) {
                found.set(found.size() - 1, new Span(found.getLast().start(), place + 1));
            } else {
                found.add(new Span(place, place + 1));
            }
        }
        return found;
    }
}
