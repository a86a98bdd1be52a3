package io.sandtable.web.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class RoutesTest {
    private static final Path PAGE = Path.of("..", "docs", "reference", "people.md");

    @Test
    void page_showsEveryRowInItsOrder() throws IOException {
        List<String> shown = Files.readAllLines(PAGE).stream()
                .filter(line -> line.matches("\\| (read|write|any) \\| `.*"))
                .toList();

        assertThat(shown)
                .containsExactlyElementsOf(
                        Routes.TABLE.stream().map(RoutesTest::row).toList());
    }

    @Test
    void auditor_changesNothingButHerOwnAccount() {
        Stream<Route> writable = Routes.TABLE.stream()
                .filter(route -> route.verb() != Route.Verb.READ && !route.isOpen())
                .filter(route -> route.admits(Set.of(Role.AUDITOR)));

        // a question is sent by POST and keeps nothing
        assertThat(writable.map(Route::pattern))
                .containsExactlyInAnyOrder("/sign-out", "/password", "/me/**", "/api/v1/query");
    }

    @Test
    void choosingAndApproving_areForManagersOnly() {
        for (String path : List.of(
                "/runs/r1/decide",
                "/decisions/d1/approve",
                "/decisions/d1/return",
                "/api/v1/decisions",
                "/api/v1/decisions/d1/approve")) {
            assertThat(admitted("POST", path)).as(path).containsExactly(Role.MANAGER);
        }
    }

    @Test
    void people_areForAdministratorsOnly() {
        assertThat(admitted("GET", "/people")).containsExactly(Role.ADMINISTRATOR);
        assertThat(admitted("POST", "/people/zhang/roles")).containsExactly(Role.ADMINISTRATOR);
    }

    @Test
    void whatNoRowNames_isNobodys() {
        assertThat(Routes.find(new MockHttpServletRequest("GET", "/peoples"))).isEmpty();
        assertThat(Routes.find(new MockHttpServletRequest("POST", "/audit"))).isEmpty();
        assertThat(Routes.find(new MockHttpServletRequest("OPTIONS", "/runs"))).isEmpty();
    }

    private static Set<Role> admitted(String method, String path) {
        return Routes.find(new MockHttpServletRequest(method, path))
                .orElseThrow()
                .roles();
    }

    private static String row(Route route) {
        String who = route.isOpen()
                ? "open"
                : route.roles().size() == Role.values().length
                        ? "everybody"
                        : route.roles().stream()
                                .map(role -> role.name().toLowerCase(java.util.Locale.ROOT))
                                .collect(Collectors.joining(", "));
        return "| %s | `%s` | %s |"
                .formatted(route.verb().name().toLowerCase(java.util.Locale.ROOT), route.pattern(), who);
    }
}
