package io.sandtable.simulation.query;

import io.sandtable.model.NodeType;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What lines of the records are told apart by. */
public enum Grouping {
    MATERIAL(NodeType.MATERIAL),
    FAMILY(NodeType.FAMILY),
    CUSTOMER(NodeType.CUSTOMER),
    SUPPLIER(NodeType.SUPPLIER),
    ORDER(NodeType.ORDER),
    PROCESS(NodeType.PROCESS),
    EQUIPMENT(NodeType.EQUIPMENT),
    ENERGY(NodeType.ENERGY),
    ACCOUNT(NodeType.ACCOUNT),
    /** Materials and energy that goods were made of; ids of either. */
    INPUT(null),
    /** By month, {@code 2026-10}. */
    MONTH(null);

    private final @Nullable NodeType type;

    Grouping(@Nullable NodeType type) {
        this.type = type;
    }

    /** The type of its keys, which are ids; empty for months and inputs. */
    public Optional<NodeType> type() {
        return Optional.ofNullable(type);
    }

    /** By the type of a node. */
    static Optional<Grouping> of(NodeType type) {
        return Arrays.stream(values()).filter(g -> g.type == type).findFirst();
    }
}
