package io.sandtable.web.api;

import java.io.Serial;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;

/**
 * A request that cannot be met, said to the person as {@code problem.CODE} of the message bundles with the arguments in its
 * places. The code is permanent: programs rely on it.
 */
public class Refusal extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final String code;
    private final transient List<Object> arguments;

    public Refusal(HttpStatus status, String code, Object... arguments) {
        super("%s (%d) %s".formatted(code, status.value(), Arrays.toString(arguments)));
        this.status = status;
        this.code = code;
        this.arguments = List.of(arguments);
    }

    /** What was sent cannot be accepted as it is. */
    public static Refusal badInput(String code, Object... arguments) {
        return new Refusal(HttpStatus.BAD_REQUEST, code, arguments);
    }

    /** There is no such thing, or no longer. */
    public static Refusal notFound(String code, Object... arguments) {
        return new Refusal(HttpStatus.NOT_FOUND, code, arguments);
    }

    /** The thing's present state forbids it. */
    public static Refusal conflict(String code, Object... arguments) {
        return new Refusal(HttpStatus.CONFLICT, code, arguments);
    }

    /** This person may not. */
    public static Refusal forbidden(String code, Object... arguments) {
        return new Refusal(HttpStatus.FORBIDDEN, code, arguments);
    }

    /** Members of the problem details beside code and words; none unless a kind of refusal has some. */
    public Map<String, Object> members() {
        return Map.of();
    }

    public final HttpStatus status() {
        return status;
    }

    public final String code() {
        return code;
    }

    public final List<Object> arguments() {
        return arguments;
    }
}
