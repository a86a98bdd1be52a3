package io.sandtable.bench.alignment;

import io.sandtable.model.NodeType;
import io.sandtable.model.alignment.Described;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Two long lists, to see how the time grows; the few trades of {@link Trades} would run out of articles. */
final class LargeLists {
    private static final List<String> NOUNS =
            List.of("轴承", "支架", "垫片", "衬套", "齿轮", "法兰", "接头", "导轨", "滑块", "端盖", "壳体", "弹簧");
    private static final List<String> KINDS = List.of("加长", "精密", "重载", "耐热", "防尘", "双列", "加厚", "薄壁");

    private LargeLists() {}

    static List<Described> of(long seed, int size) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        var things = new ArrayList<Described>();
        for (int i = 0; i < size; i++) {
            String kind = KINDS.get(random.nextInt(KINDS.size()));
            String noun = NOUNS.get(random.nextInt(NOUNS.size()));
            String model = "%c%d-%d".formatted('A' + random.nextInt(26), 100 + random.nextInt(900), random.nextInt(90));
            String size2 = "%d×%d".formatted(10 + random.nextInt(190), 5 + random.nextInt(95));
            double price = 1 + random.nextInt(9000) / 10.0;
            things.add(thing("EVI-a", "A%06d".formatted(i), kind + noun, model + " " + size2, price));
            things.add(
                    thing("EVI-b", "K-" + (900_000 - 7 * i), model + noun + size2.replace('×', '*') + kind, "", price));
        }
        return things;
    }

    private static Described thing(String source, String code, String name, String specification, double price) {
        return new Described("MAT-" + code, NodeType.MATERIAL, source, code, List.of(name), specification, "个", price);
    }
}
