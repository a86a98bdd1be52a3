package io.sandtable.simulation.risk;

import java.util.List;
import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;

/** How an uncertain number may come out. Functions are those of {@link StrictMath}, so that samples are the same on every machine. */
public sealed interface Distribution {
    /** The value that is not exceeded with probability {@code p}, 0 &lt; p &lt; 1. */
    double quantile(double p);

    double mean();

    /** Standard deviation. */
    double deviation();

    /** Probability of {@code x} or less. */
    double cumulative(double x);

    /** Logarithm of the density, minus infinity where nothing falls; of an empirical one that of a share. */
    double logDensity(double x);

    /** Its name in records: uniform, triangular, normal, lognormal, beta, empirical. */
    String kind();

    /** Every value between two ends alike. */
    record Uniform(double low, double high) implements Distribution {
        public Uniform {
            Ends.check("uniform", low, high);
        }

        @Override
        public double quantile(double p) {
            return low + p * (high - low);
        }

        @Override
        public double mean() {
            return low + (high - low) / 2;
        }

        @Override
        public double deviation() {
            return (high - low) / StrictMath.sqrt(12);
        }

        @Override
        public double cumulative(double x) {
            return Math.clamp((x - low) / (high - low), 0, 1);
        }

        @Override
        public double logDensity(double x) {
            return x < low || x > high ? Double.NEGATIVE_INFINITY : -StrictMath.log(high - low);
        }

        @Override
        public String kind() {
            return "uniform";
        }
    }

    /** Most likely at the mode, falling in straight lines to both ends. */
    record Triangular(double low, double mode, double high) implements Distribution {
        public Triangular {
            Ends.check("triangular", low, high);
            if (!(low <= mode && mode <= high)) {
                throw new IllegalArgumentException(
                        "The mode of a triangle was %s; it must lie between %s and %s.".formatted(mode, low, high));
            }
        }

        @Override
        public double quantile(double p) {
            double below = (mode - low) / (high - low);
            return p < below
                    ? low + StrictMath.sqrt(p * (high - low) * (mode - low))
                    : high - StrictMath.sqrt((1 - p) * (high - low) * (high - mode));
        }

        @Override
        public double mean() {
            return (low + mode + high) / 3;
        }

        @Override
        public double deviation() {
            double a = mode - low;
            double b = high - mode;
            return StrictMath.sqrt((a * a + b * b + a * b) / 18);
        }

        @Override
        public double cumulative(double x) {
            if (x <= low || x >= high) {
                return x <= low ? 0 : 1;
            }
            return x < mode
                    ? (x - low) * (x - low) / (high - low) / (mode - low)
                    : 1 - (high - x) * (high - x) / (high - low) / (high - mode);
        }

        @Override
        public double logDensity(double x) {
            if (x < low || x > high) {
                return Double.NEGATIVE_INFINITY;
            }
            double height = x < mode ? (x - low) / (mode - low) : x > mode ? (high - x) / (high - mode) : 1;
            return StrictMath.log(2 * height / (high - low));
        }

        @Override
        public String kind() {
            return "triangular";
        }
    }

    /** Gauss's bell. */
    record Normal(double mean, double deviation) implements Distribution {
        /** The bell around 0 with deviation 1. */
        static final Normal STANDARD = new Normal(0, 1);

        private static final NormalDistribution BELL = new NormalDistribution(null, 0, 1);
        private static final double LOG_ROOT_OF_TWO_PI = StrictMath.log(2 * Math.PI) / 2;

        public Normal {
            Ends.finite("normal", mean);
            Ends.positive("normal", deviation);
        }

        @Override
        public double quantile(double p) {
            return mean + deviation * BELL.inverseCumulativeProbability(p);
        }

        @Override
        public double cumulative(double x) {
            return BELL.cumulativeProbability((x - mean) / deviation);
        }

        @Override
        public double logDensity(double x) {
            double z = (x - mean) / deviation;
            return -z * z / 2 - LOG_ROOT_OF_TWO_PI - StrictMath.log(deviation);
        }

        @Override
        public String kind() {
            return "normal";
        }
    }

