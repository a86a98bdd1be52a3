package io.sandtable.web.cli;

import io.sandtable.model.Node;
import io.sandtable.model.NodeType;
import io.sandtable.model.ripple.Touched;
import io.sandtable.simulation.ripple.OrderHit;
import io.sandtable.web.Figures;
import io.sandtable.web.Language;
import io.sandtable.web.Words;
import io.sandtable.web.ripple.PricedResponse;
import io.sandtable.web.ripple.RippleAnswer;
import io.sandtable.web.ripple.RippleGroups;
import io.sandtable.web.ripple.RippleGroups.Line;
import io.sandtable.web.ripple.RippleWords;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;

/** A ripple on a terminal: what hangs on the change, who is hurt and when, what stands beside, and what could be done. */
final class RipplePrinter {
    private static final int ORDERS_SHOWN = 12;
    private static final int LINES_SHOWN = 6;

    private final Language language;
    private final Words words;
    private final Figures figures;
    private final PrintWriter out;

    RipplePrinter(Language language, PrintWriter out) {
        this.language = language;
        this.words = Words.in(language);
        this.figures = new Figures(language);
        this.out = out;
    }

    void print(RippleAnswer answer, List<PricedResponse> responses) {
        var said = new RippleWords(answer.understood().snapshot(), language);
        out.println(words.say("ask.whatIf"));
        out.println(new RippleGroups(answer, language).summary());
        out.println();
        orders(answer, said);
        for (RippleGroups.Group group : new RippleGroups(answer, language).groups()) {
            out.println(
                    words.say("ripple.group.count", group.title(), group.lines().size()));
            group.lines().stream().limit(LINES_SHOWN).map(Line::text).forEach(line -> out.println("  " + line));
            more(group.lines().size(), LINES_SHOWN);
        }
        out.println();
        responses(responses, said);
    }

    private void orders(RippleAnswer answer, RippleWords said) {
        List<OrderHit> hurt = answer.consequences().hurt().stream()
                .sorted(Comparator.comparing(OrderHit::due)
                        .thenComparing(hit -> hit.demand().number()))
                .toList();
        if (hurt.isEmpty()) {
            return;
        }
        var table = new TextTable();
        table.row(List.of(
                words.say("ripple.order"),
                words.say("ripple.customer"),
                words.say("ripple.due"),
                words.say("ripple.first"),
                words.say("ripple.before"),
                words.say("ripple.after"),
                words.say("ripple.value")));
        for (OrderHit hit : hurt.subList(0, Math.min(ORDERS_SHOWN, hurt.size()))) {
            table.row(List.of(
                    hit.demand().number(),
                    answer.understood()
                            .snapshot()
                            .findNode(hit.demand().customer())
                            .map(said::name)
                            .orElse(hit.demand().customerName()),
                    figures.date(hit.due()),
                    figures.date(hit.first()),
                    figures.date(hit.before()),
                    figures.date(hit.after()),
                    figures.yuan(hit.value())));
        }
        out.print(table.print());
        more(hurt.size(), ORDERS_SHOWN);
        out.println();
        path(answer, said, hurt.getFirst());
    }

    /** How the change comes to the first of them, relation by relation. */
    private void path(RippleAnswer answer, RippleWords said, OrderHit first) {
        Node order = answer.understood().snapshot().node(first.demand().id());
        answer.touched().stream()
                .filter(thing ->
                        thing.node().type() == NodeType.ORDER && thing.node().equals(order))
                .map(Touched::path)
                .findFirst()
                .ifPresent(path -> {
                    out.println(words.say("ripple.path", first.demand().number()));
                    path.forEach(hop -> out.println("  "
                            + words.say(
                                    "ripple.hop",
                                    said.name(hop.relation().from()),
                                    said.relation(hop.relation().type()),
                                    said.name(hop.relation().to()),
                                    RippleWords.evidence(hop.relation()))));
                    out.println();
                });
    }

    private void responses(List<PricedResponse> responses, RippleWords said) {
        if (responses.isEmpty()) {
            out.println(words.say("ripple.mitigations.none"));
            return;
        }
        out.println(words.say("ripple.mitigations"));
        for (PricedResponse priced : responses) {
            out.println("  " + said.what(priced.response()));
            out.println("    " + said.effect(priced) + language.choose("；", "; ") + said.cost(priced));
        }
    }

    private void more(int all, int shown) {
        if (all > shown) {
            out.println("  " + words.say("ripple.more", all - shown));
        }
    }
}
