package io.sandtable.web.alignment;

import io.sandtable.model.Attributes;
import io.sandtable.model.Node;
import io.sandtable.model.alignment.Reason;
import io.sandtable.model.alignment.UnitCost;
import io.sandtable.web.Words;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** An alignment as a program reads it: the same members from the command line and over REST. */
public final class AlignmentJson {
    private AlignmentJson() {}

    public static ObjectNode of(AlignmentState state, Words words) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("company", state.company()).put("revision", state.revision());
        ArrayNode proposals = json.putArray("proposals");
        for (Match match : state.matches()) {
            ObjectNode one = proposals.addObject();
            one.set("kept", thing(match.kept()));
            one.set("other", thing(match.other()));
            one.put("score", match.score()).put("sure", match.sure());
            reasons(one, match.reasons(), words);
        }
        ArrayNode links = json.putArray("links");
        state.links().forEach(link -> links.add(judgement(link, words)));
        ArrayNode refused = json.putArray("refused");
        state.refused().forEach(one -> refused.add(judgement(one, words)));
        ArrayNode costs = json.putArray("unitCosts");
        state.unitCosts().forEach(cost -> costs.add(cost(cost)));
        json.put("mistakenTotal", state.mistakenTotal());
        return json;
    }

    /** What an import's things became: pairs taken as one, and how many wait for a person. */
    public static ObjectNode of(Alignments.Joined joined) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode taken = json.putArray("taken");
        for (Match match : joined.taken()) {
            ObjectNode one = taken.addObject();
            one.set("kept", thing(match.kept()));
            one.set("other", thing(match.other()));
            one.put("score", match.score());
        }
        return json.put("waiting", joined.waiting());
    }

    private static ObjectNode judgement(Judgement judgement, Words words) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("kept", thing(judgement.kept()));
        json.set("other", thing(judgement.other()));
        json.put("score", judgement.score())
                .put("automatic", judgement.automatic())
                .put("by", judgement.by())
                .put("on", judgement.day().toString())
                .put("note", judgement.note())
                .put("trouble", judgement.trouble().map(Enum::name).orElse(null));
        reasons(json, judgement.reasons(), words);
        return json;
    }

    private static ObjectNode cost(UnitCost cost) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("thing", cost.thing().id())
                .put("material", cost.material().id())
                .put("quantity", cost.quantity())
                .put("unit", cost.material().findText(Attributes.UNIT).orElse(null))
                .put("booked", cost.booked())
                .put("recalculated", cost.recalculated())
                .put("difference", cost.difference())
                .put("priceIsPer", cost.mistaken().orElse(null));
    }

    private static ObjectNode thing(Node node) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", node.id())
                .put("name", node.name())
                .put("unit", node.findText(Attributes.UNIT).orElse(null))
                .put("source", node.source().evidence().source());
    }

    private static void reasons(ObjectNode json, List<Reason> reasons, Words words) {
        ArrayNode array = json.putArray("reasons");
        List<String> sentences = ReasonWords.of(reasons, words);
        for (int i = 0; i < reasons.size(); i++) {
            array.addObject().put("code", reasons.get(i).code().name()).put("words", sentences.get(i));
        }
    }
}
