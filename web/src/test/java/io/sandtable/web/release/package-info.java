/** Tests of releases. */
@org.jspecify.annotations.NullMarked
package io.sandtable.web.release;
