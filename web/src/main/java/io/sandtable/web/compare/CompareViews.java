package io.sandtable.web.compare;

import io.sandtable.web.Language;
import io.sandtable.web.Words;
import io.sandtable.web.ask.Alternative;
import io.sandtable.web.ask.Answer;
import io.sandtable.web.difference.PlanDifferences;
import io.sandtable.web.drivers.PlanDrivers;
import io.sandtable.web.inquiry.AnswerViews;
import io.sandtable.web.inquiry.Answers;
import io.sandtable.web.why.PlanReasons;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Comparisons ready to be shown: worked out once for each answer, language and set of options. */
@Component
@Profile("service")
class CompareViews {
    /** Cards beside the baseline; more would be too narrow to read. */
    static final int MOST_CARDS = 4;

    private final AnswerViews views;
    private final PlanReasons reasons;
    private final PlanDrivers drivers;
    private final PlanDifferences differences;

    CompareViews(AnswerViews views, PlanReasons reasons, PlanDrivers drivers, PlanDifferences differences) {
        this.views = views;
        this.reasons = reasons;
        this.drivers = drivers;
        this.differences = differences;
    }

    private record Key(CompareOptions options, Language language, boolean driversKnown) {}

    /** The view; refused with PLAN_GONE where an option names a plan that the answer has not. */
    CompareView view(String inquiryId, Answer answer, CompareOptions options, Language language) {
        Alternative selected = chosen(answer, options.selected(), answer.recommended());
        Alternative baseline = chosen(answer, options.baseline(), answer.baseline());
        boolean driversKnown = drivers.find(inquiryId, answer, selected).isPresent();
        return views.get(
                inquiryId,
                answer,
                new Key(options, language, driversKnown),
                () -> new Comparison(
                                inquiryId,
                                answer,
                                options,
                                Words.in(language),
                                baseline,
                                cards(answer, options, baseline, selected))
                        .view(
                                selected,
                                reasons.lateOrders(inquiryId, answer, selected, language),
                                drivers.find(inquiryId, answer, selected).orElse(null),
                                selected == baseline
                                        ? null
                                        : differences.gap(inquiryId, answer, selected, baseline, Words.in(language))));
    }

    /** The baseline first, then the others in the order of their letters. */
    private static List<Alternative> cards(
            Answer answer, CompareOptions options, Alternative baseline, Alternative selected) {
        List<Alternative> picked = options.plans().isEmpty()
                ? mostTelling(answer, selected)
                : options.plans().stream()
                        .map(letter -> chosen(answer, letter, answer.baseline()))
                        .toList();
        Set<String> shown = picked.stream()
                .filter(plan -> plan != baseline)
                .limit(MOST_CARDS)
                .map(Alternative::letter)
                .collect(Collectors.toSet());
        var cards = new ArrayList<Alternative>();
        cards.add(baseline);
        answer.all().stream()
                .filter(plan -> plan != baseline && shown.contains(plan.letter()))
                .forEach(cards::add);
        return cards;
    }

    /** What is selected and recommended, today, what breaks a rule (nobody may overlook it), then the rest. */
    private static List<Alternative> mostTelling(Answer answer, Alternative selected) {
        return answer.all().stream()
                .sorted(Comparator.<Alternative, Boolean>comparing(plan -> plan != selected)
                        .thenComparing(plan -> plan != answer.recommended())
                        .thenComparing(plan -> plan != answer.baseline())
                        .thenComparing(Alternative::compliant))
                .toList();
    }

    private static Alternative chosen(Answer answer, @Nullable String letter, Alternative usual) {
        return letter == null ? usual : Answers.planOf(answer, letter);
    }
}
