package io.sandtable.web.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import java.util.Objects;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers a form that the server cannot read (too large a file, a broken encoding) with the page for such cases. Tomcat throws at
 * whoever asks for a field first, mostly a filter, and throws again at the error page when that asks for its language; so the error
 * page gets the request without its fields.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class UnreadableForms extends OncePerRequestFilter {
    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (InvalidParameterException unreadable) {
            if (response.isCommitted()) {
                throw unreadable;
            }
            response.resetBuffer();
            request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, unreadable);
            request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, request.getRequestURI());
            Objects.requireNonNull(request.getRequestDispatcher("/error"))
                    .forward(new WithoutFields(request), response);
        }
    }

    private static final class WithoutFields extends HttpServletRequestWrapper {
        WithoutFields(HttpServletRequest request) {
            super(request);
        }

        /** What has no type is not taken apart once more. */
        @Override
        public @Nullable String getContentType() {
            return null;
        }

        @Override
        public @Nullable String getParameter(String name) {
            return null;
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            return null;
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.emptyEnumeration();
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return Map.of();
        }
    }
}
