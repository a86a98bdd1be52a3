/** Where something comes from, as W3C PROV-JSON. */
@NullMarked
package io.sandtable.audit.prov;

import org.jspecify.annotations.NullMarked;
