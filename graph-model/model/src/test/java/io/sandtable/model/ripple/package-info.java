@NullMarked
package io.sandtable.model.ripple;

import org.jspecify.annotations.NullMarked;
