package io.sandtable.store;

import java.nio.file.Path;
import java.util.Map;

/** A second JVM for {@link GraphServerIT}: opens the graph, writes one node and waits for its end. */
final class ServiceToBeKilled {
    static final String TEXT = "written before the kill";

    private ServiceToBeKilled() {}

    public static void main(String[] arguments) throws InterruptedException {
        var source = new GraphSource.OwnServer(Path.of(arguments[0]), GraphServerSettings.of(Path.of(arguments[1])));
        try (var connection = GraphConnection.open(source)) {
            connection.write(tx -> tx.run("CREATE (:Scratch {text: $text})", Map.of("text", TEXT))
                    .consume());
            System.out.println("WRITTEN " + connection.serverPid().orElseThrow());
            Thread.sleep(600_000);
        }
    }
}
