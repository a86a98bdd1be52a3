@NullMarked
package io.sandtable.web.query;

import org.jspecify.annotations.NullMarked;
