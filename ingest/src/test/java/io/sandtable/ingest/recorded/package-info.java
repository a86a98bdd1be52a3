@NullMarked
package io.sandtable.ingest.recorded;

import org.jspecify.annotations.NullMarked;
