/** Days people work and days they do not: China's statutory holidays, adjusted workdays and lunar dates. */
@NullMarked
package io.sandtable.model.calendar;

import org.jspecify.annotations.NullMarked;
