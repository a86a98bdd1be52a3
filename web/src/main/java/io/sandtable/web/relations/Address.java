package io.sandtable.web.relations;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What the page shows, as its address says it; kept or sent to a colleague, it shows the same again.
 *
 * @param about id of the thing to start from, empty for none
 * @param to id of the thing to find a way to, empty for none
 * @param say the sentence of a what-if, empty for none
 * @param steps how far around the thing
 * @param sure whether many things are wanted
 * @param plan the plan outside which nothing is shown, as {@code INQ-…/B}; empty for none
 * @param node id of the thing whose details are shown, empty for the first
 */
record Address(String about, String to, String say, int steps, boolean sure, String plan, String node) {
    static final int FIRST_STEPS = 2;
    static final int MOST_STEPS = 12;

    Address {
        steps = Math.clamp(steps, 1, MOST_STEPS);
    }

    static Address around(String id) {
        return new Address(id, "", "", FIRST_STEPS, false, "", "");
    }

    /** Of the page that follows a batch back and forward. */
    static String trace(String id) {
        return UriComponentsBuilder.fromPath("/relations/trace")
                .queryParam("lot", "{lot}")
                .encode()
                .buildAndExpand(id)
                .toUriString();
    }

    Address withSteps(int other, boolean wanted) {
        return new Address(about, to, say, other, wanted, plan, node);
    }

    Address withNode(String id) {
        return new Address(about, to, say, steps, sure, plan, id);
    }

    Address withPlan(String other) {
        return new Address(about, to, say, steps, sure, other, node);
    }

    @Override
    public String toString() {
        var uri = UriComponentsBuilder.fromPath("/relations");
        add(uri, "about", about);
        add(uri, "to", to);
        add(uri, "say", say);
        if (steps != FIRST_STEPS) {
            uri.queryParam("steps", steps);
        }
        if (sure) {
            uri.queryParam("sure", true);
        }
        add(uri, "plan", plan);
        add(uri, "node", node);
        return uri.encode().toUriString();
    }

    private static void add(UriComponentsBuilder uri, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            // as a variable, so that & and = in a sentence stay part of it
            uri.queryParam(name, "{" + name + "}").uriVariables(java.util.Map.of(name, value));
        }
    }
}
