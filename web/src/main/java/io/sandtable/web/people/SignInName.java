package io.sandtable.web.people;

import io.sandtable.web.api.Refusal;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** The form of sign-in names: one spelling for what looks the same. */
final class SignInName {
    private static final Pattern VALID = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{1,39}");

    private SignInName() {}

    /** The spelling we store and look for, whatever was typed. */
    static String normal(String typed) {
        return Normalizer.normalize(typed.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    /** The same for a new person. */
    static String valid(String typed) {
        String name = normal(typed);
        if (!VALID.matcher(name).matches()) {
            throw Refusal.badInput("SIGN_IN_NAME", typed);
        }
        return name;
    }
}
