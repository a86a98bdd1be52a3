/**
 * The business as plain Java: the one table of types, units, facts with their evidence, and the immutable snapshot that
 * every question is answered from.
 */
@NullMarked
package io.sandtable.model;

import org.jspecify.annotations.NullMarked;
