/** What all of REST shares: refusals, problems and their words, the description of the interface. */
@org.jspecify.annotations.NullMarked
package io.sandtable.web.api;
