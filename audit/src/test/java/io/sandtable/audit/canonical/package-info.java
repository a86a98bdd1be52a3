@NullMarked
package io.sandtable.audit.canonical;

import org.jspecify.annotations.NullMarked;
