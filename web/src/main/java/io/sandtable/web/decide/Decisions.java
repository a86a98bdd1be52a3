package io.sandtable.web.decide;

import io.sandtable.audit.log.DecisionLog;
import io.sandtable.model.Money;
import io.sandtable.simulation.evaluate.Violation;
import io.sandtable.web.Faults;
import io.sandtable.web.api.Refusal;
import io.sandtable.web.ask.Alternative;
import io.sandtable.web.ask.Answer;
import io.sandtable.web.ask.DecisionTrail;
import io.sandtable.web.ask.Proposal;
import io.sandtable.web.inquiry.Answers;
import io.sandtable.web.inquiry.DecidedInquiries;
import io.sandtable.web.inquiry.Inquiries;
import io.sandtable.web.inquiry.Inquiry;
import io.sandtable.web.inquiry.InquiryRefused;
import io.sandtable.web.inquiry.RevisionNotes;
import io.sandtable.web.people.Person;
import io.sandtable.web.people.Role;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Decide once, on record. Whoever acts has the log alone from looking at the present state to writing the next, so of two people at
 * once one wins and the other is told who. What is in the log has happened; the table and the graph follow it.
 */
@Component
@Profile("service")
public class Decisions implements DecidedInquiries {
    /** Of a note or a reason. */
    public static final int LONGEST_TEXT = 2_000;

    /** The service itself, where it acts alone; nobody can sign in by that name. */
    public static final Person SERVICE =
            new Person("(service)", "沙盘 Sandtable", Set.of(Role.AUDITOR), true, false, Instant.EPOCH, null);

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Inquiries inquiries;
    private final Answers answers;
    private final RevisionNotes revisions;
    private final DecisionTrail trail;
    private final FollowedLog log;
    private final DecisionIndex index;
    private final DecisionTrails trails;
    private final DecisionReports reports;
    private final DecisionFacts graph;
    private final Faults faults;
    private final Clock clock;

    Decisions(
            Inquiries inquiries,
            Answers answers,
            RevisionNotes revisions,
            DecisionTrail trail,
            FollowedLog log,
            DecisionIndex index,
            DecisionTrails trails,
            DecisionReports reports,
            DecisionFacts graph,
            Faults faults,
            Clock clock) {
        this.inquiries = inquiries;
        this.answers = answers;
        this.revisions = revisions;
        this.trail = trail;
        this.log = log;
        this.index = index;
        this.trails = trails;
        this.reports = reports;
        this.graph = graph;
        this.faults = faults;
        this.clock = clock;
    }

    /**
     * Puts a plan forward for approval and on record.
     *
     * @param plan its letter or its id
     * @param reason why must rules are broken; required where the plan breaks one
     * @param note why this one; may be empty
     */
    public KeptDecision propose(String inquiryId, String plan, String reason, String note, Person by) {
        Inquiry inquiry = inquiries.getInquiry(inquiryId);
        Answer answer = answers.getAnswer(inquiryId);
        Alternative chosen = plan(answer, plan);
        if (!chosen.feasible()) {
            throw Refusal.conflict("PLAN_INFEASIBLE", chosen.letter());
        }
        String why = text(reason);
        if (!chosen.compliant() && why.isEmpty()) {
            throw Refusal.badInput("REASON_MISSING", chosen.letter());
        }
        var proposal = new Proposal(
                inquiryId,
                chosen,
                by.name(),
                by.displayName(),
                text(note),
                overrides(chosen, why),
                runs(inquiryId),
                changes(inquiry));
        String number = log.use(open -> {
            findOpen(inquiryId).ifPresent(other -> {
                // what is released is not withdrawn any more
                boolean gone = other.state().isReleased();
                throw Refusal.conflict(
                        gone ? "ALREADY_RELEASED" : "ALREADY_PROPOSED", other.number(), other.planLetter());
            });
            return trail.propose(open, answer, proposal).number();
        });
        return getDecision(number);
    }

    /** The plan of that letter or id. */
    static Alternative plan(Answer answer, String plan) {
        return Stream.concat(Stream.of(answer.baseline()), answer.plans().stream())
                .filter(a -> a.letter().equals(plan) || a.id().equals(plan))
                .findFirst()
                .orElseThrow(() -> new InquiryRefused(InquiryRefused.Code.PLAN_GONE, plan));
    }

    /** One entry for each must rule that the plan breaks, all with the reason that was given. */
    static List<Proposal.Override> overrides(Alternative plan, String reason) {
        Map<String, String> broken = new LinkedHashMap<>();
        plan.evaluation().violations().stream()
                .filter(Violation::must)
                .forEach(v -> broken.putIfAbsent(v.ruleId(), v.ruleText()));
        return broken.entrySet().stream()
                .map(rule -> new Proposal.Override(rule.getKey(), rule.getValue(), reason))
                .toList();
    }

