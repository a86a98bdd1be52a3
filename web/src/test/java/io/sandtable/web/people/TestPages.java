package io.sandtable.web.people;

import io.sandtable.web.api.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.concurrent.RejectedExecutionException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Pages that exist in tests only: one that people write into, some that go wrong. */
final class TestPages {
    private static final RequestMethod[] READ = {RequestMethod.GET};
    private static final RequestMethod[] SENT = {RequestMethod.GET, RequestMethod.POST};

    private final TypedText typedText;

    TestPages(TypedText typedText) {
        this.typedText = typedText;
    }

    void register(RequestMappingHandlerMapping mapping) {
        map(mapping, "/ask/test-draft", "draft");
        map(mapping, "/ask/test-other", "draft");
        map(mapping, "/runs/test-fault", "fault");
        map(mapping, "/runs/test-gone", "gone");
        map(mapping, "/api/v1/plans/test-fault", "fault");
        map(mapping, "/api/v1/plans/test-gone", "gone");
        map(mapping, "/api/v1/plans/test-full", "full");
        map(mapping, "/api/v1/plans/test-number", "number");
        map(mapping, "/api/v1/plans/test-who", "who");
    }

    private void map(RequestMappingHandlerMapping mapping, String path, String method) {
        Method handler = Arrays.stream(TestPages.class.getDeclaredMethods())
                .filter(candidate -> candidate.getName().equals(method))
                .findFirst()
                .orElseThrow();
        mapping.registerMapping(
                RequestMappingInfo.paths(path)
                        .methods(path.startsWith("/ask") ? SENT : READ)
                        .options(mapping.getBuilderConfiguration())
                        .build(),
                this,
                handler);
    }

    ResponseEntity<String> draft(HttpServletRequest request) {
        return ResponseEntity.ok("text=" + typedText.take(request, "text").orElse("") + ";note="
                + typedText.take(request, "note").orElse(""));
    }

    ResponseEntity<String> fault() {
        throw new IllegalStateException("a secret that no page may show");
    }

    ResponseEntity<String> gone() {
        throw Refusal.notFound("PERSON_NOT_FOUND", "<b>x</b>");
    }

    ResponseEntity<String> full() {
        throw new RejectedExecutionException();
    }

    ResponseEntity<String> number(@RequestParam int days) {
        return ResponseEntity.ok("" + days);
    }

    ResponseEntity<String> who(Person person) {
        return ResponseEntity.ok(person.displayName());
    }
}
