/**
 * What a plan comes to when many inputs are uncertain at once: distributions fitted to history, seeded Monte Carlo with chances and
 * tails, and how long a plan lives without a supplier or a machine. Distributions, copula, points and summaries know nothing of plans and
 * work on any function.
 */
@NullMarked
package io.sandtable.simulation.risk;

import org.jspecify.annotations.NullMarked;
