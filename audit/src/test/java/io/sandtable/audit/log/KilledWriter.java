package io.sandtable.audit.log;

import io.sandtable.audit.testing.Records;
import io.sandtable.audit.tlog.Origin;
import java.nio.file.Path;

/** A program that appends until somebody kills it and prints each index once it has been acknowledged. */
final class KilledWriter {
    private KilledWriter() {}

    public static void main(String[] args) {
        try (DecisionLog log = DecisionLog.open(Path.of(args[0]), new Origin(args[1]))) {
            for (int i = (int) log.size(); ; i++) {
                System.out.println(log.append(Records.record(i)).index());
            }
        }
    }
}
