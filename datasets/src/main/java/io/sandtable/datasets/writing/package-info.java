/** What generators of invented companies share: the plain tables they write and the sheets they are written down in. Knows no business. */
@NullMarked
package io.sandtable.datasets.writing;

import org.jspecify.annotations.NullMarked;
