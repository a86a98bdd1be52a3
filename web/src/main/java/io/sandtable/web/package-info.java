/** The running service: what people can do with it, from the command line now, in the browser next. */
@NullMarked
package io.sandtable.web;

import org.jspecify.annotations.NullMarked;
