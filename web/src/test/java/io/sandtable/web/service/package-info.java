/** The running service in tests. */
@org.jspecify.annotations.NullMarked
package io.sandtable.web.service;
