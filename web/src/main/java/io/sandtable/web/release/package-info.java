/** From an approved plan to orders elsewhere: written once, kept back while they can be taken back, then handed out and sent. */
@NullMarked
package io.sandtable.web.release;

import org.jspecify.annotations.NullMarked;
