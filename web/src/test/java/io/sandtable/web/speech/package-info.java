@NullMarked
package io.sandtable.web.speech;

import org.jspecify.annotations.NullMarked;
