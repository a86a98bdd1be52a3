package io.sandtable.model.alignment;

import io.sandtable.model.Measure;
import io.sandtable.model.ValueKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;

/** Weighs all evidence on two things: weights add up to the logarithm of odds (after Fellegi and Sunter), a contradiction decides alone. */
final class Scoring {
    /** What two things that were found beside one another have against them. */
    private static final double BEFORE = -4.5;

    private static final double CODE = 5;
    private static final double CODE_SLIP = 2;
    private static final double LEAST_NAME = 2;
    private static final double MOST_NAME = 5;
    private static final double CONTAINED = 2;
    private static final double MOST_SPEC = 5;
    private static final double PER_SPEC = 0.7;
    private static final double CONFLICT = -20;
    private static final double TRUSTED_CODES = 0.8;
    /** Prices of two sources differ by so much without anybody wondering, by so much if somebody bought dearly. */
    private static final double NEAR_PRICE = 1.3;

    private static final double FAR_PRICE = 4;

    private final Rarity rarity;
    private final UnitWorth units;
    private final double trustInCodes;

    /** @param trustInCodes how often equal codes of these two sources mean the same thing, 0 to 1 */
    Scoring(Rarity rarity, UnitWorth units, double trustInCodes) {
        this.rarity = rarity;
        this.units = units;
        this.trustInCodes = trustInCodes;
    }

    Likeness of(Profile a, Profile b) {
        Likeness best = of(a, b, a.readings().getFirst(), b.readings().getFirst());
        if (best.isConflict()) {
            return best;
        }
        for (Reading x : a.readings()) {
            for (Reading y : b.readings()) {
                Likeness other = of(a, b, x, y);
                if (other.odds() > best.odds() && !other.isConflict()) {
                    best = other;
                }
            }
        }
        return best;
    }

    private Likeness of(Profile a, Profile b, Reading x, Reading y) {
        var found = new ArrayList<Reason>();
        Set<Reason.Code> doubts = EnumSet.noneOf(Reason.Code.class);
        SpecLikeness spec = SpecLikeness.of(x, y);
        if (!spec.conflict().isEmpty()) {
            Reason conflict = Reason.of(
                    Reason.Code.SPEC_CONFLICT,
                    CONFLICT,
                    spec.conflict().getFirst(),
                    spec.conflict().getLast());
            return new Likeness(BEFORE + CONFLICT, List.of(conflict), Set.of(conflict.code()));
        }
        NameLikeness name = NameLikeness.of(x, y);
        code(a.thing(), b.thing(), found);
        boolean sameCode = found.stream().anyMatch(this::isTrustedCode);
        name(a, b, name, spec, sameCode, found, doubts);
        spec(spec, sameCode, found, doubts);
        unitAndPrice(a.thing(), b.thing(), found, doubts);
        double odds = BEFORE + found.stream().mapToDouble(Reason::weight).sum();
        return new Likeness(odds, found, doubts);
    }

    private boolean isTrustedCode(Reason reason) {
        return reason.code() == Reason.Code.CODE_NAMED
                || (reason.code() == Reason.Code.CODE_EQUAL && trustInCodes >= TRUSTED_CODES);
    }

    private void code(Described a, Described b, List<Reason> found) {
        if (Codes.equal(a.code(), b.code())) {
            found.add(Reason.of(Reason.Code.CODE_EQUAL, CODE * trustInCodes, a.code(), b.code()));
        } else if (Codes.isNamed(a.code(), b.names())) {
            found.add(Reason.of(Reason.Code.CODE_NAMED, CODE, a.code()));
        } else if (Codes.isNamed(b.code(), a.names())) {
            found.add(Reason.of(Reason.Code.CODE_NAMED, CODE, b.code()));
        } else if (Codes.near(a.code(), b.code())) {
            found.add(Reason.of(Reason.Code.CODE_NEAR, CODE_SLIP * trustInCodes, a.code(), b.code()));
        }
    }

