package io.sandtable.web.drivers;

import io.sandtable.simulation.sensitivity.Tornado;
import io.sandtable.web.ask.Alternative;
import io.sandtable.web.ask.Answer;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The drivers of plans' gross margins: an answer brings those of its recommended plan, any other plan's are worked out when somebody
 * asks, one after the other beside the requests, and kept.
 */
@Component
@Profile("service")
public class PlanDrivers {
    private final Studies studies;

    PlanDrivers(Studies studies) {
        this.studies = studies;
    }

    /** The plan's drivers, where they are known already. */
    public Optional<Tornado> find(String inquiryId, Answer answer, Alternative plan) {
        return plan == answer.recommended() ? Optional.of(answer.tornado()) : studies.findTornado(inquiryId, plan);
    }

    /** The same; where they are not known it begins to work them out. Refused where too many wait. */
    public Optional<Tornado> findOrBegin(String inquiryId, Answer answer, Alternative plan) {
        return plan == answer.recommended()
                ? Optional.of(answer.tornado())
                : studies.findOrBeginTornado(inquiryId, plan);
    }
}
