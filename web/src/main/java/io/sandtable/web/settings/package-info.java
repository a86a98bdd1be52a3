/** Every setting with its default; bound here and handed down as plain records. */
@NullMarked
package io.sandtable.web.settings;

import org.jspecify.annotations.NullMarked;
