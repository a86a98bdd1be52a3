package io.sandtable.web.imports;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Files that somebody has sent to be imported.
 *
 * @param id such as U-3f9a2c71
 * @param by who sent them
 * @param names as the sender calls them
 * @param company short name that the person wants; null takes the data's own
 * @param title of the company, where we write the package's head; null where the files have one
 * @param asOf the day that the data speaks of; null takes the data's own
 * @param headMade whether {@code datapackage.json} was written by us, because the tables came without one
 * @param mapping what a person has said of its columns, as a mapping in its folder; null where nobody has
 * @param result of the finished import, as the contract has it; null before
 */
public record Upload(
        String id,
        String by,
        Instant at,
        List<String> names,
        @Nullable String company,
        @Nullable String title,
        @Nullable LocalDate asOf,
        boolean headMade,
        @Nullable String mapping,
        @Nullable ObjectNode result) {
    public Upload {
        names = List.copyOf(names);
    }

    Upload with(@Nullable String otherCompany, @Nullable String otherTitle, @Nullable LocalDate day) {
        return new Upload(id, by, at, names, otherCompany, otherTitle, day, headMade, mapping, result);
    }

    Upload mapped(String file) {
        return new Upload(id, by, at, names, company, title, asOf, headMade, file, result);
    }

    Upload done(ObjectNode json) {
        return new Upload(id, by, at, names, company, title, asOf, headMade, mapping, json);
    }
}
