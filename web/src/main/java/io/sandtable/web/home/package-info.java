/** The first page: what needs you today. */
@NullMarked
package io.sandtable.web.home;

import org.jspecify.annotations.NullMarked;
