package io.sandtable.bench;

import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The figures of one benchmark with what they were measured on; printed as Markdown, so that they can be put on the page as they are. */
record Result(String bench, String commit, String machine, List<Figure> figures) {
    private static final double THOUSANDS_FROM = 1000;

    Result {
        figures = List.copyOf(figures);
    }

    boolean met() {
        return figures.stream().allMatch(Figure::met);
    }

    String json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("bench", bench).put("commit", commit).put("machine", machine);
        ArrayNode array = json.putArray("figures");
        for (Figure figure : figures) {
            ObjectNode one = array.addObject()
                    .put("name", figure.name())
                    .put("value", figure.value())
                    .put("unit", figure.unit());
            if (figure.hasGoal()) {
                one.put("goal", figure.goal()).put("met", figure.met());
            }
            one.put("runs", figure.runs());
        }
        return json.toString();
    }

    String table() {
        var text = new StringBuilder("`%s`, commit %s, %s%n%n".formatted(bench, commit, machine));
        text.append("| figure | median | unit | goal | met | runs |\n|---|--:|---|--:|---|--:|\n");
        for (Figure f : figures) {
            text.append(String.format(
                    Locale.ROOT,
                    "| %s | %s | %s | %s | %s | %d |%n",
                    f.name(),
                    said(f.value()),
                    f.unit(),
                    f.hasGoal() ? f.goal() : "–",
                    f.hasGoal() ? (f.met() ? "yes" : "**no**") : "–",
                    f.runs()));
        }
        return text.toString();
    }

    private static String said(double value) {
        return Math.abs(value) < THOUSANDS_FROM ? Figure.said(value) : String.format(Locale.ROOT, "%,.0f", value);
    }
}
