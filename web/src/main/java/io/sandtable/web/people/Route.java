package io.sandtable.web.people;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** One row of {@link Routes}: requests that it is about, and whom it admits. */
final class Route {
    private final Verb verb;
    private final String pattern;
    private final PathPatternRequestMatcher paths;
    private final Set<Role> roles;

    /**
     * @param pattern of paths, as Spring's controllers write it
     * @param roles that are admitted; none says that nobody has to sign in
     */
    Route(Verb verb, String pattern, List<Role> roles) {
        this.verb = verb;
        this.pattern = pattern;
        this.paths = PathPatternRequestMatcher.pathPattern(pattern);
        this.roles = Collections.unmodifiableSet(roles.isEmpty() ? EnumSet.noneOf(Role.class) : EnumSet.copyOf(roles));
    }

    Verb verb() {
        return verb;
    }

    String pattern() {
        return pattern;
    }

    /** In their order; empty for an open one. */
    Set<Role> roles() {
        return roles;
    }

    boolean isOpen() {
        return roles.isEmpty();
    }

    boolean matches(HttpServletRequest request) {
        return verb.methods.contains(request.getMethod()) && paths.matches(request);
    }

    boolean admits(Set<Role> somebody) {
        return isOpen() || !Collections.disjoint(roles, somebody);
    }

    /** What a request does to the thing it names. */
    enum Verb {
        READ("GET", "HEAD"),
        WRITE("POST", "PUT", "PATCH", "DELETE"),
        ANY("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");

        private final Set<String> methods;

        Verb(String... methods) {
            this.methods = Set.of(methods);
        }
    }
}
