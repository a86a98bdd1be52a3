@NullMarked
package io.sandtable.bench.alignment;

import org.jspecify.annotations.NullMarked;
