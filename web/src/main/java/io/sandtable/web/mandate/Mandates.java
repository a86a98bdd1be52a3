package io.sandtable.web.mandate;

import io.sandtable.model.Money;
import io.sandtable.model.NodeType;
import io.sandtable.web.api.Refusal;
import io.sandtable.web.company.LoadedCompanies;
import io.sandtable.web.decide.Decisions;
import io.sandtable.web.decide.FollowedLog;
import io.sandtable.web.people.Person;
import io.sandtable.web.people.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Gives mandates and takes them back, on record; who may release under one, and how much of it is used. */
@Component
@Profile("service")
public class Mandates {
    /** Nobody should be bound by what somebody said years ago. */
    static final int LONGEST_DAYS = 366;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MMdd");

    private final MandateIndex index;
    private final FollowedLog log;
    private final Decisions decisions;
    private final LoadedCompanies companies;
    private final Clock clock;

    Mandates(MandateIndex index, FollowedLog log, Decisions decisions, LoadedCompanies companies, Clock clock) {
        this.index = index;
        this.log = log;
        this.decisions = decisions;
        this.companies = companies;
        this.clock = clock;
    }

    /** What somebody wants to allow. */
    public record Terms(Set<String> suppliers, Money perOrder, Money perMonth, LocalDate until, String note) {
        public Terms {
            suppliers = Set.copyOf(suppliers);
        }
    }

    public Mandate grant(String company, Terms terms, Person by) {
        requireManager(by);
        check(company, terms);
        return log.use(log -> {
            String day = "M-" + LocalDate.now(clock).format(DAY) + "-";
            var mandate = new Mandate(
                    "%s%03d".formatted(day, index.given(day) + 1),
                    company,
                    by.displayName(),
                    clock.instant(),
                    terms.suppliers(),
                    terms.perOrder(),
                    terms.perMonth(),
                    terms.until(),
                    note(terms.note()),
                    null);
            log.append(MandateRecords.granted(log, mandate, by));
            return mandate;
        });
    }

    private void check(String company, Terms terms) {
        if (terms.suppliers().isEmpty()) {
            throw Refusal.badInput("MANDATE_NO_SUPPLIERS");
        }
        var snapshot = companies.business(company).snapshot();
        terms.suppliers().stream()
                .filter(id -> snapshot.findNode(id)
                        .filter(n -> n.type() == NodeType.SUPPLIER)
                        .isEmpty())
                .findFirst()
                .ifPresent(id -> {
                    throw Refusal.badInput("MANDATE_SUPPLIER_UNKNOWN", id);
                });
        if (terms.perOrder().minor() <= 0 || terms.perMonth().compareTo(terms.perOrder()) < 0) {
            throw Refusal.badInput(
                    "MANDATE_AMOUNTS",
                    terms.perOrder().major().toPlainString(),
                    terms.perMonth().major().toPlainString());
        }
        LocalDate today = LocalDate.now(clock);
        if (terms.until().isBefore(today) || terms.until().isAfter(today.plusDays(LONGEST_DAYS))) {
            throw Refusal.badInput("MANDATE_UNTIL", terms.until(), today, today.plusDays(LONGEST_DAYS));
        }
    }

    /** Takes it back; the reason is required. What was released under it stays released. */
    public Mandate revoke(String id, String reason, Person by) {
        requireManager(by);
        String why = note(reason);
        if (why.isEmpty()) {
            throw Refusal.badInput("EXPLANATION_MISSING");
        }
        log.use(log -> {
            Mandate mandate = get(id);
            if (mandate.revoked() != null) {
                throw Refusal.conflict(
                        "MANDATE_IS_REVOKED", id, mandate.revoked().byName());
            }
            return log.append(MandateRecords.revoked(log, id, by, clock.instant(), why));
        });
        return get(id);
    }

    public Mandate get(String id) {
        return index.find(id).orElseThrow(() -> Refusal.notFound("MANDATE_GONE", id));
    }

    /** The newest first. */
    public List<Mandate> list(String company) {
        return index.list(company);
    }

    /** Those that hold today, the newest first. */
    public List<Mandate> inForce(String company) {
        LocalDate today = LocalDate.now(clock);
        return index.list(company).stream().filter(m -> m.holds(today)).toList();
    }

    /** Again at the moment of writing: it may have been taken back meanwhile. */
    public Optional<Mandate> findInForce(String id) {
        return index.find(id).filter(m -> m.holds(LocalDate.now(clock)));
    }

    /** What was released under it in the present month and not taken back. */
    public Money used(Mandate mandate) {
        return decisions.releasedUnder(mandate.id(), YearMonth.now(clock));
    }

    private static void requireManager(Person by) {
        if (!by.is(Role.MANAGER)) {
            throw Refusal.forbidden("ONLY_MANAGERS");
        }
    }

    private static String note(String text) {
        String said = text.strip();
        if (said.length() > Decisions.LONGEST_TEXT) {
            throw Refusal.badInput("NOTE_TOO_LONG", said.length(), Decisions.LONGEST_TEXT);
        }
        return said;
    }
}
