package io.sandtable.datasets.history;

import io.sandtable.datasets.history.Trade.Buyer;
import io.sandtable.datasets.history.Trade.Product;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** The customers: each uses up what it bought, by season, trend and chance, and orders anew every so many days what it has used. */
final class Market {
    private static final double DAYS_OF_MONTH = 365.25 / 12;
    /** How much of a month's shock of the whole market is left in the next. */
    private static final double LASTING = 0.6;
    /** Of the weights of buyers, the share that a product's buyers differ by. */
    private static final double TASTE = 0.4;

    /** One product at one buyer. */
    private static final class Stream {
        private final Product product;
        private final Buyer buyer;
        private final double share;
        private double used;
        private double mood = 1;
        private LocalDate nextOrder;

        private Stream(Product product, Buyer buyer, double share, LocalDate nextOrder) {
            this.product = product;
            this.buyer = buyer;
            this.share = share;
            this.nextOrder = nextOrder;
        }
    }

    /** What a customer asks for. */
    record Wanted(Product product, Buyer buyer, double quantity, LocalDate due) {}

    private final Trade trade;
    private final LocalDate first;
    private final RandomGenerator dice;
    private final List<Stream> streams = new ArrayList<>();
    private double shock;

    Market(Trade trade, Chance chance, LocalDate first) {
        this.trade = trade;
        this.first = first;
        this.dice = chance.of("market");
        for (Product product : trade.products()) {
            double[] weights = trade.buyers().stream()
                    .mapToDouble(b -> b.weight() * (1 + TASTE * (2 * dice.nextDouble() - 1)))
                    .toArray();
            double all = java.util.Arrays.stream(weights).sum();
            for (int i = 0; i < weights.length; i++) {
                Buyer buyer = trade.buyers().get(i);
                streams.add(
                        new Stream(product, buyer, weights[i] / all, first.plusDays(dice.nextInt(buyer.cadence()))));
            }
        }
    }

    /** What is ordered on a day; nobody orders on a day that is not worked. */
    List<Wanted> on(LocalDate day) {
        if (day.getDayOfMonth() == 1) {
            shock = LASTING * shock + dice.nextGaussian() * trade.marketPercent() / 100;
            streams.forEach(stream -> stream.mood = Chance.factor(dice, trade.streamPercent()));
        }
        var wanted = new ArrayList<Wanted>();
        for (Stream stream : streams) {
            stream.used += need(stream, day);
            if (!day.isBefore(stream.nextOrder) && WorkDays.isWorked(day)) {
                order(stream, day, wanted);
            }
        }
        return wanted;
    }

    private double need(Stream stream, LocalDate day) {
        Product product = stream.product;
        double years = ChronoUnit.DAYS.between(first, day) / 365.25;
        double angle = 2 * Math.PI * (day.getDayOfYear() / 365.25 - (product.peakMonth() - 0.5) / 12);
        return product.monthly()
                / DAYS_OF_MONTH
                * stream.share
                * Math.pow(1 + product.growth() / 100, years)
                * (1 + product.swing() * Math.cos(angle))
                * (1 + shock)
                * stream.mood
                * WorkDays.need(day);
    }

    private void order(Stream stream, LocalDate day, List<Wanted> wanted) {
        double multiple = stream.product.multiple();
        double quantity = Math.round(stream.used / multiple) * multiple;
        int cadence = stream.buyer.cadence();
        stream.nextOrder = day.plusDays(Math.max(2, Math.round(cadence * (0.75 + 0.5 * dice.nextDouble()))));
        int lead = dice.nextInt(stream.buyer.leadFrom(), stream.buyer.leadTo() + 1);
        if (quantity > 0) {
            stream.used -= quantity;
            wanted.add(new Wanted(stream.product, stream.buyer, quantity, day.plusDays(lead)));
        }
    }
}
