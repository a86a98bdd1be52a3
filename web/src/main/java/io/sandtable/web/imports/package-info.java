/** A company's files through the browser or over REST: uploaded, checked, confirmed, loaded. */
@NullMarked
package io.sandtable.web.imports;

import org.jspecify.annotations.NullMarked;
