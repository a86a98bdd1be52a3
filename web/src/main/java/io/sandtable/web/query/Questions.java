package io.sandtable.web.query;

import io.sandtable.rules.Kind;
import io.sandtable.rules.Reader;
import io.sandtable.rules.Understanding;
import io.sandtable.web.ask.AskQuestion;
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

    /** What one sentence asks. */
    AskedQuestion understand(String company, String sentence, @Nullable LocalDate asOf) {
        Business business = companies.business(company);
        LocalDate ofTheData = business.card().asOf();
        LocalDate day = asOf == null ? ofTheData : asOf;
        Asking.requireNear(day, ofTheData);
        Understanding understanding = AskQuestion.reader(business, day).understand(sentence);
        return new AskedQuestion(sentence, business, day, understanding);
    }

    static boolean isQuestion(Understanding understanding) {
        return understanding.isAccepted() && understanding.statements().stream().allMatch(s -> s.kind() == Kind.QUERY);
    }
}
