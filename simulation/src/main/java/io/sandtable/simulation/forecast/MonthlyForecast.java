package io.sandtable.simulation.forecast;

/**
 * A small seasonal forecast: values without seasons lie about a straight trend; how far above or below it they have been lately is smoothed exponentially, and
 * half of the trend goes on, damped. Formulas: classical decomposition with ratios of sums; simple exponential smoothing;
 * damping of Gardner and McKenzie (1985).
 */
public final class MonthlyForecast {
    /** How much the last month counts in the level. */
    private static final double SMOOTHING = 0.2;

    /** How much of the trend is believed: two or three years overstate it as often as not. */
    private static final double BELIEVED = 0.5;

    /** How much of each month's trend is left in the next. */
    private static final double DAMPING = 0.95;

    private final Trend trend;
    private final SeasonFactors seasons;
    private final int months;
    private final int firstMonth;
    private final double level;

    private MonthlyForecast(Trend trend, SeasonFactors seasons, int months, int firstMonth, double level) {
        this.trend = trend;
        this.seasons = seasons;
        this.months = months;
        this.firstMonth = firstMonth;
        this.level = level;
    }

    /** Learns from one series alone. */
    public static MonthlyForecast of(double[] values, int firstMonth) {
        return of(values, firstMonth, SeasonFactors.of(values, firstMonth));
    }

    /**
     * Learns from a series whose seasons are known from a larger whole, such as a product's from its family's: a single product is too noisy to tell.
     *
     * @param values by month, oldest first, none negative
     * @param firstMonth calendar month of the first value, 1 to 12
     */
    public static MonthlyForecast of(double[] values, int firstMonth, SeasonFactors seasons) {
        double[] plain = seasons.without(values, firstMonth);
        Trend trend = Trend.of(plain).times(BELIEVED, plain.length);
        double level = 1;
        for (int i = 0; i < plain.length; i++) {
            double usual = trend.at(i);
            level += usual > 0 ? SMOOTHING * (plain[i] / usual - level) : 0;
        }
        return new MonthlyForecast(trend, seasons, values.length, firstMonth, level);
    }

    /** The value expected in a month after the last one known, 1 being the next. */
    public double ahead(int month) {
        if (month < 1) {
            throw new IllegalArgumentException(
                    "Month %d ahead was asked for; 1 is the first after the last one known.".formatted(month));
        }
        double further = DAMPING * (1 - Math.pow(DAMPING, month)) / (1 - DAMPING);
        double usual = trend.at(months - 1 + further);
        return usual * level * seasons.of((firstMonth - 1 + months - 1 + month) % 12 + 1);
    }
}
