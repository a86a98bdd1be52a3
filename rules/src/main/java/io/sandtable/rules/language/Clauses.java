package io.sandtable.rules.language;

import io.sandtable.rules.Statement.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a text at commas and stops, but not inside numbers such as 3,000 or 1.5. */
final class Clauses {
    private static final String STOPS = "，,；;。！!？?\n\r";

    /** Words between two things that are said in one breath; the words themselves belong to neither. */
    private static final Pattern JOINTS = Pattern.compile(
            "、|(?<=[\\u4e00-\\u9fa5])\\s+(?=[\\u4e00-\\u9fa5A-Za-z\\d])|(?:又|再)(?:赶上|碰上|遇上|叠加)|叠加|并且|而且|(?<![而并尚况暂姑])(?<=[\\u4e00-\\u9fa5\\d%])且(?![慢不得])|偏偏|(?<![\\u4e00-\\u9fa5])同时|(?<=[成番倍半天周月季年数台件套块吨折产供停])同时|然后呢?|还有就是|还有(?![多几没什哪谁])|另外(?![要加])|以及|此外|再加上|再一个|再就是|再有就是|加上|外加|与此同时|顺便|\\band\\b|(?<=[a-z]):\\s|\\bplus\\b|\\balso\\b|\\bthen\\b(?=\\s\\S)|\\s(?=we (?:stop|only|do not|don't|no longer|must not|switch|will not|won't) )|\\bwhile\\b|\\s(?=after (?:we|they|the last|last|what|our|it) )|\\s(?=(?:if|once|when|whenever|because|due to|owing to|thanks to|seeing that|given that|now that) )",
            Pattern.CASE_INSENSITIVE);

    private Clauses() {}

    /** The clauses cut once more at words like 并且 and "and", where that leaves no more than so many. */
    static List<Span> fine(String text, int most) {
        List<Span> coarse = of(text);
        var fine = new ArrayList<Span>();
        coarse.forEach(span -> {
            int start = span.start();
            Matcher joint =
                    JOINTS.matcher(text).region(span.start(), span.end()).useTransparentBounds(true);
            while (joint.find()) {
                add(fine, text, start, joint.start());
                start = joint.end();
            }
            add(fine, text, start, span.end());
        });
        return fine.size() > most ? coarse : fine;
    }

    static List<Span> of(String text) {
        var spans = new ArrayList<Span>();
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || isStop(text, i)) {
                add(spans, text, start, i);
                start = i + 1;
            }
        }
        return spans;
    }

    /** Whether a new sentence begins between two places. */
    static boolean isStopped(String text, int from, int to) {
        return text.substring(from, to).chars().anyMatch(c -> "；;。！!？?\n\r.".indexOf(c) >= 0);
    }

    private static boolean isStop(String text, int at) {
        char c = text.charAt(at);
        if (c == '.') {
            return at + 1 == text.length() || text.charAt(at + 1) == ' ';
        }
        boolean insideNumber = c == ','
                && at > 0
                && at + 1 < text.length()
                && Character.isDigit(text.charAt(at - 1))
                && Character.isDigit(text.charAt(at + 1));
        return STOPS.indexOf(c) >= 0 && !insideNumber;
    }

    private static void add(List<Span> spans, String text, int start, int end) {
        int from = start;
        int to = end;
        while (from < to && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
            to--;
        }
        if (from < to) {
            spans.add(new Span(from, to));
        }
    }
}
