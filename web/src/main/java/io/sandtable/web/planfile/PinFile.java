package io.sandtable.web.planfile;

import io.sandtable.simulation.scenario.Intervention;
import io.sandtable.simulation.scenario.InterventionCompiler;
import io.sandtable.simulation.scenario.Places;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.PlanningProblem.Demand;
import io.sandtable.simulation.scenario.PlanningProblem.Step;
import io.sandtable.simulation.scenario.PlanningProblem.Subcontract;
import io.sandtable.web.ask.InterventionJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Decisions by hand as somebody writes them into a file, by the names that a plan file has; ids do as well. */
public final class PinFile {
    private final PlanningProblem problem;
    private final Labels labels;
    private final Places places;

    private PinFile(PlanningProblem problem) {
        this.problem = problem;
        this.labels = new Labels(problem);
        this.places = Places.of(problem);
    }

    /**
     * Reads an array of {@code {"kind", "order", "operation", "lot", "place", "tool", "start", "quantity", "reason"}}.
     *
     * @throws IllegalArgumentException where it is none
     */
    public static List<Intervention> read(Path file, ModelFile model) {
        JsonNode json = json(file);
        if (!json.isArray()) {
            throw new IllegalArgumentException(
                    "%s holds no list of decisions; write [{\"kind\": \"pin\", \"order\": …, \"operation\": …, \"reason\": …}]."
                            .formatted(file));
        }
        var names = new PinFile(model.problem());
        var all = new ArrayList<Intervention>();
        for (JsonNode row : json) {
            all.add(names.intervention(row));
        }
        return all;
    }

    private static JsonNode json(Path file) {
        try {
            return JsonMapper.shared().readTree(Files.readString(file));
        } catch (JacksonException e) {
            throw new IllegalArgumentException(
                    "%s is not JSON (line %d: %s); write a list of decisions."
                            .formatted(file, e.getLocation().getLineNr(), e.getOriginalMessage()),
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "%s could not be read (%s); check the path and its rights.".formatted(file, e.getMessage()), e);
        }
    }

    private Intervention intervention(JsonNode row) {
        String order = row.path("order").asString("");
        Optional<Demand> demand = problem.demands().stream()
                .filter(d ->
                        d.id().equals(order) || labels.orders().of(d.index()).equals(order))
                .findFirst();
        String operation = row.path("operation").asString("");
        Optional<Step> step = demand.stream()
                .flatMap(d -> InterventionCompiler.stepsOf(problem, d.item()).stream()
                        .filter(s -> s.process().equals(operation) || s.name().equals(operation)))
                .findFirst();
        return InterventionJson.withId(new Intervention(
                "",
                InterventionJson.kind(row.path("kind").asString("")),
                demand.map(Demand::id).orElse(order),
                step.map(Step::process).orElse(operation),
                row.path("lot").asInt(0),
                place(row.path("place").asString(""), step),
                tool(row.path("tool").asString("")),
                start(row.path("start").asString("")),
                row.path("quantity").asDouble(0),
                row.path("reason").asString(""),
                null));
    }

    private @Nullable String place(String name, Optional<Step> step) {
        int machines = problem.machines().size()
                + (int) problem.investments().stream()
                        .filter(i -> i.machine() >= 0)
                        .count();
        for (int m = 0; m < machines; m++) {
            if (labels.machines().of(m).equals(name)) {
                return places.machine(m);
            }
        }
        return step.stream()
                .flatMap(s -> s.subcontracts().stream())
                .filter(s -> s.supplierName().equals(name))
                .map(Subcontract::supplier)
                .findFirst()
                .orElse(name.isEmpty() ? null : name);
    }

    private @Nullable String tool(String name) {
        for (PlanningProblem.Tool tool : problem.tools()) {
            if (labels.tools().of(tool.index()).equals(name)) {
                return places.tool(tool.index());
            }
        }
        return name.isEmpty() ? null : name;
    }

    private static @Nullable LocalDateTime start(String text) {
        try {
            return text.isEmpty() ? null : LocalDateTime.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "A decision was to begin at '%s'; write date and time such as 2026-12-01T08:00.".formatted(text),
                    e);
        }
    }
}
