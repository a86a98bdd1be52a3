package io.sandtable.web.service;

import io.sandtable.web.inquiry.Inquiries;
import io.sandtable.web.inquiry.Inquiry;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** Waiting for runs of a service, as long as a busy machine may need. */
public final class Runs {
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private Runs() {}

    /** The inquiry once it is neither waiting nor under way. */
    public static Inquiry ended(RunningService service, String id) {
        return until(service, id, inquiry -> !inquiry.state().isPending());
    }

    /** The inquiry once it is as wished; as it is where that takes too long. */
    public static Inquiry until(RunningService service, String id, Predicate<Inquiry> wished) {
        Instant limit = Instant.now().plus(LONGEST);
        Inquiry inquiry = service.get(Inquiries.class).getInquiry(id);
        while (!wished.test(inquiry) && Instant.now().isBefore(limit)) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            inquiry = service.get(Inquiries.class).getInquiry(id);
        }
        return inquiry;
    }
}
