package io.sandtable.web.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sandtable.web.Language;
import io.sandtable.web.ask.Alternative;
import io.sandtable.web.ask.Answer;
import io.sandtable.web.people.Person;
import io.sandtable.web.people.Role;
import io.sandtable.web.service.RunningService;
import io.sandtable.web.service.Runs;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A question's life in the running service, without its pages. */
class InquiryIT {
    private static final String GROWTH = "预计下季度新能源汽车电池壳订单增长40%";

    @TempDir
    static Path home;

    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.at(home, "--sandtable.simulation.steps=80");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static Asking asking() {
        return service.get(Asking.class);
    }

    @Test
    void question_becomesPlansThatAreTheSameAfterARestart() {
        Inquiry asked = asking().ask("demo", GROWTH + "。下月需预留30%产能应对突击订单", Language.ZH, "li");
        assertThat(asked.chips()).hasSize(2).allMatch(c -> c.state() == Chip.State.TO_CONFIRM);

        Inquiry queued = asking().confirmAllAndRun(asked.id(), "li");
        LiveRun run = service.get(RunQueue.class).findRun(queued.id()).orElseThrow();
        List<RunEvent> events = Collections.synchronizedList(new ArrayList<>());
        run.listen(0, events::add);
        Inquiry done = Runs.ended(service, asked.id());
        Answer answer = service.get(Answers.class).getAnswer(done.id());
        List<String> before = hashes(answer);
        service.close();
        service = RunningService.at(home, "--sandtable.simulation.steps=80");
        List<String> after = hashes(service.get(Answers.class).getAnswer(done.id()));

        assertThat(done.state()).isEqualTo(Inquiry.State.DONE);
        assertThat(answer.plans()).hasSizeGreaterThanOrEqualTo(3);
        assertThat(answer.plans()).anyMatch(p -> !p.compliant());
        assertThat(events).extracting(RunEvent::kind).contains("stage", "strategies", "plan", "state");
        assertThat(events).extracting(RunEvent::number).doesNotHaveDuplicates().isSorted();
        assertThat(after).isEqualTo(before);
    }

    private static List<String> hashes(Answer answer) {
        var hashes = new ArrayList<String>();
        hashes.add(answer.baseline().resultHash());
        answer.plans().stream().map(Alternative::resultHash).forEach(hashes::add);
        return hashes;
    }

    @Test
    void cancelledRun_keepsItsConditionsAndIsNoted() {
        Inquiry asked = asking().ask("demo", GROWTH, Language.ZH, "li");
        asking().confirmAllAndRun(asked.id(), "li");

        service.get(RunQueue.class).cancel(asked.id());

        Inquiry ended = Runs.ended(service, asked.id());
        assertThat(ended.state()).isEqualTo(Inquiry.State.CANCELLED);
        assertThat(ended.chips()).hasSize(1);
        assertThat(service.get(Inquiries.class).listRuns(asked.id()))
                .extracting(Inquiries.RunNote::endedBecause)
                .containsExactly("cancelled");
    }

    @Test
    void unknownName_isAskedBackAndRunsOnlyOnceAnswered() {
        Inquiry asked = asking().ask("demo", "冰箱门订单增加30%", Language.ZH, "li");

        assertThat(asked.isRunnable()).isFalse();
        assertThatThrownBy(() -> asking().confirmAllAndRun(asked.id(), "li"))
                .isInstanceOfSatisfying(
                        InquiryRefused.class, e -> assertThat(e.code()).isEqualTo(InquiryRefused.Code.NOT_READY));
    }

    @Test
    void edit_changesTheReadingAndSaysItBack() {
        Inquiry asked = asking().ask("demo", GROWTH, Language.ZH, "li");

        Inquiry edited = asking().edit(asked, "c1", new ChipEdit(25.0, null, null));

        Chip chip = edited.chip("c1");
        assertThat(chip.edited()).isTrue();
        assertThat(chip.findStatement().orElseThrow().paraphrase().zh()).contains("25");
    }

    @Test
    void standingRule_joinsTheNextQuestionByItself() {
        var rules = service.get(io.sandtable.web.rulebook.RuleBook.class);
        Person li = new Person("li", "李敏", Set.of(Role.MANAGER), true, false, Instant.EPOCH, null);
        Inquiry said = asking().ask("demo", "下月需预留30%产能应对突击订单", Language.ZH, "li");
        var rule = rules.confirm(
                "demo", said.chips().getFirst().sentence(), said.statements().getFirst(), li);

        Inquiry next = asking().ask("demo", GROWTH, Language.ZH, "wang");
        rules.retire("demo", rule.id(), "试完了", li);
        Inquiry later = asking().ask("demo", GROWTH, Language.ZH, "wang");

        assertThat(next.chips())
                .filteredOn(Chip::addedBySystem)
                .extracting(Chip::ruleId)
                .containsExactly(rule.id());
        assertThat(later.chips()).noneMatch(Chip::addedBySystem);
    }
}
