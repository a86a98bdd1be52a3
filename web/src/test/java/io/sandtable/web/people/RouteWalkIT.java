package io.sandtable.web.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.web.service.HttpBrowser;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Walks every handler of the running service as everybody there can be, and finds what the table says. */
class RouteWalkIT extends ServiceTest {
    /** A controller was reached, or it would have been with another body: both lie behind the doors. */
    private static final Set<Integer> ADMITTED = Set.of(ServiceSetup.REACHED, 400, 406, 415);

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private Collection<RequestMappingInfoHandlerMapping> mappings;

    @Test
    void everyHandler_hasARowInTheTable() {
        List<Step> uncovered = steps().filter(step -> step.route().isEmpty()).toList();

        assertThat(steps()).hasSizeGreaterThan(20);
        assertThat(uncovered).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> everyHandler_admitsWhomTheTableSays() {
        Stream<DynamicTest> byRole =
                Arrays.stream(Role.values()).map(role -> DynamicTest.dynamicTest(role.name(), () -> walk(role)));
        return Stream.concat(byRole, Stream.of(DynamicTest.dynamicTest("nobody", this::walkAsNobody)));
    }

    private void walk(Role role) {
        HttpBrowser browser = browserOf("walk-" + role.name().toLowerCase(java.util.Locale.ROOT), role);
        String token = browser.token("/password");

        steps().forEach(step -> {
            HttpResponse<String> answer = step.take(browser, token);

            if (step.admits(Set.of(role))) {
                assertThat(step.isReached(answer))
                        .as("%s as %s: %s", step, role, answer)
                        .isTrue();
            } else {
                assertThat(answer.statusCode()).as("%s as %s", step, role).isEqualTo(403);
            }
        });
    }

    private void walkAsNobody() {
        steps().forEach(step -> {
            HttpBrowser browser = browser();

            HttpResponse<String> answer = step.take(browser, browser.token("/sign-in"));

            if (step.admits(Set.of())) {
                assertThat(step.isReached(answer)).as("%s: %s", step, answer).isTrue();
            } else if (step.isForPrograms()) {
                assertThat(answer.statusCode()).as(step.toString()).isEqualTo(401);
            } else {
                assertThat(HttpBrowser.location(answer)).as(step.toString()).isEqualTo("/sign-in");
            }
        });
    }

    private Stream<Step> steps() {
        List<Step> steps = new ArrayList<>();
        for (RequestMappingInfoHandlerMapping mapping : mappings) {
            mapping.getHandlerMethods().keySet().forEach(info -> steps.addAll(steps(info)));
        }
        return steps.stream();
    }

    private static List<Step> steps(RequestMappingInfo info) {
        Set<RequestMethod> declared = info.getMethodsCondition().getMethods();
        Collection<RequestMethod> methods =
                declared.isEmpty() ? List.of(RequestMethod.GET, RequestMethod.POST) : declared;
        return info.getPatternValues().stream()
                .flatMap(pattern -> methods.stream().map(method -> new Step(method.name(), sample(pattern))))
                .toList();
    }

    /** A path that the pattern fits. */
    private static String sample(String pattern) {
        // {part:steps|cards} fits its first word only
        String path = pattern.replaceAll("\\{\\w+:(\\w+)[|}][^}]*}?", "$1")
                .replaceAll("/\\{\\*[^}]+}", "/x")
                .replaceAll("\\{[^}]+}", "x")
                .replaceAll("\\*+", "x");
        return path.isEmpty() ? "/" : path;
    }

    private record Step(String method, String path) {
        Optional<Route> route() {
            return Routes.find(new MockHttpServletRequest(method, path));
        }

        boolean admits(Set<Role> roles) {
            return route().orElseThrow().admits(roles);
        }

        boolean isForPrograms() {
            return path.startsWith("/api/") || isOfTheActuator();
        }

        /** Its endpoints only read; they have no door of ours to stop at. */
        boolean isOfTheActuator() {
            return path.startsWith("/actuator");
        }

        boolean isReached(HttpResponse<String> answer) {
            return isOfTheActuator()
                    ? !Set.of(302, 401, 403).contains(answer.statusCode())
                    : ADMITTED.contains(answer.statusCode());
        }

        HttpResponse<String> take(HttpBrowser browser, String token) {
            return browser.send(
                    method,
                    path,
                    Map.of(),
                    request -> request.header(ServiceSetup.WALK, "1").header("X-CSRF-TOKEN", token));
        }
    }
}
