package io.sandtable.web.page;

/**
 * One of several views of a thing, each with its own address.
 *
 * @param here whether it is the one shown
 */
public record Tab(String label, String address, boolean here) {}
