package io.sandtable.web.rulebook;

import io.sandtable.audit.tlog.Hash;
import io.sandtable.model.NodeType;
import io.sandtable.rules.Modality;
import io.sandtable.rules.Question;
import io.sandtable.rules.SaidText;
import io.sandtable.rules.Statement;
import io.sandtable.rules.Understanding;
import io.sandtable.rules.UnderstandingJson;
import io.sandtable.simulation.scenario.ConditionRefused;
import io.sandtable.web.api.Refusal;
import io.sandtable.web.ask.Answer;
import io.sandtable.web.ask.Readers;
import io.sandtable.web.ask.RuleTrial;
import io.sandtable.web.ask.RuleTrial.Breach;
import io.sandtable.web.company.Business;
import io.sandtable.web.company.LoadedCompanies;
import io.sandtable.web.inquiry.Answers;
import io.sandtable.web.inquiry.Contradictions;
import io.sandtable.web.inquiry.Inquiries;
import io.sandtable.web.inquiry.Inquiry;
import io.sandtable.web.inquiry.RevisionNotes;
import io.sandtable.web.people.Person;
import io.sandtable.web.rulebook.RuleBook.StandingRule;
import io.sandtable.web.rulebook.RuleReading.Clash;
import io.sandtable.web.rulebook.RuleReading.Item;
import io.sandtable.web.rulebook.RuleReading.Problem;
import io.sandtable.web.rulebook.RuleReading.Touched;
import io.sandtable.web.settings.SimulationSettings;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** From a sentence to a standing rule: said back, checked against the planner and the open plans, and only then confirmed. */
@Component
@Profile("service")
public class NewRules {
    /** Of a rule's sentence. */
    public static final int LONGEST_SENTENCE = 500;

    /** So many questions are looked for; a plan of each of the first few is checked against the rule, which takes about a second. */
    private static final int QUESTIONS = 50;

    private static final int CHECKED = 3;

    private final RuleDrafts drafts;
    private final RuleBook book;
    private final LoadedCompanies companies;
    private final Readers readers;
    private final Inquiries inquiries;
    private final Answers answers;
    private final RevisionNotes revisions;
    private final SimulationSettings simulation;

    NewRules(
            RuleDrafts drafts,
            RuleBook book,
            LoadedCompanies companies,
            Readers readers,
            Inquiries inquiries,
            Answers answers,
            RevisionNotes revisions,
            SimulationSettings simulation) {
        this.drafts = drafts;
        this.book = book;
        this.companies = companies;
        this.readers = readers;
        this.inquiries = inquiries;
        this.answers = answers;
        this.revisions = revisions;
        this.simulation = simulation;
    }

    /** Keeps a sentence to be confirmed. */
    public RuleDraft say(String company, String sentence, String author) {
        return say(company, sentence, List.of(), author);
    }

    /** The same as a new version of rules that hold now: they end when it is confirmed. */
    public RuleDraft say(String company, String sentence, List<String> replaced, String author) {
        replaced.forEach(id -> active(company, id));
        return drafts.add(company, valid(sentence), replaced, author);
    }

    private StandingRule active(String company, String id) {
        StandingRule rule = book.getRule(company, id);
        if (!rule.isActive()) {
            throw Refusal.conflict("RULE_RETIRED", rule.sentence());
        }
        return rule;
    }

    /** Sentences that wait, the oldest first. */
    public List<RuleDraft> listDrafts(String company) {
        return drafts.list(company);
    }

    /** What the draft says, on the data of now. */
    public RuleReading read(String draftId) {
        RuleDraft draft = draft(draftId);
        Business business = companies.business(draft.company());
        Understanding understanding =
                readers.of(business, business.card().asOf()).understand(draft.sentence());
        List<Item> items = understanding.statements().stream()
                .map(statement -> new Item(statement, problem(draft, statement, business)))
                .toList();
        List<StandingRule> active = book.listRules(draft.company()).stream()
                .filter(StandingRule::isActive)
                .toList();
        List<StandingRule> replaced = active.stream()
                .filter(rule -> draft.replaces().contains(rule.id()))
                .toList();
        List<StandingRule> beside = active.stream()
                .filter(rule ->
                        !replaced.contains(rule) && !rule.isOver(business.card().asOf()))
                .toList();
        return new RuleReading(
                draft, items, understanding.questions(), replaced, clashes(items, beside), seen(draft, items));
    }

    private static List<Clash> clashes(List<Item> items, List<StandingRule> beside) {
        return items.stream()
                .map(Item::statement)
                .flatMap(statement -> beside.stream()
                        .filter(rule -> Contradictions.excludeEachOther(statement, rule.statement()))
                        .map(rule -> new Clash(statement, rule)))
                .toList();
    }

    private static String seen(RuleDraft draft, List<Item> items) {
        String content = items.stream()
                .map(item -> UnderstandingJson.tree(item.statement()).toString())
                .collect(Collectors.joining("\n", draft.sentence() + "\n" + draft.replaces() + "\n", ""));
        return Hash.of(content.getBytes(StandardCharsets.UTF_8)).hex();
    }

