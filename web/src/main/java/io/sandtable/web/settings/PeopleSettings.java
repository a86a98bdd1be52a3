package io.sandtable.web.settings;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often a wrong password may be tried.
 *
 * @param failuresPerName wrong passwords for one name within the window, after which the name is locked
 * @param failuresPerAddress the same for one network address, whatever the names; everybody behind a proxy shares one
 * @param failureWindow how long a failure counts
 * @param lockTime how long a lock lasts
 */
@ConfigurationProperties("sandtable.people")
public record PeopleSettings(
        @DefaultValue("5") int failuresPerName,
        @DefaultValue("100") int failuresPerAddress,
        @DefaultValue("15m") Duration failureWindow,
        @DefaultValue("15m") Duration lockTime) {}
