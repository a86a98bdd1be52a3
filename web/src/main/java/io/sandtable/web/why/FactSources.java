package io.sandtable.web.why;

import io.sandtable.model.Attribute;
import io.sandtable.model.Evidence;
import io.sandtable.model.Thing;
import io.sandtable.model.ValueKind;
import io.sandtable.web.Figures;
import io.sandtable.web.Words;
import java.util.Optional;

/** Facts of the data in words, each with the file, row and day it comes from. */
public final class FactSources {
    private final Words words;
    private final Figures figures;

    public FactSources(Words words) {
        this.words = words;
        this.figures = new Figures(words.language());
    }

    /** A value of a thing; empty where it is not known. */
    Optional<WhyView.Fact> fact(String about, Thing thing, Attribute attribute) {
        return thing.has(attribute)
                ? Optional.of(fact(about, thing, attribute, value(thing, attribute)))
                : Optional.empty();
    }

    private WhyView.Fact fact(String about, Thing thing, Attribute attribute, String value) {
        Thing.Ref ref = thing.source(attribute);
        return new WhyView.Fact(
                words.say("why.fact", about, words.language().choose(attribute.zh(), attribute.en()), value),
                ref.evidence().origin().name(),
                source(ref));
    }

    /** Where it stands: file, row, day; who typed it; which method; or that nothing tells it. */
    public String source(Thing.Ref ref) {
        Evidence evidence = ref.evidence();
        String by = evidence.by() == null ? "" : evidence.by();
        String day = figures.date(evidence.asOf());
        return switch (evidence.origin()) {
            case REAL, DEMO ->
                ref.row().isEmpty()
                        ? words.say("why.source.file", evidence.source(), day)
                        : words.say("why.source.row", evidence.source(), ref.row(), day);
            case DERIVED -> words.say("why.source.derived", by, day);
            case DEFAULT -> words.say("why.source.default", by);
            case USER -> words.say("why.source.user", by, day);
        };
    }

    /** A known value as people read it, with its unit. */
    public String value(Thing thing, Attribute attribute) {
        if (attribute.kind() == ValueKind.NUMBER) {
            double number = thing.number(attribute);
            String key = "unit." + attribute.unit().replace(" ", "-").replace("/", "-");
            String unit = words.knows(key) ? words.say(key) : "";
            String said = figures.fixed(number, number == Math.rint(number) ? 0 : 2);
            return unit.isEmpty() ? said : said + " " + unit;
        }
        return attribute.kind() == ValueKind.DATE
                ? figures.date(thing.date(attribute))
                : thing.findText(attribute).orElse(Figures.MISSING);
    }
}
