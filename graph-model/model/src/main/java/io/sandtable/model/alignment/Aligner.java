package io.sandtable.model.alignment;

import io.sandtable.model.NodeType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Looks for things of one type that two sources list under different codes or names. Between two sources a thing has at most one
 * counterpart; what was linked is not asked for again, and what was refused never.
 */
public final class Aligner {
    /** Names this method in the evidence of what it links by itself; to be raised when weights or rules change. */
    public static final String METHOD = "alignment 1";

    private static final int ASKED_PER_THING = 3;
    /** A second best that comes so near makes the best one a question. */
    private static final double NEAR = 1;

    private final UnitWorth units;
    private final Set<Pair> linked;
    private final Set<Pair> refused;

    public Aligner(UnitWorth units, Set<Pair> linked, Set<Pair> refused) {
        this.units = units;
        this.linked = Set.copyOf(linked);
        this.refused = Set.copyOf(refused);
    }

    /** All proposals, the surest first. */
    public List<Proposal> proposals(Collection<Described> things) {
        var byList = new TreeMap<NodeType, Map<String, List<Profile>>>();
        things.forEach(thing -> byList.computeIfAbsent(thing.type(), t -> new TreeMap<>())
                .computeIfAbsent(thing.source(), s -> new ArrayList<>())
                .add(Profile.of(thing)));
        var proposals = new ArrayList<Proposal>();
        for (Map<String, List<Profile>> sources : byList.values()) {
            List<List<Profile>> lists = List.copyOf(sources.values());
            Rarity rarity = Rarity.of(lists.stream().flatMap(List::stream).toList());
            for (int i = 0; i < lists.size(); i++) {
                for (int j = i + 1; j < lists.size(); j++) {
                    proposals.addAll(between(lists.get(i), lists.get(j), rarity));
                }
            }
        }
        proposals.sort(Comparator.comparingDouble(Proposal::score)
                .reversed()
                .thenComparing(p -> p.first().id())
                .thenComparing(p -> p.second().id()));
        return proposals;
    }

    private record Candidate(Profile first, Profile second, Likeness likeness) {
        double odds() {
            return likeness.odds();
        }

        Pair pair() {
            return Pair.of(first.thing().id(), second.thing().id());
        }

        Proposal proposal() {
            return new Proposal(first.thing(), second.thing(), likeness.score(), likeness.isSure(), likeness.reasons());
        }
    }

    private List<Proposal> between(List<Profile> first, List<Profile> second, Rarity rarity) {
        Set<String> taken = taken(first, second);
        var blocking = new Blocking(second, rarity);
        var scoring = new Scoring(rarity, units, trustInCodes(first, second, rarity));
        var candidates = new ArrayList<Candidate>();
        for (Profile one : first) {
            if (!taken.contains(one.thing().id())) {
                for (Profile other : blocking.candidates(one)) {
                    var candidate = new Candidate(one, other, scoring.of(one, other));
                    if (!taken.contains(other.thing().id())
                            && !refused.contains(candidate.pair())
                            && candidate.odds() >= Likeness.WORTH_ASKING) {
                        candidates.add(candidate);
                    }
                }
            }
        }
        candidates.sort(Comparator.comparingDouble(Candidate::odds)
                .reversed()
                .thenComparing(c -> c.first().thing().id())
                .thenComparing(c -> c.second().thing().id()));
        return oneToOne(doubtingRivals(candidates));
    }

    private Set<String> taken(List<Profile> first, List<Profile> second) {
        var ids = new HashSet<String>();
        Set<String> ofFirst = ids(first);
        Set<String> ofSecond = ids(second);
        for (Pair pair : linked) {
            if ((ofFirst.contains(pair.one()) && ofSecond.contains(pair.other()))
                    || (ofFirst.contains(pair.other()) && ofSecond.contains(pair.one()))) {
                ids.add(pair.one());
                ids.add(pair.other());
            }
        }
        return ids;
    }

    private static Set<String> ids(List<Profile> profiles) {
        var ids = new HashSet<String>();
        profiles.forEach(p -> ids.add(p.thing().id()));
        return ids;
    }

    /** Two systems that both count from 1001 share codes for things that have nothing to do with each other. */
    private double trustInCodes(List<Profile> first, List<Profile> second, Rarity rarity) {
        var byCode = new HashMap<String, Profile>();
        second.forEach(p -> byCode.put(Codes.core(p.thing().code()), p));
        var withoutCodes = new Scoring(rarity, units, 0);
        int shared = 0;
        int alike = 0;
        for (Profile one : first) {
            Profile other = byCode.get(Codes.core(one.thing().code()));
            if (other != null && Codes.tells(one.thing().code())) {
                shared++;
                if (withoutCodes.of(one, other).odds() >= Likeness.WORTH_ASKING) {
                    alike++;
                }
            }
        }
        return (alike + 1.0) / (shared + 2.0);
    }

    private static List<Candidate> doubtingRivals(List<Candidate> candidates) {
        var best = new HashMap<String, List<Candidate>>();
        for (Candidate c : candidates) {
            best.computeIfAbsent(c.first().thing().id(), k -> new ArrayList<>()).add(c);
            best.computeIfAbsent(c.second().thing().id(), k -> new ArrayList<>())
                    .add(c);
        }
        return candidates.stream()
                .map(c -> rival(c, best)
                        .map(r -> new Candidate(
                                c.first(), c.second(), c.likeness().doubting(r)))
                        .orElse(c))
                .toList();
    }

    private static java.util.Optional<Reason> rival(Candidate candidate, Map<String, List<Candidate>> best) {
        for (String id : List.of(
                candidate.first().thing().id(), candidate.second().thing().id())) {
            for (Candidate other : best.getOrDefault(id, List.of())) {
                if (other != candidate && other.odds() > candidate.odds() - NEAR) {
                    String rival = other.first().thing().id().equals(id)
                            ? other.second().thing().id()
                            : other.first().thing().id();
                    return java.util.Optional.of(Reason.of(Reason.Code.RIVAL, 0, rival));
                }
            }
        }
        return java.util.Optional.empty();
    }

    /** The sure ones take their two; of what is left, a person sees the best few of each. */
    private static List<Proposal> oneToOne(List<Candidate> candidates) {
        var taken = new HashSet<String>();
        var asked = new HashMap<String, Integer>();
        var chosen = new ArrayList<Proposal>();
        for (boolean sure : List.of(true, false)) {
            for (Candidate c : candidates) {
                String first = c.first().thing().id();
                String second = c.second().thing().id();
                if (c.likeness().isSure() != sure || taken.contains(first) || taken.contains(second)) {
                    continue;
                }
                if (sure) {
                    taken.addAll(List.of(first, second));
                    chosen.add(c.proposal());
                } else if (asked.merge(first, 1, Integer::sum) <= ASKED_PER_THING
                        && asked.merge(second, 1, Integer::sum) <= ASKED_PER_THING) {
                    chosen.add(c.proposal());
                }
            }
        }
        return chosen;
    }
}
