package io.sandtable.web.asking;

import io.sandtable.web.Words;
import io.sandtable.web.inquiry.Asking;
import io.sandtable.web.inquiry.Chip;
import io.sandtable.web.inquiry.Inquiries;
import io.sandtable.web.inquiry.Inquiry;
import io.sandtable.web.inquiry.InquiryRefused;
import io.sandtable.web.inquiry.InquiryRefused.Code;
import io.sandtable.web.page.SentForms;
import java.security.Principal;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * {@code /ask/ID}: the conditions of a question, to agree with before it runs. Each form says which state the person saw; an act on
 * conditions that somebody else has changed since is not done, and the present ones are shown.
 */
@Controller
@Profile("service")
class InquiryPage {
    private final Asking asking;
    private final Inquiries inquiries;
    private final AskedPages pages;
    private final SentForms forms;

    InquiryPage(Asking asking, Inquiries inquiries, AskedPages pages, SentForms forms) {
        this.asking = asking;
        this.inquiries = inquiries;
        this.pages = pages;
        this.forms = forms;
    }

    @GetMapping("/ask/{id}")
    ModelAndView show(@PathVariable String id, Visit visit) {
        Inquiry inquiry = inquiries.getInquiry(id);
        return inquiry.state().isPending() ? visit.redirect("/runs/" + id) : pages.page(inquiry, visit);
    }

    @PostMapping("/ask/{id}/say")
    ModelAndView say(
            @PathVariable String id, @RequestParam(defaultValue = "") String text, Principal person, Visit visit) {
        try {
            String said = forms.once(
                    visit.request(),
                    () -> asking.say(id, text, person.getName())
                            .chips()
                            .getLast()
                            .sentence());
            return pages.after(inquiries.getInquiry(id), "asking.done.said", said, visit);
        } catch (InquiryRefused e) {
            // where only the conditions are swapped, the box is still there with its text
            return pages.refused(id, e, visit.isPart() ? visit : visit.typing(text));
        }
    }

    @PostMapping("/ask/{id}/chips/{chip}/confirm")
    ModelAndView confirm(@PathVariable String id, @PathVariable String chip, @RequestParam long seen, Visit visit) {
        boolean done =
                find(id, chip).filter(c -> c.state() == Chip.State.CONFIRMED).isPresent();
        return act(id, seen, visit, "asking.done.confirmed", now -> done ? now : asking.confirm(now, chip), done);
    }

    @PostMapping("/ask/{id}/chips/{chip}/remove")
    ModelAndView remove(@PathVariable String id, @PathVariable String chip, @RequestParam long seen, Visit visit) {
        boolean done = inquiries.findInquiry(id).isPresent() && find(id, chip).isEmpty();
        return act(id, seen, visit, "asking.done.removed", now -> done ? now : asking.remove(now, chip), done);
    }

    @PostMapping("/ask/{id}/chips/{chip}/choose")
    ModelAndView choose(
            @PathVariable String id,
            @PathVariable String chip,
            @RequestParam long seen,
            @RequestParam(defaultValue = "0") int question,
            @RequestParam(defaultValue = "-1") int choice,
            Visit visit) {
        return act(id, seen, visit, "asking.done.chosen", now -> asking.choose(now, chip, question, choice), false);
    }

    @PostMapping("/ask/{id}/chips/{chip}/instead")
    ModelAndView sayInstead(
            @PathVariable String id,
            @PathVariable String chip,
            @RequestParam long seen,
            @RequestParam(defaultValue = "") String text,
            Principal person,
            Visit visit) {
        return act(
                id,
                seen,
                visit.typing(text),
                "asking.done.chosen",
                now -> asking.sayInstead(now, chip, text, person.getName()),
                false);
    }

