package io.sandtable.rules;

import io.sandtable.model.NodeType;
import io.sandtable.model.WeekPattern;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A node and what people call it.
 *
 * @param nameEn null where it has no English name
 * @param aliases other names and codes that mean this node alone
 * @param groups words that mean every node of its type that carries them: an order number, a technology such as 压铸
 * @param tariff the hours of an energy's tariff, by period; null where there are none
 */
public record Named(
        String id,
        NodeType type,
        String name,
        @Nullable String nameEn,
        List<String> aliases,
        List<String> groups,
        @Nullable WeekPattern tariff) {
    /** Without a tariff. */
    public Named(
            String id, NodeType type, String name, @Nullable String nameEn, List<String> aliases, List<String> groups) {
        this(id, type, name, nameEn, aliases, groups, null);
    }

    public Named {
        aliases = List.copyOf(aliases);
        groups = List.copyOf(groups);
    }
}
