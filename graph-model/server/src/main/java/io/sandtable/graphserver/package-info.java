/**
 * Neo4j Community as a program of its own, started by the service and spoken to over Bolt.
 *
 * <p>Licensed under GPL-3.0, like the database inside it; nothing else of Sandtable links to this code.
 *
 * <p>The conversation with the parent: the first line on standard input is a new password, or empty to
 * keep the one the store has. Standard output carries one line, {@code READY bolt://127.0.0.1:PORT} or
 * {@code FAILED CODE text}; everything else goes to standard error. When standard input ends, so does
 * the program, which also holds when the parent was killed.
 */
@NullMarked
package io.sandtable.graphserver;

import org.jspecify.annotations.NullMarked;
