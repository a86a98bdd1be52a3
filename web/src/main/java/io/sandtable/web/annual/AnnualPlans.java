package io.sandtable.web.annual;

import io.sandtable.audit.archive.Archive;
import io.sandtable.audit.log.DecisionLog;
import io.sandtable.audit.tlog.Hash;
import io.sandtable.model.SnapshotText;
import io.sandtable.simulation.annual.AgainstActual;
import io.sandtable.simulation.annual.AnnualPlan;
import io.sandtable.simulation.annual.CarriedYear;
import io.sandtable.simulation.annual.PlannedYear;
import io.sandtable.simulation.annual.RolledYear;
import io.sandtable.simulation.annual.TooLittleKnown;
import io.sandtable.web.api.Refusal;
import io.sandtable.web.ask.Alternative;
import io.sandtable.web.ask.Answer;
import io.sandtable.web.company.Business;
import io.sandtable.web.company.LoadedCompanies;
import io.sandtable.web.decide.Decisions;
import io.sandtable.web.decide.FollowedLog;
import io.sandtable.web.inquiry.Answers;
import io.sandtable.web.inquiry.Inquiries;
import io.sandtable.web.inquiry.Inquiry;
import io.sandtable.web.people.Person;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The annual plans of companies: frozen from an answered question, on record, read again, rolled forward. A version is never changed. */
@Component
@Profile("service")
public class AnnualPlans {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MMdd", Locale.ROOT);

    private final Inquiries inquiries;
    private final Answers answers;
    private final Archive archive;
    private final FollowedLog log;
    private final AnnualIndex index;
    private final LoadedCompanies companies;
    private final Clock clock;

    AnnualPlans(
            Inquiries inquiries,
            Answers answers,
            Archive archive,
            FollowedLog log,
            AnnualIndex index,
            LoadedCompanies companies,
            Clock clock) {
        this.inquiries = inquiries;
        this.answers = answers;
        this.archive = archive;
        this.log = log;
        this.index = index;
        this.companies = companies;
        this.clock = clock;
    }

    /**
     * What would be frozen.
     *
     * @param chosen the plan of the question's answer
     */
    public record Draft(Inquiry inquiry, Answer answer, Alternative chosen, AnnualPlan plan) {}

    /** How many months an annual plan has. */
    public enum Reach {
        /** The whole calendar months that the plan covers. */
        COVERED,
        /** Twelve: those behind the plan's last are a forecast. */
        YEAR
    }

    /**
     * Which plan is to become an annual plan, and how.
     *
     * @param letter of the plan in the question's answer
     * @param rolled number of the annual plan that it becomes the next version of; null makes a new one
     */
    public record Choice(
            String inquiryId,
            String letter,
            Reach reach,
            @Nullable String rolled) {
        /** A new annual plan of the months that the plan covers. */
        public static Choice of(String inquiryId, String letter) {
            return new Choice(inquiryId, letter, Reach.COVERED, null);
        }
    }

    /**
     * The annual plan that a plan of an answered question makes, before anybody freezes it. As the next version of another one it has what happened in months that
     * are over.
     *
     * @throws Refusal where it makes none, or cannot be the next version
     */
    public Draft draft(Choice choice) {
        Inquiry inquiry = inquiries.getInquiry(choice.inquiryId());
        Answer answer = answers.getAnswer(choice.inquiryId());
        Alternative chosen = Answers.planOf(answer, choice.letter());
        AnnualPlan covered = PlannedYear.of(answer.problem(), chosen.evaluation(), answer.snapshot())
                .orElseThrow(() -> Refusal.conflict(
                        "ANNUAL_NO_MONTH",
                        answer.asOf().toString(),
                        answer.problem().horizonDays()));
        AnnualPlan plan = switch (choice.reach()) {
            case COVERED -> covered;
            case YEAR -> carried(covered, answer);
        };
        return new Draft(
                inquiry,
                answer,
                chosen,
                choice.rolled() == null ? plan : rolled(choice.rolled(), plan, inquiry, answer));
    }

    private static AnnualPlan carried(AnnualPlan plan, Answer answer) {
        try {
            return CarriedYear.of(plan, answer.snapshot());
        } catch (TooLittleKnown e) {
            throw Refusal.conflict("ANNUAL_YEAR_SHORT", e.monthsKnown(), TooLittleKnown.MONTHS_NEEDED);
        }
    }

