package io.sandtable.web.difference;

import io.sandtable.simulation.difference.Driver;
import io.sandtable.web.Language;
import io.sandtable.web.Words;
import io.sandtable.web.inquiry.Answers;
import io.sandtable.web.inquiry.InquiryRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /runs/{id}/difference}: from one plan's figure to another's, down to the postings. */
@Controller
@Profile("service")
class DifferencePage {
    private final Answers answers;
    private final PlanDifferences differences;

    DifferencePage(Answers answers, PlanDifferences differences) {
        this.answers = answers;
        this.differences = differences;
    }

    @GetMapping("/runs/{id}/difference")
    String show(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String of,
            @RequestParam(required = false) @Nullable String against,
            @RequestParam(required = false) @Nullable String figure,
            @RequestParam(required = false) @Nullable String driver,
            @RequestParam(defaultValue = "") String orders,
            Language language,
            Model model) {
        Pair pair = Pair.of(id, answers.getAnswer(id), of, against, figure);
        Words words = Words.in(language);
        model.addAttribute("view", new Bridge(pair, differences.between(pair), words).view(driver(driver)));
        model.addAttribute("done", new DoneWords(pair, words).view(differences.done(pair), orders.equals("all")));
        model.addAttribute("figure", pair.figure().id());
        model.addAttribute("page", "/runs/" + id);
        model.addAttribute(
                "compare", "/runs/" + id + "/compare?selected=" + pair.of().letter());
        return "difference/difference";
    }

    private static @Nullable Driver driver(@Nullable String id) {
        return id == null || id.isBlank()
                ? null
                : Driver.find(id).orElseThrow(() -> new InquiryRefused(InquiryRefused.Code.DRIVER_GONE, id));
    }
}
