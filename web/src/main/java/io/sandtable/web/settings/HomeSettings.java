package io.sandtable.web.settings;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Where all state lives: graphs, archive, log, keys, fonts. */
@ConfigurationProperties("sandtable")
public record HomeSettings(@DefaultValue("${user.home}/.sandtable") Path home) {}
