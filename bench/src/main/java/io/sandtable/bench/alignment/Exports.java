package io.sandtable.bench.alignment;

import io.sandtable.model.NodeType;
import io.sandtable.model.alignment.Described;
import io.sandtable.model.alignment.Pair;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * The books' export and the warehouse's of one invented company: other codes, other names, other units, slips.
 *
 * @param things of both
 * @param same the truth: which are the same
 * @param lookAlikes pairs that look alike and must not be taken for one
 */
record Exports(List<Described> things, Set<Pair> same, Set<Pair> lookAlikes) {
    private static final String BOOKS = "EVI-books";
    private static final String WAREHOUSE = "EVI-warehouse";

    /** Made anew from the seed: so many articles that both list, and so many look-alikes of which each lists the other one. */
    static Exports of(long seed, int articles, int lookAlikes) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        var script = new Script(random);
        List<Trades.Twins> twins = Trades.twins(articles + lookAlikes, random);
        for (int i = 0; i < twins.size(); i++) {
            Trades.Twins two = twins.get(i);
            if (i < articles) {
                String book = script.book(two.article(), i);
                script.same.add(Pair.of(book, script.store(two.article(), i)));
            } else {
                String book = script.book(two.article(), i);
                script.lookAlikes.add(Pair.of(book, script.store(two.lookAlike(), i)));
            }
        }
        return new Exports(List.copyOf(script.things), script.same, script.lookAlikes);
    }

    private static final class Script {
        private final RandomGenerator random;
        private final List<Described> things = new ArrayList<>();
        private final Set<Pair> same = new HashSet<>();
        private final Set<Pair> lookAlikes = new HashSet<>();

        private Script(RandomGenerator random) {
            this.random = random;
        }

        private String book(Article article, int number) {
            Article.Named named =
                    article.formal().get(random.nextInt(article.formal().size()));
            String code = "01.%02d.%04d".formatted(number % 17, 1000 + number);
            return add(
                    BOOKS,
                    code,
                    named.name(),
                    named.specification(),
                    article.units().getFirst(),
                    article.price());
        }

        private String store(Article article, int number) {
            String name = article.casual().get(random.nextInt(article.casual().size()));
            double price = article.price() * article.worth() * (0.93 + 0.14 * random.nextDouble());
            boolean priced = random.nextInt(3) > 0;
            return add(
                    WAREHOUSE,
                    "WL-%05d".formatted(20000 + random.nextInt(70000)) + number,
                    Slips.in(name, random),
                    "",
                    article.units().getLast(),
                    priced ? price : Described.NO_PRICE);
        }

        private String add(String source, String code, String name, String specification, String unit, double price) {
            String id = "MAT-" + code;
            things.add(new Described(id, NodeType.MATERIAL, source, code, List.of(name), specification, unit, price));
            return id;
        }
    }
}
