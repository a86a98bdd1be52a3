package io.sandtable.web.release;

import io.sandtable.web.Faults;
import io.sandtable.web.Words;
import io.sandtable.web.api.Refusal;
import io.sandtable.web.ask.Alternative;
import io.sandtable.web.ask.Answer;
import io.sandtable.web.decide.Act;
import io.sandtable.web.decide.DecisionState;
import io.sandtable.web.decide.Decisions;
import io.sandtable.web.decide.KeptDecision;
import io.sandtable.web.decide.KeptRelease;
import io.sandtable.web.decide.Minutes;
import io.sandtable.web.decide.Release;
import io.sandtable.web.mandate.Mandate;
import io.sandtable.web.mandate.Mandates;
import io.sandtable.web.people.Person;
import io.sandtable.web.settings.ReleaseSettings;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Turns an approved plan into orders, once. The files lie on disk before the log says that they are released, so a stop in between
 * leaves a file that nobody names; the log decides which of two releases at once was the one. After the window the service issues
 * what was not taken back.
 */
@Component
@Profile("service")
class Releases {
    private final Decisions decisions;
    private final Mandates mandates;
    private final ReleaseShelf shelf;
    private final Deliveries deliveries;
    private final Faults faults;
    private final ReleaseSettings settings;
    private final ErpColumns columns;
    private final Clock clock;

    /** Decisions and mandates that do not go together, as long as nothing changes; after a start they are looked at again. */
    private final Set<String> apart = ConcurrentHashMap.newKeySet();

    Releases(
            Decisions decisions,
            Mandates mandates,
            ReleaseShelf shelf,
            Deliveries deliveries,
            Faults faults,
            ReleaseSettings settings,
            Clock clock) {
        this.decisions = decisions;
        this.mandates = mandates;
        this.shelf = shelf;
        this.deliveries = deliveries;
        this.faults = faults;
        this.settings = settings;
        this.columns = ErpColumns.of(settings.erp());
        this.clock = clock;
    }

    KeptDecision release(String number, String note, Person by) {
        decisions.why(decisions.getDecision(number), Act.RELEASE, by).ifPresent(refusal -> {
            throw refusal;
        });
        Orders orders = orders(number);
        if (orders.isEmpty()) {
            throw Refusal.conflict("RELEASE_EMPTY", number);
        }
        return decisions.release(number, note, by, written(number, orders, null));
    }

    /** Its files on disk, and what the log will say of them. */
    private Release written(String number, Orders orders, @Nullable String mandate) {
        String files = shelf.keep(number, OrderFiles.zip(columns.tables(orders)));
        return new Release(files, clock.instant().plus(settings.undoWindow()), orders.sum(), mandate);
    }

    /** What keeps a mandate from covering the decision; nothing where it does. */
    List<MandateLimit> limits(Mandate mandate, KeptDecision decision, Orders orders) {
        return MandateLimit.exceeded(mandate, mandates.used(mandate), decision, orders);
    }

    /** The mandates that hold for the company, each with what keeps it from covering the decision. */
    List<ReleaseView.Covered> covered(KeptDecision decision, Orders orders, Words words) {
        return mandates.inForce(decision.company()).stream()
                .map(m -> new ReleaseView.Covered(
                        m.id(),
                        limits(m, decision, orders).stream()
                                .map(l -> l.in(words))
                                .toList()))
                .toList();
    }

