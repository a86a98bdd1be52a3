package io.sandtable.web.people;

import io.sandtable.web.Language;
import io.sandtable.web.Words;
import io.sandtable.web.api.Problems;
import io.sandtable.web.api.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.session.SessionInformationExpiredEvent;
import org.springframework.security.web.session.SessionInformationExpiredStrategy;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/** The way on for requests that may not pass: to the sign-in page and back, or an answer that says who may. */
@Component
class TurnedAway implements AuthenticationEntryPoint, AccessDeniedHandler, SessionInformationExpiredStrategy {
    static final String SIGN_IN = "/sign-in";

    private final Problems problems;
    private final TypedText typedText;
    private final LocaleResolver locales;

    TurnedAway(Problems problems, TypedText typedText, LocaleResolver locales) {
        this.problems = problems;
        this.typedText = typedText;
        this.locales = locales;
    }

    /** Nobody is signed in. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
            throws IOException {
        if (Problems.isApi(request)) {
            problems.refuse(request, response, new Refusal(HttpStatus.UNAUTHORIZED, code(cause)));
        } else {
            toSignIn(request, response, hadSession(request));
        }
    }

    /** Somebody is signed in but may not, or the token against forged requests is missing or of an earlier session. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        if (denied instanceof CsrfException) {
            withoutToken(request, response);
        } else {
            problems.refuse(request, response, refusal(request));
        }
    }

    /** The session was ended from elsewhere: the person was disabled, has a new password or other roles. */
    @Override
    public void onExpiredSessionDetected(SessionInformationExpiredEvent event) throws IOException {
        HttpServletRequest request = event.getRequest();
        if (Problems.isApi(request)) {
            problems.refuse(request, event.getResponse(), new Refusal(HttpStatus.UNAUTHORIZED, "UNAUTHENTICATED"));
        } else {
            toSignIn(request, event.getResponse(), true);
        }
    }

    private void withoutToken(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean signedIn = isSignedIn();
        if (Problems.isApi(request)) {
            problems.refuse(
                    request,
                    response,
                    signedIn
                            ? Refusal.forbidden("CSRF_MISSING")
                            : new Refusal(HttpStatus.UNAUTHORIZED, "UNAUTHENTICATED"));
        } else if (request.getRequestURI().equals(SIGN_IN)) {
            redirect(request, response, SIGN_IN + "?again");
        } else if (signedIn) {
            typedText.keep(request);
            redirect(request, response, typedText.page(request).orElse("/"));
        } else {
            toSignIn(request, response, true);
        }
    }

    private void toSignIn(HttpServletRequest request, HttpServletResponse response, boolean ended) throws IOException {
        boolean kept = typedText.keep(request);
        redirect(request, response, SIGN_IN + (kept ? "?kept" : ended ? "?ended" : ""));
    }

    /** htmx follows a redirect by itself and would put the page into a corner of the old one. */
    static void redirect(HttpServletRequest request, HttpServletResponse response, String address) throws IOException {
        if (Origin.isHtmx(request)) {
            response.setHeader("HX-Redirect", address);
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
        } else {
            response.sendRedirect(address);
        }
    }

    private Refusal refusal(HttpServletRequest request) {
        Words words = Words.in(Language.of(locales.resolveLocale(request)));
        return Routes.find(request)
                .map(route -> Refusal.forbidden(
                        "FORBIDDEN",
                        route.roles().stream()
                                .map(role -> words.say("role." + role))
                                .collect(Collectors.joining(words.language().choose("、", ", ")))))
                .orElseGet(() -> Refusal.notFound("NOT_FOUND"));
    }

    private static String code(AuthenticationException cause) {
        return switch (cause) {
            case LockedException _ -> "LOCKED";
            case DisabledException _ -> "DISABLED";
            default -> "UNAUTHENTICATED";
        };
    }

    private static boolean hadSession(HttpServletRequest request) {
        return request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid();
    }

    private static boolean isSignedIn() {
        @Nullable
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Account;
    }
}
