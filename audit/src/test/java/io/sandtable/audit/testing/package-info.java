/** Builders and data shared by the tests of this module. */
@NullMarked
package io.sandtable.audit.testing;

import org.jspecify.annotations.NullMarked;
