/** Services outside the house that understand language, off unless they are set up: what they are sent, what is believed of their answers. */
@NullMarked
package io.sandtable.web.language;

import org.jspecify.annotations.NullMarked;
