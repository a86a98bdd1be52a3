@NullMarked
package io.sandtable.audit.archive;

import org.jspecify.annotations.NullMarked;
