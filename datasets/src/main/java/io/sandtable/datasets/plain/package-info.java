/** The plain template: one UTF-8 CSV file per node or relation type beside a {@code datapackage.json}. */
@NullMarked
package io.sandtable.datasets.plain;

import org.jspecify.annotations.NullMarked;
