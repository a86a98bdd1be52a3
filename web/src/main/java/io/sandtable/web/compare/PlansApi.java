package io.sandtable.web.compare;

import io.sandtable.web.ask.Alternative;
import io.sandtable.web.ask.Answer;
import io.sandtable.web.ask.AnswerJson;
import io.sandtable.web.ask.KeyFigure;
import io.sandtable.web.ask.KpiJson;
import io.sandtable.web.inquiry.AnswerViews;
import io.sandtable.web.inquiry.Answers;
import io.sandtable.web.inquiry.Answers.OfAnswer;
import io.sandtable.web.inquiry.InquiryRefused;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Plans over REST, in the contract's words; {@code scenario} says which inquiry is meant where the same plan was found twice. */
@RestController
@Profile("service")
@RequestMapping("/api/v1/plans")
@Tag(name = "plans")
class PlansApi {
    private final Answers answers;
    private final AnswerViews views;

    PlansApi(Answers answers, AnswerViews views) {
        this.answers = answers;
        this.views = views;
    }

    private record Key(String letter) {}

    @GetMapping("/{id}")
    @Operation(summary = "One plan: its figures, the rules it breaks, how it was found")
    ObjectNode plan(@PathVariable String id, @RequestParam(required = false) @Nullable String scenario) {
        return json(answers.getPlan(id, scenario));
    }

    @GetMapping("/{id}/violations")
    @Operation(summary = "Every breach of every rule")
    ArrayNode violations(@PathVariable String id, @RequestParam(required = false) @Nullable String scenario) {
        return KpiJson.violations(
                answers.getPlan(id, scenario).plan().evaluation().violations());
    }

    @GetMapping("/compare")
    @Operation(summary = "Plans of one question side by side with their baseline")
    ObjectNode compare(@RequestParam List<String> ids, @RequestParam(required = false) @Nullable String scenario) {
        List<OfAnswer> plans =
                ids.stream().map(id -> answers.getPlan(id, scenario)).toList();
        if (plans.isEmpty()) {
            throw new InquiryRefused(InquiryRefused.Code.PLAN_GONE, "");
        }
        OfAnswer first = plans.getFirst();
        if (plans.stream().anyMatch(p -> !p.inquiryId().equals(first.inquiryId()))) {
            throw new InquiryRefused(InquiryRefused.Code.PLANS_APART, String.join(", ", ids));
        }
        Answer answer = first.answer();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("scenario", first.inquiryId());
        json.put("recommended", answer.recommended().id());
        json.set("baseline", json(first.baseline()));
        ArrayNode array = json.putArray("plans");
        plans.forEach(p -> array.add(json(p)));
        ArrayNode equal = json.putArray("equal");
        List<Alternative> all = Stream.concat(
                        Stream.of(answer.baseline()), plans.stream().map(OfAnswer::plan))
                .toList();
        Arrays.stream(KeyFigure.values())
                .filter(f -> all.stream().map(f::of).distinct().count() <= 1)
                .forEach(f -> equal.add(f.id()));
        return json;
    }

    private ObjectNode json(OfAnswer of) {
        return views.get(of.inquiryId(), of.answer(), new Key(of.plan().letter()), () -> {
            ObjectNode json = AnswerJson.plan(of.plan(), of.answer());
            json.put("scenario", of.inquiryId());
            return json;
        });
    }
}