    private AnnualPlan rolled(String number, AnnualPlan newer, Inquiry inquiry, Answer answer) {
        KeptAnnualPlan before = getPlan(number, null);
        if (!before.company().equals(inquiry.company())) {
            throw Refusal.conflict("ANNUAL_OTHER_COMPANY", number, before.company(), inquiry.company());
        }
        if (newer.asOf().isBefore(before.asOf())) {
            throw Refusal.conflict(
                    "ANNUAL_EARLIER",
                    number,
                    before.asOf().toString(),
                    newer.asOf().toString());
        }
        if (newer.first().isAfter(before.last().plusMonths(1))) {
            throw Refusal.conflict(
                    "ANNUAL_GAP",
                    number,
                    before.last().toString(),
                    newer.first().toString());
        }
        return RolledYear.of(content(before), newer, answer.snapshot());
    }

    /**
     * Freezes a plan of an answered question as an annual plan, or as the next version of one.
     *
     * @param note why this one; required where the plan breaks a must rule
     * @throws Refusal where it cannot be done, breaks a rule without a reason, covers no whole month or is frozen already
     */
    public KeptAnnualPlan freeze(Choice choice, String note, Person by) {
        return keep(draft(choice), choice.rolled(), note, by);
    }

    KeptAnnualPlan keep(Draft draft, @Nullable String number, String note, Person by) {
        String said = note.strip();
        if (said.length() > Decisions.LONGEST_TEXT) {
            throw Refusal.badInput("NOTE_TOO_LONG", said.length(), Decisions.LONGEST_TEXT);
        }
        if (!draft.chosen().feasible()) {
            throw Refusal.conflict("PLAN_INFEASIBLE", draft.chosen().letter());
        }
        if (!draft.chosen().compliant() && said.isEmpty()) {
            throw Refusal.badInput("REASON_MISSING", draft.chosen().letter());
        }
        archive.put(SnapshotText.write(draft.answer().snapshot()).getBytes(StandardCharsets.UTF_8));
        Hash content = archive.put(AnnualText.write(draft.plan()));
        return log.use(open -> append(open, draft, number, content, said, by));
    }

    /** Looks at what is there and writes with the log alone, so that two people freeze the same plan once. */
    private KeptAnnualPlan append(
            DecisionLog open, Draft draft, @Nullable String number, Hash content, String note, Person by) {
        String company = draft.inquiry().company();
        index.findByPlan(company, draft.chosen().id()).ifPresent(there -> {
            throw Refusal.conflict(
                    "ANNUAL_FROZEN", draft.chosen().letter(), there.number(), there.version(), there.byName());
        });
        KeptAnnualPlan before = number == null ? null : getPlan(number, null);
        var place = new AnnualRecord.Place(
                before == null ? next() : before.number(),
                before == null ? 1 : before.version() + 1,
                before,
                new String(open.checkpoint().bytes(), StandardCharsets.UTF_8));
        byte[] record = AnnualRecord.of(
                place,
                draft.inquiry(),
                draft.answer(),
                draft.chosen(),
                draft.plan(),
                content.hex(),
                note,
                by,
                clock.instant());
        long at = open.append(record).index();
        return AnnualRecord.read(at, Hash.of(record).hex(), JsonMapper.shared().readTree(record));
    }

    private String next() {
        String ofDay = "AP-" + DAY.format(LocalDate.now(clock)) + "-";
        return ofDay + "%03d".formatted(index.begun(ofDay) + 1);
    }

    /** The newest version of each annual plan of a company, the last frozen first. */
    public List<KeptAnnualPlan> listPlans(String company) {
        return index.latest(company);
    }

    /** Every version, the newest first. */
    public List<KeptAnnualPlan> listVersions(String number) {
        List<KeptAnnualPlan> versions = index.versions(number);
        if (versions.isEmpty()) {
            throw Refusal.notFound("ANNUAL_NOT_FOUND", number);
        }
        return versions;
    }

    /** @param version null takes the newest */
    public KeptAnnualPlan getPlan(String number, @Nullable Integer version) {
        List<KeptAnnualPlan> versions = listVersions(number);
        if (version == null) {
            return versions.getFirst();
        }
        int wanted = version;
        return versions.stream()
                .filter(plan -> plan.version() == wanted)
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("ANNUAL_NO_VERSION", number, wanted));
    }

    /** The frozen months; refused by the archive where they are not those of the record. */
    public AnnualPlan content(KeptAnnualPlan plan) {
        return AnnualText.read(archive.get(Hash.fromHex(plan.content())));
    }

    /** The plan against what the company's data tells now. */
    public AgainstActual compare(KeptAnnualPlan plan) {
        Business business = companies.business(plan.company());
        return AgainstActual.of(
                content(plan), business.snapshot(), business.card().asOf());
    }
}
