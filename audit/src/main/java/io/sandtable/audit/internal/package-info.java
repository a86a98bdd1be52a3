/** Durable writing, shared by log and archive; not for other modules. */
@NullMarked
package io.sandtable.audit.internal;

import org.jspecify.annotations.NullMarked;
