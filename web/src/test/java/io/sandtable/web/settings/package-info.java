@NullMarked
package io.sandtable.web.settings;

import org.jspecify.annotations.NullMarked;
