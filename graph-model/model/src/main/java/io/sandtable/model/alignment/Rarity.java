package io.sandtable.model.alignment;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** How much it says that two things share something: a number that half the list has says little. */
final class Rarity {
    /** However short the lists, the world holds more things than they name. */
    private static final int FEWEST_THINGS = 200;

    private final Map<String, Integer> counts = new HashMap<>();
    private final int things;

    private Rarity(int things) {
        this.things = things;
    }

    static Rarity of(Collection<Profile> profiles) {
        var rarity = new Rarity(profiles.size());
        for (Profile profile : profiles) {
            profile.traces().forEach(rarity::count);
            rarity.count("name " + profile.wholeName());
            rarity.count(profile.thing().source() + " all " + profile.everything());
        }
        return rarity;
    }

    private void count(String what) {
        counts.merge(what, 1, Integer::sum);
    }

    /** The logarithm of how many things there are for each that has it; 0 where all have it. */
    double of(String trace) {
        return Math.log((double) Math.max(FEWEST_THINGS, things) / Math.max(1, counts.getOrDefault(trace, 1)));
    }

    double ofName(Profile profile) {
        return of("name " + profile.wholeName());
    }

    /** Whether its source lists nothing else that says the same of itself. */
    boolean isAlone(Profile profile) {
        return counts.getOrDefault(profile.thing().source() + " all " + profile.everything(), 1) == 1;
    }
}
