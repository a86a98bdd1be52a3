package io.sandtable.web.decide;

import io.sandtable.model.Money;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the log says of a release beside who and when.
 *
 * @param files SHA-256 of the zip with the orders, lower-case hex
 * @param leavesAt end of the undo window: nothing leaves before
 * @param purchases sum of its purchase orders, subcontracting among them, without VAT
 * @param mandate under which the service released by itself, null where a person did
 */
public record Release(
        String files,
        Instant leavesAt,
        Money purchases,
        @Nullable String mandate) {
    void write(ObjectNode json) {
        json.put("files", files);
        json.put("leavesAt", leavesAt.toString());
        json.put("purchasesFen", purchases.minor());
        if (mandate != null) {
            json.put("mandate", mandate);
        }
    }

    static Optional<Release> read(JsonNode json) {
        return json.isMissingNode()
                ? Optional.empty()
                : Optional.of(new Release(
                        json.get("files").asString(),
                        Instant.parse(json.get("leavesAt").asString()),
                        Money.fen(json.get("purchasesFen").asLong()),
                        json.has("mandate") ? json.get("mandate").asString() : null));
    }
}
