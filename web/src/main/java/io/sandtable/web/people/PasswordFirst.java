package io.sandtable.web.people;

import io.sandtable.web.api.Problems;
import io.sandtable.web.api.Refusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Whoever came in with a one-time password gets nowhere before she has chosen her own. */
final class PasswordFirst extends OncePerRequestFilter {
    static final String PAGE = "/password";

    private static final Set<String> ALLOWED = Set.of(PAGE, "/sign-out", "/error");

    private final Problems problems;

    PasswordFirst(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!mustChange() || isAllowed(request)) {
            chain.doFilter(request, response);
        } else if (Problems.isApi(request)) {
            problems.refuse(request, response, Refusal.forbidden("PASSWORD_MUST_CHANGE"));
        } else {
            TurnedAway.redirect(request, response, PAGE);
        }
    }

    private static boolean mustChange() {
        @Nullable
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null
                && authentication.getPrincipal() instanceof Account account
                && account.mustChangePassword();
    }

    private static boolean isAllowed(HttpServletRequest request) {
        return ALLOWED.contains(request.getRequestURI())
                || Routes.find(request).filter(Route::isOpen).isPresent();
    }
}
