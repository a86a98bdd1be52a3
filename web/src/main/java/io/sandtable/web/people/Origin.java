package io.sandtable.web.people;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a request came from, as the browser says. */
final class Origin {
    private Origin() {}

    /** Whether another site's page sent it. */
    static boolean isForeign(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("cross-site");
        }
        String origin = request.getHeader("Origin");
        return origin != null && !isOurs(parse(origin), request);
    }

    /**
     * The page to go back to: the one that was asked for, or the one of ours that sent something, as path and query. Nothing
     * else is followed.
     */
    static Optional<String> page(HttpServletRequest request) {
        if (request.getMethod().equals("GET") && !isHtmx(request)) {
            return asksForPage(request) ? local(request.getRequestURI(), request.getQueryString()) : Optional.empty();
        }
        String shown = isHtmx(request) ? request.getHeader("HX-Current-URL") : request.getHeader("Referer");
        URI page = shown == null ? null : parse(shown);
        return page == null || !isOurs(page, request) ? Optional.empty() : local(page.getRawPath(), page.getRawQuery());
    }

    private static boolean asksForPage(HttpServletRequest request) {
        String accepted = request.getHeader("Accept");
        return accepted != null && accepted.contains("text/html");
    }

    private static Optional<String> local(@Nullable String path, @Nullable String query) {
        if (path == null || !path.startsWith("/") || path.startsWith("//") || path.startsWith("/sign-")) {
            return Optional.empty();
        }
        return Optional.of(query == null ? path : path + "?" + query);
    }

    static boolean isHtmx(HttpServletRequest request) {
        return request.getHeader("HX-Request") != null;
    }

    private static boolean isOurs(@Nullable URI uri, HttpServletRequest request) {
        return uri != null
                && uri.getRawAuthority() != null
                && uri.getRawAuthority().equals(request.getHeader("Host"));
    }

    private static @Nullable URI parse(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            // not an address: from nowhere
            return null;
        }
    }
}
