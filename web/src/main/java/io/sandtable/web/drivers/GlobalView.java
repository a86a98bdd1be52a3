package io.sandtable.web.drivers;

import io.sandtable.simulation.scenario.Dimension;
import io.sandtable.simulation.sensitivity.global.Interval;
import io.sandtable.simulation.sensitivity.global.Morris;
import io.sandtable.simulation.sensitivity.global.SobolIndices;
import io.sandtable.web.Figures;
import io.sandtable.web.Words;
import io.sandtable.web.drivers.Study.Global;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which inputs make a figure uncertain, in words and numbers.
 *
 * @param shares null while there is only the screening
 */
record GlobalView(Screened screened, @Nullable Shares shares) {
    /** What the screening says, the largest effect first; {@code still} moved nothing. */
    record Screened(String sentence, int trajectories, long evaluations, List<Effect> effects, List<String> still) {
        Screened {
            effects = List.copyOf(effects);
            still = List.copyOf(still);
        }
    }

    /** One input's effect over its whole range; {@code curved} where it depends on the others or is no straight line. */
    record Effect(String name, String size, double drawn, double low, double high, String spread, boolean curved) {}

    /**
     * Shares of variance, in percent.
     *
     * @param rows what is more than noise, the largest first
     * @param noise names of what can't be told from an input that does nothing
     * @param widest half the width of the widest interval of this figure
     */
    record Shares(
            String sentence,
            int runs,
            long evaluations,
            String floor,
            double floorPercent,
            String widest,
            List<Share> rows,
            List<Share> noise,
            List<String> warnings) {
        Shares {
            rows = List.copyOf(rows);
            noise = List.copyOf(noise);
            warnings = List.copyOf(warnings);
        }

        public String noiseNames(String between) {
            return noise.stream().map(Share::name).collect(Collectors.joining(between));
        }
    }

    /** One input: what it explains alone, and with its part of every interaction. */
    record Share(String id, String name, Part first, Part total) {}

    /** A share with its interval, in percent. */
    record Part(String said, String interval, double value, double low, double high) {
        static Part of(Interval interval, Words words) {
            var figures = new Figures(words.language());
            return new Part(
                    figures.fixed(100 * interval.estimate(), 1),
                    words.say(
                            "drivers.interval",
                            figures.fixed(100 * interval.low(), 1),
                            figures.fixed(100 * interval.high(), 1)),
                    100 * interval.estimate(),
                    100 * interval.low(),
                    100 * interval.high());
        }
    }

    static GlobalView of(Global found, KpiWords kpi) {
        SobolIndices shares = found.shares();
        return new GlobalView(screened(found.screening(), kpi), shares == null ? null : shares(shares, kpi));
    }

    private static Screened screened(Morris.Screening screening, KpiWords kpi) {
        List<Morris.Effect> all = screening.effects().get(kpi.kpi().ordinal());
        List<Morris.Effect> moving = all.stream()
                .filter(e -> e.muStar() > 0)
                .sorted(Comparator.comparingDouble(Morris.Effect::muStar).reversed())
                .toList();
        List<Effect> effects = moving.stream().map(e -> effect(e, kpi)).toList();
        String sentence = effects.isEmpty()
                ? kpi.words().say("drivers.none", kpi.name())
                : kpi.words()
                        .say(
                                "drivers.morris.sentence",
                                effects.getFirst().name(),
                                kpi.name(),
                                kpi.shortly(moving.getFirst().muStar()),
                                effects.size(),
                                all.size() - effects.size());
        return new Screened(
                sentence,
                screening.trajectories(),
                screening.evaluations(),
                effects,
                all.stream()
                        .filter(e -> !(e.muStar() > 0))
                        .map(e -> name(e.factor(), kpi.words()))
                        .toList());
    }

    private static Effect effect(Morris.Effect effect, KpiWords kpi) {
        return new Effect(
                name(effect.factor(), kpi.words()),
                kpi.cell(effect.muStar()),
                kpi.drawn(effect.muStar()),
                kpi.drawn(Math.max(0, effect.muStar() - effect.muStarHalfWidth())),
                kpi.drawn(effect.muStar() + effect.muStarHalfWidth()),
                kpi.cell(effect.sigma()),
                effect.sigma() > effect.muStar() / 2);
    }

    private static Shares shares(SobolIndices all, KpiWords kpi) {
        Words words = kpi.words();
        SobolIndices.Figure figure = all.figures().get(kpi.kpi().ordinal());
        List<SobolIndices.Index> byTotal = figure.indices().stream()
                .sorted(Comparator.comparingDouble(
                                (SobolIndices.Index i) -> i.total().estimate())
                        .reversed())
                .toList();
        List<Share> rows = byTotal.stream()
                .filter(i -> !figure.isNoise(i))
                .map(i -> share(i, words))
                .toList();
        List<Share> noise = byTotal.stream()
                .filter(figure::isNoise)
                .map(i -> share(i, words))
                .toList();
        double floor = 100 * figure.noiseFloor();
        return new Shares(
                sentence(rows, noise, kpi),
                all.runs(),
                all.evaluations(),
                kpi.figures().fixed(floor, 1),
                floor,
                kpi.figures().fixed(100 * figure.widest(), 1),
                rows,
                noise,
                figure.warnings().stream()
                        .map(w -> words.say("drivers.warn." + w.code(), w.count(), all.runs(), kpi.name()))
                        .toList());
    }

    private static String sentence(List<Share> rows, List<Share> noise, KpiWords kpi) {
        Words words = kpi.words();
        if (rows.isEmpty()) {
            return words.say("drivers.sobol.none", kpi.name());
        }
        Share first = rows.getFirst();
        return rows.size() == 1
                ? words.say(
                        "drivers.sobol.one",
                        kpi.name(),
                        first.name(),
                        first.total().said(),
                        first.total().interval(),
                        noise.size())
                : words.say(
                        "drivers.sobol.sentence",
                        kpi.name(),
                        first.name(),
                        first.total().said(),
                        first.total().interval(),
                        rows.get(1).name(),
                        rows.get(1).total().said(),
                        rows.get(1).total().interval(),
                        noise.size());
    }

    private static Share share(SobolIndices.Index index, Words words) {
        return new Share(
                index.factor(),
                name(index.factor(), words),
                Part.of(index.first(), words),
                Part.of(index.total(), words));
    }

    /** Inputs that hang together are one factor, with all their ids. */
    static String name(String factor, Words words) {
        return Arrays.stream(factor.split("\\+"))
                .map(id -> id.replaceFirst("@.*", ""))
                .map(id -> DriversView.name(Dimension.withId(id), words))
                .collect(Collectors.joining(" + "));
    }
}
