@NullMarked
package io.sandtable.model.trace;

import org.jspecify.annotations.NullMarked;
