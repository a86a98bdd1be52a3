package io.sandtable.datasets;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A proposal as a mapping that a person can check line by line: each with how sure it is and why. */
public final class ProposalYaml {
    private static final Pattern DAY =
            Pattern.compile("20\\d{2}[-_.年]?(0[1-9]|1[0-2])([-_.月]?(0[1-9]|[12]\\d|3[01])日?)?(?!\\d)");

    /** What an interface answers with may be saved under any name. */
    private static final String ANSWERS = "**.json*#**";

    private final ProposalWords words;
    private final StringBuilder out = new StringBuilder();

    private ProposalYaml(Locale locale) {
        this.words = new ProposalWords(locale);
    }

    /** @param name what the mapping and its source are to be called */
    public static String of(Proposal proposal, String name, Locale locale) {
        var yaml = new ProposalYaml(locale);
        yaml.write(proposal, name);
        return yaml.out.toString();
    }

    private void write(Proposal proposal, String name) {
        comment("", words.say("head"));
        line("name: " + quoted(name));
        line("like: erp");
        line("optional: " + flow(proposal.missing()));
        line("files:");
        for (Proposal.Table table : proposal.tables()) {
            if (table.as().isEmpty()) {
                comment(
                        "  ",
                        table.described()
                                ? words.say("unknown.described", table.file())
                                : words.say("unknown", table.file(), table.rows()));
            } else {
                table(table, glob(table.file(), proposal));
            }
        }
        line("ignored: "
                + flow(proposal.tables().stream()
                        .filter(table -> table.as().isEmpty())
                        .map(Proposal.Table::file)
                        .filter(file -> file.indexOf('#') < 0)
                        .toList()));
    }

    private void table(Proposal.Table table, String glob) {
        if (table.described()) {
            comment("  ", words.say("described", table.file(), percent(table.confidence())));
            line("  - file: " + quoted(ANSWERS));
            line("    has: " + flow(table.knownBy()));
        } else {
            comment("  ", words.say("table", table.rows(), percent(table.confidence())));
            line("  - file: " + quoted(glob));
        }
        line("    as: " + flow(table.as()));
        line("    columns:");
        for (Proposal.Column column : table.columns()) {
            column.meaning()
                    .ifPresent(meaning -> line("      %s: %s  # %s %%, %s"
                            .formatted(
                                    quoted(meaning),
                                    quoted(column.name()),
                                    percent(column.confidence()),
                                    oneLine(words.why(column.reason())))));
        }
        for (Proposal.Column column : table.columns()) {
            if (column.meaning().isEmpty()) {
                comment(
                        "      ",
                        column.samples().isEmpty()
                                ? words.say("unused.bare", column.name(), words.why(column.reason()))
                                : words.say(
                                        "unused",
                                        column.name(),
                                        words.why(column.reason()),
                                        String.join(", ", column.samples())));
            }
        }
    }

    private static String percent(double share) {
        return Long.toString(Math.round(100 * share));
    }

    /** The next export is often called after another day; where that would fit two files each is called by its whole name. */
    private static String glob(String file, Proposal proposal) {
        String anyDay = DAY.matcher(escaped(file)).replaceAll("*");
        var matcher = FileSystems.getDefault().getPathMatcher("glob:" + anyDay);
        long alike = proposal.tables().stream()
                .filter(table -> matcher.matches(Path.of(table.file())))
                .count();
        return alike == 1 ? anyDay : escaped(file);
    }

    /** A name is a glob there: what means something in one stands for itself. */
    private static String escaped(String file) {
        return file.replaceAll("([\\\\*?\\[\\]{}])", "\\\\$1");
    }

    private static String flow(List<String> texts) {
        return texts.stream().map(ProposalYaml::quoted).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String quoted(String text) {
        return '"'
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replaceAll("[\\p{Cntrl}\\u0080-\\u009F\\u2028\\u2029]", " ")
                + '"';
    }

    private void comment(String indent, String text) {
        text.lines()
                .forEach(one -> line(indent + "# " + one.replaceAll("[\\p{Cntrl}\\u0080-\\u009F\\u2028\\u2029]", " ")));
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u0080-\\u009F\\u2028\\u2029]", " ");
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
