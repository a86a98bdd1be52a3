package io.sandtable.web.home;

import io.sandtable.web.Language;
import io.sandtable.web.Words;
import io.sandtable.web.company.Companies;
import io.sandtable.web.decide.DecisionState;
import io.sandtable.web.decide.Decisions;
import io.sandtable.web.inquiry.Inquiries;
import io.sandtable.web.inquiry.Inquiry;
import io.sandtable.web.inquiry.RevisionNotes;
import io.sandtable.web.inquiry.RevisionNotes.RevisionNote;
import io.sandtable.web.people.People;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The desk as the company's questions make it: what waits for this person, whose plans have gone stale, what was asked last. */
@Component
@Profile("service")
class QuestionsDesk implements Desk {
    /** Older questions are found on their own page. */
    private static final int LOOKED_AT = 50;

    private final Companies companies;
    private final Inquiries inquiries;
    private final RevisionNotes notes;
    private final Decisions decisions;
    private final People people;

    QuestionsDesk(Companies companies, Inquiries inquiries, RevisionNotes notes, Decisions decisions, People people) {
        this.companies = companies;
        this.inquiries = inquiries;
        this.notes = notes;
        this.decisions = decisions;
        this.people = people;
    }

    @Override
    public Lists lists(String person, Language language) {
        Words words = Words.in(language);
        List<Inquiry> latest = inquiries.listInquiries(companies.current(), 0, LOOKED_AT);
        return new Lists(
                Stream.concat(
                                latest.stream().flatMap(i -> task(i, person, words).stream()),
                                approvals(person, language))
                        .sorted(Comparator.comparing(Task::since))
                        .limit(ROWS)
                        .toList(),
                latest.stream()
                        .flatMap(i -> alert(i, words).stream())
                        .sorted(Comparator.comparing(Alert::since))
                        .limit(ROWS)
                        .toList(),
                latest.stream()
                        .sorted(Comparator.comparing(Inquiry::askedAt).reversed())
                        .limit(ROWS)
                        .map(i -> new Asked(i.text(), fate(i, words), i.askedAt(), address(i)))
                        .toList());
    }

    private Optional<Task> task(Inquiry inquiry, String person, Words words) {
        if (!inquiry.author().equals(person)) {
            return Optional.empty();
        }
        return switch (inquiry.state()) {
            case DRAFT -> Optional.of(task(Act.CONFIRM, inquiry, words));
            case DONE ->
                decisions.findOpen(inquiry.id()).isPresent()
                        ? Optional.empty()
                        : Optional.of(task(Act.CHOOSE, inquiry, words));
            case QUEUED, RUNNING, CANCELLED, REFUSED, FAILED -> Optional.empty();
        };
    }

    private static Task task(Act act, Inquiry inquiry, Words words) {
        return new Task(act, inquiry.text(), words.say("home.reason." + act), inquiry.changedAt(), address(inquiry));
    }

    /** What others proposed and this person may approve. */
    private Stream<Task> approvals(String person, Language language) {
        return people.find(person).stream()
                .flatMap(approver ->
                        decisions.listDecisions(companies.current(), DecisionState.PROPOSED, 0, LOOKED_AT).stream()
                                .filter(d -> decisions
                                        .why(d, io.sandtable.web.decide.Act.APPROVE, approver)
                                        .isEmpty()))
                .map(d -> new Task(
                        Act.APPROVE,
                        d.question(),
                        Words.in(language)
                                .say("home.reason.APPROVE", d.planLetter(), d.planName(language), d.proposerName()),
                        d.proposedAt(),
                        "/decisions/" + d.number()));
    }

    private Optional<Alert> alert(Inquiry inquiry, Words words) {
        return switch (inquiry.state()) {
            case DONE ->
                notes.since(inquiry).stream()
                        .findFirst()
                        .map(note -> new Alert(false, inquiry.text(), said(note, words), note.at(), address(inquiry)));
            case FAILED ->
                Optional.of(
                        new Alert(false, inquiry.text(), state(inquiry, words), inquiry.changedAt(), address(inquiry)));
            case DRAFT, QUEUED, RUNNING, CANCELLED, REFUSED -> Optional.empty();
        };
    }

    private static String said(RevisionNote note, Words words) {
        return words.say("revision." + note.code(), note.arguments().toArray());
    }

    /** What became of a question: where it stands, or what was decided. */
    private String fate(Inquiry inquiry, Words words) {
        return decisions
                .findOpen(inquiry.id())
                .map(d -> words.say(
                        "home.decided",
                        d.planLetter(),
                        words.say("decision.state." + d.state().code())))
                .orElseGet(() -> state(inquiry, words));
    }

    private static String state(Inquiry inquiry, Words words) {
        return words.say("inquiry.state." + inquiry.state());
    }

    private static String address(Inquiry inquiry) {
        return (inquiry.state() == Inquiry.State.DRAFT ? "/ask/" : "/runs/") + inquiry.id();
    }
}
