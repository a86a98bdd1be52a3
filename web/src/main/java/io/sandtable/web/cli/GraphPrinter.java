package io.sandtable.web.cli;

import io.sandtable.model.Attribute;
import io.sandtable.model.Attributes;
import io.sandtable.model.Fact;
import io.sandtable.model.Node;
import io.sandtable.model.NodeType;
import io.sandtable.model.Relation;
import io.sandtable.model.RelationType;
import io.sandtable.model.Thing;
import io.sandtable.model.ValueKind;
import io.sandtable.store.GraphHistory.Replaced;
import io.sandtable.store.Revision;
import io.sandtable.web.Figures;
import io.sandtable.web.Language;
import io.sandtable.web.Words;
import io.sandtable.web.graph.GraphState;
import io.sandtable.web.graph.ThingState;
import io.sandtable.web.why.FactSources;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;

/** States of the graph for a terminal. */
final class GraphPrinter {
    private static final int SHOWN = 20;

    private final Words words;
    private final Language language;
    private final Figures figures;
    private final FactSources sources;
    private final PrintWriter out;

    GraphPrinter(Words words, PrintWriter out) {
        this.words = words;
        this.language = words.language();
        this.figures = new Figures(language);
        this.sources = new FactSources(words);
        this.out = out;
    }

    void print(GraphState state) {
        head(state);
        var table = new TextTable().row(List.of(words.say("graph.type"), words.say("graph.count")));
        for (NodeType type : NodeType.values()) {
            count(table, type.zh(), type.en(), state.stored().nodes(type).size());
        }
        for (RelationType type : RelationType.values()) {
            count(table, type.zh(), type.en(), state.stored().relationCount(type));
        }
        out.print(table.print());
        out.println();
        revisions(state.revisions());
    }

    private void count(TextTable table, String zh, String en, int count) {
        if (count > 0) {
            table.row(List.of(language.choose(zh, en), figures.number(count)));
        }
    }

    private void revisions(List<Revision> revisions) {
        var table = new TextTable()
                .row(List.of(
                        words.say("graph.revision"),
                        words.say("graph.at"),
                        words.say("graph.added"),
                        words.say("graph.changed"),
                        words.say("graph.removed")));
        for (Revision r : revisions.stream().limit(SHOWN).toList()) {
            table.row(List.of(
                    Long.toString(r.number()),
                    figures.date(r.at()),
                    r.begins() ? words.say("graph.begins") : figures.number(r.added()),
                    r.begins() ? "" : figures.number(r.changed()),
                    r.begins() ? "" : figures.number(r.removed())));
        }
        out.print(table.print());
        more(revisions.size());
    }

    void print(ThingState thing) {
        head(thing.state());
        Node node = thing.node();
        out.println("%s  %s  %s"
                .formatted(
                        node.id(),
                        language.choose(node.name(), node.nameEn()),
                        language.choose(node.type().zh(), node.type().en())));
        values(node, node.type().attributes());
        List<Relation> relations = thing.relations();
        if (!relations.isEmpty()) {
            out.println();
            out.println(words.say("graph.relations"));
        }
        for (Relation relation : relations) {
            out.println(relation(
                    relation.type(), relation.from().id(), relation.to().id(), relation.variant()));
            values(relation, relation.type().attributes());
        }
        out.println();
        history(thing.history());
    }

    private void head(GraphState state) {
        out.println(words.say(
                "graph.head",
                state.company(),
                Long.toString(state.revision()),
                state.stored().hash().substring(0, 12)));
        if (state.asOf().validOn() != null) {
            out.println(words.say("graph.valid", figures.date(state.asOf().validOn())));
        }
    }

    /** Each value with its source; said once where several in a row have the same. */
    private void values(Thing thing, List<Attribute> attributes) {
        List<Attribute> known = attributes.stream().filter(thing::has).toList();
        String before = "";
        if (known.isEmpty()) {
            out.println("    " + sources.source(thing.source()));
        }
        for (Attribute attribute : known) {
            String source = sources.source(thing.source(attribute));
            out.println("    %s %s%s"
                    .formatted(
                            language.choose(attribute.zh(), attribute.en()),
                            sources.value(thing, attribute),
                            source.equals(before) ? "" : "  ← " + source));
            before = source;
        }
    }

    private void history(List<Replaced> history) {
        out.println(words.say("graph.history"));
        if (history.isEmpty()) {
            out.println("    " + words.say("graph.history.none"));
        }
        for (Replaced replaced : history.stream().limit(SHOWN).toList()) {
            String what = replaced.relation()
                    .map(r -> relation(r.type(), r.from(), r.to(), r.variant()).strip())
                    .orElse(words.say("graph.history.itself"));
            out.println("  "
                    + words.say(
                            replaced.before().isEmpty() ? "graph.history.new" : "graph.history.until",
                            figures.date(replaced.by().at()),
                            Long.toString(replaced.by().number()),
                            what));
            for (Fact fact : replaced.before()) {
                out.println("    %s  ← %s"
                        .formatted(values(fact), sources.source(new Thing.Ref(fact.evidence(), fact.row()))));
            }
        }
        more(history.size());
    }

    private String values(Fact fact) {
        return fact.values().entrySet().stream()
                .map(value -> {
                    Attribute attribute = Attributes.named(value.getKey());
                    String text = value.getValue() instanceof Double number
                            ? ValueKind.NUMBER.format(number) + " " + attribute.unit()
                            : value.getValue().toString();
                    return language.choose(attribute.zh(), attribute.en()) + " " + text.strip();
                })
                .collect(Collectors.joining(words.say("graph.separator")));
    }

    private String relation(RelationType type, String from, String to, String variant) {
        return "  %s —%s→ %s%s"
                .formatted(
                        from, language.choose(type.zh(), type.en()), to, variant.isEmpty() ? "" : " (" + variant + ")");
    }

    private void more(int size) {
        if (size > SHOWN) {
            out.println("… " + (size - SHOWN));
        }
    }
}
