package io.sandtable.rules.wording;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/** One bundle in both languages. */
final class Messages {
    private final Properties zh;
    private final Properties en;

    private Messages(Properties zh, Properties en) {
        this.zh = zh;
        this.en = en;
    }

    static Messages load(String bundle) {
        return new Messages(read(bundle + "_zh.properties"), read(bundle + "_en.properties"));
    }

    String zh(String key, Object... arguments) {
        return new MessageFormat(text(zh, key), Locale.ROOT).format(arguments);
    }

    String en(String key, Object... arguments) {
        return new MessageFormat(text(en, key), Locale.ROOT).format(arguments);
    }

    Set<String> zhKeys() {
        return new TreeSet<>(zh.stringPropertyNames());
    }

    Set<String> enKeys() {
        return new TreeSet<>(en.stringPropertyNames());
    }

    private static String text(Properties bundle, String key) {
        String text = bundle.getProperty(key);
        if (text == null) {
            throw new IllegalStateException("No message is worded for %s; add it to both bundles.".formatted(key));
        }
        return text;
    }

    private static Properties read(String name) {
        try (InputStream in = Messages.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("%s is missing from the rules jar; build it again.".formatted(name));
            }
            var properties = new Properties();
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be read from the rules jar; build it again.".formatted(name), e);
        }
    }
}
