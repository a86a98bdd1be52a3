package io.sandtable.datasets;

import java.nio.file.Path;

/**
 * An original that facts were read from, for the archive.
 *
 * @param name path inside the source with {@code /}
 * @param path where its bytes are now
 * @param sha256 lower-case hex over the bytes as they were read
 * @param size in bytes
 */
public record SourceFile(String name, Path path, String sha256, long size) {}
