@NullMarked
package io.sandtable.audit.report;

import org.jspecify.annotations.NullMarked;
