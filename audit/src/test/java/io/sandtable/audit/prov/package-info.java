@NullMarked
package io.sandtable.audit.prov;

import org.jspecify.annotations.NullMarked;
