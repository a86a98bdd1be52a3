package io.sandtable.web.inquiry;

import io.sandtable.model.Attributes;
import io.sandtable.rules.Question;
import io.sandtable.rules.Reader;
import io.sandtable.rules.SaidText;
import io.sandtable.rules.Statement;
import io.sandtable.rules.Understanding;
import io.sandtable.rules.Wording;
import io.sandtable.simulation.scenario.Intervention;
import io.sandtable.web.Language;
import io.sandtable.web.ask.AskQuestion;
import io.sandtable.web.ask.Readers;
import io.sandtable.web.company.Business;
import io.sandtable.web.company.LoadedCompanies;
import io.sandtable.web.inquiry.InquiryRefused.Code;
import io.sandtable.web.rulebook.RuleBook;
import io.sandtable.web.settings.SimulationSettings;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** From words to conditions that a person agrees with; nothing is run before she does. */
@Component
public class Asking {
    /** Of all the text in the box. */
    public static final int LONGEST_TEXT = 4_000;

    /** Of a question's name. */
    public static final int LONGEST_NAME = 60;

    /** Of one question; more than that nobody checks one by one. */
    public static final int MOST_CONDITIONS = 60;

    /** Between the day that the data speaks of and the day to plan from: calendars and demand know nothing of further years. */
    static final Period FURTHEST = Period.ofYears(5);

    /** A full stop of a number such as 1.5 is none of a sentence. */
    private static final Pattern SENTENCE_END = Pattern.compile("[。；;！!？?\\n\\r]+|\\.(?=\\s|$)");

    /** What a form can be made to say though no sentence could. */
    private static final Set<Question.Code> IMPOSSIBLE = EnumSet.of(
            Question.Code.IMPOSSIBLE_NUMBER,
            Question.Code.CONTRADICTORY_NUMBER,
            Question.Code.IMPOSSIBLE_DATE,
            Question.Code.UNCLEAR_WINDOW,
            Question.Code.MISSING_WINDOW,
            Question.Code.WRONG_UNIT);

    private final Inquiries inquiries;
    private final LoadedCompanies companies;
    private final RuleBook rules;
    private final Readers readers;
    private final RunQueue queue;
    private final SimulationSettings simulation;
    private final ObjectProvider<DecidedInquiries> decided;

    Asking(
            Inquiries inquiries,
            LoadedCompanies companies,
            RuleBook rules,
            Readers readers,
            RunQueue queue,
            SimulationSettings simulation,
            ObjectProvider<DecidedInquiries> decided) {
        this.inquiries = inquiries;
        this.companies = companies;
        this.rules = rules;
        this.readers = readers;
        this.queue = queue;
        this.simulation = simulation;
        this.decided = decided;
    }

    /** What sentences would become, in their order; nothing is kept. */
    public List<Understanding> understand(
            String company, List<String> sentences, @Nullable LocalDate asOf, Optional<String> context) {
        Business business = companies.business(company);
        LocalDate day = day(asOf, business.card().asOf());
        Reader reader = readers.of(business, day, context);
        return sentences.stream().map(reader::understand).toList();
    }

    /** Begins an inquiry with what was said; the company's standing rules join it. */
    public Inquiry ask(String company, String text, Language language, String author) {
        return ask(company, sentences(text), null, language, author);
    }

    /**
     * The same with the sentences told apart already.
     *
     * @param asOf the day to plan from; null takes the day the company's data speaks of
     */
    public Inquiry ask(
            String company, List<String> sentences, @Nullable LocalDate asOf, Language language, String author) {
        Business business = companies.business(company);
        LocalDate day = day(asOf, business.card().asOf());
        var chips = new ArrayList<>(standing(business, day));
        chips.addAll(understood(sentences, readers.of(business, day), author));
        return inquiries.add(company, language, author, day, simulation.seed(), numbered(chips));
    }

    static LocalDate day(@Nullable LocalDate wished, LocalDate ofTheData) {
        if (wished == null) {
            return ofTheData;
        }
        requireNear(wished, ofTheData);
        return wished;
    }

    /** Refuses a day to plan from that is years away from the data. */
    public static void requireNear(LocalDate wished, LocalDate ofTheData) {
        LocalDate first = ofTheData.minus(FURTHEST);
        LocalDate last = ofTheData.plus(FURTHEST);
        if (wished.isBefore(first) || wished.isAfter(last)) {
            throw new InquiryRefused(Code.DAY_FAR_AWAY, wished.toString(), first.toString(), last.toString());
        }
    }

