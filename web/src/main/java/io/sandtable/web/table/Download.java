package io.sandtable.web.table;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/** What an answer says before a file follows. */
public final class Download {
    private Download() {}

    /** An Excel workbook of that name. */
    public static void workbook(HttpServletResponse response, String name) {
        begin(response, name, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    }

    /** A CSV of that name. */
    public static void csv(HttpServletResponse response, String name) {
        begin(response, name, "text/csv;charset=UTF-8");
    }

    private static void begin(HttpServletResponse response, String name, String type) {
        response.setContentType(type);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name).build().toString());
    }
}
