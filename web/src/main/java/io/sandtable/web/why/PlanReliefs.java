package io.sandtable.web.why;

import io.sandtable.simulation.relief.WhatHelps;
import io.sandtable.simulation.scenario.PlanningProblem.Demand;
import io.sandtable.simulation.why.Explanation;
import io.sandtable.web.ask.PlanSearch;
import io.sandtable.web.inquiry.Answers.OfAnswer;
import io.sandtable.web.inquiry.InquiryRefused;
import io.sandtable.web.inquiry.WorkAside;
import jakarta.annotation.PreDestroy;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What would help single late or short orders: worked out when somebody asks about one, and kept. */
@Component
@Profile("service")
class PlanReliefs {
    private final PlanSearch search;
    private final PlanReasons reasons;
    private final WorkAside<Key, WhatHelps> known = new WorkAside<>("reliefs");

    PlanReliefs(PlanSearch search, PlanReasons reasons) {
        this.search = search;
        this.reasons = reasons;
    }

    private record Key(String inquiryId, String planId, String order) {}

    /** The order of that id or number; refused with NOT_LATE where the plan delivers it on time. */
    Demand getOrder(OfAnswer of, String order) {
        return of.answer().problem().demands().get(explanation(of, order).demand());
    }

    /** What helps it; empty while it is worked out. Refused where it is on time, or too many wait. */
    Optional<WhatHelps> findOrBegin(OfAnswer of, String order) {
        Explanation explanation = explanation(of, order);
        String id = of.answer().problem().demands().get(explanation.demand()).id();
        return known.findOrBegin(
                new Key(of.inquiryId(), of.plan().id(), id),
                () -> search.whatHelps(
                        of.answer().problem(),
                        of.plan().evaluation().plan(),
                        explanation,
                        of.answer().question().seed()));
    }

    private Explanation explanation(OfAnswer of, String order) {
        return reasons.explanations(of.inquiryId(), of.answer(), of.plan()).stream()
                .filter(e -> {
                    Demand demand = of.answer().problem().demands().get(e.demand());
                    return demand.id().equals(order) || demand.number().equals(order);
                })
                .findFirst()
                .orElseThrow(() -> new InquiryRefused(
                        InquiryRefused.Code.NOT_LATE, order, of.plan().letter()));
    }

    @PreDestroy
    void stop() {
        known.close();
    }
}
