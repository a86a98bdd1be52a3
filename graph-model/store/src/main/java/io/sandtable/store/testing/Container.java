package io.sandtable.store.testing;

import io.sandtable.store.GraphSource;
import java.net.URI;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.neo4j.Neo4jContainer;

/** A class of its own, so that Testcontainers is looked for only where it is present. */
final class Container {
    private static final String IMAGE = "neo4j:2026.08.1-community";

    private Container() {}

    static boolean dockerPresent() {
        return DockerClientFactory.instance().isDockerAvailable();
    }

    /** Runs until the JVM ends, when Testcontainers removes it. */
    @SuppressWarnings("resource")
    static GraphSource.ExternalServer start() {
        var container = new Neo4jContainer(IMAGE);
        container.start();
        return new GraphSource.ExternalServer(
                URI.create(container.getBoltUrl()), "neo4j", container.getAdminPassword());
    }
}
