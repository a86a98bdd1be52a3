package io.sandtable.rules.language;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A text without the spaces that touch a Chinese character (百 分 之 5), in which numbers and times are looked for beside the
 * text itself.
 *
 * @param places where each character stands in the text, and at the end the text's length
 */
record Tight(String text, List<Integer> places) {
    private static final char FIRST_CHINESE = '\u2e80';

    Tight {
        places = List.copyOf(places);
    }

    static Tight of(String spaced) {
        var text = new StringBuilder(spaced.length());
        var places = new ArrayList<Integer>(spaced.length() + 1);
        for (int i = 0; i < spaced.length(); i++) {
            if (spaced.charAt(i) != ' ' || !touchesChinese(spaced, i)) {
                text.append(spaced.charAt(i));
                places.add(i);
            }
        }
        places.add(spaced.length());
        return new Tight(text.toString(), places);
    }

    private static boolean touchesChinese(String text, int at) {
        int before = at;
        int after = at;
        while (before >= 0 && text.charAt(before) == ' ') {
            before--;
        }
        while (after < text.length() && text.charAt(after) == ' ') {
            after++;
        }
        return (before >= 0 && text.charAt(before) >= FIRST_CHINESE)
                || (after < text.length() && text.charAt(after) >= FIRST_CHINESE);
    }

    boolean isSameAs(String spaced) {
        return text.length() == spaced.length();
    }

    /** Where a character of the spaced text, which is no space, stands here. */
    int at(int place) {
        int low = 0;
        int high = places.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (places.get(middle) < place) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** What was found here, where it stands in the spaced text. */
    Stream<Token> inPlace(Stream<Token> found) {
        return found.map(t -> new Token(t.type(), places.get(t.start()), places.get(t.end() - 1) + 1, t.value()));
    }
}
