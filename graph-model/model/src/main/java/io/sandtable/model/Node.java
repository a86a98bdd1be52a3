package io.sandtable.model;

import java.util.List;

/** A node of a snapshot: a light view, equal to another view of the same node. */
public final class Node extends Thing {
    private final int index;

    Node(BusinessSnapshot snapshot, Column.Table table, int row, int index) {
        super(snapshot, table, row);
        this.index = index;
    }

    /** Its number in the snapshot, 0 … nodeCount−1; nodes of one type are consecutive. */
    public int index() {
        return index;
    }

    public String id() {
        return snapshot().id(index);
    }

    public NodeType type() {
        return snapshot().type(index);
    }

    /** The name people read; the id where it has none. */
    public String name() {
        return findText(Attributes.NAME).orElse(id());
    }

    /** The English name, else the name. */
    public String nameEn() {
        return findText(Attributes.NAME_EN).orElseGet(this::name);
    }

    /** Relations that begin here. */
    public List<Relation> out(RelationType type) {
        return snapshot().out(index, type);
    }

    /** Relations that end here. */
    public List<Relation> in(RelationType type) {
        return snapshot().in(index, type);
    }

    @Override
    String describe() {
        return type().label() + " " + id();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Node node && node.index == index && node.snapshot() == snapshot();
    }

    @Override
    public int hashCode() {
        return index;
    }

    @Override
    public String toString() {
        return id();
    }
}
