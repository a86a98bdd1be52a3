/** A frePPLe planning model, exported as Django JSON or written as XML, told in the words of our type table. */
@NullMarked
package io.sandtable.datasets.frepple;

import org.jspecify.annotations.NullMarked;
