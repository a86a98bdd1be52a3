/** OpenAPI descriptions of other systems' interfaces, as the tables that their JSON answers hold and what is said of each column. */
@NullMarked
package io.sandtable.datasets.openapi;

import org.jspecify.annotations.NullMarked;
