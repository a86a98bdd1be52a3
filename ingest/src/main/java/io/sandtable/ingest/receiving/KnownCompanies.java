package io.sandtable.ingest.receiving;

import io.sandtable.ingest.DeadLetterReason;
import io.sandtable.ingest.LiveGraph;
import io.sandtable.ingest.message.Refused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;

/** Which companies this home holds, remembered for some seconds. */
final class KnownCompanies {
    private static final Duration REMEMBERED = Duration.ofSeconds(5);
    /** Topics may carry any name; more than this are not remembered. */
    private static final int MOST = 1_000;

    private final ConcurrentHashMap<String, Answer> answers = new ConcurrentHashMap<>();
    private final LiveGraph graph;
    private final Clock clock;

    private record Answer(boolean known, Instant until) {}

    KnownCompanies(LiveGraph graph, Clock clock) {
        this.graph = graph;
        this.clock = clock;
    }

    void require(String company) throws Refused {
        Instant now = clock.instant();
        Answer answer = answers.get(company);
        if (answer == null || now.isAfter(answer.until())) {
            answer = new Answer(ask(company), now.plus(REMEMBERED));
            if (answers.size() >= MOST) {
                answers.clear();
            }
            answers.put(company, answer);
        }
        if (!answer.known()) {
            throw new Refused(DeadLetterReason.COMPANY_UNKNOWN, company);
        }
    }

    /** Where nobody can tell now, the message is taken: a count is asked about once more before it changes anything. */
    private boolean ask(String company) {
        try {
            return graph.knows(company);
        } catch (RuntimeException e) {
            org.slf4j.LoggerFactory.getLogger(KnownCompanies.class)
                    .warn("Whether the company {} is here could not be told: {}", company, e.toString());
            return true;
        }
    }
}
