/** From statements back to sentences, and questions to the person, in Chinese and English. */
@NullMarked
package io.sandtable.rules.wording;

import org.jspecify.annotations.NullMarked;
