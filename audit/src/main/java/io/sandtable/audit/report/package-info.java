/** A neutral report model and its rendering to PDF and JSON. */
@NullMarked
package io.sandtable.audit.report;

import org.jspecify.annotations.NullMarked;