    private List<Chip> standing(Business business, LocalDate day) {
        return rules.active(business.snapshot(), day).stream()
                .map(rule -> new Chip(
                        "",
                        rule.sentence(),
                        Chip.State.CONFIRMED,
                        rule.statement(),
                        List.of(),
                        rule.id(),
                        rule.by(),
                        false))
                .toList();
    }

    /** Says something more. */
    public Inquiry say(String id, String text, String author) {
        List<String> sentences = sentences(text);
        Inquiry before = inquiries.getInquiry(id);
        return change(before, () -> {
            var chips = new ArrayList<>(before.chips());
            chips.addAll(understood(sentences, reader(before), author));
            return chips;
        });
    }

    /** 是这个意思: to what the person saw; refused where it has changed since. */
    public Inquiry confirm(Inquiry seen, String chipId) {
        return replace(seen, chipId, chip -> {
            if (chip.statement() == null) {
                throw new InquiryRefused(Code.NOT_READY, chip.sentence());
            }
            return List.of(chip.confirmed());
        });
    }

    /** Says something else in its place. */
    public Inquiry sayInstead(Inquiry seen, String chipId, String text, String author) {
        List<String> sentences = sentences(text);
        return replace(seen, chipId, chip -> understood(sentences, reader(seen), author));
    }

    /** Takes a condition away. */
    public Inquiry remove(Inquiry seen, String chipId) {
        return replace(seen, chipId, chip -> List.of());
    }

    /** Answers an open point with one of its choices, both counted from 0. */
    public Inquiry choose(Inquiry seen, String chipId, int question, int choice) {
        Reader reader = reader(seen);
        return replace(seen, chipId, chip -> {
            if (question < 0
                    || question >= chip.questions().size()
                    || choice < 0
                    || choice >= chip.questions().get(question).choices().size()) {
                throw new InquiryRefused(Code.CHIP_GONE);
            }
            Answered answered =
                    Answered.with(chip.sentence(), chip.questions().get(question), choice, seen.language(), reader);
            return Chip.of(answered.sentence(), answered.understanding(), chip.by());
        });
    }

    /** Changes value, window or binding of a reading by the form; what the language could not say either is refused. */
    public Inquiry edit(Inquiry seen, String chipId, ChipEdit edit) {
        Reader reader = AskQuestion.reader(companies.business(seen.company()), seen.asOf());
        return replace(seen, chipId, chip -> {
            Statement before =
                    chip.findStatement().orElseThrow(() -> new InquiryRefused(Code.NOT_READY, chip.sentence()));
            Statement after = edit.applyTo(before);
            Wording words = reader.paraphrase(after);
            reader.understand(words.zh()).questions().stream()
                    .filter(q -> IMPOSSIBLE.contains(q.code()))
                    .findFirst()
                    .ifPresent(q -> {
                        throw new InquiryRefused(
                                Code.WRONG_VALUE, q.words().zh(), q.words().en());
                    });
            return List.of(chip.reading(after.paraphrasedAs(words)));
        });
    }

    /** A person's yes to everything that stands there; the run begins as soon as there is room. */
    public Inquiry confirmAllAndRun(String id, String by) {
        return confirmAllAndRun(inquiries.getInquiry(id), by);
    }

    /** The same for what the person saw; refused where it has changed since. */
    public Inquiry confirmAllAndRun(Inquiry seen, String by) {
        if (seen.state().isPending()) {
            throw new InquiryRefused(Code.PENDING, seen.id());
        }
        if (seen.state() == Inquiry.State.DONE) {
            // its plans are there; once more on newer data is another inquiry
            throw new InquiryRefused(Code.CHANGED, seen.id());
        }
        if (!seen.isRunnable()) {
            throw new InquiryRefused(Code.NOT_READY, seen.id());
        }
        return queue.submit(seen, by);
    }

    /** The same question on today's data: a new inquiry, because the old one keeps its plans. */
    public Inquiry again(String id, String author) {
        Inquiry old = inquiries.getInquiry(id);
        Business business = companies.business(old.company());
        var all = new ArrayList<>(standing(business, business.card().asOf()));
        old.chips().stream().filter(c -> !c.addedBySystem()).forEach(all::add);
        return inquiries.add(
                old.company(),
                old.language(),
                author,
                business.card().asOf(),
                old.seed(),
                numbered(all),
                stillPossible(old.interventions(), business),
                null);
    }

    /**
     * A branch: the same conditions and decisions by hand on the same day, to change a few of them; the question stays as it is. Nothing
     * of the data is copied.
     */
    public Inquiry copy(String id, String author) {
        Inquiry old = inquiries.getInquiry(id);
        return inquiries.add(
                old.company(),
                old.language(),
                author,
                old.asOf(),
                old.seed(),
                old.chips(),
                old.interventions(),
                old.id());
    }

