/** The decision log on disk: appended durably, one writer, checkpoint signed after every append. */
@NullMarked
package io.sandtable.audit.log;

import org.jspecify.annotations.NullMarked;
