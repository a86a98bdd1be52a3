/** Plans next to each other: the page to choose on, and the same figures over REST. */
@org.jspecify.annotations.NullMarked
package io.sandtable.web.compare;
