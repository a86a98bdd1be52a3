package io.sandtable.web.settings;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How an approved plan becomes orders elsewhere.
 *
 * @param undoWindow how long a release can be taken back; nothing leaves before
 * @param erp kingdee or yonyou: whose column names the files have
 * @param webhook address that is sent every release after its window; none where null
 * @param webhookSecret key of the signature (HMAC-SHA256) of what is sent; required with a webhook
 * @param webhookAttempts tries before it waits for a person
 * @param webhookTimeout of one try
 */
@ConfigurationProperties("sandtable.release")
public record ReleaseSettings(
        @DefaultValue("10m") Duration undoWindow,
        @DefaultValue("kingdee") String erp,
        @Nullable URI webhook,
        @Nullable String webhookSecret,
        @DefaultValue("6") int webhookAttempts,
        @DefaultValue("10s") Duration webhookTimeout) {
    public ReleaseSettings {
        if (undoWindow.isNegative()) {
            throw new IllegalArgumentException(
                    "sandtable.release.undo-window was %s; it must be 0 or more, such as 10m.".formatted(undoWindow));
        }
        if (webhook != null && (webhookSecret == null || webhookSecret.isBlank())) {
            throw new IllegalArgumentException(
                    "sandtable.release.webhook was %s without a secret; set sandtable.release.webhook-secret to the key that the receiver checks the signature with."
                            .formatted(webhook));
        }
        if (webhookAttempts < 1) {
            throw new IllegalArgumentException(
                    "sandtable.release.webhook-attempts was %d; it must be 1 or more.".formatted(webhookAttempts));
        }
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "ReleaseSettings[undoWindow=%s, erp=%s, webhook=%s]".formatted(undoWindow, erp, webhook);
    }
}
