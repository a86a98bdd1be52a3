package io.sandtable.web.drivers;

import io.sandtable.simulation.scenario.Dimension;
import io.sandtable.simulation.sensitivity.Kpi;
import io.sandtable.simulation.sensitivity.Mode;
import io.sandtable.simulation.sensitivity.Tornado;
import io.sandtable.web.ask.Alternative;
import io.sandtable.web.ask.Answer;
import io.sandtable.web.inquiry.Answers;
import io.sandtable.web.inquiry.InquiryRefused;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a reader of the drivers page asked to see, and the addresses of what she may ask next.
 *
 * @param against the plan that {@code plan} is held against
 * @param across and {@code up} the two inputs of the map
 * @param all whether the rest is wanted beside the first ten
 */
record Asked(
        String id,
        Answer answer,
        Alternative plan,
        Kpi kpi,
        Mode mode,
        View view,
        TypedRanges ranges,
        Alternative against,
        Dimension across,
        Dimension up,
        boolean all) {

    /** What can be looked at. */
    enum View {
        ONE,
        SPIDER,
        TURN,
        TWO,
        ALL,
        RISK;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether it can be planned again for each look; else that would take hours. */
        boolean mayPlanAgain() {
            return this != ALL && this != RISK;
        }
    }

    /** The parameters of an address as they came. */
    record Parameters(
            @Nullable String plan,
            @Nullable String figure,
            @Nullable String mode,
            @Nullable String view,
            @Nullable String ranges,
            @Nullable String against,
            @Nullable String across,
            @Nullable String up,
            @Nullable Boolean all) {}

    static Asked of(String id, Answer answer, Parameters asked) {
        Alternative plan = asked.plan() == null ? answer.recommended() : find(answer, asked.plan());
        Kpi kpi = asked.figure() == null
                ? Kpi.GROSS_MARGIN
                : Kpi.find(asked.figure())
                        .orElseThrow(() ->
                                new InquiryRefused(InquiryRefused.Code.FIGURE_GONE, String.valueOf(asked.figure())));
        View view = Arrays.stream(View.values())
                .filter(v -> v.id().equals(asked.view()))
                .findFirst()
                .orElse(View.ONE);
        Mode mode = Mode.REPLAN.id().equals(asked.mode()) && view.mayPlanAgain() ? Mode.REPLAN : Mode.PLAN_FIXED;
        Alternative against = asked.against() == null || asked.against().equals(plan.letter())
                ? rival(answer, plan)
                : find(answer, asked.against());
        Dimension across = dimension(asked.across(), widest(answer.tornado(), 0));
        Dimension up = dimension(asked.up(), widest(answer.tornado(), 1));
        if (up == across) {
            up = widest(answer.tornado(), widest(answer.tornado(), 0) == across ? 1 : 0);
        }
        return new Asked(
                id,
                answer,
                plan,
                kpi,
                mode,
                view,
                TypedRanges.read(asked.ranges()),
                against,
                across,
                up,
                Boolean.TRUE.equals(asked.all()));
    }

    /** By its letter, or by its id as REST says it. */
    static Alternative find(Answer answer, String plan) {
        return answer.all().stream()
                .filter(a -> a.id().equals(plan))
                .findFirst()
                .orElseGet(() -> Answers.planOf(answer, plan));
    }

    /** The plan that somebody would hold it against first. */
    private static Alternative rival(Answer answer, Alternative plan) {
        if (plan != answer.recommended()) {
            return answer.recommended();
        }
        List<Alternative> others =
                answer.plans().stream().filter(other -> other != plan).toList();
        return others.isEmpty() ? answer.baseline() : Answer.recommended(answer.problem(), others);
    }

    private static Dimension widest(Tornado tornado, int place) {
        return tornado.bars().size() > place
                ? tornado.bars().get(place).range().dimension()
                : place == 0 ? Dimension.SALES_PRICE : Dimension.PURCHASE_PRICE;
    }

    private static Dimension dimension(@Nullable String id, Dimension otherwise) {
        return Arrays.stream(Dimension.values())
                .filter(d -> d.id().equals(id))
                .findFirst()
                .orElse(otherwise);
    }

    Study.Of of() {
        return new Study.Of(id, plan.id(), mode);
    }

    /** The same with other ranges. */
    Asked with(TypedRanges others) {
        return new Asked(id, answer, plan, kpi, mode, view, others, against, across, up, all);
    }

    /** Where this is shown. */
    String here() {
        return page("", view) + (all ? "&all=true" : "");
    }

    String everything() {
        return page("", view) + "&all=true";
    }

    /** The same plan and figure, looked at in another way. */
    String view(View other) {
        return page("", other);
    }

    /** A sub-address, such as {@code /progress}, with all that was asked. */
    String page(String sub, View shown) {
        var address = new StringBuilder("/runs/" + id + "/drivers" + sub + "?plan=" + plan.letter());
        if (kpi != Kpi.GROSS_MARGIN) {
            address.append("&figure=").append(kpi.id());
        }
        if (mode == Mode.REPLAN && shown.mayPlanAgain()) {
            address.append("&mode=").append(mode.id());
        }
        if (shown != View.ONE) {
            address.append("&view=").append(shown.id());
        }
        if (shown == View.TURN) {
            address.append("&against=").append(against.letter());
        }
        if (shown == View.TWO) {
            address.append("&across=").append(across.id()).append("&up=").append(up.id());
        }
        if (!ranges.typed().isEmpty()) {
            address.append("&ranges=").append(ranges.text());
        }
        return address.toString();
    }
}
