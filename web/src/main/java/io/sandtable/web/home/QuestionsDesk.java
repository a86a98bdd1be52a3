package io.sandtable.web.home;

import io.sandtable.web.Language;
import io.sandtable.web.Words;
import io.sandtable.web.company.Companies;
import io.sandtable.web.inquiry.Inquiries;
import io.sandtable.web.inquiry.Inquiry;
import io.sandtable.web.inquiry.RevisionNotes;
import io.sandtable.web.inquiry.RevisionNotes.RevisionNote;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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

    QuestionsDesk(Companies companies, Inquiries inquiries, RevisionNotes notes) {
        this.companies = companies;
        this.inquiries = inquiries;
        this.notes = notes;
    }

    @Override
    public Lists lists(String person, Language language) {
        Words words = Words.in(language);
        List<Inquiry> latest = inquiries.listInquiries(companies.current(), 0, LOOKED_AT);
        return new Lists(
                latest.stream()
                        .flatMap(i -> task(i, person, words).stream())
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
                        .map(i -> new Asked(i.text(), state(i, words), i.askedAt(), address(i)))
                        .toList());
    }

    private static Optional<Task> task(Inquiry inquiry, String person, Words words) {
        if (!inquiry.author().equals(person)) {
            return Optional.empty();
        }
        return switch (inquiry.state()) {
            case DRAFT -> Optional.of(task(Act.CONFIRM, inquiry, words));
            case DONE -> Optional.of(task(Act.CHOOSE, inquiry, words));
            case QUEUED, RUNNING, CANCELLED, REFUSED, FAILED -> Optional.empty();
        };
    }

    private static Task task(Act act, Inquiry inquiry, Words words) {
        return new Task(act, inquiry.text(), words.say("home.reason." + act), inquiry.changedAt(), address(inquiry));
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

    private static String state(Inquiry inquiry, Words words) {
        return words.say("inquiry.state." + inquiry.state());
    }

    private static String address(Inquiry inquiry) {
        return (inquiry.state() == Inquiry.State.DRAFT ? "/ask/" : "/runs/") + inquiry.id();
    }
}
