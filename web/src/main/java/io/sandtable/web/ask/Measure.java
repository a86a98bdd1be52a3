package io.sandtable.web.ask;

import io.sandtable.model.Money;
import io.sandtable.web.Figures;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** A value that plans are compared by: how it is read, and how far it lies from another. */
public sealed interface Measure {
    Measure NONE = new Missing();

    /** As a card says it, with its unit. */
    String brief(Figures figures);

    /** As a table says it whose header names the unit. */
    String full(Figures figures);

    /** How it differs from the baseline's, in words; null where there is nothing to compare. */
    @Nullable
    String difference(Measure base, Figures figures);

    /** Where it stands in a sorted table; what is missing comes last. */
    double place();

    /**
     * Money.
     *
     * @param dashWhenZero whether nothing is written as missing, as with capital that is not spent
     */
    record Amount(Money money, boolean dashWhenZero) implements Measure {
        private boolean isMissing() {
            return dashWhenZero && money.minor() == 0;
        }

        @Override
        public String brief(Figures figures) {
            return isMissing() ? Figures.MISSING : figures.shortMoney(money);
        }

        @Override
        public String full(Figures figures) {
            return isMissing() ? Figures.MISSING : figures.yuan(money);
        }

        @Override
        public @Nullable String difference(Measure base, Figures figures) {
            return base instanceof Amount other ? figures.moneyDifference(money.minus(other.money)) : null;
        }

        @Override
        public double place() {
            return money.minor();
        }
    }

    /** Percent. */
    record Percent(double value) implements Measure {
        @Override
        public String brief(Figures figures) {
            return figures.percent(value);
        }

        @Override
        public String full(Figures figures) {
            return figures.fixed(value, 1);
        }

        @Override
        public @Nullable String difference(Measure base, Figures figures) {
            return base instanceof Percent other ? figures.pointDifference(value - other.value) : null;
        }

        @Override
        public double place() {
            return value;
        }
    }

    /** A whole number of things. */
    record Count(long value) implements Measure {
        @Override
        public String brief(Figures figures) {
            return figures.number(value);
        }

        @Override
        public String full(Figures figures) {
            return figures.number(value);
        }

        @Override
        public @Nullable String difference(Measure base, Figures figures) {
            return base instanceof Count other ? figures.countDifference(value - other.value) : null;
        }

        @Override
        public double place() {
            return value;
        }
    }

    /** A number with one decimal, its unit beside its name. */
    record Quantity(double value) implements Measure {
        @Override
        public String brief(Figures figures) {
            return figures.fixed(value, 1);
        }

        @Override
        public String full(Figures figures) {
            return figures.fixed(value, 1);
        }

        @Override
        public @Nullable String difference(Measure base, Figures figures) {
            return base instanceof Quantity other ? figures.quantityDifference(value - other.value) : null;
        }

        @Override
        public double place() {
            return value;
        }
    }

    /** There is no such value, as there is no rate of return where nothing is bought. */
    record Missing() implements Measure {
        @Override
        public String brief(Figures figures) {
            return Figures.MISSING;
        }

        @Override
        public String full(Figures figures) {
            return Figures.MISSING;
        }

        @Override
        public @Nullable String difference(Measure base, Figures figures) {
            return null;
        }

        @Override
        public double place() {
            return Double.NaN;
        }
    }

    /** A day. */
    record Day(LocalDate day) implements Measure {
        @Override
        public String brief(Figures figures) {
            return figures.date(day);
        }

        @Override
        public String full(Figures figures) {
            return figures.date(day);
        }

        @Override
        public @Nullable String difference(Measure base, Figures figures) {
            return base instanceof Day other
                    ? figures.dayDifference(Math.toIntExact(ChronoUnit.DAYS.between(other.day, day)))
                    : null;
        }

        @Override
        public double place() {
            return day.toEpochDay();
        }
    }
}
