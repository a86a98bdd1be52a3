/**
 * Invented histories for the backtest: companies that live day by day for three and a half years, in their own simple way, and write down what
 * an ERP system would. Nothing here knows the planner, the ledger or the graph: the module cannot see the first two, and a test keeps it from the third.
 */
@NullMarked
package io.sandtable.datasets.history;

import org.jspecify.annotations.NullMarked;
