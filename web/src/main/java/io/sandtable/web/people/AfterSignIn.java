package io.sandtable.web.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/** Where somebody goes who has typed name and password into the page. */
@Component
class AfterSignIn implements AuthenticationSuccessHandler, AuthenticationFailureHandler {
    /** Of sessions in which nobody has signed in yet. */
    static final Duration ANONYMOUS_SESSION = Duration.ofMinutes(30);

    private static final String TYPED_NAME = AfterSignIn.class.getName();

    private final People people;
    private final TypedText typedText;

    AfterSignIn(People people, TypedText typedText) {
        this.people = people;
        this.typedText = typedText;
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication known)
            throws IOException {
        people.noteSignIn(known.getName());
        var session = request.getSession();
        session.removeAttribute(TYPED_NAME);
        session.setMaxInactiveInterval(
                Math.toIntExact(Duration.ofMinutes(request.getServletContext().getSessionTimeout())
                        .toSeconds()));
        boolean mustChange = known.getPrincipal() instanceof Account account && account.mustChangePassword();
        response.sendRedirect(mustChange ? PasswordFirst.PAGE : destination(request));
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
            throws IOException {
        var session = request.getSession();
        session.setMaxInactiveInterval(Math.toIntExact(ANONYMOUS_SESSION.toSeconds()));
        String name = java.util.Objects.requireNonNullElse(request.getParameter("name"), "");
        session.setAttribute(TYPED_NAME, name.substring(0, Math.min(name.length(), 60)));
        String why = switch (cause) {
            case LockedException _ -> "locked";
            case DisabledException _ -> "disabled";
            default -> "wrong";
        };
        response.sendRedirect(TurnedAway.SIGN_IN + "?" + why);
    }

    /** Back to the page that she was on or asked for, else home. */
    String destination(HttpServletRequest request) {
        return typedText.page(request).orElse("/");
    }

    /** The name of the last wrong try, so that only the password has to be typed again. */
    static String typedName(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(TYPED_NAME) instanceof String name ? name : "";
    }
}
