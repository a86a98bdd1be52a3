package io.sandtable.web.people;

import io.sandtable.web.Language;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * A person as the page of people lists her.
 *
 * @param self whether it is the reader
 * @param lastSignIn day and minute, or {@code --}
 */
record PersonRow(Person person, boolean self, String lastSignIn) {
    static PersonRow of(Person person, Person reader, ZoneId zone, Language language) {
        return new PersonRow(person, person.name().equals(reader.name()), minute(person.lastSignIn(), zone, language));
    }

    private static String minute(@org.jspecify.annotations.Nullable Instant instant, ZoneId zone, Language language) {
        return instant == null
                ? "--"
                : DateTimeFormatter.ofPattern(
                                language.choose("yyyy-MM-dd HH:mm", "d MMM yyyy HH:mm"), language.locale())
                        .format(instant.atZone(zone));
    }
}
