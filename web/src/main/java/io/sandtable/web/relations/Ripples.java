package io.sandtable.web.relations;

import io.sandtable.web.Language;
import io.sandtable.web.Progress;
import io.sandtable.web.Shelf;
import io.sandtable.web.ask.Understood;
import io.sandtable.web.company.Companies;
import io.sandtable.web.ripple.AskRipple;
import io.sandtable.web.ripple.PricedResponse;
import io.sandtable.web.ripple.RippleAnswer;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Ripples that pages show, each followed once for a revision of the data: many turn the same pages. */
@Component
@Profile("service")
class Ripples {
    private static final int MOST = 20;

    private final AskRipple ask;
    private final Companies companies;
    private final Shelf<Key, RippleAnswer> answers = new Shelf<>(MOST);
    private final Shelf<Key, List<PricedResponse>> prices = new Shelf<>(MOST);

    Ripples(AskRipple ask, Companies companies) {
        this.ask = ask;
        this.companies = companies;
    }

    private record Key(String snapshot, String sentence) {}

    /** What the current company's sentence was understood to say. */
    Understood understand(String sentence, Language language) {
        return ask.understand(companies.current(), sentence, null, language, Progress.SILENT);
    }

    RippleAnswer follow(Understood understood) {
        return answers.get(key(understood), () -> ask.follow(understood, Progress.SILENT));
    }

    List<PricedResponse> price(RippleAnswer answer) {
        return prices.get(key(answer.understood()), () -> ask.price(answer, Progress.SILENT));
    }

    private static Key key(Understood understood) {
        return new Key(understood.snapshot().hash(), understood.question().text());
    }
}
