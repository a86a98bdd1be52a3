package io.sandtable.web.company;

import io.sandtable.model.Origin;
import java.time.LocalDate;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a loaded company is called and the day its data speaks of.
 *
 * @param name short name, also of its folder
 * @param origin of its own data; demo figures are marked wherever they are shown
 */
public record CompanyCard(String name, String zh, String en, Origin origin, LocalDate asOf) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static CompanyCard read(String json) {
        return JSON.readValue(json, CompanyCard.class);
    }

    String write() {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this);
    }

    /** Its title in a language. */
    public String title(boolean chinese) {
        return chinese ? zh : en;
    }
}
