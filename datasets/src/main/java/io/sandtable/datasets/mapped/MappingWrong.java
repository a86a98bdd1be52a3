package io.sandtable.datasets.mapped;

/** A mapping that cannot be understood: where, what was found, what would be right. */
final class MappingWrong extends Exception {
    private final String where;
    private final String found;
    private final String expected;

    MappingWrong(String where, String found, String expected) {
        super("%s: '%s' (expected %s)".formatted(where, found, expected));
        this.where = where;
        this.found = found;
        this.expected = expected;
    }

    String where() {
        return where;
    }

    String found() {
        return found;
    }

    String expected() {
        return expected;
    }
}
