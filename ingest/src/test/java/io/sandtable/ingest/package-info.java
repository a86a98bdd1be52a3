@NullMarked
package io.sandtable.ingest;

import org.jspecify.annotations.NullMarked;
