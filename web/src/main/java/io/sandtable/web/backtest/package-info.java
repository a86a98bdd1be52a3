/** The backtest: a company's past planned as it would have been, and held against what happened; in words and for programs. */
@NullMarked
package io.sandtable.web.backtest;

import org.jspecify.annotations.NullMarked;
