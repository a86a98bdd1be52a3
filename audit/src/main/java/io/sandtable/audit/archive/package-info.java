/** The content-addressed store for snapshots, imported originals and other large evidence. */
@NullMarked
package io.sandtable.audit.archive;

import org.jspecify.annotations.NullMarked;
