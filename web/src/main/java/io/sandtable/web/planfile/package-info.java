/** Models that stand in files, planned and checked without a company's graph: {@code plan} and {@code check}. */
@NullMarked
package io.sandtable.web.planfile;

import org.jspecify.annotations.NullMarked;
