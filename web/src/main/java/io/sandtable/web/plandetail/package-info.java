/**
 * A plan in detail: its orders, machines, purchases, cash and postings. {@link io.sandtable.web.plandetail.ShownPlans} finds the plan,
 * each tab has a record that is worked out of it once, and a controller.
 */
@NullMarked
package io.sandtable.web.plandetail;

import org.jspecify.annotations.NullMarked;
