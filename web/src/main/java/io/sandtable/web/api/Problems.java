package io.sandtable.web.api;

import io.sandtable.web.Language;
import io.sandtable.web.Words;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.NoSuchElementException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import tools.jackson.databind.json.JsonMapper;

/** Turns what went wrong into words, gives it a number to quote and writes both to the log. */
@Component
public class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final String PENDING = Problems.class.getName();
    private static final String REF_CHARACTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final int REF_LENGTH = 6;

    private final LocaleResolver locales;
    private final JsonMapper json;
    private final SecureRandom random = new SecureRandom();

    Problems(LocaleResolver locales, JsonMapper json) {
        this.locales = locales;
        this.json = json;
    }

    /** Whether the answer is for a program rather than for a page. */
    public static boolean isApi(HttpServletRequest request) {
        return isApi(request.getRequestURI());
    }

    static boolean isApi(String path) {
        return (path + "/").startsWith("/api/") || (path + "/").startsWith("/actuator/");
    }

    /** Ends a request that never reached its controller: JSON for a program, the error page for a person. */
    public void refuse(HttpServletRequest request, HttpServletResponse response, Throwable cause) throws IOException {
        if (isApi(request)) {
            write(response, problem(cause, request.getRequestURI(), request));
        } else {
            showPage(request, response, cause);
        }
    }

    /** The error page comes by the container's error dispatch: only there the frame has all it needs. */
    void showPage(HttpServletRequest request, HttpServletResponse response, Throwable cause) throws IOException {
        request.setAttribute(PENDING, cause);
        response.sendError(Refusals.of(cause).status().value());
    }

    /** What {@link #showPage} was called with in this request. */
    static @org.jspecify.annotations.Nullable Throwable pending(HttpServletRequest request) {
        return (Throwable) request.getAttribute(PENDING);
    }

    Problem problem(Throwable cause, String path, HttpServletRequest request) {
        Refusal refusal = Refusals.of(cause);
        String ref = log(refusal, cause, "%s %s".formatted(request.getMethod(), path));
        Words words = Words.in(Language.of(locales.resolveLocale(request)));
        String reason = cause instanceof IllegalArgumentException ? cause.getMessage() : null;
        return new Problem(
                refusal.status(),
                refusal.code(),
                title(words, refusal),
                detail(words, refusal),
                ref,
                reason,
                refusal.members());
    }

    void write(HttpServletResponse response, Problem problem) throws IOException {
        response.setStatus(problem.status().value());
        response.setContentType(Problem.MEDIA_TYPE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.getOutputStream().write(json.writeValueAsBytes(problem.members()));
    }

    private String log(Refusal refusal, Throwable cause, String request) {
        String ref = "E-" + randomRef();
        if (refusal.status().is5xxServerError()) {
            LOG.error("{} {}", ref, request, cause);
        } else if (cause instanceof IllegalArgumentException || cause instanceof NoSuchElementException) {
            // meant for what people send, and thrown for faults of ours as well: the place tells which it was
            LOG.warn("{} {}", ref, request, cause);
        } else {
            LOG.warn("{} {}: {}", ref, request, cause.getMessage());
        }
        return ref;
    }

    private String randomRef() {
        return random.ints(REF_LENGTH, 0, REF_CHARACTERS.length())
                .mapToObj(i -> REF_CHARACTERS.substring(i, i + 1))
                .collect(java.util.stream.Collectors.joining());
    }

    private static String title(Words words, Refusal refusal) {
        String key = "problem.title." + refusal.status().value();
        return words.say(
                words.knows(key)
                        ? key
                        : refusal.status().is5xxServerError() ? "problem.title.500" : "problem.title.400");
    }

    private static String detail(Words words, Refusal refusal) {
        Object[] arguments = refusal.arguments().toArray();
        for (String key : new String[] {"problem." + refusal.code(), "refused." + refusal.code()}) {
            if (words.knows(key)) {
                return words.say(key, arguments);
            }
        }
        return words.say("problem." + Refusals.of(refusal.status().value()).code());
    }
}
