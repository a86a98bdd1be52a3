package io.sandtable.audit.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;

/** Where evidence lies: a folder, or the files inside a report. */
interface EvidenceFiles {
    /** Throws {@link NoSuchFileException} where there is no such file. */
    byte[] read(String name) throws IOException;

    boolean has(String name);

    static EvidenceFiles in(Path folder) {
        return new EvidenceFiles() {
            @Override
            public byte[] read(String name) throws IOException {
                return Files.readAllBytes(folder.resolve(name));
            }

            @Override
            public boolean has(String name) {
                return Files.exists(folder.resolve(name));
            }

            @Override
            public String toString() {
                return folder.toString();
            }
        };
    }

    static EvidenceFiles in(String where, Map<String, byte[]> files) {
        return new EvidenceFiles() {
            @Override
            public byte[] read(String name) throws NoSuchFileException {
                if (!files.containsKey(name)) {
                    throw new NoSuchFileException(name);
                }
                return files.get(name);
            }

            @Override
            public boolean has(String name) {
                return files.containsKey(name);
            }

            @Override
            public String toString() {
                return where;
            }
        };
    }
}
