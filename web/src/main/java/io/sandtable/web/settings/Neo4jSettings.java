package io.sandtable.web.settings;

import io.sandtable.store.GraphSource;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** A Neo4j that somebody else runs; absent, our own server is started. The keys are Spring's own. */
@ConfigurationProperties("spring.neo4j")
public record Neo4jSettings(@Nullable URI uri, @DefaultValue Authentication authentication) {
    /** Who we are to that server. */
    public record Authentication(
            @DefaultValue("neo4j") String username,
            @DefaultValue("") String password) {}

    /** The external server, if one is set. */
    public Optional<GraphSource> external() {
        return Optional.ofNullable(uri)
                .map(u -> new GraphSource.ExternalServer(u, authentication.username(), authentication.password()));
    }
}
