package io.sandtable.web.difference;

import io.sandtable.simulation.difference.Driver;
import io.sandtable.web.Language;
import io.sandtable.web.Words;
import io.sandtable.web.inquiry.Answers;
import io.sandtable.web.inquiry.Answers.OfAnswer;
import io.sandtable.web.inquiry.Inquiries;
import io.sandtable.web.inquiry.InquiryRefused;
import io.sandtable.web.inquiry.OtherConditions;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /runs/{id}/difference}: from one plan's figure to another's, down to the postings; {@code with} names another question. */
@Controller
@Profile("service")
class DifferencePage {
    private final Answers answers;
    private final Inquiries inquiries;
    private final PlanDifferences differences;

    DifferencePage(Answers answers, Inquiries inquiries, PlanDifferences differences) {
        this.answers = answers;
        this.inquiries = inquiries;
        this.differences = differences;
    }

    @GetMapping("/runs/{id}/difference")
    String show(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String of,
            @RequestParam(required = false) @Nullable String against,
            @RequestParam(required = false) @Nullable String with,
            @RequestParam(required = false) @Nullable String figure,
            @RequestParam(required = false) @Nullable String driver,
            @RequestParam(defaultValue = "") String orders,
            Language language,
            Model model) {
        OfAnswer mine = answers.getRecommended(id);
        OfAnswer others = with == null || with.isBlank() ? mine : answers.getRecommended(with);
        Pair pair = Pair.of(mine, others, of, against, figure);
        Words words = Words.in(language);
        model.addAttribute("view", new Bridge(pair, differences.between(pair), words).view(driver(driver)));
        model.addAttribute(
                "done",
                pair.isOnTheSameData()
                        ? new DoneWords(pair, words).view(differences.done(pair), orders.equals("all"))
                        : null);
        model.addAttribute("with", pair.isApart() ? others.inquiryId() : null);
        model.addAttribute(
                "changed",
                pair.isApart()
                        ? OtherConditions.between(inquiries.getInquiry(id), inquiries.getInquiry(others.inquiryId()))
                        : null);
        model.addAttribute("figure", pair.figure().id());
        model.addAttribute("page", "/runs/" + id);
        model.addAttribute(
                "compare",
                "/runs/" + id + "/compare?selected=" + pair.of().plan().letter());
        return "difference/difference";
    }

    private static @Nullable Driver driver(@Nullable String id) {
        return id == null || id.isBlank()
                ? null
                : Driver.find(id).orElseThrow(() -> new InquiryRefused(InquiryRefused.Code.DRIVER_GONE, id));
    }
}
