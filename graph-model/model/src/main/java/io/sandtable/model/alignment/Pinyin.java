package io.sandtable.model.alignment;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.sourceforge.pinyin4j.PinyinHelper;
import org.jspecify.annotations.Nullable;

/** How characters are read, tones left out: people type by sound, and take the wrong word of the right sound. */
public final class Pinyin {
    private static final ConcurrentHashMap<Character, Set<String>> READINGS = new ConcurrentHashMap<>();

    private Pinyin() {}

    /** All readings of a character; none of what is not Chinese. */
    public static Set<String> readings(char c) {
        return READINGS.computeIfAbsent(c, Pinyin::look);
    }

    private static Set<String> look(char c) {
        String @Nullable [] found = PinyinHelper.toHanyuPinyinStringArray(c);
        return found == null
                ? Set.of()
                : Arrays.stream(found)
                        .map(reading -> reading.replaceAll("[0-9]", "").replace("u:", "v"))
                        .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether two characters can be read alike. */
    static boolean soundAlike(char a, char b) {
        Set<String> other = readings(b);
        for (String reading : readings(a)) {
            if (other.contains(reading)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the letters are the first letters of the text's readings, or the readings in full. */
    static boolean spells(String letters, String text) {
        return letters.length() >= 3 && (isInitials(letters, text) || reads(letters.toLowerCase(Locale.ROOT), text, 0));
    }

    /**
     * Whether the letters are what somebody types who looks for the text, beginning at any of its characters: of each character the whole
     * reading or its first letter, of the last one as far as she has come. 「zhouch」 and 「zc」 find 进口轴承.
     */
    public static boolean finds(String letters, String text) {
        String typed = letters.toLowerCase(Locale.ROOT);
        return typed.length() >= 2
                && typed.chars().allMatch(c -> c >= 'a' && c <= 'z')
                && IntStream.range(0, text.length())
                        .anyMatch(at -> !readings(text.charAt(at)).isEmpty() && begins(typed, text, at));
    }

    private static boolean begins(String letters, String text, int at) {
        if (letters.isEmpty()) {
            return true;
        }
        if (at == text.length()) {
            return false;
        }
        return readings(text.charAt(at)).stream()
                .anyMatch(reading -> reading.startsWith(letters)
                        || letters.startsWith(reading) && begins(letters.substring(reading.length()), text, at + 1)
                        || letters.charAt(0) == reading.charAt(0) && begins(letters.substring(1), text, at + 1));
    }

    private static boolean isInitials(String letters, String text) {
        if (letters.length() != text.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char letter = Character.toLowerCase(letters.charAt(i));
            if (readings(text.charAt(i)).stream().noneMatch(r -> r.charAt(0) == letter)) {
                return false;
            }
        }
        return true;
    }

    private static boolean reads(String letters, String text, int at) {
        if (at == text.length()) {
            return letters.isEmpty();
        }
        return readings(text.charAt(at)).stream()
                .anyMatch(r -> letters.startsWith(r) && reads(letters.substring(r.length()), text, at + 1));
    }
}
