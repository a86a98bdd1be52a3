package io.sandtable.web.scenarios;

import io.sandtable.web.api.Refusal;
import java.io.Serial;
import java.util.Map;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;

/** Something in the sentences is open, so nothing was run; the problem says what. */
final class NotConfirmed extends Refusal {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient JsonNode understandings;

    NotConfirmed(JsonNode understandings) {
        super(HttpStatus.UNPROCESSABLE_CONTENT, "NOT_CONFIRMED");
        this.understandings = understandings;
    }

    @Override
    public Map<String, Object> members() {
        return Map.of("understandings", understandings);
    }
}
