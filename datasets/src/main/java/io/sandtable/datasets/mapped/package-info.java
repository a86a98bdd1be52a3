/**
 * A company's own tables become facts by a mapping: a readable YAML file that says which columns are which facts. Mappings of well-known
 * sources ship with the program; anybody can write one.
 */
@NullMarked
package io.sandtable.datasets.mapped;

import org.jspecify.annotations.NullMarked;
