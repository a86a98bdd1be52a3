/** Tests of decisions. */
@org.jspecify.annotations.NullMarked
package io.sandtable.web.decide;
