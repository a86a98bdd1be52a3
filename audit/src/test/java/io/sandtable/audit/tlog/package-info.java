@NullMarked
package io.sandtable.audit.tlog;

import org.jspecify.annotations.NullMarked;
