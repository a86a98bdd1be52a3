@NullMarked
package io.sandtable;

import org.jspecify.annotations.NullMarked;
