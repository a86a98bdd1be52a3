package io.sandtable.web.asking;

import io.sandtable.web.Language;
import io.sandtable.web.Words;
import io.sandtable.web.company.Business;
import io.sandtable.web.company.LoadedCompanies;
import io.sandtable.web.inquiry.Asking;
import io.sandtable.web.inquiry.Inquiries;
import io.sandtable.web.inquiry.Inquiry;
import io.sandtable.web.inquiry.InquiryRefused;
import io.sandtable.web.inquiry.InquiryRefused.Code;
import io.sandtable.web.inquiry.OtherConditions;
import io.sandtable.web.people.TypedText;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The page of a question, or only its conditions, after whatever happened. */
@Component
@Profile("service")
class AskedPages {
    private final LoadedCompanies companies;
    private final Inquiries inquiries;
    private final ExampleSentences examples;
    private final TypedText typed;

    AskedPages(LoadedCompanies companies, Inquiries inquiries, ExampleSentences examples, TypedText typed) {
        this.companies = companies;
        this.inquiries = inquiries;
        this.examples = examples;
        this.typed = typed;
    }

    /** As it stands. */
    ModelAndView page(Inquiry inquiry, Visit visit) {
        return page(inquiry, visit, null);
    }

    /** After an act: a browser without script is sent to the page, so that reloading does nothing twice. */
    ModelAndView after(Inquiry inquiry, String said, String argument, Visit visit) {
        if (!visit.isPart()) {
            return new ModelAndView("redirect:/ask/" + inquiry.id());
        }
        ModelAndView page = page(inquiry, visit.untyped(), null);
        AskedView asked =
                (AskedView) java.util.Objects.requireNonNull(page.getModel().get("asked"));
        Words words = Words.in(visit.language());
        String next = asked.waiting() != null
                ? asked.waiting()
                : asked.toConfirm() > 0 ? words.say("asking.left", asked.toConfirm()) : words.say("asking.ready");
        page.addObject("say", words.say(said, argument) + visit.language().choose("；", "; ") + next);
        page.addObject("focus", next(asked));
        return page;
    }

    /** Why it was not done, beside what is there now; what was typed stays. */
    ModelAndView refused(String id, InquiryRefused refused, Visit visit) {
        Optional<Inquiry> now = inquiries.findInquiry(id);
        String problem = words(refused, visit.language());
        if (now.isEmpty()) {
            return gone(problem, visit);
        }
        if (now.get().state().isPending()) {
            return visit.redirect("/runs/" + id);
        }
        if (refused.code() == Code.WRONG_VALUE && !visit.typed().isEmpty()) {
            var chip = visit.typed().entrySet().iterator().next();
            return page(
                    now.get(),
                    visit.withStatus(422).typing(chip.getKey(), chip.getValue().because(problem)),
                    null);
        }
        return page(
                now.get(),
                visit.withStatus(visit.isPart() ? 422 : refused.code().status()),
                problem);
    }

    private ModelAndView gone(String problem, Visit visit) {
        visit.withStatus(visit.isPart() ? 422 : Code.INQUIRY_GONE.status());
        var page = new ModelAndView(visit.isPart() ? "asking/conditions :: gone" : "asking/ask");
        page.addObject("problem", problem);
        page.addObject("text", visit.findText().orElse(""));
        page.addObject("longest", Asking.LONGEST_TEXT);
        return page;
    }

    private ModelAndView page(Inquiry inquiry, Visit visit, @Nullable String problem) {
        Business business = companies.business(inquiry.company());
        Language language = visit.language();
        var page = new ModelAndView(visit.isPart() ? "asking/conditions :: conditions" : "asking/asked");
        page.addObject("asked", AskedView.of(inquiry, business.snapshot(), language, visit.typed()));
        page.addObject("inquiry", inquiry);
        page.addObject("branch", branch(inquiry));
        page.addObject("longestName", Asking.LONGEST_NAME);
        page.addObject("part", visit.isPart());
        page.addObject("problem", problem);
        page.addObject("typed", visit.isPart() ? visit.text() : null);
        page.addObject("ended", ended(inquiry, language));
        page.addObject(
                "ref", inquiry.problem() == null ? null : inquiry.problem().ref());
        page.addObject("examples", examples.of(business, language));
        page.addObject("longest", Asking.LONGEST_TEXT);
        page.addObject(
                "text",
                visit.findText().or(() -> typed.take(visit.request(), "text")).orElse(""));
        return page;
    }

    /**
     * What a copy says that its original does not, and the other way round; null where it is none, or the original is gone.
     *
     * @param comparable whether both have plans
     */
    record Branch(Inquiry parent, OtherConditions changed, boolean comparable) {}

    private @Nullable Branch branch(Inquiry inquiry) {
        return inquiry.parent() == null
                ? null
                : inquiries
                        .findInquiry(inquiry.parent())
                        .map(parent -> new Branch(
                                parent,
                                OtherConditions.between(inquiry, parent),
                                parent.state() == Inquiry.State.DONE && inquiry.state() == Inquiry.State.DONE))
                        .orElse(null);
    }

    /** What became of its last run, in words; null where there was none. */
    private static @Nullable String ended(Inquiry inquiry, Language language) {
        Words words = Words.in(language);
        Inquiry.Problem why = inquiry.problem();
        return switch (inquiry.state()) {
            case CANCELLED -> words.say("asking.ended.cancelled");
            case REFUSED, FAILED -> why == null ? null : why.in(words);
            case DRAFT, QUEUED, RUNNING, DONE -> null;
        };
    }

    private static String words(InquiryRefused refused, Language language) {
        if (refused.code() == Code.WRONG_VALUE) {
            return language.choose(
                    refused.arguments().getFirst(), refused.arguments().getLast());
        }
        return Words.in(language)
                .say("problem." + refused.code(), refused.arguments().toArray());
    }

    /** Where the person goes on: the first chip that waits for her, else the button. */
    private static String next(AskedView asked) {
        return asked.groups().stream()
                .filter(g -> !g.name().equals("confirmed"))
                .flatMap(g -> g.rows().stream())
                .flatMap(r -> r.chips().stream())
                .filter(c -> !c.kind().equals("confirmed"))
                .map(ChipView::id)
                .findFirst()
                .orElse("run");
    }
}
