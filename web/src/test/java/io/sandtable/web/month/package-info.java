@NullMarked
package io.sandtable.web.month;

import org.jspecify.annotations.NullMarked;
