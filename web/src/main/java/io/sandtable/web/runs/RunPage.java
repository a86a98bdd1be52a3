package io.sandtable.web.runs;

import io.sandtable.web.Language;
import io.sandtable.web.Words;
import io.sandtable.web.inquiry.Inquiries;
import io.sandtable.web.inquiry.Inquiry;
import io.sandtable.web.inquiry.LiveRun;
import io.sandtable.web.inquiry.RunQueue;
import io.sandtable.web.people.Person;
import io.sandtable.web.people.Role;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** {@code /runs/ID}: a question while it is run, and after it ended without plans; with plans, the page that compares them. */
@Controller
@Profile("service")
class RunPage {
    private final Inquiries inquiries;
    private final RunQueue queue;
    private final Clock clock;

    RunPage(Inquiries inquiries, RunQueue queue, Clock clock) {
        this.inquiries = inquiries;
        this.queue = queue;
        this.clock = clock;
    }

    @GetMapping("/runs/{id}")
    String show(@PathVariable String id, Person person, Language language, Model model) {
        // first the run, then the state: a run that ends in between is then seen as ended
        Optional<LiveRun> run = queue.findRun(id);
        Inquiry inquiry = inquiries.getInquiry(id);
        if (inquiry.state() == Inquiry.State.DONE) {
            return "forward:/runs/" + id + "/compare";
        }
        Words words = Words.in(language);
        model.addAttribute("inquiry", inquiry);
        model.addAttribute("mayAct", mayAct(person));
        model.addAttribute("conditions", Conditions.of(inquiry, language));
        if (inquiry.state().isPending()) {
            model.addAttribute("run", run.map(r -> view(inquiry, r, words)).orElse(null));
            model.addAttribute("interrupted", wasInterrupted(inquiry));
            return "runs/running";
        }
        Inquiry.Problem problem = inquiry.problem();
        model.addAttribute("why", problem == null ? "" : problem.in(words));
        model.addAttribute("ref", problem == null ? null : problem.ref());
        return "runs/ended";
    }

    /** A part of the page, fetched again when an event says that it has changed. */
    @GetMapping("/runs/{id}/{part:steps|cards|best|acts}")
    String part(
            @PathVariable String id,
            @PathVariable String part,
            Person person,
            Language language,
            HttpServletResponse response,
            Model model) {
        Optional<LiveRun> run = queue.findRun(id);
        Optional<Inquiry> inquiry = inquiries.findInquiry(id);
        if (run.isEmpty() || inquiry.filter(i -> i.state().isPending()).isEmpty()) {
            // it has ended, and what stands at this address is another page now
            response.setHeader("HX-Redirect", "/runs/" + id);
            return "runs/progress :: nothing";
        }
        model.addAttribute("run", view(inquiry.get(), run.get(), Words.in(language)));
        model.addAttribute("mayAct", mayAct(person));
        return "runs/progress :: " + part;
    }

    /** Does nothing where the run has ended by itself. */
    @PostMapping("/runs/{id}/accept-best")
    String acceptBest(@PathVariable String id) {
        queue.acceptBest(id);
        return "redirect:/runs/" + id;
    }

    @PostMapping("/runs/{id}/cancel")
    String cancel(@PathVariable String id) {
        queue.cancel(id);
        return "redirect:/runs/" + id;
    }

    private RunView view(Inquiry inquiry, LiveRun run, Words words) {
        Optional<Instant> startedAt = inquiries.listRuns(inquiry.id()).stream()
                .reduce((first, second) -> second)
                .flatMap(note -> Optional.ofNullable(note.startedAt()));
        return RunView.of(
                inquiry,
                run,
                queue.waitingBefore(inquiry.id()),
                startedAt,
                inquiries.usualTime(inquiry.company()),
                clock.instant(),
                words);
    }

    /** Whether this run begins one anew that an end of the service has cut short. */
    private boolean wasInterrupted(Inquiry inquiry) {
        return inquiries.listRuns(inquiry.id()).reversed().stream()
                .filter(note -> note.endedBecause() != null)
                .findFirst()
                .filter(note -> note.isInterrupted() && note.startedAt() != null)
                .isPresent();
    }

    private static boolean mayAct(Person person) {
        return person.is(Role.MANAGER) || person.is(Role.PLANNER);
    }
}
