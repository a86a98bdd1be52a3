package io.sandtable.audit.prov;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A graph of things, of what was done, and of who did it, written as PROV-JSON (W3C member submission of 2013-04-24). Ids may be any text;
 * they are written as names of one namespace.
 */
public final class Provenance {
    private static final String NAMESPACE = "urn:sandtable:";
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Map<String, Map<String, Map<String, String>>> parts = new LinkedHashMap<>();
    private int relations;

    /** A thing; attributes are written in our namespace. Telling of the same thing again changes nothing. */
    public Provenance entity(String id, String label, Map<String, String> attributes) {
        return node("entity", id, label, attributes);
    }

    /** Something that was done. */
    public Provenance activity(String id, String label, @Nullable Instant at, Map<String, String> attributes) {
        node("activity", id, label, attributes);
        if (at != null) {
            part("activity").getOrDefault(name(id), Map.of()).putIfAbsent("prov:endTime", at.toString());
        }
        return this;
    }

    /** A person or a program. */
    public Provenance agent(String id, String label, boolean person) {
        node("agent", id, label, Map.of());
        part("agent")
                .getOrDefault(name(id), Map.of())
                .putIfAbsent("prov:type", person ? "prov:Person" : "prov:SoftwareAgent");
        return this;
    }

    public Provenance used(String activity, String entity) {
        return relation(
                "used", Map.of("prov:activity", known("activity", activity), "prov:entity", known("entity", entity)));
    }

    public Provenance generated(String entity, String activity) {
        return relation(
                "wasGeneratedBy",
                Map.of("prov:entity", known("entity", entity), "prov:activity", known("activity", activity)));
    }

    public Provenance derived(String entity, String from) {
        return relation(
                "wasDerivedFrom",
                Map.of("prov:generatedEntity", known("entity", entity), "prov:usedEntity", known("entity", from)));
    }

    /** The activity was this agent's. */
    public Provenance associated(String activity, String agent) {
        return relation(
                "wasAssociatedWith",
                Map.of("prov:activity", known("activity", activity), "prov:agent", known("agent", agent)));
    }

    /** The thing is this agent's word. */
    public Provenance attributed(String entity, String agent) {
        return relation(
                "wasAttributedTo", Map.of("prov:entity", known("entity", entity), "prov:agent", known("agent", agent)));
    }

    public byte[] json() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("prefix", Map.of("st", NAMESPACE));
        document.putAll(parts);
        return JSON.writeValueAsBytes(document);
    }

    private Provenance node(String kind, String id, String label, Map<String, String> attributes) {
        Map<String, String> node = new LinkedHashMap<>();
        node.put("prov:label", label);
        new TreeMap<>(attributes).forEach((key, value) -> node.put("st:" + key, value));
        part(kind).putIfAbsent(name(id), node);
        return this;
    }

    private Provenance relation(String kind, Map<String, String> ends) {
        Map<String, Map<String, String>> of = part(kind);
        if (!of.containsValue(ends)) {
            of.put("_:r" + ++relations, new TreeMap<>(ends));
        }
        return this;
    }

    private Map<String, Map<String, String>> part(String kind) {
        return parts.computeIfAbsent(kind, none -> new LinkedHashMap<>());
    }

    private String known(String kind, String id) {
        Set<String> told = part(kind).keySet();
        if (!told.contains(name(id))) {
            throw new IllegalArgumentException(
                    "The %s %s was pointed at before it was told of. Tell of it first.".formatted(kind, id));
        }
        return name(id);
    }

    /** What a qualified name may not hold is written as its UTF-8 bytes, %XX each. */
    private static String name(String id) {
        StringBuilder name = new StringBuilder("st:");
        for (byte b : id.getBytes(StandardCharsets.UTF_8)) {
            boolean plain =
                    b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9' || "-_./".indexOf(b) >= 0;
            name.append(plain ? Character.toString(b) : "%%%02X".formatted(b & 0xFF));
        }
        return name.toString();
    }
}
