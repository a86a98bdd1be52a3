/** Asking and running for programs: {@code /api/v1/understand} and {@code /api/v1/scenarios}. */
@org.jspecify.annotations.NullMarked
package io.sandtable.web.scenarios;
