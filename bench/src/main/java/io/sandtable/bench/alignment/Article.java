package io.sandtable.bench.alignment;

import java.util.List;

/**
 * An invented article and the ways in which people write it.
 *
 * @param formal names an accountant might give it, with what stands in the column for the specification
 * @param casual names a storekeeper might give it, all in one
 * @param units of the accountant and of the storekeeper
 * @param worth how many of the accountant's units one of the storekeeper's is; 0 where that is the article's secret
 * @param price of the accountant's unit
 */
record Article(List<Named> formal, List<String> casual, List<String> units, double worth, double price) {
    record Named(String name, String specification) {}
}
