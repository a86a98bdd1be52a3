/** Running the service: whether it is well, what it counts, its backup. */
@NullMarked
package io.sandtable.web.operation;

import org.jspecify.annotations.NullMarked;