    /** Names a question, whatever its state; a blank name takes it away. */
    public Inquiry name(String id, String name) {
        String said = name.strip();
        if (said.length() > LONGEST_NAME) {
            throw new InquiryRefused(Code.TOO_LONG, Integer.toString(said.length()), Integer.toString(LONGEST_NAME));
        }
        inquiries.rename(id, said.isEmpty() ? null : said);
        return inquiries.getInquiry(id);
    }

    /** Decisions by hand about orders that are still open and times that are still to come: the others have had their say. */
    private static List<Intervention> stillPossible(List<Intervention> interventions, Business business) {
        return interventions.stream()
                .filter(i -> business.snapshot()
                        .findNode(i.order())
                        .flatMap(order -> order.findText(Attributes.STATUS))
                        .filter("open"::equals)
                        .isPresent())
                .filter(i -> i.start() == null
                        || !i.start().toLocalDate().isBefore(business.card().asOf()))
                .toList();
    }

    /**
     * The same question with other decisions by hand about its plans, queued at once: what was agreed with stays agreed. One that could
     * not be queued leaves nothing behind.
     */
    public Inquiry decideByHand(String id, List<Intervention> interventions, String author) {
        Inquiry old = inquiries.getInquiry(id);
        if (interventions.size() > MOST_CONDITIONS) {
            throw new InquiryRefused(
                    Code.TOO_MANY, Integer.toString(interventions.size()), Integer.toString(MOST_CONDITIONS));
        }
        Inquiry next = inquiries.add(
                old.company(), old.language(), author, old.asOf(), old.seed(), old.chips(), interventions, null);
        try {
            return confirmAllAndRun(next, author);
        } catch (InquiryRefused e) {
            discard(next.id());
            throw e;
        }
    }

    /** Whether somebody has decided on the inquiry, which keeps it for good. */
    public boolean isDecided(String id) {
        return decided.stream().anyMatch(known -> known.isDecided(id));
    }

    /** Throws a question away that nobody has decided on. */
    public void discard(String id) {
        if (inquiries.getInquiry(id).state().isPending()) {
            throw new InquiryRefused(Code.PENDING, id);
        }
        if (isDecided(id)) {
            throw new InquiryRefused(Code.DECIDED, id);
        }
        inquiries.remove(id);
    }

    private Reader reader(Inquiry inquiry) {
        return readers.of(companies.business(inquiry.company()), inquiry.asOf());
    }

    private static List<Chip> understood(List<String> sentences, Reader reader, String author) {
        return sentences.stream()
                .flatMap(s -> Chip.of(s, reader.understand(s), author).stream())
                .toList();
    }

    private Inquiry replace(Inquiry seen, String chipId, Function<Chip, List<Chip>> by) {
        Chip chip = seen.chip(chipId);
        return change(seen, () -> {
            var chips = new ArrayList<Chip>();
            for (Chip c : seen.chips()) {
                chips.addAll(c == chip ? by.apply(c) : List.of(c));
            }
            return chips;
        });
    }

    private Inquiry change(Inquiry before, Supplier<List<Chip>> chips) {
        if (before.state().isPending()) {
            throw new InquiryRefused(Code.PENDING, before.id());
        }
        if (before.state() == Inquiry.State.DONE) {
            // its plans rest on these conditions; another question is another inquiry
            throw new InquiryRefused(Code.CHANGED, before.id());
        }
        List<Chip> changed = numbered(chips.get());
        requireFew(changed);
        Inquiry after = before.withChips(changed, inquiries.after(before));
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

    /** The sentences of a text; refused where there is none, or too much. */
    public static List<String> sentences(String text) {
        if (text.length() > LONGEST_TEXT) {
            throw new InquiryRefused(Code.TOO_LONG, Integer.toString(text.length()), Integer.toString(LONGEST_TEXT));
        }
        List<String> sentences = SENTENCE_END
                .splitAsStream(SaidText.of(text))
                .map(String::strip)
                .filter(s -> !s.isEmpty())
                .toList();
        if (sentences.isEmpty()) {
            throw new InquiryRefused(Code.EMPTY);
        }
        requireFew(sentences);
        return sentences;
    }

    private static void requireFew(List<?> conditions) {
        if (conditions.size() > MOST_CONDITIONS) {
            throw new InquiryRefused(
                    Code.TOO_MANY, Integer.toString(conditions.size()), Integer.toString(MOST_CONDITIONS));
        }
    }
}
