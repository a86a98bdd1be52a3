package io.sandtable.web.asking;

import io.sandtable.store.GraphUnavailable;
import io.sandtable.web.Faults;
import io.sandtable.web.Language;
import io.sandtable.web.Words;
import io.sandtable.web.company.Companies;
import io.sandtable.web.company.LoadedCompanies;
import io.sandtable.web.inquiry.Asking;
import io.sandtable.web.inquiry.Inquiries;
import io.sandtable.web.inquiry.Inquiry;
import io.sandtable.web.inquiry.InquiryRefused;
import io.sandtable.web.page.SentForms;
import io.sandtable.web.people.TypedText;
import io.sandtable.web.query.Questions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /ask}: a question in one's own words. */
@Controller
@Profile("service")
class AskPage {
    private final Asking asking;
    private final Companies companies;
    private final LoadedCompanies loaded;
    private final ExampleSentences examples;
    private final Inquiries inquiries;
    private final TypedText typed;
    private final SentForms forms;
    private final Faults faults;
    private final Questions questions;

    AskPage(
            Asking asking,
            Companies companies,
            LoadedCompanies loaded,
            ExampleSentences examples,
            Inquiries inquiries,
            TypedText typed,
            SentForms forms,
            Faults faults,
            Questions questions) {
        this.asking = asking;
        this.companies = companies;
        this.loaded = loaded;
        this.examples = examples;
        this.inquiries = inquiries;
        this.typed = typed;
        this.forms = forms;
        this.faults = faults;
        this.questions = questions;
    }

    /**
     * @param text to begin with, such as an example that was picked
     * @param from an inquiry whose words to begin with, to try another what-if beside it
     */
    @GetMapping("/ask")
    String show(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String from,
            HttpServletRequest request,
            Language language,
            Model model) {
        String kept = typed.take(request, "text")
                .or(() -> typed.take(request, "sentence"))
                .or(() -> inquiries.findInquiry(from).map(Inquiry::text))
                .orElse(text);
        return page(kept, language, model);
    }

    /** The examples alone: the first time they take as long as the graph's server takes to start. */
    @GetMapping("/ask/examples")
    String examples(Language language, Model model) {
        try {
            model.addAttribute("examples", examples.of(loaded.business(companies.current()), language));
        } catch (GraphUnavailable e) {
            model.addAttribute("examples", List.of());
            model.addAttribute("problem", Words.in(language).say("problem.GRAPH_UNAVAILABLE"));
            model.addAttribute("ref", faults.note(e));
        }
        return "asking/examples :: examples";
    }

    /**
     * @param sentence what the box on the home page calls its text
     * @param company whose data the page was about; nothing is asked about another one that somebody has switched to since
     */
    @PostMapping("/ask")
    String ask(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String sentence,
            @RequestParam(defaultValue = "") String company,
            Principal person,
            Language language,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes flash,
            Model model) {
        String said = text.isBlank() ? sentence : text;
        String current = companies.current();
        Words words = Words.in(language);
        if (!company.isEmpty() && !company.equals(current)) {
            String now = title(current, language);
            model.addAttribute("switchedTo", now);
            String problem = words.say("asking.switched", title(company, language), now);
            return again(said, problem, 409, response, model, language);
        }
        try {
            Questions.Sorted sorted = questions.sort(current, said);
            if (sorted.others().isEmpty()) {
                return "redirect:" + Questions.address(sorted.questions());
            }
            if (!sorted.questions().isEmpty()) {
                flash.addFlashAttribute("questions", sorted.questions());
            }
            return "redirect:/ask/"
                    + forms.once(
                            request,
                            () -> asking.ask(current, sorted.others(), null, language, person.getName())
                                    .id());
        } catch (InquiryRefused e) {
            String problem = words.say("problem." + e.code(), e.arguments().toArray());
            return again(said, problem, 422, response, model, language);
        } catch (GraphUnavailable e) {
            model.addAttribute("ref", faults.note(e));
            return again(said, words.say("problem.GRAPH_UNAVAILABLE"), 503, response, model, language);
        }
    }

    /** The box again with what was typed and why it was not taken. */
    private String again(
            String text, String problem, int status, HttpServletResponse response, Model model, Language language) {
        response.setStatus(status);
        model.addAttribute("problem", problem);
        return page(text, language, model);
    }

    private String title(String company, Language language) {
        return companies.listCards().stream()
                .filter(card -> card.name().equals(company))
                .map(card -> language.choose(card.zh(), card.en()))
                .findFirst()
                .orElse(company);
    }

    private String page(String text, Language language, Model model) {
        String company = companies.current();
        model.addAttribute("text", text);
        model.addAttribute("longest", Asking.LONGEST_TEXT);
        // a page does not wait for a server to start; its examples come later
        examples.findKnown(company, language).ifPresent(known -> model.addAttribute("examples", known));
        return "asking/ask";
    }
}
