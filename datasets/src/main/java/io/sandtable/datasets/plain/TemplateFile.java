package io.sandtable.datasets.plain;

import io.sandtable.model.Attribute;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One file of the plain template, ready to be filled in: the header line and what its columns mean.
 *
 * @param name as the file must be called, such as {@code Supplier.csv}
 */
public record TemplateFile(String name, String zh, String en, List<Column> columns) {
    /** Spreadsheets take a file for UTF-8 only where it begins with this, and then save it as UTF-8. */
    private static final String MARK = "\uFEFF";

    /**
     * @param unit what a number counts; empty for the rest
     * @param required whether a row without it is refused
     */
    public record Column(String name, String zh, String en, String unit, boolean required) {}

    public TemplateFile {
        columns = List.copyOf(columns);
    }

    /** All of them in the order of the type table. */
    public static List<TemplateFile> all() {
        return Template.all().stream().map(TemplateFile::of).toList();
    }

    /** The one of that name. */
    public static Optional<TemplateFile> named(String name) {
        return all().stream().filter(t -> t.name.equals(name)).findFirst();
    }

    /** What it is a table of, such as {@code Supplier}: its name without the ending, and that of its sheet in a workbook. */
    public String table() {
        return name.substring(0, name.lastIndexOf('.'));
    }

    /** The empty file: a byte-order mark and the header. */
    public String csv() {
        return MARK + columns.stream().map(Column::name).collect(Collectors.joining(",")) + "\r\n";
    }

    private static TemplateFile of(Template template) {
        Stream<Column> keys = template.keys().stream().map(TemplateFile::key);
        Stream<Column> values = template.attributes().stream().map(TemplateFile::value);
        List<Column> columns = Stream.concat(keys, values).toList();
        return switch (template) {
            case Template.Nodes n ->
                new TemplateFile(n.name() + ".csv", n.type().zh(), n.type().en(), columns);
            case Template.Relations r ->
                new TemplateFile(r.name() + ".csv", r.type().zh(), r.type().en(), columns);
        };
    }

    private static Column key(String key) {
        return switch (key) {
            case "id" -> new Column(key, "编号", "unique id", "", true);
            case "from" -> new Column(key, "起点的编号", "id where it begins", "", true);
            case "to" -> new Column(key, "终点的编号", "id where it ends", "", true);
            default -> new Column(key, "变体，同一对之间有多条时区分", "tells apart several between the same two", "", false);
        };
    }

    private static Column value(Attribute a) {
        return new Column(a.name(), a.zh(), a.en(), a.unit(), a.required());
    }
}
