package io.sandtable.web.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.model.BusinessSnapshot;
import io.sandtable.rules.Statement;
import io.sandtable.rules.Window;
import io.sandtable.web.ask.HomeLog;
import io.sandtable.web.company.Companies;
import io.sandtable.web.company.LoadedCompanies;
import io.sandtable.web.inquiry.Inquiry;
import io.sandtable.web.inquiry.RevisionNotes;
import io.sandtable.web.people.Role;
import io.sandtable.web.rulebook.RuleBook.StandingRule;
import io.sandtable.web.service.Colleague;
import io.sandtable.web.service.DemoService;
import io.sandtable.web.service.HttpBrowser;
import io.sandtable.web.service.RunningService;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The rule book with a real graph, over HTTP where people come by the page. */
class RuleBookIT {
    private static final String QUESTION = "预计下季度新能源汽车电池壳订单增长40%。下月需预留30%产能应对突击订单";

    private static final Window PAST = new Window(LocalDate.parse("2026-03-01"), LocalDate.parse("2026-03-31"));

    private static RunningService service;
    private static Colleague keeper;

    @BeforeAll
    static void openService() {
        service = DemoService.running();
        keeper = Colleague.of(service, "rule.keeper", "管规", Role.MANAGER, Role.PLANNER);
    }

    @Test
    void twoStatementsOfOneSentence_areTwoRulesInOneRevision() {
        Inquiry inquiry = DemoService.answered(QUESTION);
        int before = changes(inquiry);
        List<Statement> statements = List.of(statement("现金不低于2百万"), statement("现金不低于3百万"));
        assertThat(statements.getFirst().kind()).isEqualTo(statements.getLast().kind());
        assertThat(statements.getFirst().entities())
                .isEqualTo(statements.getLast().entities());

        List<StandingRule> rules = book().confirm(Companies.DEMO, "现金先后两条线", statements, List.of(), keeper.person());
        try {
            assertThat(rules).extracting(StandingRule::id).doesNotHaveDuplicates();
            assertThat(book().listRules(Companies.DEMO))
                    .filteredOn(rule -> rule.sentence().equals("现金先后两条线"))
                    .extracting(StandingRule::statement)
                    .containsExactlyInAnyOrderElementsOf(statements);
            assertThat(changes(inquiry)).isEqualTo(before + 1);

            List<StandingRule> again =
                    book().confirm(Companies.DEMO, "现金先后两条线", statements, List.of(), keeper.person());

            assertThat(again).extracting(StandingRule::id).isEqualTo(ids(rules));
            assertThat(changes(inquiry)).as("once more changes nothing").isEqualTo(before + 1);
        } finally {
            rules.forEach(rule -> book().retire(Companies.DEMO, rule.id(), "试完了", keeper.person()));
        }
    }

    @Test
    void yesSaidTwice_endsAtTheRuleBook() {
        String draft = newRules().say(Companies.DEMO, "现金不低于3百万", keeper.name()).id();
        String confirm = "/rules/drafts/" + draft + "/confirm";

        HttpResponse<String> first = keeper.browser().submit("/rules", confirm, Map.of());
        HttpResponse<String> second = keeper.browser().submit("/rules", confirm, Map.of());

        assertThat(HttpBrowser.location(first)).isEqualTo("/rules");
        assertThat(HttpBrowser.location(second)).isEqualTo("/rules");
        assertThat(keeper.browser().page("/rules")).contains(draft, "已处理或丢弃", "现金不低于3百万");
        retireMine();
    }

    @Test
    void changedRule_isANewVersionThatEndsTheOldOneOnRecord() {
        StandingRule first = confirmed("现金不低于310万");
        try {
            HttpResponse<String> said = keeper.browser()
                    .submit("/rules", "/rules", Map.of("sentence", "现金不低于350万", "replaces", first.id()));
            String draft = HttpBrowser.location(said);
            assertThat(keeper.browser().page(draft)).contains("确认后取代", "现金不低于350万");
            keeper.browser()
                    .submit(
                            draft,
                            draft + "/confirm",
                            Map.of("seen", keeper.browser().value(draft, "seen")));

            StandingRule second = active("现金不低于350万");
            assertThat(second.replaces()).containsExactly(first.id());
            assertThat(book().getRule(Companies.DEMO, first.id()).isActive()).isFalse();
            assertThat(keeper.browser().page("/rules")).contains("第 2 版", "现金不低于310万");
            assertThat(records(first.id())).containsExactly("confirmed", "retired");
            assertThat(records(second.id())).containsExactly("confirmed");
            assertThat(keeper.restJson("/api/v1/rules").get("rules").values())
                    .filteredOn(rule -> rule.get("id").asString().equals(second.id()))
                    .singleElement()
                    .satisfies(rule ->
                            assertThat(rule.at("/replaces/0").asString()).isEqualTo(first.id()));
        } finally {
            retireMine();
        }
    }

