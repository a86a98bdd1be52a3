/** The main job: understand, confirm, plan, explain, record, report. */
@NullMarked
package io.sandtable.web.ask;

import org.jspecify.annotations.NullMarked;
