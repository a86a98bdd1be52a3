/** Whose business is asked about: one graph per company, loaded from files. */
@NullMarked
package io.sandtable.web.company;

import org.jspecify.annotations.NullMarked;
