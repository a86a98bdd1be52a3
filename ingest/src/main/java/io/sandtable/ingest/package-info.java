/**
 * Live sources become facts and events: stock counts and sensor readings arrive over MQTT, are stored before they are acknowledged, and
 * counts become revisions of the graph. {@link io.sandtable.ingest.LiveFeed} is the way in.
 */
@NullMarked
package io.sandtable.ingest;

import org.jspecify.annotations.NullMarked;
