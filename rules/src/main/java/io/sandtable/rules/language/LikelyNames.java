package io.sandtable.rules.language;

import io.sandtable.rules.Named;
import io.sandtable.rules.Names;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a sentence may be about: the names it mentions, then those that look most like parts of it. */
final class LikelyNames {
    static final int MOST = 50;

    /** Share of a name's character pairs that the sentence has to have. */
    private static final double LEAST_LIKENESS = 0.5;

    private final Names names;
    private final NameIndex index;
    private final Optional<String> context;

    LikelyNames(Names names, NameIndex index, Optional<String> context) {
        this.names = names;
        this.index = index;
        this.context = context;
    }

    List<Named> of(String sentence) {
        NormalText text = NormalText.of(sentence);
        var ids = new LinkedHashSet<String>();
        context.ifPresent(ids::add);
        for (int start = 0; start < text.length(); start++) {
            for (Token token : index.at(text, start)) {
                token.valueAs(NameIndex.Mention.class).meanings().forEach(m -> ids.addAll(m.ids()));
            }
        }
        return Stream.concat(ids.stream().flatMap(id -> names.find(id).stream()), near(text))
                .distinct()
                .limit(MOST)
                .toList();
    }

    private Stream<Named> near(NormalText text) {
        Set<String> pairs = new HashSet<>();
        for (int i = 0; i + 2 <= text.length(); i++) {
            pairs.add(text.text().substring(i, i + 2));
        }
        record Near(Named named, double likeness) {}
        return names.list().stream()
                .map(named -> new Near(named, likeness(named, pairs)))
                .filter(near -> near.likeness() >= LEAST_LIKENESS)
                .sorted(Comparator.comparingDouble(Near::likeness)
                        .reversed()
                        .thenComparing(near -> near.named().id()))
                .map(Near::named);
    }

    private static double likeness(Named named, Set<String> pairs) {
        return Stream.concat(Stream.of(named.name(), named.nameEn()), named.aliases().stream())
                .filter(Objects::nonNull)
                .mapToDouble(name -> likeness(NormalText.of(name).text(), pairs))
                .max()
                .orElse(0);
    }

    private static double likeness(String name, Set<String> pairs) {
        long shared = 0;
        for (int i = 0; i + 2 <= name.length(); i++) {
            shared += pairs.contains(name.substring(i, i + 2)) ? 1 : 0;
        }
        return name.length() < 2 ? 0 : (double) shared / (name.length() - 1);
    }
}
