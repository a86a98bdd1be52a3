package io.sandtable.web.settings;

import io.sandtable.store.GraphServerSettings;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Our own graph server.
 *
 * @param serverJar the executable jar; the launcher sets it
 */
@ConfigurationProperties("sandtable.store")
public record StoreSettings(
        @DefaultValue("graph-model/server/target/sandtable-graph-server.jar") Path serverJar,
        @DefaultValue("1024") int heapMegabytes,
        @DefaultValue("64") int pageCacheMegabytes,
        @DefaultValue("2m") Duration startTimeout,
        @DefaultValue("30s") Duration stopTimeout) {
    /** The same as the store takes it. */
    public GraphServerSettings server() {
        return new GraphServerSettings(serverJar, heapMegabytes, pageCacheMegabytes, startTimeout, stopTimeout);
    }
}
