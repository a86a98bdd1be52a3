package io.sandtable.rules.language;

import io.sandtable.rules.Statement.Span;
import io.sandtable.rules.grammar.Sentence;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** 速冻机12月3号停一天，同一天和面机检修: the time that was said before stands in the place of what points back to it. */
final class SameTime {
    private static final Pattern BACK = Pattern.compile(
            "(?<![去上往历前比年较季度个])(?:同一?天|同日|当日|当天|同期|同一?时期|同一个?月|同月|当月|同一?周|当周|同一?时间段?)(?![一二三四五六七八九十\\d])");

    private SameTime() {}

    static Said applied(Said said, Lattice lattice) {
        Matcher back = BACK.matcher(said.text());
        if (!back.find()) {
            return said;
        }
        List<Span> clauses = Clauses.of(said.text());
        for (int i = 1; i < clauses.size(); i++) {
            Span clause = clauses.get(i);
            boolean here = back.start() >= clause.start() && back.end() <= clause.end();
            if (here
                    && times(said, new Span(clause.start(), back.start()), lattice)
                            .isEmpty()
                    && times(said, new Span(back.end(), clause.end()), lattice).isEmpty()) {
                List<Span> before = times(said, new Span(0, clauses.get(i - 1).end()), lattice);
                return before.size() == 1 ? said.replaced(new Span(back.start(), back.end()), before.getFirst()) : said;
            }
        }
        return said;
    }

    private static List<Span> times(Said said, Span part, Lattice lattice) {
        String words = said.text().substring(part.start(), part.end());
        return lattice.paths(NormalText.of(words)).getFirst().stream()
                .filter(t -> t.type() == Sentence.TIME)
                .map(t -> new Span(part.start() + t.start(), part.start() + t.end()))
                .toList();
    }
}
