package io.sandtable.web.inquiry;

import io.sandtable.web.ask.Answer;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Where a plan is to be found by its own id. */
@Repository
public class PlanIndex {
    private final JdbcClient database;

    PlanIndex(JdbcClient database) {
        this.database = database;
    }

    /**
     * A plan's place.
     *
     * @param letter 0 for the baseline, then A, B, C …
     */
    public record Found(String inquiryId, String letter) {}

    /** The place of a plan; where several questions came to the same plan, in the one that was run last. */
    public Found find(String planId) {
        return database.sql("""
                        select p.inquiry_id, p.letter from plan_index p join inquiry i on i.id = p.inquiry_id
                        where p.plan_id = ? and i.state = 'DONE'
                        order by i.changed_at desc, p.inquiry_id desc, p.letter fetch first row only""")
                .param(planId)
                .query((row, number) -> new Found(row.getString("inquiry_id"), row.getString("letter")))
                .optional()
                .orElseThrow(() -> new InquiryRefused(InquiryRefused.Code.PLAN_GONE, planId));
    }

    /** Notes the plans of an answer instead of those that the inquiry had before. */
    @Transactional
    void note(String inquiryId, Answer answer) {
        database.sql("delete from plan_index where inquiry_id = ?")
                .param(inquiryId)
                .update();
        Stream.concat(Stream.of(answer.baseline()), answer.plans().stream())
                .forEach(plan -> database.sql("insert into plan_index (plan_id, inquiry_id, letter) values (?, ?, ?)")
                        .params(plan.id(), inquiryId, plan.letter())
                        .update());
    }
}
