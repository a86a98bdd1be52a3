@NullMarked
package io.sandtable.bench;

import org.jspecify.annotations.NullMarked;
