package io.sandtable.store;

import io.sandtable.model.Fact;
import io.sandtable.model.NodeType;
import io.sandtable.model.RelationType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.neo4j.driver.TransactionContext;

/**
 * Writes facts with their evidence: all of one import or, when anything is wrong with it, nothing.
 *
 * <p>The graph afterwards is what the same facts in the same order make of a snapshot, so that importing them once more changes
 * nothing.
 */
public final class FactWriter {
    /** What people decided is not part of any file. */
    private static final Set<NodeType> KEPT = Set.of(NodeType.RULE, NodeType.DECISION);

    /** What was decided about the things of files holds for the next file, as long as it names both. */
    private static final Set<RelationType> KEPT_BETWEEN = Set.of(RelationType.SAME_AS, RelationType.NOT_SAME_AS);

    private final GraphConnection connection;

    public FactWriter(GraphConnection connection) {
        this.connection = connection;
    }

    /** Adds facts to what is there; throws {@link FactsRefused} with every problem. */
    public ImportResult merge(Collection<? extends Fact> facts) {
        return write(facts, tx -> {
            GraphContent before = new GraphReading(tx).touchedBy(facts);
            return new Step(before, before.with(facts));
        });
    }

    /**
     * Makes these facts the whole business, so that what they do not mention is removed; rules and decisions stay, and what was decided about being the same. With no facts
     * it clears the company. Throws {@link FactsRefused} with every problem.
     */
    public ImportResult replaceAll(Collection<? extends Fact> facts) {
        return write(facts, tx -> {
            GraphContent before = new GraphReading(tx).everything();
            GraphContent after = before.only(KEPT).with(facts);
            after.takeOver(KEPT_BETWEEN, before);
            return new Step(before, after);
        });
    }

    /** Takes relations back that somebody stated, and adds facts in their place, in one revision. */
    public ImportResult withdraw(Collection<Fact.RelationFact> relations, Collection<? extends Fact> facts) {
        return write(facts, tx -> {
            List<Fact> all = new ArrayList<>(relations);
            all.addAll(facts);
            GraphContent before = new GraphReading(tx).touchedBy(all);
            return new Step(before, before.without(relations).with(facts));
        });
    }

    private ImportResult write(Collection<? extends Fact> facts, Function<TransactionContext, Step> plan) {
        return connection.write(tx -> {
            long revision = lockRevision(tx);
            Step step = plan.apply(tx);
            List<FactProblem> problems = new FactCheck(step.after()).problems(facts);
            if (!problems.isEmpty()) {
                throw new FactsRefused(problems);
            }
            var change = new GraphChange(step.before(), step.after());
            if (!change.isEmpty()) {
                change.write(tx);
                revision = nextRevision(tx);
                new Journal(tx)
                        .append(
                                revision,
                                change.former(),
                                change.addedThings(),
                                change.changedThings(),
                                change.removedThings());
            }
            return count(facts, step, revision, change.removedThings());
        });
    }

    /** One import at a time: the lock is taken before the number is read, and held until the transaction ends. */
    private static long lockRevision(TransactionContext tx) {
        return tx.run(
                        "MATCH (r:GraphRevision {name: 'graph'}) SET r.writing = true REMOVE r.writing RETURN r.number AS number")
                .single()
                .get("number")
                .asLong();
    }

    private static long nextRevision(TransactionContext tx) {
        return tx.run("MATCH (r:GraphRevision {name: 'graph'}) SET r.number = r.number + 1 RETURN r.number AS number")
                .single()
                .get("number")
                .asLong();
    }

    private static ImportResult count(Collection<? extends Fact> facts, Step step, long revision, int removed) {
        int added = 0;
        int changed = 0;
        for (Fact fact : facts) {
            var before = step.before().find(fact);
            if (before.isEmpty()) {
                added++;
            } else if (changes(fact, before.get(), step.after().find(fact).orElseThrow())) {
                changed++;
            }
        }
        return new ImportResult(revision, added, changed, facts.size() - added - changed, removed);
    }

    /** Whether a value of the fact, unless a later fact overrules it, was not there like this before. */
    private static boolean changes(Fact fact, StoredThing before, StoredThing after) {
        StoredThing.Source source = StoredThing.Source.of(fact);
        return fact.values().entrySet().stream().anyMatch(value -> {
            var stated = new StoredThing.Stated(value.getValue(), source);
            return stated.equals(after.values().get(value.getKey()))
                    && !stated.equals(before.values().get(value.getKey()));
        });
    }

    private record Step(GraphContent before, GraphContent after) {}
}
