/** Questions about the data: answered with what they rest on, why a figure changed, and how suppliers did. */
@NullMarked
package io.sandtable.web.query;

import org.jspecify.annotations.NullMarked;
