package io.sandtable.web.annual;

import io.sandtable.simulation.annual.AgainstActual;
import io.sandtable.simulation.annual.AgainstActual.MonthCompared;
import io.sandtable.simulation.annual.AgainstActual.State;
import io.sandtable.simulation.annual.AnnualMonth;
import io.sandtable.simulation.annual.AnnualPlan;
import io.sandtable.simulation.backtest.Amounts;
import io.sandtable.web.Figures;
import io.sandtable.web.Language;
import io.sandtable.web.Words;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * A version of an annual plan in words and tables.
 *
 * @param covers what it is about, and on which data it stands
 * @param says how it stands against what happened, a sentence each
 * @param plan tables of what was planned
 * @param actual tables against what happened; empty where nothing can be compared
 */
record AnnualView(String covers, List<String> says, List<AnnualTable> plan, List<AnnualTable> actual) {
    AnnualView {
        says = List.copyOf(says);
        plan = List.copyOf(plan);
        actual = List.copyOf(actual);
    }

    static AnnualView of(AgainstActual compared, Language language) {
        AnnualView planned = of(compared.plan(), language);
        return new AnnualView(planned.covers, says(compared, language), planned.plan, actual(compared, language));
    }

    /** One that nobody has frozen yet: there is nothing to hold it against. */
    static AnnualView of(AnnualPlan plan, Language language) {
        var cells = new AnnualCells(language);
        var tables = new PlanTables(plan, language);
        String covers = Words.in(language)
                .say(
                        "annual.covers",
                        plan.months().size(),
                        cells.month(plan.first()),
                        cells.month(plan.last()),
                        new Figures(language).date(plan.asOf()));
        return new AnnualView(covers, kinds(plan, language), List.of(tables.operating(), tables.families()), List.of());
    }

    private static List<AnnualTable> actual(AgainstActual compared, Language language) {
        if (!compared.isAnyCompared()) {
            return List.of();
        }
        var tables = new ActualTables(compared, language);
        return List.of(tables.figures(), tables.causes(), tables.families());
    }

    /** That some months are no plan. */
    private static List<String> kinds(AnnualPlan plan, Language language) {
        Words words = Words.in(language);
        var cells = new AnnualCells(language);
        var says = new ArrayList<String>();
        for (AnnualMonth.Kind kind : AnnualMonth.Kind.values()) {
            List<YearMonth> months = plan.months().stream()
                    .filter(month -> month.kind() == kind)
                    .map(AnnualMonth::month)
                    .toList();
            if (kind != AnnualMonth.Kind.PLANNED && !months.isEmpty()) {
                says.add(words.say("annual.says." + kind.code(), cells.months(months)));
            }
        }
        return says;
    }

    private static List<String> says(AgainstActual compared, Language language) {
        Words words = Words.in(language);
        var figures = new Figures(language);
        var says = new ArrayList<>(kinds(compared.plan(), language));
        if (compared.isAnyCompared()) {
            says.add(words.say(
                    "annual.says.compared",
                    compared.months().stream()
                            .filter(m -> m.state() == State.COMPARED)
                            .count(),
                    figures.date(compared.asOf()),
                    percent(compared.deviationPercent(Amounts::revenue), figures),
                    percent(compared.deviationPercent(Amounts::cost), figures),
                    percent(compared.naivePercent(Amounts::revenue), figures),
                    percent(compared.naivePercent(Amounts::cost), figures)));
            says.add(words.say(
                    "annual.says.wape",
                    percent(compared.wapePercent(), figures),
                    percent(compared.naiveWapePercent(), figures)));
        } else {
            says.add(words.say("annual.says.none", figures.date(compared.asOf())));
        }
        missing(compared, language).ifPresent(says::add);
        return says;
    }

    private static java.util.Optional<String> missing(AgainstActual compared, Language language) {
        var cells = new AnnualCells(language);
        String months = compared.months().stream()
                .filter(month -> month.state() == State.NO_RECORDS)
                .map(MonthCompared::month)
                .map(cells::month)
                .collect(Collectors.joining(language.choose("、", ", ")));
        return months.isEmpty()
                ? java.util.Optional.empty()
                : java.util.Optional.of(Words.in(language).say("annual.says.noRecords", months));
    }

    private static String percent(OptionalDouble percent, Figures figures) {
        return percent.isEmpty() ? Figures.MISSING : figures.percent(percent.getAsDouble());
    }

    /** All tables, for files. */
    List<AnnualTable> all() {
        var all = new ArrayList<>(plan);
        all.addAll(actual);
        return all;
    }
}