    /** Releases by itself what was approved while a mandate held that covers it; what was taken back is left to people. */
    private void releaseUnderMandate(KeptDecision decision) {
        for (Mandate mandate : mandates.inForce(decision.company())) {
            Instant approved = decision.decidedAt();
            if (approved == null || approved.isBefore(mandate.grantedAt())) {
                continue;
            }
            // looked at once for each state of the mandate: to write the orders anew takes time
            String pair = decision.number() + mandate.id() + mandates.used(mandate);
            if (apart.contains(pair)) {
                continue;
            }
            Orders orders = orders(decision.number());
            if (orders.isEmpty() || !limits(mandate, decision, orders).isEmpty()) {
                apart.add(pair);
                continue;
            }
            Release release = written(decision.number(), orders, mandate.id());
            decisions.releaseUnderMandate(decision.number(), mandate.note(), release, () -> {
                Mandate now = mandates.findInForce(mandate.id())
                        .orElseThrow(() -> Refusal.conflict("MANDATE_OVER", mandate.id()));
                if (!limits(now, decision, orders).isEmpty()) {
                    throw Refusal.conflict("MANDATE_EXCEEDED", mandate.id());
                }
            });
            return;
        }
    }

    KeptDecision recall(String number, String reason, Person by) {
        KeptRelease release = decisions.getRelease(number);
        KeptDecision done = decisions.recall(number, reason, by);
        shelf.drop(number, release.release().files());
        return done;
    }

    /** What the plan of that decision has people do. */
    Orders orders(String number) {
        Answer answer = decisions.getAnswer(number);
        Alternative chosen =
                answer.findPlan(decisions.getDecision(number).planLetter()).orElseThrow();
        return new PlanOrders(number, answer, chosen).all();
    }

    List<OrderTable> tables(Orders orders) {
        return columns.tables(orders);
    }

    /** The zip of an issued release; refused while it may still be taken back. */
    byte[] files(String number) {
        KeptDecision decision = decisions.getDecision(number);
        KeptRelease release = decisions.getRelease(number);
        if (!decision.state().isIssued()) {
            throw Refusal.conflict(
                    "RELEASE_WAITS", number, Minutes.of(release.release().leavesAt()));
        }
        return zip(release);
    }

    /** As it was released; where its file was lost it is written anew and must come out the same. */
    private byte[] zip(KeptRelease release) {
        String number = release.number();
        String hash = release.release().files();
        return shelf.find(number, hash).orElseGet(() -> {
            byte[] again = OrderFiles.zip(columns.tables(orders(number)));
            if (!shelf.keep(number, again).equals(hash)) {
                throw new IllegalStateException(
                        "The orders of %s were lost and come out differently now (by another version, or another sandtable.release.erp). Restore the folder releases from a backup; its fingerprint is %s."
                                .formatted(number, hash));
            }
            return again;
        });
    }

    /** Issues every release whose window is over, and sends what is to be sent. One that cannot be keeps no other back. */
    synchronized void carryOn(Instant now) {
        for (KeptDecision decision : decisions.listAll(DecisionState.APPROVED)) {
            trying(() -> releaseUnderMandate(decision));
        }
        for (KeptDecision decision : decisions.listAll(DecisionState.RELEASED)) {
            trying(() -> issue(decision.number(), now));
        }
        for (KeptDecision decision : decisions.listAll(DecisionState.ISSUED)) {
            if (deliveries.isDue(decision.number(), now)) {
                trying(() -> deliver(decision, now));
            }
        }
    }

    private void issue(String number, Instant now) {
        KeptRelease release = decisions.getRelease(number);
        if (!now.isBefore(release.release().leavesAt())) {
            zip(release);
            deliveries.plan(number, now);
            shelf.issue(number, release.release().files());
            decisions.step(number, Act.ISSUE, "");
        }
    }

    private void deliver(KeptDecision decision, Instant now) {
        deliveries
                .send(decision, decisions.getRelease(decision.number()), tables(orders(decision.number())), now)
                .ifPresent(answer -> decisions.step(decision.number(), Act.DELIVER, answer));
    }

    /** What failed is sent once more, with its key; the act is on record. */
    KeptDecision sendAgain(String number, String note, Person by) {
        if (!deliveries.isOn()) {
            throw Refusal.conflict("NO_WEBHOOK");
        }
        KeptDecision done = decisions.sendAgain(number, note, by);
        deliveries.again(number, clock.instant());
        return done;
    }

    private void trying(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            faults.note(e);
        }
    }
}
