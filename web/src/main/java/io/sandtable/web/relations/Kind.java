package io.sandtable.web.relations;

/**
 * A type in the legend.
 *
 * @param label by which its shape is chosen
 * @param word what people call it
 * @param count how many of it are shown
 */
public record Kind(String label, String word, int count) {}
