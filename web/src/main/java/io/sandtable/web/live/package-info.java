/** What is true now: stock and temperatures as they arrive, what could not be used, and the plans that grow stale by it. */
@NullMarked
package io.sandtable.web.live;

import org.jspecify.annotations.NullMarked;
