@NullMarked
package io.sandtable.simulation.query;

import org.jspecify.annotations.NullMarked;
