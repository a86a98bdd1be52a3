package io.sandtable.rules;

import io.sandtable.model.calendar.HolidayCalendar;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The small company the sentences of these tests speak of, seen from Saturday 2026-11-21. */
final class Company {
    static final LocalDate AS_OF = LocalDate.of(2026, 11, 21);

    private Company() {}

    static Names names() {
        return Names.parse(resource("entities.json"));
    }

    static Reader reader() {
        return new Reader(names(), AS_OF, HolidayCalendar.china());
    }

    static Reader readerSeeing(String contextId) {
        return new Reader(names(), AS_OF, HolidayCalendar.china(), Optional.of(contextId));
    }

    /** The lines of a table, comments left out, cut at tabs. */
    static List<String[]> table(String name) {
        return resource(name)
                .lines()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .map(line -> line.split("\t"))
                .toList();
    }

    static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(Company.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The test resource %s cannot be read; build again.".formatted(name), e);
        }
    }
}
