/** From characters to readings: normalised text, the lattice of names, literals and words, the grammar, the type check. */
@NullMarked
package io.sandtable.rules.language;

import org.jspecify.annotations.NullMarked;
