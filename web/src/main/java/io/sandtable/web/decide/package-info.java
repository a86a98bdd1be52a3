/** From a chosen plan to an approved one: proposing, approving, returning, withdrawing, each on record; and the reports. */
@NullMarked
package io.sandtable.web.decide;

import org.jspecify.annotations.NullMarked;
