package io.sandtable.web.settings;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Runs of questions in the service.
 *
 * @param waiting runs that may wait beside the one under way; one more is refused
 * @param answersInMemory answers with all their postings that are kept ready; others are read from their file
 */
@ConfigurationProperties("sandtable.run")
public record RunSettings(
        @DefaultValue("8") int waiting, @DefaultValue("4") int answersInMemory) {}
