package io.sandtable.simulation.backtest;

import java.time.LocalDate;

/** Demand that nobody has ordered yet but somebody will, as an order line: so much of a product by a day, at the price it was sold for lately (CNY). */
record ForecastOrder(String product, LocalDate due, double quantity, double price) {}
