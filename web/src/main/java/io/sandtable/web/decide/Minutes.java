package io.sandtable.web.decide;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** A moment as messages say it. */
public final class Minutes {
    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    private Minutes() {}

    public static String of(Instant moment) {
        return FORMAT.format(moment);
    }
}
