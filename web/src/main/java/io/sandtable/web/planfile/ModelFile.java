package io.sandtable.web.planfile;

import io.sandtable.datasets.Dataset;
import io.sandtable.datasets.Datasets;
import io.sandtable.datasets.ReadOptions;
import io.sandtable.model.Attributes;
import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.Node;
import io.sandtable.model.NodeType;
import io.sandtable.simulation.scenario.Intervention;
import io.sandtable.simulation.scenario.InterventionCompiler;
import io.sandtable.simulation.scenario.InterventionRefused;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.Scenario;
import io.sandtable.web.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A model as it stands in a file or folder, compiled for planning.
 *
 * @param constraints what limits a plan of it, see {@link Constraints}
 * @param decided by hand about its plan
 * @param sha256 of the file, or of all files of the folder one after the other by name
 */
public record ModelFile(
        Path path,
        String sha256,
        BusinessSnapshot snapshot,
        PlanningProblem problem,
        int constraints,
        List<HandDecision> decided) {
    private static final int LONGEST_HORIZON = 730;

    public ModelFile {
        decided = List.copyOf(decided);
    }

    /**
     * Reads and compiles it, with a horizon that reaches the last due date; two years at most.
     *
     * @throws ModelRefused where the files have errors
     */
    public static ModelFile read(Path path) {
        try {
            Dataset dataset = Datasets.read(path, ReadOptions.none());
            if (!dataset.importable() || dataset.asOf() == null) {
                throw new ModelRefused(path, dataset);
            }
            LocalDate asOf = Objects.requireNonNull(dataset.asOf());
            var snapshot = BusinessSnapshot.of(dataset.facts());
            var scenario = new Scenario(snapshot, asOf, horizonDays(snapshot, asOf), 0);
            return new ModelFile(path, sha256(path), snapshot, scenario.compile(), Constraints.ALL.sum(), List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "%s could not be read (%s); check the disk and its rights.".formatted(path, e.getMessage()), e);
        }
    }

    /**
     * The same model, with only some things limiting the plan.
     *
     * @param sum see {@link Constraints}
     */
    public ModelFile limitedBy(int sum) {
        return new ModelFile(path, sha256, snapshot, new Constraints(sum).relaxed(problem), sum, decided);
    }

    /** The same model with what was decided by hand; what no plan could keep is named, and the rest binds. */
    public ModelFile decidingByHand(List<Intervention> interventions) {
        var compiler = new InterventionCompiler(problem);
        var decisions = new ArrayList<HandDecision>();
        for (Intervention intervention : interventions) {
            try {
                compiler.add(intervention);
                decisions.add(new HandDecision(intervention, null));
            } catch (InterventionRefused refused) {
                decisions.add(new HandDecision(intervention, refused));
            }
        }
        return new ModelFile(path, sha256, snapshot, compiler.problem(), constraints, decisions);
    }

    /** Those that are decided by hand, refused ones too. */
    public List<Intervention> interventions() {
        return decided.stream().map(HandDecision::intervention).toList();
    }

    private static int horizonDays(BusinessSnapshot snapshot, LocalDate asOf) {
        long last = openOrders(snapshot)
                .mapToLong(order -> ChronoUnit.DAYS.between(asOf, order.date(Attributes.DUE_DATE)) + 1)
                .max()
                .orElse(1);
        return (int) Math.clamp(last, 1, LONGEST_HORIZON);
    }

    private static Stream<Node> openOrders(BusinessSnapshot snapshot) {
        return snapshot.nodes(NodeType.ORDER).stream()
                .filter(order -> order.text(Attributes.STATUS).equals("open"));
    }

    /** Open orders that the plan is not about: due after the longest horizon, or without an item. */
    List<Node> ordersLeftOut() {
        var planned =
                problem.demands().stream().map(PlanningProblem.Demand::id).collect(java.util.stream.Collectors.toSet());
        return openOrders(snapshot)
                .filter(order -> !planned.contains(order.id()))
                .toList();
    }

    /** The name that people know a thing by; the id itself where nothing has that id. */
    String nameOf(String id) {
        return snapshot.findNode(id).map(Node::name).orElse(id);
    }

    /** The site's name where there is only one; empty where stock of several is planned as one. */
    String location() {
        List<Node> sites = snapshot.nodes(NodeType.SITE);
        return sites.size() == 1 ? sites.getFirst().name() : "";
    }

    private static String sha256(Path path) throws IOException {
        MessageDigest digest = Sha256.begin();
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                digest.update(Files.readAllBytes(file));
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
