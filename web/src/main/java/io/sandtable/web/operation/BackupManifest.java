package io.sandtable.web.operation;

import java.time.Instant;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a backup holds.
 *
 * @param format of the backup itself
 * @param version of the Sandtable that wrote it
 * @param files all of them, in the order of the archive
 */
record BackupManifest(int format, String version, Instant createdAt, List<Entry> files) {
    static final int FORMAT = 1;
    static final String NAME = "manifest.json";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * @param path below the home, with {@code /}
     * @param bytes its size
     * @param sha256 lower-case hex
     * @param ownerOnly whether only the owner may read it, as keys and passwords are kept
     */
    record Entry(String path, long bytes, String sha256, boolean ownerOnly) {}

    BackupManifest {
        files = List.copyOf(files);
    }

    byte[] write() {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this);
    }

    static BackupManifest read(byte[] json) {
        try {
            return JSON.readValue(json, BackupManifest.class);
        } catch (JacksonException e) {
            throw new BackupRefused(
                    "%s in the backup cannot be read (%s). The backup is damaged; take an earlier one."
                            .formatted(NAME, e.getOriginalMessage()),
                    e);
        }
    }
}
