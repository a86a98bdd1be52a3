package io.sandtable.web.settings;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The decision log.
 *
 * @param origin the log's public name; it stands in every checkpoint and must not change
 */
@ConfigurationProperties("sandtable.audit")
public record AuditSettings(
        @DefaultValue("sandtable.local/decisions") String origin) {}
