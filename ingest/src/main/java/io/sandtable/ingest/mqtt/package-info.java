/** MQTT: our own broker, and the one subscriber to it or to another one. */
@NullMarked
package io.sandtable.ingest.mqtt;

import org.jspecify.annotations.NullMarked;
