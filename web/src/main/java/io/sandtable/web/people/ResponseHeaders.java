package io.sandtable.web.people;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * What every answer tells the browser: nothing but ours, nothing inline, no frame around us. Answers are not stored; static
 * files say themselves how long they keep.
 */
final class ResponseHeaders {
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data:; font-src 'self'; connect-src 'self'; frame-src 'self'; object-src 'none'; "
            + "form-action 'self'; base-uri 'none'; frame-ancestors ";

    private ResponseHeaders() {}

    static void write(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentTypeOptions(Customizer.withDefaults())
                .frameOptions(frame -> frame.disable())
                .addHeaderWriter(policy())
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(permissions ->
                        permissions.policy("camera=(), microphone=(self), geolocation=(), payment=(), usb=()"))
                .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(resource -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN));
    }

    /** The report alone may stand in a frame, of ours: its preview. */
    private static HeaderWriter policy() {
        return (request, response) -> {
            boolean framed = isReport(request);
            response.setHeader("Content-Security-Policy", POLICY + (framed ? "'self'" : "'none'"));
            response.setHeader("X-Frame-Options", framed ? "SAMEORIGIN" : "DENY");
        };
    }

    private static boolean isReport(HttpServletRequest request) {
        return request.getRequestURI().endsWith("/report.pdf");
    }
}
