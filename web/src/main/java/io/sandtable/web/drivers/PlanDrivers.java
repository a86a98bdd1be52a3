package io.sandtable.web.drivers;

import io.sandtable.simulation.sensitivity.Tornado;
import io.sandtable.web.ask.Alternative;
import io.sandtable.web.ask.Answer;
import io.sandtable.web.ask.PlanSearch;
import io.sandtable.web.inquiry.WorkAside;
import jakarta.annotation.PreDestroy;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The drivers of plans: an answer brings those of its recommended plan, any other plan's are worked out when somebody asks, one after
 * the other beside the requests, and kept.
 */
@Component
@Profile("service")
public class PlanDrivers {
    private final PlanSearch search;
    private final WorkAside<Key, Tornado> tornadoes = new WorkAside<>("drivers");

    PlanDrivers(PlanSearch search) {
        this.search = search;
    }

    /** The plan's id says what it is, the inquiry which data and conditions its drivers move. */
    private record Key(String inquiryId, String planId) {}

    /** The plan's drivers, where they are known already. */
    public Optional<Tornado> find(String inquiryId, Answer answer, Alternative plan) {
        return plan == answer.recommended()
                ? Optional.of(answer.tornado())
                : tornadoes.find(new Key(inquiryId, plan.id()));
    }

    /** The same; where they are not known it begins to work them out. Refused where too many wait. */
    public Optional<Tornado> findOrBegin(String inquiryId, Answer answer, Alternative plan) {
        return plan == answer.recommended()
                ? Optional.of(answer.tornado())
                : tornadoes.findOrBegin(
                        new Key(inquiryId, plan.id()), () -> search.tornado(answer.scenario(), answer.problem(), plan));
    }

    @PreDestroy
    void stop() {
        tornadoes.close();
    }
}
