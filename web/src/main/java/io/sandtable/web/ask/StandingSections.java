package io.sandtable.web.ask;

import io.sandtable.audit.report.Block;
import io.sandtable.audit.report.Cell;
import io.sandtable.audit.report.ReportDocument.Section;
import io.sandtable.audit.report.Table;
import io.sandtable.web.Figures;
import io.sandtable.web.Language;
import io.sandtable.web.Words;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a report says about the decision itself: its status, who did what and why, who signs. */
final class StandingSections {
    /** Days begin and end where the companies are. */
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Standing standing;
    private final Language language;
    private final Words words;
    private final Figures figures;
    private final AnswerTable table;

    StandingSections(Answer answer, Standing standing) {
        this.standing = standing;
        this.language = answer.question().language();
        this.words = Words.in(language);
        this.figures = new Figures(language);
        this.table = new AnswerTable(answer, language);
    }

    /** 已批准 · 方案 B, or only how far it is where nobody has chosen. */
    String status() {
        String state = state(standing.state());
        return standing.chosen() ? words.say("report.status.chosen", state, table.letter(standing.plan())) : state;
    }

    private String state(Standing.State state) {
        return words.say("report.status." + state.name().toLowerCase(Locale.ROOT));
    }

    /** Reasons and steps; empty where nobody has chosen. */
    Optional<Section> decision() {
        if (!standing.chosen()) {
            return Optional.empty();
        }
        var blocks = new ArrayList<Block>();
        for (Proposal.Override override : standing.overrides()) {
            blocks.add(new Block.Callout(
                    Block.Tone.BROKEN, override.ruleText(), words.say("report.decision.reason", override.reason())));
        }
        stale("report.decision.stale", standing.changedSince()).ifPresent(blocks::add);
        stale("report.decision.staleAtApproval", standing.changedAtApproval()).ifPresent(blocks::add);
        if (standing.steps().isEmpty()) {
            blocks.add(new Block.Paragraph(words.say("report.decision.draft")));
        } else {
            blocks.add(steps());
        }
        return Optional.of(new Section(words.say("report.decision"), blocks));
    }

    private Optional<Block> stale(String key, List<Proposal.Change> changes) {
        return changes.isEmpty()
                ? Optional.empty()
                : Optional.of(new Block.Callout(Block.Tone.WARNING, words.say(key, changes.size()), worded(changes)));
    }

    private String worded(List<Proposal.Change> changes) {
        return String.join(
                language.choose("；", "; "),
                changes.stream()
                        .map(c -> words.say("report.decision.change", figures.date(c.at()), revision(c)))
                        .toList());
    }

    private String revision(Proposal.Change change) {
        String key = "revision." + change.code();
        return words.knows(key)
                ? words.say(key, change.arguments().toArray())
                : words.say("revision.other", change.code());
    }

    private Table steps() {
        var rows = new ArrayList<Table.Row>();
        for (Standing.Step step : standing.steps()) {
            rows.add(Table.Row.of(
                    Cell.text(words.say("report.step." + step.state().name().toLowerCase(Locale.ROOT))),
                    Cell.text(step.by()),
                    Cell.text(figures.date(step.at())),
                    step.note().isBlank() ? Cell.missing() : Cell.text(step.note())));
        }
        return new Table(
                null,
                List.of(
                        Table.Column.text(words.say("report.decision.step")),
                        Table.Column.text(words.say("report.decision.by")),
                        Table.Column.text(words.say("report.decision.at")),
                        Table.Column.text(words.say("report.decision.note"))),
                rows);
    }

    /** Checkpoints that leave the house with the report; none for a draft. */
    Optional<Section> anchors() {
        if (standing.anchors().isEmpty()) {
            return Optional.empty();
        }
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Paragraph(words.say("report.anchors.why")));
        for (Standing.Anchor anchor : standing.anchors()) {
            String on = anchor.on() == null ? "" : figures.date(anchor.on());
            blocks.add(new Block.Scan(
                    words.say("report.anchor." + anchor.code(), on).strip(),
                    anchor.checkpoint().strip() + "\n"));
        }
        return Optional.of(new Section(words.say("report.data.checkpoint"), blocks));
    }

    Section signatures() {
        Standing.Step proposed = standing.step(Standing.State.PROPOSED);
        Standing.Step approved = standing.step(Standing.State.APPROVED);
        return Section.of(
                words.say("report.signatures"),
                new Block.Signatures(List.of(
                        new Block.Signer(words.say("report.proposer"), signed(standing.proposer(), at(proposed))),
                        new Block.Signer(
                                words.say("report.approver"),
                                approved == null ? null : signed(approved.by(), approved.at())))));
    }

    private static @Nullable Instant at(Standing.@Nullable Step step) {
        return step == null ? null : step.at();
    }

    private String signed(String name, @Nullable Instant at) {
        return at == null ? name : name + "  " + figures.date(at.atZone(ZONE).toLocalDate());
    }
}
