/** The command line: one class per command, one exit code per kind of ending. */
@NullMarked
package io.sandtable.web.cli;

import org.jspecify.annotations.NullMarked;
