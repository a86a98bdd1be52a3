package io.sandtable.web.drivers;

import io.sandtable.web.api.AskAgain;
import io.sandtable.web.ask.AnswerJson;
import io.sandtable.web.drivers.Asked.View;
import io.sandtable.web.drivers.StagedWork.Standing;
import io.sandtable.web.drivers.StagedWork.State;
import io.sandtable.web.inquiry.Answers;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Locale;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code /api/v1/scenarios/{id}/sensitivity}: what a plan's figures rest on, and what may come of them. */
@RestController
@Profile("service")
@Tag(name = "scenarios")
class DriversApi {
    private final Answers answers;
    private final Studies studies;

    DriversApi(Answers answers, Studies studies) {
        this.answers = answers;
        this.studies = studies;
    }

    /** What can be asked for. */
    enum Kind {
        TORNADO,
        SPIDER,
        HEATMAP,
        MORRIS,
        SOBOL,
        RISK,
        DISRUPTIONS;

        static Kind of(String id) {
            for (Kind kind : values()) {
                if (kind.name().toLowerCase(Locale.ROOT).equals(id)) {
                    return kind;
                }
            }
            throw new IllegalArgumentException(
                    "kind was '%s'; give tornado, spider, heatmap, morris, sobol, risk or disruptions.".formatted(id));
        }

        View view() {
            return switch (this) {
                case TORNADO -> View.ONE;
                case SPIDER -> View.SPIDER;
                case HEATMAP -> View.TWO;
                case MORRIS, SOBOL -> View.ALL;
                case RISK, DISRUPTIONS -> View.RISK;
            };
        }
    }

    @GetMapping("/api/v1/scenarios/{id}/sensitivity")
    @Operation(
            summary =
                    "Drivers of the recommended plan, or of the plan named: inputs one at a time, two at a time, all at once, and what may come of it; 202 while it is worked out: ask again")
    ResponseEntity<ObjectNode> sensitivity(
            @PathVariable String id,
            @Parameter(description = "Id or letter") @RequestParam(required = false) @Nullable String plan,
            @Parameter(description = "tornado, spider, heatmap, morris, sobol, risk or disruptions")
                    @RequestParam(defaultValue = "tornado")
                    String kind,
            @Parameter(description = "As in the answers, such as grossMargin, cashLow or onTimePct")
                    @RequestParam(required = false)
                    @Nullable
                    String figure,
            @Parameter(description = "plan-fixed or re-plan; the latter not for morris, sobol, risk and disruptions")
                    @RequestParam(required = false)
                    @Nullable
                    String mode,
            @Parameter(description = "Of a heat map, a dimension's id") @RequestParam(required = false) @Nullable
                    String across,
            @Parameter(description = "Of a heat map, a dimension's id") @RequestParam(required = false) @Nullable
                    String up,
            @Parameter(description = "Other ranges than the usual, such as price.sales:-20:15,labour.rate:0:8")
                    @RequestParam(required = false)
                    @Nullable
                    String ranges) {
        Kind of = Kind.of(kind);
        Asked asked = Asked.of(
                id,
                answers.getAnswer(id),
                new Asked.Parameters(plan, figure, mode, of.view().id(), ranges, null, across, up, true));
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("scenario", id).put("plan", asked.plan().id());
        return switch (of) {
            case TORNADO -> answer(studies.tornado(asked), json, (found, j) -> j.setAll(AnswerJson.sensitivity(found)));
            case SPIDER -> answer(studies.spider(asked), json, StudyJson::write);
            case HEATMAP ->
                answer(studies.heatMap(asked), json, (found, j) -> {
                    StudyJson.write(found, j);
                    StudyJson.rules(asked.answer().problem(), j);
                });
            case MORRIS -> {
                Standing<Study.Global> standing = studies.global(asked);
                // the screening is whole as soon as it is there
                Standing<Study.Global> whole = standing.found() == null
                        ? standing
                        : new Standing<>(State.DONE, standing.found(), standing.stage(), 0, 0);
                yield answer(
                        whole,
                        json.put("mode", asked.mode().id()),
                        (found, j) -> StudyJson.write(found.screening(), asked.kpi(), j));
            }
            case SOBOL ->
                answer(studies.global(asked), json.put("mode", asked.mode().id()), (found, j) -> {
                    if (found.shares() != null) {
                        StudyJson.write(found.shares(), asked.kpi(), j);
                    }
                });
            case RISK ->
                answer(
                        studies.risk(asked),
                        json,
                        (found, j) -> StudyJson.write(found, asked.plan().letter(), j));
            case DISRUPTIONS ->
                answer(studies.outages(asked), json.put("mode", asked.mode().id()), StudyJson::write);
        };
    }

    /** What is whole; until then how far it is, with what there is so far. What was stopped is not waited for. */
    private static <R> ResponseEntity<ObjectNode> answer(
            Standing<R> standing, ObjectNode json, BiConsumer<R, ObjectNode> write) {
        standing.result().ifPresent(found -> write.accept(found, json));
        if (standing.isUnderWay()) {
            json.put("state", standing.state().name().toLowerCase(Locale.ROOT));
            if (standing.of() > 0) {
                json.putObject("progress").put("runs", standing.done()).put("of", standing.of());
            }
            return AskAgain.with(json);
        }
        if (standing.state() == State.STOPPED) {
            json.put("state", "stopped");
        }
        return ResponseEntity.ok(json);
    }
}