    private void name(
            Profile a,
            Profile b,
            NameLikeness name,
            SpecLikeness spec,
            boolean sameCode,
            List<Reason> found,
            Set<Reason.Code> doubts) {
        double full = Math.min(MOST_NAME, LEAST_NAME + Math.min(rarity.ofName(a), rarity.ofName(b)) / 2);
        switch (name.kind()) {
            case EQUAL -> {
                found.add(Reason.of(Reason.Code.NAME_EQUAL, full));
                alone(a, b, spec, found);
            }
            case SOUNDS -> found.add(Reason.of(Reason.Code.NAME_SOUNDS, full - 0.5));
            case CONTAINED -> found.add(Reason.of(Reason.Code.NAME_CONTAINED, CONTAINED));
            case SIMILAR -> {
                boolean like = name.share() >= 0.35;
                Reason.Code code = like ? Reason.Code.NAME_SIMILAR : Reason.Code.NAME_OTHER;
                found.add(Reason.of(code, like ? 6 * (name.share() - 0.6) : -3, percent(name.share())));
                if (!sameCode || name.share() < 0.5) {
                    doubts.add(code);
                }
            }
            case NONE -> {
                found.add(Reason.of(Reason.Code.NAME_OTHER, 0, percent(0)));
                doubts.add(Reason.Code.NAME_OTHER);
            }
        }
        if (!name.sameHead() && name.kind() != NameLikeness.Kind.NONE && name.kind() != NameLikeness.Kind.EQUAL) {
            found.add(Reason.of(Reason.Code.HEAD_OTHER, -1.5));
            doubts.add(Reason.Code.HEAD_OTHER);
        }
    }

    /** Equal in every word, and nothing else in either list is. */
    private void alone(Profile a, Profile b, SpecLikeness spec, List<Reason> found) {
        if (spec.missing().isEmpty() && rarity.isAlone(a) && rarity.isAlone(b)) {
            found.add(Reason.of(Reason.Code.NAME_RARE, 3.5));
        }
    }

    private void spec(SpecLikeness spec, boolean sameCode, List<Reason> found, Set<Reason.Code> doubts) {
        double said = PER_SPEC
                * (spec.agreed().stream().mapToDouble(a -> rarity.of(a.key())).sum()
                        + spec.letters().stream()
                                .filter(word -> word.length() > 1)
                                .mapToDouble(word -> rarity.of("abc " + word))
                                .sum());
        String agreed = String.join(
                " ",
                Stream.concat(spec.letters().stream(), spec.agreed().stream().map(Atom::toString))
                        .toList());
        if (!spec.missing().isEmpty()) {
            double less = Math.min(3, 0.8 * spec.missing().size());
            found.add(Reason.of(
                    Reason.Code.SPEC_PARTLY,
                    Math.min(MOST_SPEC, said) - less,
                    agreed,
                    String.join(" ", spec.missing())));
            if (!sameCode) {
                doubts.add(Reason.Code.SPEC_PARTLY);
            }
        } else if (!agreed.isEmpty()) {
            found.add(Reason.of(Reason.Code.SPEC_EQUAL, Math.min(MOST_SPEC, said), agreed));
        }
    }

    private void unitAndPrice(Described a, Described b, List<Reason> found, Set<Reason.Code> doubts) {
        double factor = 1;
        if (!a.unit().isEmpty() && !b.unit().isEmpty()) {
            OptionalDouble known = units.factor(b, a);
            if (known.isEmpty()) {
                found.add(Reason.of(Reason.Code.UNIT_UNKNOWN, -0.5, a.unit(), b.unit()));
                doubts.add(Reason.Code.UNIT_UNKNOWN);
                return;
            }
            factor = known.getAsDouble();
            boolean same = Measure.of(a.unit()).equals(Measure.of(b.unit()));
            found.add(
                    same
                            ? Reason.of(Reason.Code.UNIT_EQUAL, 0.5, a.unit(), b.unit())
                            : Reason.of(Reason.Code.UNIT_CONVERTS, 0.3, b.unit(), plain(factor), a.unit()));
        }
        if (a.price() > 0 && b.price() > 0) {
            price(a, b, b.price() / factor, found, doubts);
        }
    }

    private static void price(Described a, Described b, double other, List<Reason> found, Set<Reason.Code> doubts) {
        double apart = Math.max(a.price() / other, other / a.price());
        Reason.Code code = apart <= NEAR_PRICE
                ? Reason.Code.PRICE_NEAR
                : apart <= FAR_PRICE ? Reason.Code.PRICE_APART : Reason.Code.PRICE_FAR;
        double weight = switch (code) {
            case PRICE_NEAR -> 1;
            case PRICE_APART -> -0.5;
            default -> -3;
        };
        found.add(Reason.of(code, weight, plain(a.price()), plain(other), a.unit()));
        if (code == Reason.Code.PRICE_FAR) {
            doubts.add(code);
        }
    }

    private static String percent(double share) {
        return String.valueOf(Math.round(100 * share));
    }

    private static String plain(double number) {
        return ValueKind.NUMBER.format(new java.math.BigDecimal(number)
                .round(new java.math.MathContext(4))
                .doubleValue());
    }
}
