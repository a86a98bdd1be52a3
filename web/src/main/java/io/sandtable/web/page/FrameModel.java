package io.sandtable.web.page;

import io.sandtable.web.Figures;
import io.sandtable.web.Language;
import io.sandtable.web.settings.SpeechSettings;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.RequestContextUtils;

/** What every page may use without its controller giving it; a controller's own attribute of the same name wins. */
@Component
class FrameModel {
    /** Who may open the page of people. */
    private static final String ADMINISTRATOR = "ADMINISTRATOR";

    private final CurrentCompany company;
    private final SpeechSettings speech;
    private final SecureRandom chance = new SecureRandom();

    FrameModel(CurrentCompany company, SpeechSettings speech) {
        this.company = company;
        this.speech = speech;
    }

    /** Who is signed in. */
    record Person(String name, boolean administrator) {}

    /**
     * {@code language}; {@code fmt} writes figures in it; {@code company} and {@code person}, each null where there is none;
     * {@code speechSeconds}: the longest recording that may be made, null where no service writes it down; {@code formKey} for {@link SentForms}; {@code addressZh} and {@code addressEn}: this page again, in that language.
     */
    Map<String, @Nullable Object> of(HttpServletRequest request) {
        Language language = Language.of(RequestContextUtils.getLocale(request));
        Map<String, @Nullable Object> attributes = new HashMap<>();
        attributes.put("language", language);
        attributes.put("fmt", new Figures(language));
        attributes.put("company", company.current().orElse(null));
        attributes.put("person", person(request));
        attributes.put(
                "speechSeconds", speech.url() == null ? null : speech.longest().toSeconds());
        attributes.put("formKey", formKey());
        attributes.put("addressZh", address(request, "zh"));
        attributes.put("addressEn", address(request, "en"));
        return attributes;
    }

    /** Another one for each showing of a page. */
    private String formKey() {
        return Long.toString(chance.nextLong() & Long.MAX_VALUE, Character.MAX_RADIX);
    }

    private static @Nullable Person person(HttpServletRequest request) {
        Principal principal = request.getUserPrincipal();
        return principal == null ? null : new Person(principal.getName(), request.isUserInRole(ADMINISTRATOR));
    }

    /** Relative to the page, so that it holds whatever path leads here. */
    private static String address(HttpServletRequest request, String language) {
        String query = request.getQueryString() == null ? "" : request.getQueryString();
        return Stream.concat(
                        Arrays.stream(query.split("&")).filter(part -> !part.isEmpty() && !part.startsWith("lang=")),
                        Stream.of("lang=" + language))
                .collect(Collectors.joining("&", "?", ""));
    }
}
