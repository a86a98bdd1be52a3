@NullMarked
package io.sandtable.simulation.correction;

import org.jspecify.annotations.NullMarked;
