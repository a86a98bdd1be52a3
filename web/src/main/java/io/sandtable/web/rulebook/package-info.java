/** The company's standing rules: conditions that hold for every question. */
@org.jspecify.annotations.NullMarked
package io.sandtable.web.rulebook;
