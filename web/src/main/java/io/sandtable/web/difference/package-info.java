/** Where two plans of a question differ: page and REST. */
@NullMarked
package io.sandtable.web.difference;

import org.jspecify.annotations.NullMarked;
