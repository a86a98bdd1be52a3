package io.sandtable.audit.report;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A report's content as JSON, for programs and for comparing two reports. */
public final class JsonReport {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private JsonReport() {}

    public static byte[] render(ReportDocument report) {
        return JSON.writeValueAsBytes(report);
    }

    /** Reads what {@link #render} wrote. */
    public static ReportDocument read(byte[] json) {
        return JSON.readValue(json, ReportDocument.class);
    }
}
