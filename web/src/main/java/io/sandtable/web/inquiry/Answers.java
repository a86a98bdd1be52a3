package io.sandtable.web.inquiry;

import io.sandtable.web.ask.Alternative;
import io.sandtable.web.ask.Answer;
import io.sandtable.web.ask.SavedAnswers;
import io.sandtable.web.settings.RunSettings;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The answers to inquiries: the last used in memory, all of them as files. */
@Component
public class Answers {
    private final Inquiries inquiries;
    private final SavedAnswers saved;
    private final PlanIndex plans;
    private final ApplicationEventPublisher events;
    private final Map<String, Answer> ready;
    private final Object reading = new Object();

    Answers(
            Inquiries inquiries,
            SavedAnswers saved,
            PlanIndex plans,
            RunSettings settings,
            ApplicationEventPublisher events) {
        this.inquiries = inquiries;
        this.saved = saved;
        this.plans = plans;
        this.events = events;
        this.ready = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Answer> eldest) {
                return size() > settings.answersInMemory();
            }
        };
    }

    /** The answer of an inquiry that has one. */
    public Answer getAnswer(String inquiryId) {
        if (inquiries.getInquiry(inquiryId).state() != Inquiry.State.DONE) {
            throw new InquiryRefused(InquiryRefused.Code.NO_PLANS, inquiryId);
        }
        Answer known = find(inquiryId);
        if (known != null) {
            return known;
        }
        // one file at a time, because an answer is large; who asks for one that is in memory does not wait for that
        synchronized (reading) {
            Answer meanwhile = find(inquiryId);
            if (meanwhile != null) {
                return meanwhile;
            }
            Answer read = saved.read(inquiryId);
            remember(inquiryId, read);
            return read;
        }
    }

    private @Nullable Answer find(String inquiryId) {
        synchronized (ready) {
            return ready.get(inquiryId);
        }
    }

    private void remember(String inquiryId, Answer answer) {
        synchronized (ready) {
            ready.put(inquiryId, answer);
        }
    }

    /** A plan with the answer it belongs to. */
    public record OfAnswer(String inquiryId, Answer answer, Alternative plan) {
        /** The baseline of the same answer. */
        public OfAnswer baseline() {
            return with(answer.baseline());
        }

        /** Another plan of the same answer. */
        public OfAnswer with(Alternative other) {
            return new OfAnswer(inquiryId, answer, other);
        }
    }

    /** The recommended plan of an inquiry that has plans. */
    public OfAnswer getRecommended(String inquiryId) {
        Answer answer = getAnswer(inquiryId);
        return new OfAnswer(inquiryId, answer, answer.recommended());
    }

    /**
     * The plan of that id (PLN-…).
     *
     * @param inquiryId the inquiry it is meant in; null takes the newest of those that found the same plan
     */
    public OfAnswer getPlan(String planId, @Nullable String inquiryId) {
        PlanIndex.Place place = plans.getPlace(planId, inquiryId);
        Answer answer = getAnswer(place.inquiryId());
        return answer.findPlan(place.letter())
                .filter(plan -> plan.id().equals(planId))
                .map(plan -> new OfAnswer(place.inquiryId(), answer, plan))
                .orElseThrow(() -> new InquiryRefused(InquiryRefused.Code.PLAN_GONE, planId));
    }

    /** The plan of that letter, 0 for the baseline; refused where the answer has none. */
    public static Alternative planOf(Answer answer, String letter) {
        return answer.findPlan(letter).orElseThrow(() -> new InquiryRefused(InquiryRefused.Code.PLAN_GONE, letter));
    }

    void keep(String inquiryId, Answer answer) {
        saved.write(inquiryId, answer);
        plans.keep(inquiryId, answer);
        remember(inquiryId, answer);
        events.publishEvent(new Kept(inquiryId, answer));
    }

    /** An inquiry has plans now. */
    public record Kept(String inquiryId, Answer answer) {}
}
