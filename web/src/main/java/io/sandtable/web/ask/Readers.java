package io.sandtable.web.ask;

import io.sandtable.model.calendar.HolidayCalendar;
import io.sandtable.rules.Names;
import io.sandtable.rules.OtherReader;
import io.sandtable.rules.Reader;
import io.sandtable.web.company.Business;
import io.sandtable.web.language.LanguageModel;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** Who understands what people say about a business: the grammar, and a language model behind it where one is set up. */
@Component
public final class Readers {
    /** Sentences of one box that a language model is asked about: each may take as long as its timeout. */
    private static final int MOST_ASKED = 5;

    private final LanguageModel model;

    Readers(LanguageModel model) {
        this.model = model;
    }

    /** A reader for one request. */
    public Reader of(Business business, LocalDate asOf) {
        return of(business, asOf, Optional.empty());
    }

    /** The same while the person looks at a node, which "this supplier" then means. */
    public Reader of(Business business, LocalDate asOf, Optional<String> context) {
        return model.isOn()
                ? Reader.asking(
                        new AFewTimes(model),
                        Names.of(business.snapshot()),
                        asOf,
                        HolidayCalendar.of(business.snapshot()),
                        context)
                : AskQuestion.reader(business, asOf, context);
    }

    private static final class AFewTimes implements OtherReader {
        private final OtherReader other;
        private final AtomicInteger asked = new AtomicInteger();

        AFewTimes(OtherReader other) {
            this.other = other;
        }

        @Override
        public Optional<Answer> read(Request request) {
            return asked.incrementAndGet() <= MOST_ASKED ? other.read(request) : Optional.empty();
        }

        @Override
        public void rejected(Answer answer, String why) {
            other.rejected(answer, why);
        }
    }
}
