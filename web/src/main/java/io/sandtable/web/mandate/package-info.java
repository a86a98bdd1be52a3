/** What a manager lets the service release by itself: from whom, how much, until when; on record, and revocable. */
@NullMarked
package io.sandtable.web.mandate;

import org.jspecify.annotations.NullMarked;
