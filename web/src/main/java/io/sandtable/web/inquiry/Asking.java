package io.sandtable.web.inquiry;

import io.sandtable.rules.Question;
import io.sandtable.rules.Reader;
import io.sandtable.rules.Statement;
import io.sandtable.web.Language;
import io.sandtable.web.ask.AskQuestion;
import io.sandtable.web.company.Business;
import io.sandtable.web.company.LoadedCompanies;
import io.sandtable.web.inquiry.InquiryRefused.Code;
import io.sandtable.web.rulebook.RuleBook;
import io.sandtable.web.settings.SimulationSettings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** From words to conditions that a person agrees with; nothing is run before she does. */
@Component
public class Asking {
    /** Of all the text in the box. */
    public static final int LONGEST_TEXT = 4_000;

    /** A full stop of a number such as 1.5 is none of a sentence. */
    private static final Pattern SENTENCE_END = Pattern.compile("[。；;！!？?\\n\\r]+|\\.(?=\\s|$)");

    private final Inquiries inquiries;
    private final LoadedCompanies companies;
    private final RuleBook rules;
    private final RunQueue queue;
    private final SimulationSettings simulation;

    Asking(
            Inquiries inquiries,
            LoadedCompanies companies,
            RuleBook rules,
            RunQueue queue,
            SimulationSettings simulation) {
        this.inquiries = inquiries;
        this.companies = companies;
        this.rules = rules;
        this.queue = queue;
        this.simulation = simulation;
    }

    /** Begins an inquiry with what was said; the company's standing rules join it. */
    public Inquiry ask(String company, String text, Language language, String author) {
        List<String> sentences = sentences(text);
        Business business = companies.business(company);
        LocalDate asOf = business.card().asOf();
        var chips = new ArrayList<Chip>();
        for (RuleBook.StandingRule rule : rules.active(business.snapshot())) {
            chips.add(new Chip(
                    "",
                    rule.sentence(),
                    Chip.State.CONFIRMED,
                    rule.statement(),
                    List.of(),
                    rule.id(),
                    rule.by(),
                    false));
        }
        chips.addAll(understood(sentences, AskQuestion.reader(business, asOf), author));
        return inquiries.add(company, language, author, asOf, simulation.seed(), numbered(chips));
    }

    /** Says something more. */
    public Inquiry say(String id, String text, String author) {
        List<String> sentences = sentences(text);
        return change(id, inquiry -> {
            var chips = new ArrayList<>(inquiry.chips());
            chips.addAll(understood(sentences, reader(inquiry), author));
            return numbered(chips);
        });
    }

    /** 是这个意思. */
    public Inquiry confirm(String id, String chipId) {
        return replace(id, chipId, chip -> {
            if (chip.statement() == null) {
                throw new InquiryRefused(Code.NOT_READY, chip.sentence());
            }
            return List.of(chip.confirmed());
        });
    }

    /** Takes a condition away. */
    public Inquiry remove(String id, String chipId) {
        return replace(id, chipId, chip -> List.of());
    }

    /** Answers an open point with one of its choices, counted from 0. */
    public Inquiry choose(String id, String chipId, int question, int choice) {
        Inquiry inquiry = inquiries.getInquiry(id);
        Reader reader = reader(inquiry);
        return replace(id, chipId, chip -> {
            if (question < 0
                    || question >= chip.questions().size()
                    || choice < 0
                    || choice >= chip.questions().get(question).choices().size()) {
                throw new InquiryRefused(Code.CHIP_GONE);
            }
            String sentence = answered(chip.sentence(), chip.questions().get(question), choice);
            return Chip.of(sentence, reader.understand(sentence), chip.by());
        });
    }

    /** Changes value, window or binding of a reading by the form. */
    public Inquiry edit(String id, String chipId, ChipEdit edit) {
        Inquiry inquiry = inquiries.getInquiry(id);
        Reader reader = reader(inquiry);
        return replace(id, chipId, chip -> {
            Statement before =
                    chip.findStatement().orElseThrow(() -> new InquiryRefused(Code.NOT_READY, chip.sentence()));
            Statement after = edit.applyTo(before);
            return List.of(chip.reading(after.paraphrasedAs(reader.paraphrase(after))));
        });
    }

