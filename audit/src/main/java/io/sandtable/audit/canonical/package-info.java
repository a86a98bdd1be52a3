/** RFC 8785 canonical JSON, the one form in which records are hashed. */
@NullMarked
package io.sandtable.audit.canonical;

import org.jspecify.annotations.NullMarked;
