package io.sandtable.web.api;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * A refusal in the person's language.
 *
 * @param code permanent, for programs
 * @param detail cause and remedy, one or two sentences
 * @param ref the number to quote; it stands in the log too
 * @param reason what our own check of the input said, in English, if that was the cause
 * @param further what this kind of refusal tells programs besides
 */
public record Problem(
        HttpStatus status,
        String code,
        String title,
        String detail,
        String ref,
        @Nullable String reason,
        Map<String, Object> further) {
    static final String MEDIA_TYPE = "application/problem+json";

    /** The members of RFC 9457, then ours. */
    Map<String, Object> members() {
        var members = new LinkedHashMap<String, Object>();
        members.put("type", "about:blank");
        members.put("title", title);
        members.put("status", status.value());
        members.put("detail", detail);
        members.put("code", code);
        members.put("ref", ref);
        if (reason != null) {
            members.put("reason", reason);
        }
        members.putAll(further);
        return members;
    }
}
