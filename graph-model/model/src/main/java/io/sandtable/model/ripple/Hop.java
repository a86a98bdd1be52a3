package io.sandtable.model.ripple;

import io.sandtable.model.Node;
import io.sandtable.model.Relation;

/**
 * One step of a path. The relation may point either way.
 *
 * @param from where one comes from
 * @param to where one gets
 */
public record Hop(Node from, Relation relation, Node to) {}