    @Test
    void ruleThatExcludesAnother_isShownBesideItAndConfirmedOnlyInItsPlace() {
        StandingRule only = confirmed("高强铝锭只能从澄川采购");
        try {
            String draft = HttpBrowser.location(
                    keeper.browser().submit("/rules", "/rules", Map.of("sentence", "不要从澄川采购高强铝锭")));
            assertThat(keeper.browser().page(draft))
                    .contains("这两条不能同时成立", "用这一条取代已有的")
                    .doesNotContain("确认并加入规则库");
            HttpResponse<String> early = keeper.browser().submit(draft, draft + "/confirm", Map.of());
            assertThat(book().getRule(Companies.DEMO, only.id()).isActive()).isTrue();
            assertThat(HttpBrowser.location(early)).isEqualTo(draft);

            keeper.browser().submit(draft, draft + "/replace", Map.of("rule", only.id()));

            assertThat(keeper.browser().page(draft)).contains("确认后取代", "确认并加入规则库");
            keeper.browser()
                    .submit(
                            draft,
                            draft + "/confirm",
                            Map.of("seen", keeper.browser().value(draft, "seen")));
            assertThat(book().getRule(Companies.DEMO, only.id()).isActive()).isFalse();
        } finally {
            retireMine();
        }
    }

    @Test
    void draft_saysWhichPlansItWouldBreakAndByHowMuch() {
        Inquiry inquiry = DemoService.answered(QUESTION);
        String draft = newRules().say(Companies.DEMO, "现金不低于9亿", keeper.name()).id();
        try {
            JsonNode touched = keeper.restJson("/api/v1/rules/" + draft).get("touches");

            assertThat(touched.values())
                    .filteredOn(t -> t.get("scenario").asString().equals(inquiry.id()))
                    .singleElement()
                    .satisfies(t -> {
                        JsonNode breach = t.get("breaches").get(0);
                        assertThat(breach.get("limit").asDouble()).isEqualTo(900_000_000);
                        assertThat(breach.get("actual").asDouble()).isLessThan(900_000_000);
                        assertThat(breach.get("unit").asString()).isEqualTo("CNY");
                    });
            assertThat(keeper.browser().page("/rules/drafts/" + draft)).contains("界限 90,000.0 万");
        } finally {
            newRules().discard(draft);
        }
    }

    @Test
    void ruleWhoseLastDayIsOver_joinsNoQuestion() {
        LocalDate last = Objects.requireNonNull(PAST.to());
        StandingRule past = book().confirm(Companies.DEMO, "旧账", within(statement("现金不低于3百万"), PAST), keeper.person());
        try {
            assertThat(book().active(snapshot(), last)).contains(past);
            assertThat(book().active(snapshot(), last.plusDays(1))).doesNotContain(past);
            assertThat(keeper.browser().page("/rules")).contains("已过期");
        } finally {
            retireMine();
        }
    }

    private static Statement within(Statement s, Window window) {
        return new Statement(
                s.kind(),
                s.modality(),
                s.entities(),
                s.comparator(),
                s.quantity(),
                window,
                s.recurrence(),
                s.slots(),
                s.source(),
                s.paraphrase());
    }

    private static BusinessSnapshot snapshot() {
        return service.get(LoadedCompanies.class).business(Companies.DEMO).snapshot();
    }

    private static StandingRule confirmed(String sentence) {
        String draft = newRules().say(Companies.DEMO, sentence, keeper.name()).id();
        return newRules().confirm(draft, "", keeper.person()).getFirst();
    }

    private static StandingRule active(String sentence) {
        return book().listRules(Companies.DEMO).stream()
                .filter(rule -> rule.isActive() && rule.sentence().equals(sentence))
                .findFirst()
                .orElseThrow();
    }

    private static void retireMine() {
        book().listRules(Companies.DEMO).stream()
                .filter(rule -> rule.isActive() && rule.by().equals(keeper.name()))
                .forEach(rule -> book().retire(Companies.DEMO, rule.id(), "试完了", keeper.person()));
    }

    /** What the log says became of a rule, in order. */
    private static List<String> records(String rule) {
        return service.get(HomeLog.class)
                .use(log -> log.recordsFrom(0).stream()
                        .map(JsonMapper.shared()::readTree)
                        .filter(json -> json.path("rule").asString("").equals(rule))
                        .map(json -> json.get("state").asString())
                        .toList());
    }

    private static Statement statement(String sentence) {
        String draft = newRules().say(Companies.DEMO, sentence, keeper.name()).id();
        Statement statement = newRules().read(draft).items().getFirst().statement();
        newRules().discard(draft);
        return statement;
    }

    private static List<String> ids(List<StandingRule> rules) {
        return rules.stream().map(StandingRule::id).toList();
    }

    private static int changes(Inquiry inquiry) {
        return service.get(RevisionNotes.class).since(inquiry).size();
    }

    private static RuleBook book() {
        return service.get(RuleBook.class);
    }

    private static NewRules newRules() {
        return service.get(NewRules.class);
    }
}
