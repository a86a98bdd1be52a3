/**
 * The demo company with a story: a seeded generator that writes plain tables, which load through the same path as
 * anybody's files.
 */
@NullMarked
package io.sandtable.datasets.demo;

import org.jspecify.annotations.NullMarked;
