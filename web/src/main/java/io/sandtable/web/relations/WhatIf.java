package io.sandtable.web.relations;

import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.Node;
import io.sandtable.model.Relation;
import io.sandtable.model.RelationType;
import io.sandtable.model.ripple.Hop;
import io.sandtable.simulation.ripple.OrderHit;
import io.sandtable.web.Figures;
import io.sandtable.web.Language;
import io.sandtable.web.Words;
import io.sandtable.web.ripple.RippleAnswer;
import io.sandtable.web.ripple.RippleGroups;
import io.sandtable.web.ripple.RippleWords;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A what-if laid over the relations.
 *
 * @param change how the sentence was understood
 * @param summary what it comes to
 * @param hurts whether orders are later for it
 * @param orders that are, the earliest due first
 */
public record WhatIf(
        RelationsView view,
        String change,
        String summary,
        boolean hurts,
        List<OrderRow> orders,
        List<RippleGroups.Group> groups) {
    public WhatIf {
        orders = List.copyOf(orders);
        groups = List.copyOf(groups);
    }

    /** An order that is later. */
    public record OrderRow(
            String number,
            String address,
            String customer,
            String due,
            String first,
            String before,
            String after,
            String value) {}

    static WhatIf of(RippleAnswer answer, Address page, Language language) {
        BusinessSnapshot snapshot = answer.understood().snapshot();
        var said = new RippleWords(snapshot, language);
        var groups = new RippleGroups(answer, language);
        List<OrderHit> hurt = answer.consequences().hurt();
        return new WhatIf(
                view(answer, page, language),
                said.change(answer.understood()),
                groups.summary(),
                !hurt.isEmpty(),
                hurt.stream()
                        .sorted(Comparator.comparing(OrderHit::due)
                                .thenComparing(hit -> hit.demand().number()))
                        .map(hit -> row(hit, snapshot, said, page, new Figures(language)))
                        .toList(),
                groups.groups());
    }

    private static OrderRow row(
            OrderHit hit, BusinessSnapshot snapshot, RippleWords said, Address page, Figures figures) {
        return new OrderRow(
                hit.demand().number(),
                page.withNode(hit.demand().id()).toString(),
                snapshot.findNode(hit.demand().customer())
                        .map(said::name)
                        .orElse(hit.demand().customerName()),
                figures.date(hit.due()),
                figures.date(hit.first()),
                figures.date(hit.before()),
                figures.date(hit.after()),
                figures.yuan(hit.value()));
    }

    private static RelationsView view(RippleAnswer answer, Address page, Language language) {
        BusinessSnapshot snapshot = answer.understood().snapshot();
        var tree = Tree.whatIf(snapshot, answer.changed(), answer.touched(), answer.dates(), language);
        Set<Relation> changed = changed(answer);
        List<Node> drawn = tree.drawn(changed.stream().map(Relation::from).toList());
        Set<Relation> relations = tree.ways(drawn);
        relations.addAll(changed);
        Node shown =
                snapshot.findNode(page.node()).orElseGet(() -> answer.changed().getFirst());
        return new RelationsView(
                Words.in(language).say("relations.whatif", tree.size()),
                Around.note(tree, language),
                tree.items(page, shown.id()),
                tree.kinds(),
                tree.picture(drawn, relations, changed).toString(),
                Details.of(snapshot, shown, tree.way(shown), language),
                null,
                null);
    }

    /** The offers that the change strikes; where it strikes none, the relations that lead away from what it is about. */
    private static Set<Relation> changed(RippleAnswer answer) {
        BusinessSnapshot snapshot = answer.understood().snapshot();
        var problem = answer.consequences().problem();
        Set<Relation> offers = answer.consequences().changedOffers().stream()
                .flatMap(offer ->
                        snapshot.node(problem.items().get(offer.item()).id()).in(RelationType.SUPPLIES).stream()
                                .filter(supplies -> supplies.from().id().equals(offer.supplier())))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return !offers.isEmpty()
                ? offers
                : answer.touched().stream()
                        .filter(thing -> thing.handsOn() && thing.hops() == 1)
                        .map(thing -> thing.path().getFirst())
                        .map(Hop::relation)
                        .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
