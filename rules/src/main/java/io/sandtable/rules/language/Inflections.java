package io.sandtable.rules.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The spellings an English entry of {@code english.txt} stands for: forms of a verb, short negations, hyphens. */
final class Inflections {
    private static final String VERB_MARK = "~";
    private static final Pattern VERB = Pattern.compile("([a-z-]+)" + VERB_MARK);
    private static final Pattern NEGATED =
            Pattern.compile("\\b(do|does|did|is|are|was|were|has|have|had|need|should|could|would|must) not\\b");
    private static final Pattern ONE_SHORT_VOWEL = Pattern.compile("[^aeiou]*[aeiou][^aeiouwxy]");
    private static final Map<String, String> SHORT =
            Map.of("will not", "won't", "can not", "can't", "cannot", "can't", "shall not", "shan't");

    /** Base → past and participle. */
    private final Map<String, List<String>> irregular = new HashMap<>();

    /**
     * @param irregular "rise rose risen|fall fell fallen"
     */
    Inflections(String irregular) {
        for (String verb : irregular.split("\\|")) {
            String[] parts = verb.strip().split(" ");
            this.irregular.put(parts[0], List.of(parts).subList(1, parts.length));
        }
    }

    /** Every spelling of an entry. */
    Set<String> of(String entry) {
        var spellings = new LinkedHashSet<String>();
        for (String form : verbForms(entry)) {
            spellings.add(form);
            spellings.add(shortened(form));
            String[] words = form.split(" ");
            if (words.length == 2) {
                spellings.add(words[0] + "-" + words[1]);
            }
        }
        return spellings;
    }

    private List<String> verbForms(String entry) {
        Matcher verb = VERB.matcher(entry);
        return verb.find()
                ? forms(verb.group(1)).stream()
                        .map(form -> entry.replace(verb.group(), form))
                        .toList()
                : List.of(entry);
    }

    /** ship, ships, shipping, shipped. */
    private List<String> forms(String base) {
        var forms = new ArrayList<String>();
        forms.add(base);
        forms.add(thirdPerson(base));
        forms.add((base.endsWith("e") && !base.endsWith("ee") ? withoutLast(base) : doubled(base)) + "ing");
        forms.addAll(irregular.getOrDefault(base, List.of(past(base))));
        return forms;
    }

    private static String thirdPerson(String base) {
        if (endsInConsonantAndY(base)) {
            return withoutLast(base) + "ies";
        }
        return base.matches(".*(s|x|z|ch|sh|o)") ? base + "es" : base + "s";
    }

    private static String past(String base) {
        if (endsInConsonantAndY(base)) {
            return withoutLast(base) + "ied";
        }
        return (base.endsWith("e") ? withoutLast(base) : doubled(base)) + "ed";
    }

    /** A short verb doubles its last consonant: drop, dropping. */
    private static String doubled(String base) {
        return ONE_SHORT_VOWEL.matcher(base).matches() ? base + base.charAt(base.length() - 1) : base;
    }

    private static boolean endsInConsonantAndY(String base) {
        return base.matches(".*[^aeiou]y");
    }

    private static String withoutLast(String word) {
        return word.substring(0, word.length() - 1);
    }

    private static String shortened(String form) {
        String shorter = NEGATED.matcher(form).replaceAll("$1n't");
        for (Map.Entry<String, String> negation : SHORT.entrySet()) {
            shorter = shorter.replace(negation.getKey(), negation.getValue());
        }
        return shorter;
    }
}
