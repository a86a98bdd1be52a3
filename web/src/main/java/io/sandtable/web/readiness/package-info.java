/** What can be asked of the data that is there: questions against the tables they need. */
@NullMarked
package io.sandtable.web.readiness;

import org.jspecify.annotations.NullMarked;
