package io.sandtable.web.inquiry;

import io.sandtable.web.ask.Answer;
import io.sandtable.web.service.RunningService;
import java.util.List;
import java.util.Objects;

/** Answers that no run would give, put where those of runs are. */
public final class KeptAnswers {
    private KeptAnswers() {}

    /** A new inquiry with those chips that is done and has this answer. */
    public static String keep(RunningService service, Inquiry like, List<Chip> chips, Answer answer) {
        return keep(service, like, like.author(), chips, answer);
    }

    /** The same question with the same plans, asked by somebody else: who decides on it needs no run of its own. */
    public static String copy(RunningService service, Inquiry like, String author) {
        Answer answer = service.get(Answers.class).getAnswer(like.id());
        return keep(service, like, author, like.chips(), answer);
    }

    private static String keep(RunningService service, Inquiry like, String author, List<Chip> chips, Answer answer) {
        var inquiries = service.get(Inquiries.class);
        Inquiry added = inquiries.add(like.company(), like.language(), author, like.asOf(), like.seed(), chips);
        Inquiry confirmed = added.confirmed(author, inquiries.after(added));
        Inquiry done = confirmed.answered(Objects.requireNonNull(like.revision()), inquiries.after(confirmed));
        inquiries.change(added, done);
        service.get(Answers.class).keep(done.id(), answer);
        return done.id();
    }
}
