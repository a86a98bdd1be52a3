package io.sandtable.web.api;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** What is answered while a result is still being worked out: 202, and when to ask again. */
public final class AskAgain {
    private static final String SECONDS = "2";

    private AskAgain() {}

    /** Says so, with what is known already. */
    public static <T> ResponseEntity<T> with(T known) {
        return ResponseEntity.accepted()
                .header(HttpHeaders.RETRY_AFTER, SECONDS)
                .body(known);
    }
}
