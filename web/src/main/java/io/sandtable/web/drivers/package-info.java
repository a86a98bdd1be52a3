/** What to watch: how far a plan's margin moves with each input. */
@org.jspecify.annotations.NullMarked
package io.sandtable.web.drivers;
