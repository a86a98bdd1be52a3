/**
 * The graph in Neo4j: the database behind it (our own child process or an external one), its schema, facts in with
 * their evidence, a snapshot out.
 */
@NullMarked
package io.sandtable.store;

import org.jspecify.annotations.NullMarked;
