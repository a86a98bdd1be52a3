@NullMarked
package io.sandtable.ingest.message;

import org.jspecify.annotations.NullMarked;
