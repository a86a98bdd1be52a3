package io.sandtable.web.why;

import io.sandtable.simulation.relief.Help;
import io.sandtable.simulation.relief.Relief;
import io.sandtable.simulation.relief.WhatHelps;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.web.Figures;
import io.sandtable.web.Words;
import io.sandtable.web.ask.Answer;
import io.sandtable.web.ask.LateOrder;
import java.util.List;

/** What would help an order, in words. */
final class ReliefWords {
    private final Answer answer;
    private final Words words;
    private final Figures figures;

    ReliefWords(Answer answer, Words words) {
        this.answer = answer;
        this.words = words;
        this.figures = new Figures(words.language());
    }

    /**
     * All of it.
     *
     * @param sentence how late the order is now and what helps most, or that nothing does alone
     * @param note how it was found out
     */
    record View(String sentence, List<Line> lines, String note) {
        View {
            lines = List.copyOf(lines);
        }
    }

    /**
     * One relief.
     *
     * @param kind permanent word of its kind
     * @param then when the order comes with it, {@code others} what becomes of the others, {@code margin} of the money
     */
    record Line(String kind, String what, String then, String others, String margin) {}

    View view(WhatHelps found) {
        List<Line> lines = found.helps().stream().map(this::line).toList();
        String number = answer.problem().demands().get(found.demand()).number();
        String now = late(found.daysLate());
        boolean caused = found.helps().stream().anyMatch(h -> h.relief().kind().relaxesTheCause());
        String sentence = caused
                ? words.say(
                        "relief.sentence",
                        number,
                        now,
                        lines.getFirst().what(),
                        lines.getFirst().then())
                : words.say("relief.none", number, now);
        return new View(
                sentence, lines, words.say(found.cutShort() ? "relief.note.cutShort" : "relief.note", found.replans()));
    }

    private Line line(Help help) {
        return new Line(
                help.relief().kind().id(),
                what(help.relief()),
                late(help.daysLate()),
                help.otherOrders() == 0
                        ? words.say("relief.others.same")
                        : words.say(
                                help.otherOrders() > 0 ? "relief.others.more" : "relief.others.fewer",
                                Math.abs(help.otherOrders())),
                figures.moneyDifference(help.margin()));
    }

    private String late(int days) {
        return days == WhatHelps.NEVER
                ? words.say("relief.short")
                : days == 0 ? words.say("relief.onTime") : words.say("relief.late", days);
    }

    /** The relief as something that somebody could do. */
    String what(Relief relief) {
        PlanningProblem problem = answer.problem();
        String from = figures.date(problem.day(Math.max(0, relief.from())));
        String to = figures.date(problem.day(Math.max(0, relief.to() - 1)));
        String key = "relief.kind." + relief.kind().id();
        return words.say(
                relief.kind() == Relief.Kind.GOES_FIRST && relief.orders().isEmpty() ? key + ".alone" : key,
                named(relief.on()),
                figures.fixed(relief.size(), relief.size() == Math.rint(relief.size()) ? 0 : 1),
                from,
                to,
                named(relief.of()),
                String.join(words.language().choose("、", ", "), relief.orders()),
                unit(relief.on()),
                from.equals(to) ? words.say("relief.span.day", from) : words.say("relief.span", from, to));
    }

    private String named(String id) {
        return id.isEmpty() ? "" : LateOrder.named(answer, id, words.language());
    }

    /** The unit of an item. */
    private String unit(String id) {
        return answer.problem().items().stream()
                .filter(item -> item.id().equals(id))
                .map(PlanningProblem.Item::unit)
                .findFirst()
                .orElse("");
    }
}