    @PostMapping("/ask/{id}/chips/{chip}/edit")
    ModelAndView edit(
            @PathVariable String id,
            @PathVariable String chip,
            @RequestParam long seen,
            @RequestParam(required = false) @Nullable String value,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String strength,
            Visit visit) {
        Words words = Words.in(visit.language());
        var typed = new Typed(value, from, to, strength, null);
        try {
            var edit = typed.edit(words);
            return act(
                    id,
                    seen,
                    visit.typing(chip, typed),
                    "asking.done.edited",
                    now -> asking.edit(now, chip, edit),
                    false);
        } catch (Typed.NotPossible e) {
            var refused = new InquiryRefused(Code.WRONG_VALUE, e.words(), e.words());
            return pages.refused(id, refused, visit.typing(chip, typed));
        }
    }

    /** Once more does nothing: the run that there is is shown. */
    @PostMapping("/ask/{id}/run")
    ModelAndView run(@PathVariable String id, @RequestParam long seen, Principal person, Visit visit) {
        try {
            Inquiry now = inquiries.getInquiry(id);
            if (!now.state().isPending() && now.state() != Inquiry.State.DONE) {
                asking.confirmAllAndRun(asSeen(now, seen), person.getName());
            }
            return visit.redirect("/runs/" + id);
        } catch (InquiryRefused e) {
            return pages.refused(id, e, visit);
        }
    }

    /** The same question on the data of today. */
    @PostMapping("/ask/{id}/again")
    ModelAndView again(@PathVariable String id, Principal person, Visit visit) {
        try {
            return visit.redirect("/ask/"
                    + forms.once(
                            visit.request(),
                            () -> asking.again(id, person.getName()).id()));
        } catch (InquiryRefused e) {
            return pages.refused(id, e, visit);
        }
    }

    /** A branch of the question, to change a few of its conditions. */
    @PostMapping("/ask/{id}/copy")
    ModelAndView copy(@PathVariable String id, Principal person, Visit visit) {
        try {
            return visit.redirect("/ask/"
                    + forms.once(
                            visit.request(),
                            () -> asking.copy(id, person.getName()).id()));
        } catch (InquiryRefused e) {
            return pages.refused(id, e, visit);
        }
    }

    @PostMapping("/ask/{id}/name")
    ModelAndView name(@PathVariable String id, @RequestParam(defaultValue = "") String name, Visit visit) {
        try {
            asking.name(id, name);
            return visit.redirect("/ask/" + id);
        } catch (InquiryRefused e) {
            return pages.refused(id, e, visit);
        }
    }

    @PostMapping("/ask/{id}/discard")
    ModelAndView discard(@PathVariable String id, Visit visit, RedirectAttributes flash) {
        try {
            asking.discard(id);
            flash.addFlashAttribute("said", Words.in(visit.language()).say("asking.done.discarded", id));
            return visit.redirect("/runs");
        } catch (InquiryRefused e) {
            // somebody else was quicker: it is gone, as was wished
            return e.code() == Code.INQUIRY_GONE ? visit.redirect("/runs") : pages.refused(id, e, visit);
        }
    }

    /** @param done whether what is asked for is so already, which is no quarrel with whoever did it */
    private ModelAndView act(
            String id, long seen, Visit visit, String said, Function<Inquiry, Inquiry> act, boolean done) {
        try {
            Inquiry now = inquiries.getInquiry(id);
            Inquiry after = act.apply(done ? now : asSeen(now, seen));
            return pages.after(after, said, "", visit);
        } catch (InquiryRefused e) {
            return pages.refused(id, e, visit);
        }
    }

    private Optional<Chip> find(String id, String chip) {
        return inquiries.findInquiry(id).stream()
                .flatMap(i -> i.chips().stream())
                .filter(c -> c.id().equals(chip))
                .findFirst();
    }

    private static Inquiry asSeen(Inquiry now, long seen) {
        if (now.state().isPending()) {
            throw new InquiryRefused(Code.PENDING, now.id());
        }
        if (now.changedAt().toEpochMilli() != seen) {
            throw new InquiryRefused(Code.CHANGED, now.id());
        }
        return now;
    }
}