    private @Nullable Problem problem(RuleDraft draft, Statement statement, Business business) {
        boolean binding = statement.modality() == Modality.MUST || statement.modality() == Modality.PREFER;
        if (!statement.kind().isRule() || !binding) {
            return new Problem("problem.NOT_A_RULE", List.of());
        }
        try {
            new RuleTrial(draft.sentence(), statement)
                    .requireObeyable(business, business.card().asOf(), simulation.horizonDays(), simulation.seed());
            return null;
        } catch (ConditionRefused refused) {
            return new Problem("refused." + refused.code(), refused.arguments());
        }
    }

    /** The open plans that the rule would make stale: those of the newest questions whose data has not changed since. */
    public List<Touched> touched(RuleReading reading) {
        List<Inquiry> fresh = inquiries.listInquiries(reading.draft().company(), 0, QUESTIONS).stream()
                .filter(i ->
                        i.state() == Inquiry.State.DONE && revisions.since(i).isEmpty())
                .toList();
        var touched = new ArrayList<Touched>();
        for (Inquiry inquiry : fresh) {
            touched.add(new Touched(
                    inquiry.id(),
                    inquiry.text(),
                    touched.size() < CHECKED ? breaches(reading, answers.getAnswer(inquiry.id())) : null));
        }
        return touched;
    }

    /** The rule beside the question's own conditions; null where they cannot stand together, so nobody can tell. */
    private static @Nullable List<Breach> breaches(RuleReading reading, Answer answer) {
        try {
            return reading.items().stream()
                    .flatMap(item ->
                            new RuleTrial(reading.draft().sentence(), item.statement()).breaches(answer).stream())
                    .sorted(Comparator.comparing(breach -> breach.plan().letter()))
                    .toList();
        } catch (ConditionRefused refused) {
            return null;
        }
    }

    /** Answers an open point with one of its choices, counted from 0. */
    public void choose(String draftId, int question, int choice) {
        RuleReading reading = read(draftId);
        if (question < 0
                || question >= reading.questions().size()
                || choice < 0
                || choice >= reading.questions().get(question).choices().size()) {
            throw Refusal.conflict("CHANGED_MEANWHILE");
        }
        drafts.reword(
                draftId,
                answered(reading.draft().sentence(), reading.questions().get(question), choice));
    }

    /** A name stands for the word that was unclear; anything else is a sentence to say instead. */
    private static String answered(String sentence, Question question, int choice) {
        String value = question.choices().get(choice).value();
        String unclear =
                question.arguments().isEmpty() ? "" : question.arguments().getFirst();
        boolean name = NodeType.ofId(value).isPresent();
        return name && !unclear.isEmpty() && sentence.contains(unclear)
                ? sentence.replaceFirst(Pattern.quote(unclear), Matcher.quoteReplacement(value))
                : value;
    }

    public void reword(String draftId, String sentence) {
        draft(draftId);
        drafts.reword(draftId, valid(sentence));
    }

    /** Lets it take the place of one more rule that holds now. */
    public void replace(String draftId, String ruleId) {
        RuleDraft draft = draft(draftId);
        active(draft.company(), ruleId);
        drafts.replace(
                draftId,
                Stream.concat(draft.replaces().stream(), Stream.of(ruleId))
                        .distinct()
                        .toList());
    }

    public void discard(String draftId) {
        drafts.remove(draftId);
    }

    /**
     * A person's yes: each statement becomes a rule that every question takes along from now on.
     *
     * @param seen fingerprint of the reading that she saw; empty from programs that take it as it is
     */
    public List<StandingRule> confirm(String draftId, String seen, Person by) {
        RuleReading reading = read(draftId);
        if (!seen.isEmpty() && !seen.equals(reading.seen())) {
            throw Refusal.conflict("CHANGED_MEANWHILE");
        }
        if (seen.isEmpty() && reading.isReadByModel()) {
            throw Refusal.conflict("READ_BY_MODEL", reading.draft().id());
        }
        if (!reading.isConfirmable()) {
            throw Refusal.conflict("RULE_NOT_READY", reading.draft().sentence());
        }
        List<StandingRule> rules = book.confirm(
                reading.draft().company(),
                reading.draft().sentence(),
                reading.items().stream().map(RuleReading.Item::statement).toList(),
                reading.replaced().stream().map(StandingRule::id).toList(),
                by);
        drafts.remove(draftId);
        return rules;
    }

    private RuleDraft draft(String id) {
        return drafts.find(id).orElseThrow(() -> Refusal.notFound("RULE_DRAFT_GONE", id));
    }

    private static String valid(String sentence) {
        String said = SaidText.of(sentence).strip();
        if (said.isEmpty()) {
            throw Refusal.badInput("RULE_EMPTY");
        }
        if (said.length() > LONGEST_SENTENCE) {
            throw Refusal.badInput("NOTE_TOO_LONG", said.length(), LONGEST_SENTENCE);
        }
        return said;
    }
}
