/** Which things of differently coded sources are the same: candidates with scores and reasons, and the business seen with them as one. */
@org.jspecify.annotations.NullMarked
package io.sandtable.model.alignment;