    /** A person's yes to everything that stands there; the run begins as soon as there is room. */
    public Inquiry confirmAllAndRun(String id, String by) {
        Inquiry inquiry = inquiries.getInquiry(id);
        if (inquiry.state().isPending()) {
            throw new InquiryRefused(Code.PENDING, id);
        }
        if (!inquiry.isRunnable()) {
            throw new InquiryRefused(Code.NOT_READY, id);
        }
        return queue.submit(inquiry, by);
    }

    /** The same question on today's data: a new inquiry, because the old one keeps its plans. */
    public Inquiry again(String id, String author) {
        Inquiry old = inquiries.getInquiry(id);
        Business business = companies.business(old.company());
        List<Chip> chips = old.chips().stream().filter(c -> !c.addedBySystem()).toList();
        var all = new ArrayList<Chip>();
        for (RuleBook.StandingRule rule : rules.active(business.snapshot())) {
            all.add(new Chip(
                    "",
                    rule.sentence(),
                    Chip.State.CONFIRMED,
                    rule.statement(),
                    List.of(),
                    rule.id(),
                    rule.by(),
                    false));
        }
        all.addAll(chips);
        return inquiries.add(
                old.company(), old.language(), author, business.card().asOf(), old.seed(), numbered(all));
    }

    /** Throws a question away that nobody has decided on. */
    public void discard(String id) {
        if (inquiries.getInquiry(id).state().isPending()) {
            throw new InquiryRefused(Code.PENDING, id);
        }
        inquiries.remove(id);
    }

    private Reader reader(Inquiry inquiry) {
        return AskQuestion.reader(companies.business(inquiry.company()), inquiry.asOf());
    }

    private static List<Chip> understood(List<String> sentences, Reader reader, String author) {
        return sentences.stream()
                .flatMap(s -> Chip.of(s, reader.understand(s), author).stream())
                .toList();
    }

    /** A name stands for the word that was unclear; anything else is a sentence to say instead. */
    private static String answered(String sentence, Question question, int choice) {
        String value = question.choices().get(choice).value();
        String unclear =
                question.arguments().isEmpty() ? "" : question.arguments().getFirst();
        return !unclear.isEmpty() && sentence.contains(unclear) && isId(value)
                ? sentence.replaceFirst(Pattern.quote(unclear), java.util.regex.Matcher.quoteReplacement(value))
                : value;
    }

    private static boolean isId(String value) {
        return io.sandtable.model.NodeType.ofId(value).isPresent();
    }

    private Inquiry replace(String id, String chipId, java.util.function.Function<Chip, List<Chip>> by) {
        return change(id, inquiry -> {
            Chip chip = inquiry.chip(chipId);
            var chips = new ArrayList<Chip>();
            for (Chip c : inquiry.chips()) {
                chips.addAll(c == chip ? by.apply(c) : List.of(c));
            }
            return numbered(chips);
        });
    }

    private Inquiry change(String id, java.util.function.Function<Inquiry, List<Chip>> chips) {
        Inquiry before = inquiries.getInquiry(id);
        if (before.state().isPending()) {
            throw new InquiryRefused(Code.PENDING, id);
        }
        if (before.state() == Inquiry.State.DONE) {
            // its plans rest on these conditions; another question is another inquiry
            throw new InquiryRefused(Code.CHANGED, id);
        }
        Inquiry after = before.withChips(chips.apply(before), inquiries.after(before));
        inquiries.change(before, after);
        return after;
    }

    /** Chips keep their ids; new ones get the next. */
    private static List<Chip> numbered(List<Chip> chips) {
        int last = chips.stream()
                .filter(c -> !c.id().isEmpty())
                .mapToInt(c -> Integer.parseInt(c.id().substring(1)))
                .max()
                .orElse(0);
        var numbered = new ArrayList<Chip>();
        for (Chip chip : chips) {
            numbered.add(chip.id().isEmpty() ? chip.withId("c" + ++last) : chip);
        }
        return numbered;
    }

    private static List<String> sentences(String text) {
        if (text.length() > LONGEST_TEXT) {
            throw new InquiryRefused(Code.TOO_LONG, Integer.toString(text.length()), Integer.toString(LONGEST_TEXT));
        }
        List<String> sentences = SENTENCE_END
                .splitAsStream(text)
                .map(String::strip)
                .filter(s -> !s.isEmpty())
                .toList();
        if (sentences.isEmpty()) {
            throw new InquiryRefused(Code.EMPTY);
        }
        return sentences;
    }
}
