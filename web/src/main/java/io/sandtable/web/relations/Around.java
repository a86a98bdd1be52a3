package io.sandtable.web.relations;

import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.Node;
import io.sandtable.model.ripple.Hop;
import io.sandtable.model.ripple.Surroundings;
import io.sandtable.model.ripple.Touched;
import io.sandtable.web.Language;
import io.sandtable.web.Shelf;
import io.sandtable.web.Words;
import io.sandtable.web.company.Business;
import io.sandtable.web.relations.RelationsView.Grow;
import io.sandtable.web.ripple.RippleWords;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What stands around a thing, step by step, and the way between two. */
@Component
@Profile("service")
class Around {
    private final Shelf<String, Surroundings> compiled = new Shelf<>(2);

    /** The surroundings of a thing, or its way to another; of a plan alone where one is given. */
    RelationsView view(
            Business business,
            Node start,
            @Nullable Node end,
            @Nullable PlanTouches only,
            Address page,
            Language language) {
        BusinessSnapshot snapshot = business.snapshot();
        Surroundings all = compiled.get(
                snapshot.hash(), () -> Surroundings.of(snapshot, business.card().asOf()));
        Surroundings surroundings = only == null ? all : all.only(only.ids());
        return end == null
                ? around(snapshot, surroundings, start, page, language)
                : between(snapshot, surroundings, start, end, page, language);
    }

    private static RelationsView around(
            BusinessSnapshot snapshot, Surroundings surroundings, Node start, Address page, Language language) {
        int steps = page.sure() ? page.steps() : uncrowded(surroundings, start, page.steps());
        var tree = Tree.around(snapshot, start, surroundings.within(start, steps), language);
        Grow grow = steps < page.steps() ? grow(surroundings.count(start, page.steps()), page, steps, language) : null;
        boolean more = grow == null
                && page.steps() < Address.MOST_STEPS
                && surroundings.count(start, page.steps() + 1) > tree.size();
        String heading = Words.in(language)
                .say("relations.around", new RippleWords(snapshot, language).name(start), steps, tree.size());
        List<Node> drawn = tree.drawn(List.of());
        return view(
                snapshot,
                tree,
                heading,
                tree.picture(drawn, surroundings.among(drawn), Set.of()).toString(),
                start,
                page,
                more ? page.withSteps(page.steps() + 1, page.sure()).toString() : null,
                grow,
                language);
    }

    /** The most steps that keep the picture clear, at least one. */
    private static int uncrowded(Surroundings surroundings, Node start, int wanted) {
        return IntStream.iterate(wanted, steps -> steps - 1)
                .filter(steps -> steps == 1 || surroundings.count(start, steps) <= Tree.MOST_DRAWN)
                .findFirst()
                .orElse(1);
    }

    private static Grow grow(int count, Address page, int shown, Language language) {
        return new Grow(
                Words.in(language).say("relations.grow", page.steps(), count),
                page.withSteps(page.steps(), true).toString(),
                page.withSteps(shown, false).toString());
    }

    private static RelationsView between(
            BusinessSnapshot snapshot,
            Surroundings surroundings,
            Node start,
            Node end,
            Address page,
            Language language) {
        Words words = Words.in(language);
        var said = new RippleWords(snapshot, language);
        Optional<List<Hop>> path = surroundings.path(start, end);
        List<Touched> steps = path.map(Touched::along).orElse(List.of());
        var tree = Tree.around(snapshot, start, steps, language);
        List<Node> drawn = tree.drawn(List.of());
        return view(
                snapshot,
                tree,
                path.isPresent()
                        ? words.say("relations.between", said.name(start), said.name(end), steps.size())
                        : words.say("relations.between.none", said.name(start), said.name(end)),
                tree.picture(drawn, tree.ways(drawn), Set.of()).toString(),
                end,
                page,
                null,
                null,
                language);
    }

    private static RelationsView view(
            BusinessSnapshot snapshot,
            Tree tree,
            String heading,
            String picture,
            Node first,
            Address page,
            @Nullable String more,
            @Nullable Grow grow,
            Language language) {
        Node shown = snapshot.findNode(page.node()).orElse(first);
        return new RelationsView(
                heading,
                note(tree, language),
                tree.items(page, shown.id()),
                tree.kinds(),
                picture,
                Details.of(snapshot, shown, tree.way(shown), language),
                more,
                grow);
    }

    /** What the picture leaves to the list. */
    static @Nullable String note(Tree tree, Language language) {
        return tree.size() <= Tree.MOST_DRAWN
                ? null
                : Words.in(language).say("relations.drawn", Tree.MOST_DRAWN, tree.size());
    }
}
