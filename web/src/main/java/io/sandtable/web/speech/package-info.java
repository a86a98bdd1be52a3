/** From a recording to text, by a service that the company has set up. */
@NullMarked
package io.sandtable.web.speech;

import org.jspecify.annotations.NullMarked;
