package io.sandtable.web.people;

import io.sandtable.web.api.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a password has to be like, and passwords that we make ourselves. */
final class PasswordRules {
    static final int SHORTEST = 10;
    /** bcrypt looks at no more; a longer one would be cut without a word. */
    static final int LONGEST_BYTES = 72;

    private static final int DISTINCT = 5;
    /** Without signs that look like another one. */
    private static final String READABLE = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int GROUPS = 5;
    private static final int GROUP_LENGTH = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    private PasswordRules() {}

    /** A password that nobody has chosen, 99 bits of chance in groups of four that can be read out. */
    static String random() {
        return IntStream.range(0, GROUPS).mapToObj(i -> group()).collect(Collectors.joining("-"));
    }

    private static String group() {
        return RANDOM.ints(GROUP_LENGTH, 0, READABLE.length())
                .mapToObj(i -> READABLE.substring(i, i + 1))
                .collect(Collectors.joining());
    }

    /** Refuses what is too easy to guess for this person. */
    static void check(Person person, String password) {
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            throw Refusal.badInput("PASSWORD_SHORT", SHORTEST);
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES) {
            throw Refusal.badInput("PASSWORD_LONG", LONGEST_BYTES);
        }
        if (password.equalsIgnoreCase(person.name()) || password.equalsIgnoreCase(person.displayName())) {
            throw Refusal.badInput("PASSWORD_IS_NAME");
        }
        if (password.codePoints().distinct().count() < DISTINCT) {
            throw Refusal.badInput("PASSWORD_SIMPLE", DISTINCT);
        }
    }
}
