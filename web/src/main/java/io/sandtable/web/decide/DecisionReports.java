package io.sandtable.web.decide;

import io.sandtable.audit.AuditException;
import io.sandtable.audit.report.FontLocator;
import io.sandtable.audit.report.PdfReport;
import io.sandtable.audit.report.ReportDocument;
import io.sandtable.audit.witness.Departure;
import io.sandtable.web.Words;
import io.sandtable.web.api.Refusal;
import io.sandtable.web.ask.Alternative;
import io.sandtable.web.ask.Answer;
import io.sandtable.web.ask.AnswerReport;
import io.sandtable.web.ask.SavedAnswers;
import io.sandtable.web.ask.Standing;
import io.sandtable.web.inquiry.Answers;
import io.sandtable.web.people.Person;
import io.sandtable.web.settings.HomeSettings;
import io.sandtable.web.witness.Departures;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Reports of decisions, made from the log and the answer that was kept with it: the same decision in the same state gives the same report. */
@Component
class DecisionReports {
    private static final Logger LOG = LoggerFactory.getLogger(DecisionReports.class);
    private static final int ANSWERS_IN_MEMORY = 2;

    private final DecisionTrails trails;
    private final SavedAnswers saved;
    private final Answers answers;
    private final Departures departures;
    private final Clock clock;
    private final Path fonts;
    private final Map<String, Answer> ready = new LinkedHashMap<>(4, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Answer> eldest) {
            return size() > ANSWERS_IN_MEMORY;
        }
    };
    private @Nullable PdfReport printer;

    DecisionReports(
            DecisionTrails trails,
            SavedAnswers saved,
            Answers answers,
            Departures departures,
            HomeSettings home,
            Clock clock) {
        this.trails = trails;
        this.saved = saved;
        this.answers = answers;
        this.departures = departures;
        this.clock = clock;
        this.fonts = home.home().resolve("fonts");
    }

    /** The report of a decision as it stands now. */
    ReportDocument document(String number) {
        return document(trails.read(number));
    }

    ReportDocument document(RecordedDecision decision) {
        Answer answer = answer(decision);
        return new AnswerReport(answer, standing(decision, answer)).document();
    }

    private Standing standing(RecordedDecision decision, Answer answer) {
        List<Standing.Step> steps = decision.steps();
        return new Standing(
                decision.kept().number(),
                steps.getLast().state(),
                Decisions.plan(answer, decision.kept().planLetter()),
                true,
                decision.kept().proposerName(),
                steps,
                decision.overrides(),
                decision.changedSince(),
                decision.changedAtApproval(),
                decision.recordHash(),
                anchors(decision));
    }

    private List<Standing.Anchor> anchors(RecordedDecision decision) {
        List<Standing.Anchor> anchors = new ArrayList<>();
        anchors.add(new Standing.Anchor("before", null, decision.earlierCheckpoint()));
        for (Departure left : departures.forReports()) {
            String code = left.way().name().toLowerCase(Locale.ROOT);
            String note = new String(left.checkpoint().bytes(), StandardCharsets.UTF_8);
            anchors.add(new Standing.Anchor(code, left.on(), note));
        }
        return anchors;
    }

    /** The report that a proposal of this plan would get, before anything is recorded. */
    ReportDocument draft(String inquiryId, String plan, List<io.sandtable.web.ask.Proposal.Change> changes, Person by) {
        Answer answer = answers.getAnswer(inquiryId);
        Alternative chosen = Decisions.plan(answer, plan);
        Words words = Words.in(answer.question().language());
        return new AnswerReport(
                        answer,
                        new Standing(
                                words.say("report.number.draft"),
                                Standing.State.DRAFT,
                                chosen,
                                true,
                                by.displayName(),
                                List.of(),
                                List.of(),
                                changes,
                                List.of(),
                                null,
                                List.of()))
                .document();
    }

    /** The plans that were decided on; refused where they are not those of the record. */
    Answer answer(RecordedDecision decision) {
        String number = decision.kept().number();
        Answer answer;
        synchronized (ready) {
            answer = ready.computeIfAbsent(number, saved::read);
        }
        Alternative chosen = Decisions.plan(answer, decision.kept().planLetter());
        if (!chosen.resultHash().equals(decision.chosenHash())) {
            throw new IllegalStateException(
                    "Plan %s kept for %s is %s, its record says %s: the kept file was exchanged. Restore the folder answers from a backup."
                            .formatted(chosen.letter(), number, chosen.resultHash(), decision.chosenHash()));
        }
        return answer;
    }

    /** The report of a decision as it stands now, with its evidence inside; refused where no Chinese font is installed. */
    byte[] pdf(String number) {
        RecordedDecision decision = trails.read(number);
        return printer().render(document(decision), trails.evidence(decision), trails::seal, clock.instant());
    }

    /** Prints a draft on A4; refused where no Chinese font is installed. */
    byte[] pdf(ReportDocument document) {
        return printer().render(document);
    }

    /** The font is read once; one that is installed later is found at the next try. */
    private synchronized PdfReport printer() {
        if (printer == null) {
            try {
                printer = new PdfReport(FontLocator.in(fonts).locate());
            } catch (AuditException none) {
                LOG.warn("{}", none.getMessage());
                throw new Refusal(HttpStatus.SERVICE_UNAVAILABLE, "NO_FONT");
            }
        }
        return printer;
    }
}
