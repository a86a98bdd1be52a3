package io.sandtable.web.page;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Forms that came in a moment ago, so that an impatient second click makes nothing twice, also where no script holds it back. A page
 * gives its forms a key (part {@code once}); the same form with the same fields and the same key is the same wish.
 */
@Component
@Profile("service")
public class SentForms {
    /** The hidden field with the key of the page. */
    public static final String FIELD = "formKey";

    /** Longer than anybody waits before clicking again, shorter than a change of mind. */
    static final Duration REMEMBERED = Duration.ofMinutes(2);
    /** Sentences are short; memory is never what forms fill. */
    static final int MOST = 1_000;

    private static final Set<String> NOT_SAID = Set.of(FIELD, "_csrf");

    private final Clock clock;
    private final Map<Sent, Done> sent = new LinkedHashMap<>();

    SentForms(Clock clock) {
        this.clock = clock;
    }

    /** Who wishes what. */
    private record Sent(String person, String path, String key, Map<String, List<String>> fields) {}

    /** What came of it, once it is done. */
    private record Done(Instant since, CompletableFuture<String> outcome) {}

    /**
     * Does what the form asks for, and answers its repetition with the same outcome; what is refused may be tried again. A form
     * without a key is taken each time.
     *
     * @param act gives its outcome, such as the address of what was made; whoever repeats the form waits for it
     */
    public String once(HttpServletRequest request, Supplier<String> act) {
        String key = request.getParameter(FIELD);
        if (key == null || key.isEmpty()) {
            return act.get();
        }
        Sent form = new Sent(person(request), request.getRequestURI(), key, fields(request));
        var mine = new Done(clock.instant(), new CompletableFuture<>());
        Done first = enter(form, mine);
        if (first != null) {
            return outcome(first);
        }
        try {
            mine.outcome.complete(act.get());
        } catch (RuntimeException | Error e) {
            forget(form);
            mine.outcome.completeExceptionally(e);
        }
        return outcome(mine);
    }

    private synchronized @Nullable Done enter(Sent form, Done mine) {
        Instant oldest = mine.since.minus(REMEMBERED);
        sent.values().removeIf(done -> done.outcome.isDone() && (done.since.isBefore(oldest) || sent.size() > MOST));
        return sent.putIfAbsent(form, mine);
    }

    private synchronized void forget(Sent form) {
        sent.remove(form);
    }

    private static String outcome(Done done) {
        try {
            return done.outcome.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException refused) {
                throw refused;
            }
            throw e;
        }
    }

    private static String person(HttpServletRequest request) {
        Principal principal = request.getUserPrincipal();
        return principal == null ? "" : principal.getName();
    }

    private static Map<String, List<String>> fields(HttpServletRequest request) {
        return request.getParameterMap().entrySet().stream()
                .filter(field -> !NOT_SAID.contains(field.getKey()))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, field -> List.of(field.getValue())));
    }
}
