/** PDF as a container: the files inside it, and what its pages say as a digest. */
@NullMarked
package io.sandtable.audit.pdf;

import org.jspecify.annotations.NullMarked;
