package io.sandtable.model.alignment;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What two specifications have in common and where they contradict.
 *
 * @param agreed numbers both name
 * @param letters Latin words and prefixes of models that both name beside a Chinese name
 * @param missing numbers or letters that only one names, where the other is silent
 * @param conflict what each says that the other does not, a contradiction; empty where there is none
 */
record SpecLikeness(List<Atom> agreed, List<String> letters, List<String> missing, List<String> conflict) {
    static SpecLikeness of(Reading a, Reading b) {
        Leftovers<Atom> numbers = Leftovers.of(a.atoms(), b.atoms(), Atom::agrees);
        Leftovers<String> letters = Leftovers.of(a.letters(), b.letters(), NameLikeness::typo);
        boolean sameRun = Gluing.makes(a.tokens(), b.tokens()) || Gluing.makes(b.tokens(), a.tokens());
        var agreed = new ArrayList<>(a.atoms());
        if (!sameRun) {
            numbers.left().forEach(agreed::remove);
        }
        List<String> conflict = conflict(a, b, sameRun ? null : numbers, sameRun ? null : letters);
        var missing = new ArrayList<String>();
        if (!sameRun && conflict.isEmpty()) {
            numbers.left().forEach(atom -> missing.add(atom.toString()));
            numbers.right().forEach(atom -> missing.add(atom.toString()));
            lonelyLetters(a, b, letters).forEach(missing::add);
        }
        return new SpecLikeness(List.copyOf(agreed), sharedLetters(a, b, letters), List.copyOf(missing), conflict);
    }

    private static List<String> conflict(
            Reading a,
            Reading b,
            @org.jspecify.annotations.Nullable Leftovers<Atom> numbers,
            @org.jspecify.annotations.Nullable Leftovers<String> letters) {
        if (numbers != null && numbers.onBothSides()) {
            return List.of(join(numbers.left()), join(numbers.right()));
        }
        if (letters != null && letters.onBothSides() && !translated(a, b)) {
            return List.of(String.join(" ", letters.left()), String.join(" ", letters.right()));
        }
        for (var group : a.exclusive().entrySet()) {
            Set<String> other = b.exclusive().get(group.getKey());
            if (other != null && group.getValue().stream().noneMatch(other::contains)) {
                return List.of(String.join(" ", group.getValue()), String.join(" ", other));
            }
        }
        return List.of();
    }

    /** Where one has letters only and the other Chinese, their letters name the thing in another language. */
    private static boolean translated(Reading a, Reading b) {
        return a.han().isEmpty() != b.han().isEmpty();
    }

    /** Letters that one has beside Chinese names; where one has letters only, they are its name. */
    private static List<String> lonelyLetters(Reading a, Reading b, Leftovers<String> letters) {
        if (a.han().isEmpty() || b.han().isEmpty()) {
            return List.of();
        }
        var only = new ArrayList<>(letters.left());
        only.addAll(letters.right());
        return only;
    }

    private static List<String> sharedLetters(Reading a, Reading b, Leftovers<String> letters) {
        var shared = new ArrayList<>(a.letters());
        letters.left().forEach(shared::remove);
        return a.han().isEmpty() || b.han().isEmpty() ? List.of() : List.copyOf(shared);
    }

    private static String join(List<Atom> atoms) {
        return String.join(" ", atoms.stream().map(Atom::toString).toList());
    }
}