    /**
     * What is normal in its logarithm, above a floor: prices, lead times; with a floor of −100 a change in percent whose factor is lognormal.
     *
     * @param mu mean and {@code sigma} deviation of the logarithm of what lies above the floor
     */
    record LogNormal(double mu, double sigma, double floor) implements Distribution {
        public LogNormal {
            Ends.finite("lognormal", mu);
            Ends.finite("lognormal", floor);
            Ends.positive("lognormal", sigma);
        }

        @Override
        public double quantile(double p) {
            return floor + StrictMath.exp(mu + sigma * Normal.STANDARD.quantile(p));
        }

        @Override
        public double mean() {
            return floor + StrictMath.exp(mu + sigma * sigma / 2);
        }

        @Override
        public double deviation() {
            return StrictMath.exp(mu + sigma * sigma / 2) * StrictMath.sqrt(StrictMath.expm1(sigma * sigma));
        }

        @Override
        public double cumulative(double x) {
            return x <= floor ? 0 : Normal.STANDARD.cumulative((StrictMath.log(x - floor) - mu) / sigma);
        }

        @Override
        public double logDensity(double x) {
            if (x <= floor) {
                return Double.NEGATIVE_INFINITY;
            }
            double log = StrictMath.log(x - floor);
            return Normal.STANDARD.logDensity((log - mu) / sigma) - log - StrictMath.log(sigma);
        }

        @Override
        public String kind() {
            return "lognormal";
        }
    }

    /** Between two ends, of many shapes: shares such as yields, and an expert's lowest, likeliest and highest. */
    record Beta(double alpha, double beta, double low, double high) implements Distribution {
        public Beta {
            Ends.check("beta", low, high);
            Ends.positive("beta", alpha);
            Ends.positive("beta", beta);
        }

        /** PERT: the mode counts four times as much as each end (Malcolm and others 1959). */
        public static Beta pert(double low, double mode, double high) {
            var checked = new Triangular(low, mode, high);
            double width = high - low;
            return new Beta(1 + 4 * (checked.mode - low) / width, 1 + 4 * (high - checked.mode) / width, low, high);
        }

        @Override
        public double quantile(double p) {
            return low + (high - low) * unit().inverseCumulativeProbability(p);
        }

        @Override
        public double mean() {
            return low + (high - low) * alpha / (alpha + beta);
        }

        @Override
        public double deviation() {
            double sum = alpha + beta;
            return (high - low) / sum * StrictMath.sqrt(alpha * beta / (sum + 1));
        }

        @Override
        public double cumulative(double x) {
            return unit().cumulativeProbability(Math.clamp((x - low) / (high - low), 0, 1));
        }

        @Override
        public double logDensity(double x) {
            return x <= low || x >= high
                    ? Double.NEGATIVE_INFINITY
                    : unit().logDensity((x - low) / (high - low)) - StrictMath.log(high - low);
        }

        private BetaDistribution unit() {
            return new BetaDistribution(null, alpha, beta);
        }

        @Override
        public String kind() {
            return "beta";
        }
    }

    /**
     * The values seen, each as likely as it was often.
     *
     * @param values in any order, with ties
     */
    record Empirical(List<Double> values) implements Distribution {
        public Empirical {
            values = values.stream().sorted().toList();
            if (values.isEmpty()) {
                throw new IllegalArgumentException("An empirical distribution had no value; give at least one.");
            }
            values.forEach(value -> Ends.finite("empirical", value));
        }

        /** The smallest value that a share of at least {@code p} does not exceed. */
        @Override
        public double quantile(double p) {
            return values.get(Math.clamp((int) Math.ceil(p * values.size()) - 1, 0, values.size() - 1));
        }

        @Override
        public double mean() {
            return values.stream().mapToDouble(v -> v).sum() / values.size();
        }

        @Override
        public double deviation() {
            double mean = mean();
            double squares =
                    values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
            return StrictMath.sqrt(squares / values.size());
        }

        @Override
        public double cumulative(double x) {
            return (double) values.stream().filter(v -> v <= x).count() / values.size();
        }

        @Override
        public double logDensity(double x) {
            double same = values.stream().filter(v -> v == x).count();
            return StrictMath.log(same / values.size());
        }

        @Override
        public String kind() {
            return "empirical";
        }
    }
}
