package io.sandtable.web.inquiry;

import io.sandtable.rules.Question;
import io.sandtable.rules.Statement;
import io.sandtable.rules.UnderstandingJson;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How chips are kept: statements as the contract writes them, questions as records. */
final class ChipJson {
    private static final JsonMapper JSON = JsonMapper.shared();

    private ChipJson() {}

    static String write(List<Chip> chips) {
        ArrayNode array = JSON.createArrayNode();
        for (Chip chip : chips) {
            ObjectNode node = array.addObject()
                    .put("id", chip.id())
                    .put("sentence", chip.sentence())
                    .put("state", chip.state().name())
                    .put("ruleId", chip.ruleId())
                    .put("by", chip.by())
                    .put("edited", chip.edited());
            chip.findStatement().ifPresent(s -> node.set("statement", UnderstandingJson.tree(s)));
            node.set("questions", JSON.valueToTree(chip.questions()));
        }
        return array.toString();
    }

    static List<Chip> read(String json) {
        var chips = new ArrayList<Chip>();
        for (JsonNode node : JSON.readTree(json)) {
            var questions = new ArrayList<Question>();
            node.get("questions").forEach(q -> questions.add(JSON.treeToValue(q, Question.class)));
            chips.add(new Chip(
                    node.get("id").asString(),
                    node.get("sentence").asString(),
                    Chip.State.valueOf(node.get("state").asString()),
                    statement(node),
                    questions,
                    node.get("ruleId").asString(),
                    node.get("by").asString(),
                    node.get("edited").asBoolean()));
        }
        return chips;
    }

    private static @Nullable Statement statement(JsonNode node) {
        return node.has("statement")
                ? UnderstandingJson.readStatement(node.get("statement").toString())
                : null;
    }
}
