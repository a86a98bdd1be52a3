package io.sandtable.simulation.ripple;

import io.sandtable.simulation.plan.Levers;
import io.sandtable.simulation.scenario.Scenario;
import java.util.List;

/**
 * Something that could be done about a change. What it brings shows when its scenario is planned with its levers.
 *
 * @param on ids of the things that it is about: what stands in, who sells, what works longer, which orders are promised anew
 * @param from where the plan sets out
 */
public record Response(Kind kind, List<String> on, Scenario scenario, Levers levers, Start from) {
    public Response {
        on = List.copyOf(on);
    }

    /** The plan that a response changes. */
    public enum Start {
        /** That of today, from before the change. */
        TODAY,
        /** That which comes about when nothing is done. */
        DO_NOTHING
    }

    /** What is done. */
    public enum Kind {
        /** A material that is not approved yet stands in. */
        SUBSTITUTE("substitute"),
        /** Another supplier sells it. */
        SECOND_SOURCE("second-source"),
        /** What is kept for surprises is used. */
        SAFETY_STOCK("safety-stock"),
        /** Machines work overtime. */
        EXPEDITE("expedite"),
        /** Steps go to subcontractors. */
        OUTSOURCE("outsource"),
        /** What is needed is bought and made earlier. */
        BUILD_AHEAD("build-ahead"),
        /** Customers are told another day. */
        RE_PROMISE("re-promise");

        private final String id;

        Kind(String id) {
            this.id = id;
        }

        /** The permanent word in answers. */
        public String id() {
            return id;
        }
    }
}
