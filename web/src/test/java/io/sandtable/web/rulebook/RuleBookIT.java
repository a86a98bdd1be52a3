package io.sandtable.web.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.rules.Statement;
import io.sandtable.web.company.Companies;
import io.sandtable.web.inquiry.Inquiry;
import io.sandtable.web.inquiry.RevisionNotes;
import io.sandtable.web.people.Role;
import io.sandtable.web.rulebook.RuleBook.StandingRule;
import io.sandtable.web.service.Colleague;
import io.sandtable.web.service.DemoService;
import io.sandtable.web.service.HttpBrowser;
import io.sandtable.web.service.RunningService;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The rule book with a real graph, over HTTP where people come by the page. */
class RuleBookIT {
    private static final String QUESTION = "预计下季度新能源汽车电池壳订单增长40%。下月需预留30%产能应对突击订单";

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

        List<StandingRule> rules = book().confirm(Companies.DEMO, "现金先后两条线", statements, keeper.name());
        try {
            assertThat(rules).extracting(StandingRule::id).doesNotHaveDuplicates();
            assertThat(book().listRules(Companies.DEMO))
                    .filteredOn(rule -> rule.sentence().equals("现金先后两条线"))
                    .extracting(StandingRule::statement)
                    .containsExactlyInAnyOrderElementsOf(statements);
            assertThat(changes(inquiry)).isEqualTo(before + 1);

            List<StandingRule> again = book().confirm(Companies.DEMO, "现金先后两条线", statements, keeper.name());

            assertThat(again).extracting(StandingRule::id).isEqualTo(ids(rules));
            assertThat(changes(inquiry)).as("once more changes nothing").isEqualTo(before + 1);
        } finally {
            rules.forEach(rule -> book().retire(Companies.DEMO, rule.id(), "试完了", keeper.name()));
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
        book().listRules(Companies.DEMO).stream()
                .filter(rule -> rule.isActive() && rule.by().equals(keeper.name()))
                .forEach(rule -> book().retire(Companies.DEMO, rule.id(), "试完了", keeper.name()));
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