    List<Proposal.Run> runs(String inquiryId) {
        return inquiries.listRuns(inquiryId).stream()
                .map(r -> new Proposal.Run(r.number(), r.startedBy(), r.queuedAt(), r.endedAt(), r.endedBecause()))
                .toList();
    }

    /** What happened to the data since the run, which a proposal records. */
    List<Proposal.Change> changes(Inquiry inquiry) {
        return revisions.since(inquiry).stream()
                .map(n -> new Proposal.Change(n.revision(), n.at(), n.code(), n.arguments()))
                .toList();
    }

    /** What happened to the data after the proposal was recorded, which an approval records. */
    List<Proposal.Change> changesSince(RecordedDecision decision) {
        return changesSince(decision.kept(), decision.record());
    }

    private List<Proposal.Change> changesSince(KeptDecision decision, JsonNode record) {
        List<Proposal.Change> known = Proposal.Change.read(record.get("changedSince"));
        // a decision outlives its question where a database was lost and the log was not
        return inquiries.findInquiry(decision.inquiry()).map(this::changes).orElse(List.of()).stream()
                .filter(change -> !known.contains(change))
                .toList();
    }

    /** As the data is now, whatever was seen of it; what changed since the proposal is recorded. */
    public KeptDecision approve(String number, String note, Person by) {
        return act(number, Act.APPROVE, text(note), null, by);
    }

    /** @param seen the last change of the data that stood on the page: a yes counts for what was seen; 0 where none did */
    KeptDecision approve(String number, String note, long seen, Person by) {
        return act(number, Act.APPROVE, text(note), seen, by);
    }

    /** The last of them, by its revision; 0 where there is none. */
    static long last(List<Proposal.Change> changes) {
        return changes.stream().mapToLong(Proposal.Change::revision).max().orElse(0);
    }

    /** Sends it back; the explanation is required. */
    public KeptDecision returnIt(String number, String explanation, Person by) {
        return act(number, Act.RETURN, required(explanation), null, by);
    }

    /** Takes it back; the reason is required. */
    public KeptDecision withdraw(String number, String reason, Person by) {
        return act(number, Act.WITHDRAW, required(reason), null, by);
    }

    /** Puts on record that its orders are written. */
    public KeptDecision release(String number, String note, Person by, Release release) {
        return act(number, Act.RELEASE, text(note), null, by, release, () -> {});
    }

    /**
     * The same by the service alone.
     *
     * @param allowed asked when nobody else can write any more; it refuses where the release's mandate does not cover it
     */
    public KeptDecision releaseUnderMandate(String number, String note, Release release, Runnable allowed) {
        return act(number, Act.RELEASE, text(note), null, SERVICE, release, allowed);
    }

    /** What was released under a mandate in a month and not taken back. */
    public Money releasedUnder(String mandate, YearMonth month) {
        return index.releasedUnder(
                mandate,
                month.atDay(1).atStartOfDay(clock.getZone()).toInstant(),
                month.plusMonths(1).atDay(1).atStartOfDay(clock.getZone()).toInstant());
    }

    /** Takes a release back; after its window it is refused. The reason is required. */
    public KeptDecision recall(String number, String reason, Person by) {
        return act(number, Act.RECALL, required(reason), null, by, null, () -> {
            Instant leaves = getRelease(number).release().leavesAt();
            if (!clock.instant().isBefore(leaves)) {
                throw Refusal.conflict("RELEASE_LEFT", number, Minutes.of(leaves));
            }
        });
    }

    /** What the service does by itself when its time has come: issuing what the window no longer holds, noting a delivery. */
    public KeptDecision step(String number, Act act, String note) {
        if (act.ofPeople()) {
            throw new IllegalArgumentException(
                    "%s of %s is an act of people; only ISSUE and DELIVER are the service's.".formatted(act, number));
        }
        return act(number, act, note, null, SERVICE, null, () -> {});
    }

    /** Puts on record that somebody has what was issued sent once more. */
    public KeptDecision sendAgain(String number, String note, Person by) {
        return act(number, Act.SEND_AGAIN, text(note), null, by);
    }

    public Optional<KeptRelease> findRelease(String number) {
        return index.release(number);
    }

    public KeptRelease getRelease(String number) {
        return index.release(number).orElseThrow(() -> Refusal.conflict("NOT_RELEASED", number));
    }

    /** Of all companies, in that state, the oldest last. */
    public List<KeptDecision> listAll(DecisionState state) {
        return index.list(new DecisionIndex.Wanted(null, state, null), 0, Integer.MAX_VALUE);
    }

    /** The plans that it was made on; refused where they are not those of the record. */
    public Answer getAnswer(String number) {
        return reports.answer(trails.read(number));
    }

    private KeptDecision act(String number, Act act, String note, @Nullable Long seen, Person by) {
        return act(number, act, note, seen, by, null, () -> {});
    }

