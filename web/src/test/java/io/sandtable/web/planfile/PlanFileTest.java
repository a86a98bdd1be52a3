package io.sandtable.web.planfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.sandtable.simulation.check.Finding;
import io.sandtable.simulation.plan.PlannerSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The example workshop, planned into a file, read back, and tampered with. */
class PlanFileTest {
    private static final Path WORKSHOP = Path.of("..", "docs", "examples", "bracket-workshop");
    private static final PlannerSettings SHORT = new PlannerSettings(1, 200, 1_000, 1, Duration.ofMinutes(5));

    @TempDir
    static Path folder;

    private static PlannedModel planned;
    private static ObjectNode json;

    @BeforeAll
    static void plan() {
        planned = PlannedModel.of(ModelFile.read(WORKSHOP), List.of(1), SHORT, Clock.systemUTC(), p -> {});
        json = document(planned);
    }

    private static ObjectNode document(PlannedModel model) {
        var text = new StringWriter();
        model.write(text);
        return (ObjectNode) JsonMapper.shared().readTree(text.toString());
    }

    private static Path written(ObjectNode document) {
        try {
            return Files.writeString(Files.createTempFile(folder, "plan", ".json"), document.toString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Path changed(Consumer<ObjectNode> change) {
        ObjectNode copy = json.deepCopy();
        change.accept(copy);
        return written(copy);
    }

    private static ObjectNode first(ObjectNode document, String list) {
        return (ObjectNode) document.withArray(list).get(0);
    }

    @Test
    void fileReadBack_isTheSamePlan() {
        assertThat(PlanFileReader.read(
                        planned.model().problem(), JsonMapper.shared().readTree(json.toString())))
                .isEqualTo(planned.plan());
    }

    private static List<com.networknt.schema.Error> errors(ObjectNode document) throws IOException {
        try (InputStream in = Objects.requireNonNull(
                PlanFile.class.getResourceAsStream("plan.schema.json"), "the published schema")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON)
                    .validate(document.toString(), InputFormat.JSON);
        }
    }

    @Test
    void file_isAsThePublishedSchemaSays() throws IOException {
        assertThat(errors(json)).isEmpty();

        ObjectNode without = json.deepCopy();
        first(without, "operations").remove("start");
        assertThat(errors(without)).isNotEmpty();
        assertThat(errors(json.deepCopy().put("format", "sandtable-plan/0"))).isNotEmpty();
    }

    @Test
    void plan_canBeCarriedOutAndListsEveryOrder() {
        CheckedPlan checked = CheckedPlan.of(written(json), null);

        assertThat(checked.findings()).isEmpty();
        assertThat(checked.json().get("ok").asBoolean()).isTrue();
        assertThat(json.get("orders")).hasSameSizeAs(planned.model().problem().demands());
        assertThat(json.get("orders").valueStream().map(o -> o.get("status").asString()))
                .isSubsetOf("on-time", "late", "short", "unplanned");
        assertThat(json.at("/summary/physicalViolations").asInt()).isZero();
    }

    @Test
    void stock_isNeverNegative() {
        assertThat(json.get("stock")).isNotEmpty();
        assertThat(json.get("stock").valueStream().map(row -> row.get("onHand").asDouble()))
                .allMatch(onHand -> onHand >= 0);
    }

    @Test
    void everyLateOrder_hasAReason() {
        assertThat(json.get("orders").valueStream())
                .filteredOn(o -> !o.get("status").asString().equals("on-time"))
                .allMatch(o -> !o.get("reasons").isEmpty());
    }

    @Test
    void operationMovedInTheFile_isFound() {
        CheckedPlan checked =
                CheckedPlan.of(changed(plan -> first(plan, "operations").put("start", "2026-11-22T03:00")), null);

        assertThat(checked.isOk()).isFalse();
        assertThat(checked.json().get("violations")).isNotEmpty();
    }

    @Test
    void purchaseThatIsSmaller_isFound() {
        CheckedPlan checked = CheckedPlan.of(
                changed(plan -> first(plan, "purchases").put("quantity", 1).put("usable", 1)), null);

        assertThat(checked.isOk()).isFalse();
    }

    @Test
    void deliveryThatIsLarger_isFound() {
        CheckedPlan checked = CheckedPlan.of(
                changed(plan -> {
                    ObjectNode delivered = (ObjectNode) plan.withArray("orders")
                            .valueStream()
                            .filter(o -> !o.get("deliveries").isEmpty())
                            .findFirst()
                            .orElseThrow()
                            .get("deliveries")
                            .get(0);
                    delivered.put("quantity", delivered.get("quantity").asDouble() * 2);
                }),
                null);

        assertThat(checked.isOk()).isFalse();
    }

    @Test
    void rowThatCannotBeRead_isNamedWithWhatWouldBeRight() {
        refused(
                plan -> first(plan, "operations").put("start", "soon"),
                "operations, row 1",
                "soon",
                "2026-11-23T08:30");
        refused(plan -> first(plan, "purchases").put("quantity", "many"), "purchases, row 1", "quantity", "number");
        refused(plan -> first(plan, "lots").put("item", "no such thing"), "lots, row 1", "no such thing");
        refused(plan -> plan.remove("material"), "'material'");
        refused(plan -> plan.put("format", "sandtable-plan/9"), "sandtable-plan/1");
    }

    private static void refused(Consumer<ObjectNode> change, String... words) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CheckedPlan.of(changed(change), null))
                .satisfies(e -> assertThat(e.getMessage()).contains(words));
    }

