package io.sandtable.web.people;

import static io.sandtable.web.people.Role.ADMINISTRATOR;
import static io.sandtable.web.people.Role.AUDITOR;
import static io.sandtable.web.people.Role.MANAGER;
import static io.sandtable.web.people.Role.PLANNER;

import io.sandtable.web.people.Route.Verb;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;

/**
 * Who may do what: the one table of paths and roles. The first row that fits a request decides; what no row names does not
 * exist. {@code docs/reference/people.md} shows the same table, and a test compares them.
 */
final class Routes {
    private static final Role[] EVERYBODY = Role.values();

    static final List<Route> TABLE = List.of(
            open(Verb.READ, "/css/**"),
            open(Verb.READ, "/js/**"),
            open(Verb.READ, "/img/**"),
            open(Verb.READ, "/webjars/**"),
            open(Verb.READ, "/favicon.ico"),
            open(Verb.ANY, "/error"),
            open(Verb.ANY, "/sign-in"),
            open(Verb.READ, "/actuator/health/**"),
            read("/actuator/**", ADMINISTRATOR),
            any("/sign-out", EVERYBODY),
            any("/password", EVERYBODY),
            any("/me/**", EVERYBODY),
            any("/people/**", ADMINISTRATOR),
            // pages
            read("/", EVERYBODY),
            any("/ask/**", MANAGER, PLANNER),
            read("/runs/**", EVERYBODY),
            write("/runs/*/decide", MANAGER),
            write("/runs/**", MANAGER, PLANNER),
            read("/decisions/**", EVERYBODY),
            write("/decisions/*/approve", MANAGER),
            write("/decisions/*/return", MANAGER),
            write("/decisions/*/withdraw", MANAGER),
            write("/decisions/*/release/**", MANAGER),
            read("/mandates/**", EVERYBODY),
            write("/mandates/**", MANAGER),
            read("/annual/**", EVERYBODY),
            write("/annual/**", MANAGER),
            read("/rules/**", EVERYBODY),
            write("/rules/**", MANAGER, PLANNER),
            read("/questions/**", EVERYBODY),
            read("/suppliers/**", EVERYBODY),
            read("/relations/**", EVERYBODY),
            read("/live/**", EVERYBODY),
            write("/live/**", ADMINISTRATOR, PLANNER),
            read("/data/**", EVERYBODY),
            write("/data/**", ADMINISTRATOR, PLANNER),
            read("/audit/**", AUDITOR, ADMINISTRATOR, MANAGER),
            // REST
            read("/api/v1/openapi/**", EVERYBODY),
            read("/api/v1/openapi.yaml", EVERYBODY),
            write("/api/v1/understand", MANAGER, PLANNER),
            write("/api/v1/transcriptions", MANAGER, PLANNER),
            write("/api/v1/query", EVERYBODY),
            read("/api/v1/suppliers/**", EVERYBODY),
            write("/api/v1/ripple", MANAGER, PLANNER),
            read("/api/v1/trace/**", EVERYBODY),
            read("/api/v1/scenarios/**", EVERYBODY),
            write("/api/v1/scenarios/**", MANAGER, PLANNER),
            read("/api/v1/plans/**", EVERYBODY),
            write("/api/v1/plans/*/pins", MANAGER, PLANNER),
            read("/api/v1/rules/**", EVERYBODY),
            write("/api/v1/rules/**", MANAGER, PLANNER),
            read("/api/v1/decisions/**", EVERYBODY),
            write("/api/v1/decisions/**", MANAGER),
            read("/api/v1/mandates/**", EVERYBODY),
            write("/api/v1/mandates/**", MANAGER),
            read("/api/v1/annual-plans/**", EVERYBODY),
            write("/api/v1/annual-plans/**", MANAGER),
            read("/api/v1/companies/**", EVERYBODY),
            write("/api/v1/companies/**", ADMINISTRATOR, PLANNER),
            any("/api/v1/imports/**", ADMINISTRATOR, PLANNER),
            read("/api/v1/mappings/**", EVERYBODY),
            write("/api/v1/mappings/**", ADMINISTRATOR, PLANNER),
            write("/api/v1/events/**", ADMINISTRATOR, PLANNER),
            read("/api/v1/live/**", EVERYBODY),
            write("/api/v1/live/**", ADMINISTRATOR, PLANNER),
            read("/api/v1/graph/**", EVERYBODY),
            read("/api/v1/alignment/**", EVERYBODY),
            write("/api/v1/alignment/**", ADMINISTRATOR, PLANNER),
            read("/api/v1/audit/**", AUDITOR, ADMINISTRATOR, MANAGER));

    private Routes() {}

    /** The row that decides on a request. */
    static Optional<Route> find(HttpServletRequest request) {
        return TABLE.stream().filter(route -> route.matches(request)).findFirst();
    }

    private static Route open(Verb verb, String pattern) {
        return new Route(verb, pattern, List.of());
    }

    private static Route read(String pattern, Role... roles) {
        return new Route(Verb.READ, pattern, List.of(roles));
    }

    private static Route write(String pattern, Role... roles) {
        return new Route(Verb.WRITE, pattern, List.of(roles));
    }

    private static Route any(String pattern, Role... roles) {
        return new Route(Verb.ANY, pattern, List.of(roles));
    }
}
