package io.sandtable.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class WordsTest {
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    @Test
    void bothLanguages_haveTheSameKeysAndPlaces() throws IOException {
        Properties zh = load("/messages_zh_CN.properties");
        Properties en = load("/messages_en.properties");

        assertThat(en.keySet()).isEqualTo(zh.keySet());
        zh.stringPropertyNames()
                .forEach(key -> assertThat(places(en.getProperty(key))).as(key).isEqualTo(places(zh.getProperty(key))));
    }

    @Test
    void english_holdsNoChineseCharacter() throws IOException {
        Properties en = load("/messages_en.properties");

        assertThat(en.values()).noneMatch(v -> v.toString().codePoints().anyMatch(c -> c >= 0x4E00 && c <= 0x9FFF));
    }

    private static java.util.SortedSet<String> places(String text) {
        var places = new java.util.TreeSet<String>();
        Matcher matcher = PLACE.matcher(text);
        while (matcher.find()) {
            places.add(matcher.group());
        }
        return places;
    }

    private static Properties load(String name) throws IOException {
        var properties = new Properties();
        try (var in = new InputStreamReader(
                Objects.requireNonNull(WordsTest.class.getResourceAsStream(name)), StandardCharsets.UTF_8)) {
            properties.load(in);
        }
        return properties;
    }
}
