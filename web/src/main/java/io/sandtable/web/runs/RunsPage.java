package io.sandtable.web.runs;

import io.sandtable.web.Figures;
import io.sandtable.web.Language;
import io.sandtable.web.Words;
import io.sandtable.web.company.Companies;
import io.sandtable.web.inquiry.Asking;
import io.sandtable.web.inquiry.Inquiries;
import io.sandtable.web.inquiry.Inquiry;
import io.sandtable.web.inquiry.RevisionNotes;
import io.sandtable.web.page.Pages;
import io.sandtable.web.people.Person;
import io.sandtable.web.people.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /runs}: all questions of the company, the last changed first. */
@Controller
@Profile("service")
class RunsPage {
    private static final int ROWS = 20;

    private final Inquiries inquiries;
    private final Asking asking;
    private final RevisionNotes notes;
    private final Companies companies;

    RunsPage(Inquiries inquiries, Asking asking, RevisionNotes notes, Companies companies) {
        this.inquiries = inquiries;
        this.asking = asking;
        this.notes = notes;
        this.companies = companies;
    }

    /**
     * A row.
     *
     * @param stale why its plans are stale, null where they are fresh
     * @param open whether it may be discarded
     */
    record Row(
            Inquiry inquiry,
            String text,
            String state,
            @Nullable String stale,
            boolean open) {}

    @GetMapping("/runs")
    String show(@RequestParam(defaultValue = "1") int page, Person person, Language language, Model model) {
        String company = companies.current();
        int last = Math.max(1, Math.ceilDiv(inquiries.count(company), ROWS));
        int here = Math.clamp(page, 1, last);
        Words words = Words.in(language);
        boolean mayAct = person.is(Role.MANAGER) || person.is(Role.PLANNER);
        model.addAttribute("pages", new Pages(here, last, "?page="));
        model.addAttribute("mayAct", mayAct);
        model.addAttribute(
                "rows",
                inquiries.listInquiries(company, (here - 1) * ROWS, ROWS).stream()
                        .map(i -> row(i, words))
                        .toList());
        return "runs/runs";
    }

    private Row row(Inquiry inquiry, Words words) {
        String text = inquiry.text();
        return new Row(
                inquiry,
                text.isEmpty() ? words.say("runs.empty.text") : text,
                words.say("runs.state." + inquiry.state()),
                stale(inquiry, words),
                !inquiry.state().isPending() && !asking.isDecided(inquiry.id()));
    }

    private @Nullable String stale(Inquiry inquiry, Words words) {
        if (inquiry.state() != Inquiry.State.DONE) {
            return null;
        }
        List<RevisionNotes.RevisionNote> since = notes.since(inquiry);
        return since.isEmpty()
                ? null
                : words.say(
                        "runs.stale",
                        new Figures(words.language()).date(since.getFirst().at()),
                        since.size());
    }
}
