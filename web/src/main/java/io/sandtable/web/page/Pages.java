package io.sandtable.web.page;

/**
 * Where one is in a list that is shown page by page.
 *
 * @param page from 1
 * @param last number of the last page
 * @param prefix address up to the page's number, such as {@code ?state=open&page=}
 */
public record Pages(int page, int last, String prefix) {
    public Pages {
        if (page < 1 || page > Math.max(last, 1)) {
            throw new IllegalArgumentException(
                    "Page %d of %d was asked for; take one from 1 to %d.".formatted(page, last, Math.max(last, 1)));
        }
    }

    /** The address of another page. */
    public String address(int other) {
        return prefix + other;
    }
}
