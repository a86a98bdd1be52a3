package io.sandtable.web.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serial;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What a person had typed when her session was found to have ended: kept until she has signed in again and is back on the
 * page, which {@link #take takes} it to fill its fields.
 */
@Component
public class TypedText {
    /** Names of parameters that people write sentences into. */
    static final List<String> FIELDS = List.of("text", "sentence", "note", "reason");
    /** Of all fields together. */
    static final int MOST_CHARACTERS = 8_192;

    private static final String KEPT = TypedText.class.getName();

    /** A text and the address that its form sends to, by which a page tells its forms apart. */
    public record Sent(String address, String text) {}

    /** The text of a field that was typed on this very page before the session ended; once. */
    public Optional<String> take(HttpServletRequest request, String field) {
        return takeSent(request, field).map(Sent::text);
    }

    /** The same with where it was sent, for a page that has several forms with that field; once. */
    public Optional<Sent> takeSent(HttpServletRequest request, String field) {
        HttpSession session = request.getSession(false);
        if (session == null
                || !(session.getAttribute(KEPT) instanceof Kept kept)
                || !kept.isOf(request.getRequestURI())) {
            return Optional.empty();
        }
        return Optional.ofNullable(kept.texts.remove(field)).map(text -> new Sent(kept.sentTo, text));
    }

    /** Keeps the page to go back to after a refused request, and the request's texts; whether there is any text to come back to. */
    boolean keep(HttpServletRequest request) {
        Origin.page(request).ifPresent(page -> {
            Map<String, String> texts = texts(request);
            if (!texts.isEmpty() || !holdsTexts(request)) {
                request.getSession().setAttribute(KEPT, new Kept(page, request.getRequestURI(), texts));
            }
        });
        return holdsTexts(request);
    }

    /** A page that is merely asked for must not push out what somebody typed. */
    private static boolean holdsTexts(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null
                && session.getAttribute(KEPT) instanceof Kept kept
                && kept.page != null
                && !kept.texts.isEmpty();
    }

    /** The page to go back to; once. */
    Optional<String> page(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(KEPT) instanceof Kept kept)) {
            return Optional.empty();
        }
        String page = kept.page;
        kept.page = null;
        return Optional.ofNullable(page);
    }

    private static Map<String, String> texts(HttpServletRequest request) {
        var texts = new HashMap<String, String>();
        int room = MOST_CHARACTERS;
        for (String field : FIELDS) {
            String typed = request.getParameter(field);
            if (typed != null && !typed.isBlank()) {
                String kept = typed.substring(0, Math.min(typed.length(), room));
                texts.put(field, kept);
                room -= kept.length();
            }
        }
        return texts;
    }

    private static final class Kept implements Serializable {
        @Serial
        private static final long serialVersionUID = 2L;

        private final String path;
        private final String sentTo;
        private final HashMap<String, String> texts;
        private @Nullable String page;

        private Kept(String page, String sentTo, Map<String, String> texts) {
            this.page = page;
            this.sentTo = sentTo;
            this.path = page.replaceFirst("\\?.*", "");
            this.texts = new HashMap<>(texts);
        }

        private boolean isOf(String requestedPath) {
            return path.equals(requestedPath);
        }
    }
}
