package io.sandtable.web.ask;

import io.sandtable.simulation.scenario.Intervention;
import io.sandtable.web.Language;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks.
 *
 * @param company short name of the company it is about
 * @param sentences in the person's own words, one understanding each
 * @param ruleIds for each sentence the id of the rule book's rule that it is, empty where it is said for this question alone
 * @param interventions what was decided by hand about single steps of orders
 * @param asOf the day it is asked for; null takes the day the company's data speaks of
 * @param seed of the search
 */
public record Question(
        String company,
        List<String> sentences,
        List<String> ruleIds,
        List<Intervention> interventions,
        @Nullable LocalDate asOf,
        Language language,
        long seed) {
    public Question {
        sentences = List.copyOf(sentences);
        ruleIds = List.copyOf(ruleIds);
        interventions = List.copyOf(interventions);
        if (sentences.isEmpty()) {
            throw new IllegalArgumentException(
                    "A question had no sentence; say at least one, such as 'next quarter's orders grow 10 %'.");
        }
        if (ruleIds.size() != sentences.size()) {
            throw new IllegalArgumentException("%d sentences came with %d rule ids; give one each, empty for none."
                    .formatted(sentences.size(), ruleIds.size()));
        }
    }

    /** A question without rules of the rule book and without decisions by hand. */
    public Question(String company, List<String> sentences, @Nullable LocalDate asOf, Language language, long seed) {
        this(company, sentences, sentences.stream().map(s -> "").toList(), List.of(), asOf, language, seed);
    }

    /** The same with the sentences in these places alone. */
    Question only(int... places) {
        return new Question(
                company,
                Arrays.stream(places).mapToObj(sentences::get).toList(),
                Arrays.stream(places).mapToObj(ruleIds::get).toList(),
                interventions,
                asOf,
                language,
                seed);
    }

    /** What is asked, as one line; the rule book's rules stand beside it. */
    public String text() {
        return String.join(
                "；",
                IntStream.range(0, sentences.size())
                        .filter(i -> ruleIds.get(i).isEmpty())
                        .mapToObj(sentences::get)
                        .toList());
    }
}
