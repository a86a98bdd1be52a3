package io.sandtable.web.ripple;

import io.sandtable.rules.UnderstandingJson;
import io.sandtable.web.api.Refusal;
import io.sandtable.web.ask.Understood;
import java.io.Serial;
import java.util.Map;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** Something in the sentence is open, so nothing is followed; the problem says what. */
final class NotUnderstood extends Refusal {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient JsonNode understandings;

    NotUnderstood(Understood understood) {
        super(HttpStatus.UNPROCESSABLE_CONTENT, "NOT_UNDERSTOOD");
        ArrayNode array = JsonMapper.shared().createArrayNode();
        understood.understandings().forEach(one -> array.add(UnderstandingJson.tree(one)));
        understandings = array;
    }

    @Override
    public Map<String, Object> members() {
        return Map.of("understandings", understandings);
    }
}
