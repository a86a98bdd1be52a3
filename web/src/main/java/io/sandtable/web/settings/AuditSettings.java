package io.sandtable.web.settings;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The decision log, and how its checkpoints leave the house.
 *
 * @param origin the log's public name; it stands in every checkpoint and must not change
 * @param witnessKey public key of the witness that cosigns, {@code name+keyId+base64}; null has none
 * @param witnessFolder that log and witness both reach; null uses none
 * @param witnessUrl submission prefix of a witness in the manner of C2SP tlog-witness; null uses none
 * @param timestampUrl of a time-stamping authority (RFC 3161); null uses none
 * @param timestampCertificate of that authority, PEM or DER
 */
@ConfigurationProperties("sandtable.audit")
public record AuditSettings(
        @DefaultValue("sandtable.local/decisions") String origin,
        @Nullable String witnessKey,
        @Nullable Path witnessFolder,
        @Nullable URI witnessUrl,
        @Nullable URI timestampUrl,
        @Nullable Path timestampCertificate) {
    public AuditSettings {
        if (witnessKey == null && (witnessFolder != null || witnessUrl != null)) {
            throw new IllegalArgumentException(
                    "sandtable.audit had a witness but no witness-key; without it nobody could tell its signature from another. Ask the witness for its key line and set sandtable.audit.witness-key.");
        }
        if (timestampUrl != null && timestampCertificate == null) {
            throw new IllegalArgumentException(
                    "sandtable.audit had timestamp-url %s but no timestamp-certificate; a stamp has to be checked against it. Set sandtable.audit.timestamp-certificate to the authority's certificate."
                            .formatted(timestampUrl));
        }
    }
}
