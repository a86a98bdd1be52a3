package io.sandtable.web.query;

import io.sandtable.rules.Kind;
import io.sandtable.rules.Reader;
import io.sandtable.rules.Understanding;
import io.sandtable.web.Language;
import io.sandtable.web.ask.AskQuestion;
import io.sandtable.web.ask.Understood;
import io.sandtable.web.company.Business;
import io.sandtable.web.company.LoadedCompanies;
import io.sandtable.web.inquiry.Asking;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells questions about the data from what-ifs, and understands them. */
@Component
public class Questions {
    private final LoadedCompanies companies;

    Questions(LoadedCompanies companies) {
        this.companies = companies;
    }

    /** The sentences of a text: those that ask about the data, and all others, each in their order. */
    public record Sorted(List<String> questions, List<String> others) {
        public Sorted {
            questions = List.copyOf(questions);
            others = List.copyOf(others);
        }
    }

    /** Tells the sentences of a text apart; nothing is kept. */
    public Sorted sort(String company, String text) {
        List<String> sentences = Asking.sentences(text);
        Business business = companies.business(company);
        // by the grammar alone: what only a language model read is confirmed by a person first
        Reader reader = AskQuestion.reader(business, business.card().asOf());
        var questions = new ArrayList<String>();
        var others = new ArrayList<String>();
        for (String sentence : sentences) {
            (isQuestion(reader.understand(sentence)) ? questions : others).add(sentence);
        }
        return new Sorted(questions, others);
    }

    /** The page that answers them. */
    public static String address(List<String> questions) {
        return QueryWords.address("/questions", Map.of("text", String.join("\n", questions)));
    }

    /** What a text asks, one after the other; the language is that of those which a sentence asks beside another. */
    List<AskedQuestion> understand(String company, String text, @Nullable LocalDate asOf, Language language) {
        List<String> sentences = Asking.sentences(text);
        Business business = companies.business(company);
        LocalDate ofTheData = business.card().asOf();
        LocalDate day = asOf == null ? ofTheData : asOf;
        Asking.requireNear(day, ofTheData);
        Reader reader = AskQuestion.reader(business, day);
        return sentences.stream()
                .map(sentence -> new AskedQuestion(sentence, business, day, reader.understand(sentence)))
                .flatMap(asked -> asked.each(language).stream())
                .toList();
    }

    /** Those among the sentences that somebody said which ask about the data. */
    public static List<AskedQuestion> of(Understood understood) {
        var asked = new ArrayList<AskedQuestion>();
        for (int i = 0; i < understood.understandings().size(); i++) {
            var one = new AskedQuestion(
                    understood.question().sentences().get(i),
                    understood.business(),
                    understood.asOf(),
                    understood.understandings().get(i));
            if (one.isQuestion()) {
                asked.addAll(one.each(understood.question().language()));
            }
        }
        return asked;
    }

    public static boolean isQuestion(Understanding understanding) {
        return understanding.isAccepted() && understanding.statements().stream().allMatch(s -> s.kind() == Kind.QUERY);
    }
}
