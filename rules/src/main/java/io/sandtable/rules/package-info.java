/**
 * What a manager says, as data: a sentence becomes an {@link io.sandtable.rules.Understanding}, a confirmed statement a
 * {@link io.sandtable.rules.Condition}, and any statement can be said back in Chinese and English.
 */
@NullMarked
package io.sandtable.rules;

import org.jspecify.annotations.NullMarked;
