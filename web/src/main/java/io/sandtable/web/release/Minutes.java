package io.sandtable.web.release;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** A moment as messages say it. */
final class Minutes {
    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    private Minutes() {}

    static String of(Instant moment) {
        return FORMAT.format(moment);
    }
}
