package io.sandtable.web.month;

import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.web.annual.AnnualPlans;
import io.sandtable.web.annual.FrozenPlans;
import io.sandtable.web.company.Companies;
import io.sandtable.web.company.LoadedCompanies;
import io.sandtable.web.decide.Decisions;
import io.sandtable.web.inquiry.Inquiry;
import io.sandtable.web.inquiry.KeptAnswers;
import io.sandtable.web.month.MonthStep.Kind;
import io.sandtable.web.people.Person;
import io.sandtable.web.people.Role;
import io.sandtable.web.rulebook.NewRules;
import io.sandtable.web.rulebook.RuleBook;
import io.sandtable.web.service.Colleague;
import io.sandtable.web.service.DemoService;
import io.sandtable.web.service.RunningService;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The steps of a month as the demo company's records have them, seen from days of our choice. */
class MonthCloseIT {
    private static final String QUESTION = "预计下季度新能源汽车电池壳订单增长40%。下月需预留30%产能应对突击订单";

    private static RunningService service;
    private static Inquiry done;
    private static Person li;

    @BeforeAll
    static void people() {
        service = DemoService.running();
        done = DemoService.answered(QUESTION);
        li = Colleague.of(service, "li.month", "李敏", Role.MANAGER).person();
    }

    private static List<MonthStep> stepsOn(String day) {
        Clock clock = Clock.fixed(Instant.parse(day + "T04:00:00Z"), ZoneId.of("Asia/Shanghai"));
        return new MonthClose(
                        service.get(LoadedCompanies.class),
                        service.get(AnnualPlans.class),
                        service.get(RuleBook.class),
                        service.get(NewRules.class),
                        service.get(Decisions.class),
                        clock)
                .closing(Companies.DEMO)
                .steps();
    }

    private static MonthStep step(String day, Kind kind) {
        return stepsOn(day).stream()
                .filter(step -> step.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void balances_areThereForTheMonthTheyReachTo_andReconciled() {
        assertThat(stepsOn("2026-11-25")).extracting(MonthStep::kind).containsExactly(Kind.values());
        assertThat(step("2026-11-25", Kind.IMPORT).done()).isTrue();
        assertThat(step("2026-12-02", Kind.IMPORT))
                .matches(s -> !s.done() && s.state().equals("behind"));
        assertThat(step("2026-11-25", Kind.RECONCILE).done()).isTrue();
    }

    @Test
    void planAgainstActual_isSaidOfAMonthThatIsOverAndWasPlanned() {
        String number = FrozenPlans.ago(service, YearMonth.of(2026, 9), done.id(), "E", li);

        MonthStep october = step("2026-11-25", Kind.COMPARE);
        MonthStep november = step("2026-12-02", Kind.COMPARE);

        assertThat(october.done()).isTrue();
        assertThat(october.arguments()).hasSize(3);
        assertThat(november).matches(s -> !s.done() && s.state().equals("untold"));
        assertThat(november.address()).startsWith("/annual/" + number);
        assertThat(step("2023-01-05", Kind.COMPARE).state()).isEqualTo("none");
    }

    @Test
    void decision_countsOnceSomethingWasDoneAboutItAfterTheMonth() {
        Decisions decisions = service.get(Decisions.class);
        String today = LocalDate.now(service.get(Clock.class)).toString();
        String years = "2099-01-05";
        String number = decisions
                .propose(KeptAnswers.copy(service, done, "li.month"), "A", "", "月结", li)
                .number();

        MonthStep proposed = step(today, Kind.RELEASE);
        decisions.approve(
                number,
                "",
                Colleague.of(service, "wang.month", "王强", Role.MANAGER).person());
        MonthStep approved = step(today, Kind.RELEASE);

        assertThat(proposed.state()).isIn("proposed", "approved", "done");
        assertThat(approved.state()).isIn("approved", "done");
        assertThat(approved.at()).isNotNull();
        assertThat(step(years, Kind.RELEASE))
                .matches(s -> !s.done() && s.state().equals("none"));
    }
}
