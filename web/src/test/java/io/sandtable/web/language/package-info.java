@NullMarked
package io.sandtable.web.language;

import org.jspecify.annotations.NullMarked;
