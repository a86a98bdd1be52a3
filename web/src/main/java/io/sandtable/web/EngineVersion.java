package io.sandtable.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version that stands in every record: the same version repeats the same plan from the same seed. */
public final class EngineVersion {
    private EngineVersion() {}

    /** The project's version, as the build wrote it. */
    public static String current() {
        try (InputStream in = EngineVersion.class.getResourceAsStream("/sandtable-version.properties")) {
            var properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException("The version file of this build cannot be read; build again with ./sandtable.", e);
        }
    }
}
