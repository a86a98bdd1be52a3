package io.sandtable.web.ripple;

import io.sandtable.model.Attributes;
import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.Evidence;
import io.sandtable.model.Money;
import io.sandtable.model.Node;
import io.sandtable.model.NodeType;
import io.sandtable.model.Relation;
import io.sandtable.model.RelationType;
import io.sandtable.rules.Statement;
import io.sandtable.simulation.ripple.Response;
import io.sandtable.web.Figures;
import io.sandtable.web.Language;
import io.sandtable.web.Words;
import io.sandtable.web.ask.Understood;
import java.util.List;
import java.util.stream.Collectors;

/** What a ripple says, in sentences. */
public final class RippleWords {
    /** So many things are named; of more their number is said. */
    private static final int NAMED = 3;

    private final BusinessSnapshot snapshot;
    private final Language language;
    private final Words words;
    private final Figures figures;

    public RippleWords(BusinessSnapshot snapshot, Language language) {
        this.snapshot = snapshot;
        this.language = language;
        words = Words.in(language);
        figures = new Figures(language);
    }

    /** The change as it was understood. */
    public String change(Understood understood) {
        return understood.understandings().stream()
                .flatMap(understanding -> understanding.statements().stream())
                .map(Statement::paraphrase)
                .map(said -> language.choose(said.zh(), said.en()))
                .collect(Collectors.joining(language.choose("", " ")));
    }

    /** What is done. */
    public String what(Response response) {
        String key = "ripple.what." + response.kind().id();
        List<String> on = response.on();
        return response.kind() == Response.Kind.SUBSTITUTE
                ? words.say(key, name(on.getFirst()), name(on.getLast()), condition(on.getFirst(), on.getLast()))
                : words.say(key, names(on), on.size());
    }

    /** What comes of it. */
    public String effect(PricedResponse priced) {
        int told = priced.response().on().size();
        return priced.response().kind() == Response.Kind.RE_PROMISE
                ? words.say("ripple.effect.re-promise", told, priced.missedBefore(), priced.missed())
                : words.say(
                        "ripple.effect",
                        priced.onTime().size(),
                        priced.missedBefore(),
                        priced.missed(),
                        figures.number(priced.lateDaysBefore()),
                        figures.number(priced.lateDays()));
    }

    /** Its price against doing nothing. */
    public String cost(PricedResponse priced) {
        return words.say(
                "ripple.cost", figures.moneyDifference(Money.fen(-priced.cost().minor())));
    }

    /** What a thing is called: its name, else its number. */
    public String name(Node node) {
        return node.has(Attributes.NAME)
                ? language.choose(node.name(), node.nameEn())
                : node.findText(Attributes.CODE).orElse(node.id());
    }

    /** What its type is called. */
    public String type(Node node) {
        return type(node.type());
    }

    /** What things of that type are called. */
    public String type(NodeType type) {
        return language.choose(type.zh(), type.en());
    }

    /** What a relation is called. */
    public String relation(RelationType type) {
        return language.choose(type.zh(), type.en());
    }

    /** Where a relation stands: file and row, or who or what it comes from. */
    public static String evidence(Relation relation) {
        Evidence evidence = relation.source().evidence();
        String row = relation.source().row();
        return row.isEmpty() ? evidence.source() : evidence.source() + ":" + row;
    }

    private String condition(String substitute, String material) {
        return snapshot.node(material).in(RelationType.SUBSTITUTES).stream()
                .filter(relation -> relation.from().id().equals(substitute))
                .flatMap(relation -> relation.findText(Attributes.CONDITION).stream())
                .findFirst()
                .map(condition -> words.say("ripple.condition", condition))
                .orElse("");
    }

    private String names(List<String> ids) {
        String named =
                ids.stream().limit(NAMED).map(this::name).collect(Collectors.joining(language.choose("、", ", ")));
        return ids.size() > NAMED ? words.say("ripple.andMore", named, ids.size()) : named;
    }

    private String name(String id) {
        return snapshot.findNode(id).map(this::name).orElse(id);
    }
}
