/** Annual plans in the running service. */
@NullMarked
package io.sandtable.web.annual;

import org.jspecify.annotations.NullMarked;
