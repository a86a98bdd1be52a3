package io.sandtable.web.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.web.company.Companies;
import io.sandtable.web.decide.Decisions;
import io.sandtable.web.inquiry.Asking;
import io.sandtable.web.inquiry.Inquiry;
import io.sandtable.web.inquiry.KeptAnswers;
import io.sandtable.web.rulebook.NewRules;
import io.sandtable.web.rulebook.RuleBook.StandingRule;
import io.sandtable.web.service.Colleague;
import io.sandtable.web.service.DemoService;
import io.sandtable.web.service.HttpBrowser;
import io.sandtable.web.service.RunningService;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every form that takes a sentence: what was typed when the session had ended stands in its field after signing in, without script. */
@Tag("trial")
class TypedTextIT {
    private static final String QUESTION = "预计下季度新能源汽车电池壳订单增长40%。下月需预留30%产能应对突击订单";
    private static final String TYPED = "佛山协力 & “客户” <b>同意</b>";
    private static final String SHOWN = "佛山协力 &amp; “客户” &lt;b&gt;同意&lt;/b&gt;";

    private static RunningService service;
    private static Colleague typist;
    private static Person author;
    private static StandingRule rule;

    @BeforeAll
    static void openService() {
        service = DemoService.running();
        typist = Colleague.of(service, "typist", "戴字", Role.MANAGER, Role.PLANNER);
        author = Colleague.of(service, "typist-author", "出题人", Role.MANAGER, Role.PLANNER)
                .person();
        String draft = newRules().say(Companies.DEMO, "现金不低于3百万", author.name()).id();
        rule = newRules().confirm(draft, "", author).getFirst();
    }

    @AfterAll
    static void retireTheRule() {
        typist.rest("POST", "/api/v1/rules/" + rule.id() + "/retire", "{\"reason\":\"试完了\"}");
    }

    /**
     * A form.
     *
     * @param page address of the page that it stands on
     * @param action where it sends to, as its page says
     * @param id of the field
     */
    record Form(String page, String action, String field, String id) {}

    static Stream<Form> forms() {
        String run = "/runs/" + answered();
        String broken = run + "/decide?plan=" + DemoService.brokenPlan(QUESTION);
        String decision = "/decisions/"
                + service.get(Decisions.class)
                        .propose(answered(), "A", "客户已书面同意", "", author)
                        .number();
        Inquiry asked =
                service.get(Asking.class).ask(Companies.DEMO, QUESTION, io.sandtable.web.Language.ZH, author.name());
        String draft = "/rules/drafts/"
                + newRules().say(Companies.DEMO, "现金不低于5百万", author.name()).id();
        return Stream.of(
                new Form("/", "/ask", "text", "sentence"),
                new Form("/ask", "/ask", "text", "text"),
                new Form("/ask/" + asked.id(), "/ask/" + asked.id() + "/say", "text", "text"),
                new Form(broken, broken, "reason", "reason"),
                new Form(run + "/decide?plan=A", run + "/decide?plan=A", "note", "note"),
                new Form(decision, decision + "/approve", "note", "approve-note"),
                new Form(decision, decision + "/return", "note", "return-note"),
                new Form(decision, decision + "/withdraw", "note", "withdraw-note"),
                new Form("/rules", "/rules", "sentence", "sentence"),
                new Form("/rules", "/rules/" + rule.id() + "/retire", "reason", "reason-" + rule.id()),
                new Form(draft, draft + "/reword", "sentence", "reword"));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void typedText_standsInItsFieldAfterSigningInAgain(Form form) {
        HttpBrowser browser = typist.browser(Redirect.NEVER);
        String before = browser.page(form.page());
        assertThat(before).contains("action=\"" + form.action() + "\"");
        assertThat(field(before, form.id())).contains("name=\"" + form.field() + "\"");

        browser.loseSession();
        HttpResponse<String> refused = browser.send(
                "POST",
                form.action(),
                Map.of(form.field(), TYPED, "_csrf", "of-the-lost-session"),
                request -> request.header("Referer", browser.address(form.page())));
        assertThat(HttpBrowser.location(refused)).isEqualTo("/sign-in?kept");
        HttpResponse<String> again = browser.signIn(typist.name(), Colleague.PASSWORD);

        assertThat(HttpBrowser.location(again)).isEqualTo(form.page());
        String after = browser.page(form.page());
        assertThat(field(after, form.id())).contains(SHOWN);
        assertThat(after.split(Pattern.quote(SHOWN), -1))
                .as("in that field alone")
                .hasSize(2);
        assertThat(browser.page(form.page())).as("once").doesNotContain(SHOWN);
    }

    /** A line of text or a box with what stands in it. */
    private static String field(String page, String id) {
        Matcher field = Pattern.compile(
                        "<textarea[^>]* id=\"" + id + "\"[^>]*>[^<]*</textarea>|<input[^>]* id=\"" + id + "\"[^>]*>")
                .matcher(page);
        assertThat(field.find()).as("a field %s", id).isTrue();
        return field.group();
    }

    private static String answered() {
        return KeptAnswers.copy(service, DemoService.answered(QUESTION), author.name());
    }

    private static NewRules newRules() {
        return service.get(NewRules.class);
    }
}
