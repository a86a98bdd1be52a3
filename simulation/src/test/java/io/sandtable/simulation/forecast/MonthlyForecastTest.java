package io.sandtable.simulation.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MonthlyForecastTest {
    private static final double[] YEAR = {0.7, 0.8, 1, 1.1, 1.2, 1.2, 1.1, 1, 1, 1, 1, 0.9};

    @Test
    void seasonsAndTrend_areFoundWhereThereIsNoNoise() {
        double[] values = IntStream.range(0, 36)
                .mapToDouble(i -> (100 + i) * YEAR[(i + 3) % 12])
                .toArray();

        MonthlyForecast forecast = MonthlyForecast.of(values, 4);

        // half of the trend is believed, and damped: a growing series is forecast a little low, never high
        assertThat(forecast.ahead(1) / YEAR[3]).isBetween(131.0, 136.0);
        assertThat(forecast.ahead(6) / YEAR[8]).isBetween(133.0, 141.0);
    }

    @Test
    void lessThanAYearAndAHalf_saysNothingAboutSeasons() {
        double[] values = IntStream.range(0, 17).mapToDouble(i -> 50).toArray();

        assertThat(SeasonFactors.of(values, 1)).isEqualTo(SeasonFactors.NONE);
        assertThat(MonthlyForecast.of(values, 1).ahead(3)).isCloseTo(50, within(1e-9));
    }

    @Test
    void nothingAsked_isForecastAsNothing() {
        assertThat(MonthlyForecast.of(new double[30], 1).ahead(1)).isZero();
        assertThat(MonthlyForecast.of(new double[0], 1).ahead(1)).isZero();
    }

    @Test
    void theMonthItself_isNoForecast() {
        assertThatThrownBy(() -> MonthlyForecast.of(new double[3], 1).ahead(0)).hasMessageContaining("Month 0");
    }

    @Test
    void orderLead_isTheShareOfQuantityByDays() {
        var lead = new OrderLead();
        assertThat(lead.share(0)).isOne();
        lead.learn(14, 30);
        lead.learn(20, 10);
        lead.learn(-3, 10);

        assertThat(lead.share(14)).isEqualTo(0.6);
        assertThat(lead.share(0)).isEqualTo(0.2);
        assertThat(lead.share(15)).isZero();
        assertThat(lead.longest()).isEqualTo(20);
    }

    @Test
    void oneOddMonth_doesNotBendTheTrend() {
        double[] values = IntStream.range(0, 24).mapToDouble(i -> 100 + i).toArray();
        values[0] = 20;

        assertThat(Trend.of(values).perMonth()).isCloseTo(1, within(1e-9));
    }

    /** Real series, 617 of them: the mean symmetric error over all horizons must be below that of carrying the last value on. */
    @Test
    void monthlySeriesOfM1_areForecastBetterThanNaively() throws IOException {
        Path file = Path.of(System.getProperty("sandtable.shared", "../../shared"), "data", "forecast", "m1.csv");
        assumeThat(Files.exists(file))
                .as("SKIPPED: no third-party data at %s; point -Dsandtable.shared at it", file)
                .isTrue();
        double ours = 0;
        double naive = 0;
        int series = 0;
        for (String line : Files.readAllLines(file).stream().skip(1).toList()) {
            String[] cells = line.split(",");
            if (cells[1].equals("MONTHLY")) {
                double[] train = numbers(cells[7]);
                double[] test = numbers(cells[8]);
                MonthlyForecast forecast = MonthlyForecast.of(train, Integer.parseInt(cells[4]));
                ours += error(test, i -> forecast.ahead(i + 1));
                naive += error(test, i -> train[train.length - 1]);
                series++;
            }
        }

        assertThat(series).isEqualTo(617);
        assertThat(ours / series).isLessThan(0.8 * naive / series);
    }

    private static double error(double[] test, IntToDoubleFunction forecast) {
        return IntStream.range(0, test.length)
                .mapToDouble(i -> {
                    double sum = Math.abs(test[i]) + Math.abs(forecast.applyAsDouble(i));
                    return sum == 0 ? 0 : 200 * Math.abs(test[i] - forecast.applyAsDouble(i)) / sum;
                })
                .average()
                .orElseThrow();
    }

    private static double[] numbers(String text) {
        return Arrays.stream(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }
}
