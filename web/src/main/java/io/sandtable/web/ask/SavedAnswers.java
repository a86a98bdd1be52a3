package io.sandtable.web.ask;

import io.sandtable.audit.archive.Archive;
import io.sandtable.audit.tlog.Hash;
import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.SnapshotText;
import io.sandtable.rules.Outcome;
import io.sandtable.rules.Statement;
import io.sandtable.rules.Understanding;
import io.sandtable.rules.UnderstandingJson;
import io.sandtable.simulation.evaluate.Evaluation;
import io.sandtable.simulation.evaluate.Evaluator;
import io.sandtable.simulation.evaluate.InvestmentCase;
import io.sandtable.simulation.evaluate.ResultHash;
import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.plan.PlannerSettings;
import io.sandtable.simulation.scenario.Intervention;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.Scenario;
import io.sandtable.simulation.sensitivity.Tornado;
import io.sandtable.web.Language;
import io.sandtable.web.company.CompanyCard;
import io.sandtable.web.settings.HomeSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers as files: the plans and what they rest on. Ledgers, figures and findings are not kept but worked out again, and every plan's
 * fingerprint must come out as it was.
 */
@Component
public class SavedAnswers {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path folder;
    private final Archive archive;

    SavedAnswers(HomeSettings home, Archive archive) {
        this.folder = home.home().resolve("answers");
        this.archive = archive;
    }

    private record SavedPlan(
            String letter,
            String strategy,
            String zh,
            String en,
            String resultHash,
            InvestmentCase investment,
            Plan plan) {}

    private record Saved(
            String company,
            List<String> sentences,
            List<String> ruleIds,
            List<List<String>> statements,
            @Nullable String interventions,
            Language language,
            long seed,
            CompanyCard card,
            LocalDate asOf,
            String confirmedBy,
            String snapshot,
            int horizonDays,
            List<SavedPlan> plans,
            Tornado tornado,
            PlannerSettings planner,
            List<Stage> stages) {}

    /** Keeps the answer under that id: its snapshot in the archive, the rest in its file, both on disk when this returns. */
    public void write(String id, Answer answer) {
        archive.put(SnapshotText.write(answer.snapshot()).getBytes(StandardCharsets.UTF_8));
        Path file = file(id);
        try {
            Files.createDirectories(folder);
            Path draft = Files.createTempFile(folder, id, ".tmp");
            try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(draft))) {
                JSON.writeValue(out, saved(answer));
            }
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The plans of %s could not be kept in %s (%s); free disk space and run the question again."
                            .formatted(id, file, e.getMessage()),
                    e);
        }
    }

    /** The answer of that id, worked out again. */
    public Answer read(String id) {
        Path file = file(id);
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return answer(JSON.readValue(in, Saved.class), file);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The plans of %s could not be read from %s (%s); restore the file from a backup or run the question again."
                            .formatted(id, file, e.getMessage()),
                    e);
        }
    }

    private Path file(String id) {
        return folder.resolve(id + ".json.gz");
    }

    private static Saved saved(Answer answer) {
        Question question = answer.question();
        return new Saved(
                question.company(),
                question.sentences(),
                question.ruleIds(),
                answer.understandings().stream()
                        .map(u -> u.statements().stream()
                                .map(s -> UnderstandingJson.tree(s).toString())
                                .toList())
                        .toList(),
                InterventionJson.write(question.interventions()).toString(),
                question.language(),
                question.seed(),
                answer.company(),
                answer.asOf(),
                answer.confirmedBy(),
                answer.snapshot().hash(),
                answer.problem().horizonDays(),
                Stream.concat(Stream.of(answer.baseline()), answer.plans().stream())
                        .map(a -> new SavedPlan(
                                a.letter(),
                                a.strategy(),
                                a.zh(),
                                a.en(),
                                a.resultHash(),
                                a.evaluation().kpis().investment(),
                                a.evaluation().plan()))
                        .toList(),
                answer.tornado(),
                answer.planner(),
                answer.stages());
    }

    private Answer answer(Saved saved, Path file) {
        BusinessSnapshot snapshot =
                SnapshotText.read(new String(archive.get(Hash.fromHex(saved.snapshot())), StandardCharsets.UTF_8));
        List<List<Statement>> statements = saved.statements().stream()
                .map(s -> s.stream().map(UnderstandingJson::readStatement).toList())
                .toList();
        List<Intervention> interventions = InterventionJson.read(saved.interventions());
        PlanningProblem problem = new Scenario(snapshot, saved.asOf(), saved.horizonDays(), saved.seed())
                .confirming(Confirmation.of(saved.sentences(), saved.ruleIds(), statements, saved.confirmedBy()))
                .decidingByHand(interventions)
                .compile();
        List<Alternative> alternatives =
                saved.plans().stream().map(p -> alternative(p, problem, file)).toList();
        return new Answer(
                new Question(
                        saved.company(),
                        saved.sentences(),
                        saved.ruleIds(),
                        interventions,
                        saved.asOf(),
                        saved.language(),
                        saved.seed()),
                saved.card(),
                saved.asOf(),
                saved.confirmedBy(),
                snapshot,
                statements.stream()
                        .map(s -> new Understanding(Outcome.ACCEPT, s, List.of()))
                        .toList(),
                problem,
                alternatives.getFirst(),
                alternatives.subList(1, alternatives.size()),
                saved.tornado(),
                saved.planner(),
                saved.stages());
    }

    private static Alternative alternative(SavedPlan saved, PlanningProblem problem, Path file) {
        Evaluation worked = Evaluator.evaluate(problem, saved.plan());
        Evaluation evaluation = worked.with(worked.kpis().with(saved.investment()));
        String hash = ResultHash.of(problem, evaluation);
        if (!hash.equals(saved.resultHash())) {
            throw new IllegalStateException(
                    "Plan %s in %s was %s and comes out as %s: the file was changed, or another version worked it out. Run the question again."
                            .formatted(saved.letter(), file, saved.resultHash(), hash));
        }
        return new Alternative(
                saved.letter(), saved.strategy(), saved.zh(), saved.en(), evaluation, hash, evaluation.check(problem));
    }
}
