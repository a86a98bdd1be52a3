package io.sandtable.web.drivers;

import io.sandtable.simulation.sensitivity.Counterfactual;
import io.sandtable.simulation.sensitivity.Kpi;
import io.sandtable.web.ask.PlanSearch;
import io.sandtable.web.inquiry.Answers.OfAnswer;
import io.sandtable.web.inquiry.WorkAside;
import jakarta.annotation.PreDestroy;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What it would take for a figure of a plan to come to another value: worked out when somebody asks, and kept. */
@Component
@Profile("service")
class PlanTargets {
    private final PlanSearch search;
    private final WorkAside<Key, Counterfactual> known = new WorkAside<>("counterfactual");

    PlanTargets(PlanSearch search) {
        this.search = search;
    }

    private record Key(String inquiryId, String planId, Kpi figure, double target) {}

    /**
     * What it takes; empty while it is worked out. Refused where too many wait.
     *
     * @param target in the figure's unit; null for the baseline's value
     */
    Optional<Counterfactual> findOrBegin(OfAnswer of, Kpi figure, @Nullable Double target) {
        double reach =
                target == null ? figure.of(of.answer().baseline().evaluation().kpis()) : target;
        return known.findOrBegin(
                new Key(of.inquiryId(), of.plan().id(), figure, reach),
                () -> search.reach(of.answer().scenario(), of.answer().problem(), of.plan(), figure, reach));
    }

    @PreDestroy
    void stop() {
        known.close();
    }
}
