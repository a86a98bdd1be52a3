/** Tests of the package of that name. */
@org.jspecify.annotations.NullMarked
package io.sandtable.web.company;
