package io.sandtable.web.compare;

import io.sandtable.simulation.correction.Corrections;
import io.sandtable.web.ask.Answer;
import io.sandtable.web.ask.PlanSearch;
import io.sandtable.web.inquiry.WorkAside;
import jakarta.annotation.PreDestroy;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Which must-conditions of a question to give up where no plan keeps them all: worked out when somebody asks, and kept. */
@Component
@Profile("service")
class PlanCorrections {
    private final PlanSearch search;
    private final WorkAside<Key, Corrections> known = new WorkAside<>("corrections");

    PlanCorrections(PlanSearch search) {
        this.search = search;
    }

    /** The plans say which answer is meant: a question that is run again has others. */
    private record Key(String inquiryId, String recommended) {}

    /** The smallest sets to give up; empty while they are worked out. Refused where too many wait. */
    Optional<Corrections> findOrBegin(String inquiryId, Answer answer) {
        return known.findOrBegin(
                new Key(inquiryId, answer.recommended().id()),
                () -> search.corrections(answer.problem(), answer.all()));
    }

    @PreDestroy
    void stop() {
        known.close();
    }
}