    @Test
    void modelThatChangedSince_isRefusedUnlessGivenOnPurpose() throws IOException {
        Path copy = Files.createDirectory(folder.resolve("model"));
        try (var files = Files.list(WORKSHOP)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(String.valueOf(file.getFileName())));
            }
        }
        ObjectNode plan =
                document(PlannedModel.of(ModelFile.read(copy), List.of(1), SHORT, Clock.systemUTC(), p -> {}));
        Path file = written(plan);
        assertThat(CheckedPlan.of(file, null).isOk()).isTrue();
        Files.writeString(copy.resolve("README.txt"), "changed");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> CheckedPlan.of(file, null))
                .withMessageContaining("has changed since the plan was made");
        assertThat(CheckedPlan.of(file, WORKSHOP).isOk()).isTrue();
    }

    /** Without capacity and material nothing but the work itself takes time; the check judges by the same limits. */
    @Test
    void whatDoesNotLimit_isPlannedAsIfThereWereEnough() {
        ModelFile free = ModelFile.read(WORKSHOP).limitedBy(0);
        PlannedModel plan = PlannedModel.of(free, List.of(1), SHORT, Clock.systemUTC(), p -> {});
        Path file = written(document(plan));

        assertThat(plan.summary().get("late").asInt())
                .isLessThanOrEqualTo(planned.summary().get("late").asInt());
        assertThat(plan.plan().purchases()).allMatch(p -> p.arrives() == p.ordered());
        assertThat(CheckedPlan.of(file, null).isOk()).isTrue();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ModelFile.read(WORKSHOP).limitedBy(64))
                .withMessageContaining("63 for all");
    }

    @Test
    void modelWithErrors_isRefusedWithThem() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ModelFile.read(empty))
                .isInstanceOf(ModelRefused.class);
    }

    @Test
    void sameSeedAndSteps_giveTheSamePlan() {
        JsonNode again =
                document(PlannedModel.of(ModelFile.read(WORKSHOP), List.of(1), SHORT, Clock.systemUTC(), p -> {}));

        for (String part : new String[] {"orders", "lots", "operations", "purchases", "material", "search"}) {
            assertThat(again.get(part)).as(part).isEqualTo(json.get(part));
        }
    }

    /** The first operation of the plan on a machine, an hour later than it is. */
    private static ObjectNode pin(String order) {
        JsonNode operation = json.get("operations")
                .valueStream()
                .filter(o -> o.get("resource").isString())
                .findFirst()
                .orElseThrow();
        return JsonMapper.shared()
                .createObjectNode()
                .put("kind", "pin")
                .put("order", order.isEmpty() ? operation.at("/for/0").asString() : order)
                .put("operation", operation.get("operation").asString())
                .put("lot", 1)
                .put("place", operation.get("resource").asString())
                .put(
                        "start",
                        LocalDateTime.parse(operation.get("start").asString())
                                .plusHours(1)
                                .toString())
                .put("quantity", operation.get("quantity").asDouble())
                .put("reason", "模具一小时后才到");
    }

    private static ModelFile deciding(ObjectNode... pins) throws IOException {
        Path file = Files.writeString(
                Files.createTempFile(folder, "pins", ".json"), List.of(pins).toString());
        ModelFile model = ModelFile.read(WORKSHOP);
        return model.decidingByHand(PinFile.read(file, model));
    }

    @Test
    void pinsByName_areKept_andTheCheckKnowsThem() throws IOException {
        PlannedModel pinned = PlannedModel.of(deciding(pin("")), List.of(1), SHORT, Clock.systemUTC(), p -> {});
        ObjectNode document = document(pinned);

        assertThat(document.at("/interventions/0/status").asString()).isEqualTo("kept");
        assertThat(document.at("/interventions/0/reason").asString()).isEqualTo("模具一小时后才到");
        assertThat(CheckedPlan.of(written(document), null).isOk()).isTrue();
        assertThat(errors(document)).isEmpty();

        ObjectNode moved = document.deepCopy();
        String start = document.at("/interventions/0/start").asString();
        moved.get("operations")
                .valueStream()
                .filter(o -> o.get("start").asString().equals(start))
                .forEach(o -> ((ObjectNode) o)
                        .put("start", LocalDateTime.parse(start).plusMinutes(1).toString()));
        assertThat(CheckedPlan.of(written(moved), null).findings())
                .anyMatch(f -> f.kind() == Finding.Kind.RULE && f.on().startsWith("HND-"));
    }

    @Test
    void whatNoPlanCouldKeep_isNamed_andTheRestIsPlanned() throws IOException {
        ObjectNode again = pin("").put("start", "2030-01-01T08:00").put("reason", "改天");
        PlannedModel pinned = PlannedModel.of(
                deciding(pin(""), pin("SO-NOWHERE"), again), List.of(1), SHORT, Clock.systemUTC(), p -> {});
        ObjectNode document = document(pinned);

        assertThat(document.get("interventions")
                        .valueStream()
                        .map(i -> i.get("status").asString()))
                .containsExactly("kept", "refused", "refused");
        assertThat(document.at("/interventions/1/problem").asString()).isEqualTo("NO_SUCH_ORDER");
        assertThat(document.get("orders")).hasSameSizeAs(json.get("orders"));
        assertThat(errors(document)).isEmpty();
    }

    @Test
    void planCarriedOn_isNoLaterThanItWas() {
        CheckedPlan earlier = CheckedPlan.of(written(json), null);

        PlannedModel next =
                PlannedModel.carryingOn(earlier.model(), earlier.plan(), List.of(1), SHORT, Clock.systemUTC(), p -> {});

        assertThat(next.summary().get("tardinessDays").asDouble())
                .isLessThanOrEqualTo(planned.summary().get("tardinessDays").asDouble());
        assertThat(next.findings()).isEmpty();
    }
}