    private KeptDecision act(
            String number,
            Act act,
            String note,
            @Nullable Long seen,
            Person by,
            @Nullable Release release,
            Runnable allowed) {
        log.use(open -> {
            KeptDecision before = getDecision(number);
            why(before, act, by).ifPresent(refusal -> {
                throw refusal;
            });
            List<Proposal.Change> changes = changesSince(before, JSON.readTree(open.record(before.index())));
            if (seen != null && seen != last(changes)) {
                throw Refusal.conflict("DATA_CHANGED", number);
            }
            allowed.run();
            DecisionState next = before.state().after(act).orElseThrow();
            return open.append(
                    event(open, before, next, note, changes, by, release).canonical());
        });
        tellGraph();
        return getDecision(number);
    }

    private DecisionEvent event(
            DecisionLog log,
            KeptDecision of,
            DecisionState next,
            String note,
            List<Proposal.Change> changes,
            Person by,
            @Nullable Release release) {
        return new DecisionEvent(
                of.number(),
                next,
                clock.instant(),
                by.name(),
                by.displayName(),
                note,
                changes,
                of.index(),
                io.sandtable.audit.tlog.Hash.of(log.record(of.index())).hex(),
                new String(log.checkpoint().bytes(), StandardCharsets.UTF_8),
                release);
    }

    /** Why this person cannot do that to the decision as it is; empty where she can. */
    public Optional<Refusal> why(KeptDecision decision, Act act, Person person) {
        if (decision.state().after(act).isEmpty()) {
            return Optional.of(tooLate(decision));
        }
        if (!act.ofPeople()) {
            return Optional.empty();
        }
        boolean own = decision.proposer().equals(person.name());
        return switch (act) {
            case APPROVE, RETURN ->
                own ? Optional.of(Refusal.forbidden("OWN_DECISION", decision.number())) : unlessManager(person);
            case WITHDRAW -> own ? Optional.empty() : unlessManager(person);
            // a mandate speaks for the manager who gave it
            case RELEASE -> person.equals(SERVICE) ? Optional.empty() : unlessManager(person);
            case RECALL, SEND_AGAIN -> unlessManager(person);
            case ISSUE, DELIVER -> Optional.empty();
        };
    }

    /** Who brought it where it is, and when. */
    private Refusal tooLate(KeptDecision decision) {
        String code = "DECISION_IS_" + decision.state().name();
        Optional<KeptRelease> release = index.release(decision.number());
        if (release.isPresent()) {
            return Refusal.conflict(
                    code,
                    decision.number(),
                    release.get().byName(),
                    Minutes.of(release.get().at()));
        }
        return Refusal.conflict(
                code,
                decision.number(),
                decision.decidedByName() == null ? decision.proposerName() : decision.decidedByName());
    }

    private static Optional<Refusal> unlessManager(Person person) {
        return person.is(Role.MANAGER) ? Optional.empty() : Optional.of(Refusal.forbidden("ONLY_MANAGERS"));
    }

    public KeptDecision getDecision(String number) {
        return index.find(number).orElseThrow(() -> Refusal.notFound("DECISION_NOT_FOUND", number));
    }

    /** The decision that speaks for the question at present: proposed or approved. */
    public Optional<KeptDecision> findOpen(String inquiryId) {
        return index.list(new DecisionIndex.Wanted(null, null, inquiryId), 0, Integer.MAX_VALUE).stream()
                .filter(d -> d.state().isOpen())
                .findFirst();
    }

    /** Whether anything was ever proposed on the question; if so, it is kept. */
    @Override
    public boolean isDecided(String inquiryId) {
        return index.count(new DecisionIndex.Wanted(null, null, inquiryId)) > 0;
    }

    /** Those of a company, the newest first; a state of null takes all. */
    public List<KeptDecision> listDecisions(String company, @Nullable DecisionState state, int from, int most) {
        return index.list(new DecisionIndex.Wanted(company, state, null), from, most);
    }

    public int count(String company, @Nullable DecisionState state) {
        return index.count(new DecisionIndex.Wanted(company, state, null));
    }

    /** Brings the table up to the log after a stop at the wrong moment, and the graph up to the table. */
    @EventListener(ApplicationReadyEvent.class)
    void heal() {
        if (log.exists()) {
            log.use(DecisionLog::size);
        }
        if (!index.notInGraph().isEmpty()) {
            // opening a graph takes seconds, and nobody waits for this
            Thread.ofVirtual().name("decisions-to-graph").start(this::tellGraph);
        }
    }

    /** The decision stands whether or not the graph can be written now; what is missing there is written at the next act or start. */
    private void tellGraph() {
        try {
            graph.write();
        } catch (RuntimeException e) {
            faults.note(e);
        }
    }

    private static String required(String text) {
        String said = text(text);
        if (said.isEmpty()) {
            throw Refusal.badInput("EXPLANATION_MISSING");
        }
        return said;
    }

    private static String text(String text) {
        String said = text.strip();
        if (said.length() > LONGEST_TEXT) {
            throw Refusal.badInput("NOTE_TOO_LONG", said.length(), LONGEST_TEXT);
        }
        return said;
    }
}
