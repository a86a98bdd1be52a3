package io.sandtable.web.relations;

import io.sandtable.model.Attribute;
import io.sandtable.model.Attributes;
import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.Node;
import io.sandtable.model.Thing;
import io.sandtable.model.ripple.Hop;
import io.sandtable.model.trace.Trace;
import io.sandtable.web.Language;
import io.sandtable.web.Words;
import io.sandtable.web.ripple.RippleWords;
import io.sandtable.web.why.FactSources;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a thing and where from, and how one came to it.
 *
 * @param around address of the page that starts from it
 * @param trace address of the page that follows its goods back and forward, null where it has none
 */
public record Details(
        String name,
        String type,
        String id,
        List<Known> facts,
        List<Step> way,
        String around,
        @Nullable String trace) {
    private static final Set<Attribute> SAID =
            Set.of(Attributes.NAME, Attributes.NAME_EN, Attributes.ALIASES, Attributes.CODE);
    private static final int LONGEST_VALUE = 120;

    public Details {
        facts = List.copyOf(facts);
        way = List.copyOf(way);
    }

    /**
     * A value.
     *
     * @param origin of the evidence, by its name
     * @param source where it stands; empty where it is that of the value before
     */
    public record Known(String what, String value, String origin, String source) {
        Known withoutSource() {
            return new Known(what, value, origin, "");
        }
    }

    /** A relation that one came along, with the numbers it carries. */
    public record Step(String words, List<Known> facts, String origin, String source) {}

    static Details of(BusinessSnapshot snapshot, Node node, List<Hop> way, Language language) {
        var said = new RippleWords(snapshot, language);
        var sources = new FactSources(Words.in(language));
        return new Details(
                said.name(node),
                said.type(node),
                node.findText(Attributes.CODE).orElse(node.id()),
                facts(node, node.type().attributes(), sources, language),
                way.stream().map(hop -> step(hop, said, sources, language)).toList(),
                Address.around(node.id()).toString(),
                Trace.canBeginAt(node.type()) ? Address.trace(node.id()) : null);
    }

    private static Step step(Hop hop, RippleWords said, FactSources sources, Language language) {
        var relation = hop.relation();
        return new Step(
                Words.in(language)
                        .say(
                                "relations.step",
                                said.name(relation.from()),
                                said.relation(relation.type()),
                                said.name(relation.to())),
                facts(relation, relation.type().attributes(), sources, language),
                relation.source().evidence().origin().name(),
                sources.source(relation.source()));
    }

    private static List<Known> facts(Thing thing, List<Attribute> attributes, FactSources sources, Language language) {
        var facts = new ArrayList<Known>();
        String before = "";
        for (Attribute attribute : attributes) {
            if (thing.has(attribute) && !SAID.contains(attribute)) {
                Known known = known(thing, attribute, sources, language);
                facts.add(known.source().equals(before) ? known.withoutSource() : known);
                before = known.source();
            }
        }
        return facts;
    }

    private static Known known(Thing thing, Attribute attribute, FactSources sources, Language language) {
        String value = sources.value(thing, attribute);
        return new Known(
                language.choose(attribute.zh(), attribute.en()),
                value.length() > LONGEST_VALUE ? value.substring(0, LONGEST_VALUE) + "…" : value,
                thing.source(attribute).evidence().origin().name(),
                sources.source(thing.source(attribute)));
    }
}
