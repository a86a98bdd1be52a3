/** From a figure to its causes: why an order is late, and which postings make an amount. */
@org.jspecify.annotations.NullMarked
package io.sandtable.web.why;
