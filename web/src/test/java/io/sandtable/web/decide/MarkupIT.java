package io.sandtable.web.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.rules.Statement;
import io.sandtable.web.company.Companies;
import io.sandtable.web.inquiry.Inquiry;
import io.sandtable.web.inquiry.KeptAnswers;
import io.sandtable.web.people.Role;
import io.sandtable.web.rulebook.NewRules;
import io.sandtable.web.rulebook.RuleBook;
import io.sandtable.web.service.Colleague;
import io.sandtable.web.service.DemoService;
import io.sandtable.web.service.HttpBrowser;
import io.sandtable.web.service.RunningService;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Markup that somebody types into a rule, a reason, a note or a name is text wherever it is shown. */
class MarkupIT {
    private static final String QUESTION = "预计下季度新能源汽车电池壳订单增长40%。下月需预留30%产能应对突击订单";
    private static final String MARKUP = "<img src=x onerror=alert(1)>\"><script>alert(2)</script>";
    private static final String SHOWN =
            "&lt;img src=x onerror=alert(1)&gt;&quot;&gt;&lt;script&gt;alert(2)&lt;/script&gt;";

    private static RunningService service;
    private static Colleague author;
    private static Colleague second;

    @BeforeAll
    static void openService() {
        service = DemoService.running();
        author = Colleague.of(service, "markup.one", MARKUP, Role.values());
        second = Colleague.of(service, "markup.two", "乙" + MARKUP, Role.MANAGER);
    }

    @Test
    void typedMarkup_isTextOnEveryPage() {
        HttpBrowser browser = author.browser();
        Inquiry earlier = DemoService.answered(QUESTION);
        String brokenEarlier = DemoService.brokenPlan(QUESTION);
        String draft =
                HttpBrowser.location(browser.submit("/rules", "/rules", Map.of("sentence", "现金不低于4百万" + MARKUP)));
        isText(draft);
        browser.submit(draft, draft + "/reword", Map.of("sentence", " "));
        isText("/rules");
        String rule = service.get(RuleBook.class)
                .confirm(Companies.DEMO, "现金底线" + MARKUP, statement(), author.person())
                .id();
        String run;
        String broken;
        String decision;
        try {
            isText("/rules");
            isText("/runs/" + earlier.id() + "/decide?plan=" + brokenEarlier);
            run = "/runs/" + answered();
            broken = DemoService.brokenPlan(QUESTION);
            isText(run + "/decide?plan=" + broken);
            decision = HttpBrowser.location(browser.submit(
                    run + "/decide?plan=" + broken,
                    run + "/decide?plan=" + broken,
                    Map.of("reviewed", planOf(run, broken), "reason", "因为" + MARKUP, "note", "先这样" + MARKUP)));
            assertThat(decision).startsWith("/decisions/A-");
        } finally {
            browser.submit("/rules", "/rules/" + rule + "/retire", Map.of("reason", "不要了" + MARKUP));
        }
        isText("/rules?retired=true");
        isText(decision);
        second.browser().submit(decision, decision + "/return", Map.of("note", "再看" + MARKUP));
        isText(decision);
        isText("/decisions");
        isText("/people");
        for (String page : List.of(
                "/", "/runs", run + "/compare", run + "/compare?view=table", run + "/why?plan=" + broken, "/me")) {
            isHarmless(browser.page(page), page);
        }
    }

    private static void isText(String address) {
        String page = author.browser().page(address);
        assertThat(page).as(address).contains(SHOWN);
        isHarmless(page, address);
    }

    private static void isHarmless(String page, String address) {
        assertThat(page).as(address).doesNotContain("<img src=x").doesNotContain("<script>");
    }

    private static String planOf(String run, String broken) {
        return author.browser()
                .page(run + "/decide?plan=" + broken)
                .replaceAll("(?s).*name=\"reviewed\" value=\"([^\"]+)\".*", "$1");
    }

    private static Statement statement() {
        NewRules newRules = service.get(NewRules.class);
        String draft = newRules.say(Companies.DEMO, "现金不低于4百万", author.name()).id();
        Statement statement = newRules.read(draft).items().getFirst().statement();
        newRules.discard(draft);
        return statement;
    }

    private static String answered() {
        return KeptAnswers.copy(service, DemoService.answered(QUESTION), author.name());
    }
}
