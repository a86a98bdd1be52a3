package io.sandtable.datasets.frepple;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One element of an XML model: its attributes, what stands inside, and where it begins. */
final class XmlElement {
    private final String name;
    private final int line;
    private final Map<String, String> attributes;
    private final List<XmlElement> children = new ArrayList<>(0);
    private @Nullable StringBuilder text;

    XmlElement(String name, int line, Map<String, String> attributes) {
        this.name = name;
        this.line = line;
        this.attributes = attributes;
    }

    String name() {
        return name;
    }

    int line() {
        return line;
    }

    Map<String, String> attributes() {
        return attributes;
    }

    List<XmlElement> children() {
        return children;
    }

    void write(String more) {
        // blanks between elements would only fill memory
        if (text == null && !more.isBlank()) {
            text = new StringBuilder();
        }
        if (text != null) {
            text.append(more);
        }
    }

    String text() {
        return text == null ? "" : text.toString().strip();
    }

    /** What an attribute or a nested element of that name says; frePPLe takes either. Empty where there is neither. */
    String value(String key) {
        String attribute = attributes.getOrDefault(key, "").strip();
        return attribute.isEmpty()
                ? children.stream()
                        .filter(c -> c.name.equals(key))
                        .map(XmlElement::text)
                        .findFirst()
                        .orElse("")
                : attribute;
    }
}
