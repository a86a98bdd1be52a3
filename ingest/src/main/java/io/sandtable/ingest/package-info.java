/** Live sources become facts and events: adapters for stock and machines come with the sensor work; nothing is read live yet. */
@NullMarked
package io.sandtable.ingest;

import org.jspecify.annotations.NullMarked;
