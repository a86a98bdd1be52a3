/** The routine of a month: which of its steps are done, read from what was done elsewhere. */
@NullMarked
package io.sandtable.web.month;

import org.jspecify.annotations.NullMarked;
