package io.sandtable.web.plandetail;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/** A page's address with its choices; what is empty is left out. */
record Address(String path, Map<String, String> choices) {
    Address {
        choices = new LinkedHashMap<>(choices);
    }

    static Address of(String path) {
        return new Address(path, Map.of());
    }

    /** The same with another choice; null or empty takes it out. */
    public Address with(String name, @Nullable Object value) {
        var changed = new LinkedHashMap<>(choices);
        if (value == null || value.toString().isEmpty()) {
            changed.remove(name);
        } else {
            changed.put(name, value.toString());
        }
        return new Address(path, changed);
    }

    /** The address up to the number of a page. */
    String pagePrefix() {
        String without = with("page", null).toString();
        return without + (without.contains("?") ? "&" : "?") + "page=";
    }

    @Override
    public String toString() {
        return choices.isEmpty()
                ? path
                : choices.entrySet().stream()
                        .map(e -> e.getKey() + "=" + UriUtils.encode(e.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&", path + "?", ""));
    }
}
