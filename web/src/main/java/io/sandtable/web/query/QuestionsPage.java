package io.sandtable.web.query;

import io.sandtable.simulation.query.Cause;
import io.sandtable.simulation.query.Grouping;
import io.sandtable.simulation.query.QueryRefused;
import io.sandtable.simulation.query.RootCauses.Reference;
import io.sandtable.store.GraphUnavailable;
import io.sandtable.web.Faults;
import io.sandtable.web.Language;
import io.sandtable.web.Words;
import io.sandtable.web.company.Companies;
import io.sandtable.web.inquiry.Asking;
import io.sandtable.web.inquiry.InquiryRefused;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /questions}: a question about the data and its answer; {@code /questions/why}: why the figure changed. */
@Controller
@Profile("service")
class QuestionsPage {
    private final Questions questions;
    private final Companies companies;
    private final Faults faults;

    QuestionsPage(Questions questions, Companies companies, Faults faults) {
        this.questions = questions;
        this.companies = companies;
        this.faults = faults;
    }

    /** @param text the question; of several the first is answered and the others are links */
    @GetMapping("/questions")
    String show(
            @RequestParam(defaultValue = "") String text,
            Language language,
            Model model,
            HttpServletResponse response) {
        return page("query/questions", text, language, model, response, asked -> QueryView.of(asked, language));
    }

    @GetMapping("/questions/why")
    String why(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "BEFORE") Reference against,
            @RequestParam(required = false) @Nullable Grouping by,
            @RequestParam(required = false) @Nullable Cause cause,
            @RequestParam(required = false) @Nullable Grouping in,
            @RequestParam(defaultValue = "") String id,
            Language language,
            Model model,
            HttpServletResponse response) {
        var wanted = new CauseView.Wanted(against, by, cause, in, id);
        return page("query/why", text, language, model, response, asked -> CauseView.of(asked, wanted, language));
    }

    private String page(
            String template,
            String text,
            Language language,
            Model model,
            HttpServletResponse response,
            Function<AskedQuestion, Object> view) {
        model.addAttribute("text", text.strip());
        model.addAttribute("longest", Asking.LONGEST_TEXT);
        if (!text.isBlank()) {
            try {
                List<AskedQuestion> asked = questions.understand(companies.current(), text, null, language);
                model.addAttribute(
                        "others",
                        asked.stream().skip(1).map(AskedQuestion::sentence).toList());
                answer(asked.getFirst(), view, language, model);
            } catch (InquiryRefused e) {
                response.setStatus(422);
                model.addAttribute(
                        "problem",
                        Words.in(language)
                                .say("problem." + e.code(), e.arguments().toArray()));
            } catch (GraphUnavailable e) {
                response.setStatus(503);
                model.addAttribute("problem", Words.in(language).say("problem.GRAPH_UNAVAILABLE"));
                model.addAttribute("ref", faults.note(e));
            }
        }
        return template;
    }

    private static void answer(
            AskedQuestion asked, Function<AskedQuestion, Object> view, Language language, Model model) {
        if (!asked.isQuestion()) {
            model.addAttribute(
                    "unclear",
                    asked.understanding().questions().stream()
                            .map(q -> language.choose(q.words().zh(), q.words().en()))
                            .toList());
            model.addAttribute("whatIf", asked.understanding().isAccepted());
            return;
        }
        try {
            model.addAttribute("view", view.apply(asked));
        } catch (QueryRefused e) {
            model.addAttribute("refused", new QueryWords(asked.business().snapshot(), language).refused(e));
            model.addAttribute("needsPlan", e.code() == QueryRefused.Code.FUTURE);
        }
    }
}
