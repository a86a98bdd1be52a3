@NullMarked
package io.sandtable.audit.witness;

import org.jspecify.annotations.NullMarked;
