/** How the feed is doing: what came from whom, what went wrong. */
@NullMarked
package io.sandtable.ingest.health;

import org.jspecify.annotations.NullMarked;
