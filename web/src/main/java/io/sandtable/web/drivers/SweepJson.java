package io.sandtable.web.drivers;

import io.sandtable.simulation.risk.Copula;
import io.sandtable.simulation.risk.Distribution;
import io.sandtable.simulation.risk.Distribution.Beta;
import io.sandtable.simulation.risk.Distribution.Empirical;
import io.sandtable.simulation.risk.Distribution.LogNormal;
import io.sandtable.simulation.risk.Distribution.Normal;
import io.sandtable.simulation.risk.Distribution.Triangular;
import io.sandtable.simulation.risk.Distribution.Uniform;
import io.sandtable.simulation.risk.Input;
import io.sandtable.simulation.scenario.Dimension;
import io.sandtable.simulation.sensitivity.Mode;
import io.sandtable.simulation.sensitivity.Range;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The inputs of a sweep as records and answers carry them, and read again. */
final class SweepJson {
    private SweepJson() {}

    /** All that a run depends on. */
    static ObjectNode run(long seed, int runs, Mode mode, List<Input> inputs, Copula copula) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("seed", Long.toString(seed)).put("runs", runs).put("mode", mode.id());
        ArrayNode all = json.putArray("inputs");
        inputs.forEach(input -> all.add(input(input)));
        if (!copula.equals(Copula.independent(inputs.size()))) {
            ArrayNode rows = json.putArray("correlation");
            copula.correlation().forEach(row -> row.forEach(rows.addArray()::add));
        }
        return json;
    }

    static ObjectNode input(Input input) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("dimension", input.dimension().id());
        ArrayNode scope = json.putArray("scope");
        new TreeSet<>(input.scope()).forEach(scope::add);
        json.put("basis", basis(input.basis())).put("values", input.values());
        json.set("distribution", distribution(input.distribution()));
        return json;
    }

    static String basis(Range.Basis basis) {
        return basis.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static ObjectNode distribution(Distribution distribution) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("kind", distribution.kind());
        switch (distribution) {
            case Uniform u -> json.put("low", u.low()).put("high", u.high());
            case Triangular t -> json.put("low", t.low()).put("mode", t.mode()).put("high", t.high());
            case Normal n -> json.put("mean", n.mean()).put("deviation", n.deviation());
            case LogNormal l -> json.put("mu", l.mu()).put("sigma", l.sigma()).put("floor", l.floor());
            case Beta b ->
                json.put("alpha", b.alpha())
                        .put("beta", b.beta())
                        .put("low", b.low())
                        .put("high", b.high());
            case Empirical e -> e.values().forEach(json.putArray("of")::add);
        }
        return json;
    }

    static Mode mode(JsonNode run) {
        String id = run.get("mode").asString();
        return Arrays.stream(Mode.values())
                .filter(mode -> mode.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "The record says mode '%s'; plan-fixed or re-plan are known.".formatted(id)));
    }

    static List<Input> inputs(JsonNode run) {
        var inputs = new ArrayList<Input>();
        for (JsonNode json : run.get("inputs")) {
            Set<String> scope = new HashSet<>();
            json.get("scope").forEach(id -> scope.add(id.asString()));
            String basis = json.get("basis").asString().toUpperCase(Locale.ROOT).replace('-', '_');
            inputs.add(new Input(
                    Dimension.withId(json.get("dimension").asString()),
                    scope,
                    distribution(json.get("distribution")),
                    Range.Basis.valueOf(basis),
                    json.get("values").asInt()));
        }
        return inputs;
    }

    static Copula copula(JsonNode run) {
        if (!run.has("correlation")) {
            return Copula.independent(run.get("inputs").size());
        }
        List<List<Double>> rows = new ArrayList<>();
        for (JsonNode row : run.get("correlation")) {
            rows.add(doubles(row));
        }
        return new Copula(rows);
    }

    private static Distribution distribution(JsonNode json) {
        String kind = json.get("kind").asString();
        return switch (kind) {
            case "uniform" -> new Uniform(number(json, "low"), number(json, "high"));
            case "triangular" -> new Triangular(number(json, "low"), number(json, "mode"), number(json, "high"));
            case "normal" -> new Normal(number(json, "mean"), number(json, "deviation"));
            case "lognormal" -> new LogNormal(number(json, "mu"), number(json, "sigma"), number(json, "floor"));
            case "beta" ->
                new Beta(number(json, "alpha"), number(json, "beta"), number(json, "low"), number(json, "high"));
            case "empirical" -> new Empirical(doubles(json.get("of")));
            default ->
                throw new IllegalArgumentException(
                        "The record draws an input from '%s', which this version does not know. Use the version of the record."
                                .formatted(kind));
        };
    }

    private static double number(JsonNode json, String field) {
        return json.get(field).asDouble();
    }

    private static List<Double> doubles(JsonNode array) {
        var values = new ArrayList<Double>();
        array.forEach(value -> values.add(value.asDouble()));
        return values;
    }
}
