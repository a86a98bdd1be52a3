/** What the graph says and said: a company's states by revision and day, a thing with its evidence and its history. */
@NullMarked
package io.sandtable.web.graph;

import org.jspecify.annotations.NullMarked;
