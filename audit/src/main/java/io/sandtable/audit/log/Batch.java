package io.sandtable.audit.log;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What one caller wants logged, and what became of it; settled once, by whoever commits it. */
final class Batch {
    private final List<byte[]> records;
    private volatile @Nullable List<Receipt> receipts;
    private volatile @Nullable RuntimeException refusal;

    Batch(List<byte[]> records) {
        this.records = List.copyOf(records);
    }

    List<byte[]> records() {
        return records;
    }

    void accepted(List<Receipt> receipts) {
        this.receipts = List.copyOf(receipts);
    }

    void refused(RuntimeException refusal) {
        this.refusal = refusal;
    }

    boolean settled() {
        return receipts != null || refusal != null;
    }

    /** Throws where it was refused. */
    List<Receipt> receipts() {
        RuntimeException why = refusal;
        if (why != null) {
            throw why;
        }
        return Objects.requireNonNull(receipts);
    }
}
