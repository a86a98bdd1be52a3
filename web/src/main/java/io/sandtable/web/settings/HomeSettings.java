package io.sandtable.web.settings;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where all state lives: graphs, archive, log, keys, fonts.
 *
 * @param home the folder; its default stands in application.yaml, because only there {@code ${user.home}} is filled in
 */
@ConfigurationProperties("sandtable")
public record HomeSettings(Path home) {}
