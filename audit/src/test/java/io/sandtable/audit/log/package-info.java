@NullMarked
package io.sandtable.audit.log;

import org.jspecify.annotations.NullMarked;
