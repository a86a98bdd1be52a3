package io.sandtable.rules;

import io.sandtable.model.NodeType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A node and what people call it.
 *
 * @param nameEn null where it has no English name
 * @param aliases other names and codes that mean this node alone
 * @param groups words that mean every node of its type that carries them: an order number, a technology such as 压铸
 */
public record Named(
        String id, NodeType type, String name, @Nullable String nameEn, List<String> aliases, List<String> groups) {
    public Named {
        aliases = List.copyOf(aliases);
        groups = List.copyOf(groups);
    }
}
