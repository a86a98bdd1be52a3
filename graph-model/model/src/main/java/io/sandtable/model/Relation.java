package io.sandtable.model;

/** A relation of a snapshot: a light view. */
public final class Relation extends Thing {
    private final RelationType type;

    Relation(BusinessSnapshot snapshot, Column.Table table, int row, RelationType type) {
        super(snapshot, table, row);
        this.type = type;
    }

    public RelationType type() {
        return type;
    }

    public Node from() {
        return snapshot().node(snapshot().fromIndex(type, row()));
    }

    public Node to() {
        return snapshot().node(snapshot().toIndex(type, row()));
    }

    /** Tells apart several relations of one type between the same nodes; empty for the first. */
    public String variant() {
        return snapshot().variant(type, row());
    }

    @Override
    String describe() {
        return from().id() + " " + type + " " + to().id();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Relation relation
                && relation.type == type
                && relation.row() == row()
                && relation.snapshot() == snapshot();
    }

    @Override
    public int hashCode() {
        return 31 * type.hashCode() + row();
    }

    @Override
    public String toString() {
        return describe();
    }
}
