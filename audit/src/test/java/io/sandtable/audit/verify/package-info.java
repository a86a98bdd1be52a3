@NullMarked
package io.sandtable.audit.verify;

import org.jspecify.annotations.NullMarked;
