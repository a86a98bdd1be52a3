package io.sandtable.web.inquiry;

import io.sandtable.web.ask.Alternative;
import io.sandtable.web.ask.Answer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Finds the inquiry that a plan's id belongs to. */
@Repository
public class PlanIndex {
    private final JdbcClient database;

    PlanIndex(JdbcClient database) {
        this.database = database;
    }

    /** Where a plan stands: its inquiry, and its letter there (0 for the baseline). */
    public record Place(String inquiryId, String letter) {}

    /**
     * The place of a plan.
     *
     * @param inquiryId the inquiry it is meant in; null takes the newest of those that found the same plan
     */
    public Place getPlace(String planId, @Nullable String inquiryId) {
        return database.sql(
                        "select inquiry_id, letter from plan where id = ? and (cast(? as varchar) is null or inquiry_id = ?) order by length(inquiry_id) desc, inquiry_id desc, letter fetch first 1 row only")
                .params(java.util.Arrays.asList(planId, inquiryId, inquiryId))
                .query((row, n) -> new Place(row.getString("inquiry_id"), row.getString("letter")))
                .optional()
                .orElseThrow(() -> new InquiryRefused(InquiryRefused.Code.PLAN_GONE, planId));
    }

    /** Keeps where the answer's plans are found, instead of those the inquiry had before. */
    @Transactional
    public void keep(String inquiryId, Answer answer) {
        database.sql("delete from plan where inquiry_id = ?").param(inquiryId).update();
        for (Alternative plan : answer.all()) {
            database.sql("insert into plan (id, inquiry_id, letter) values (?, ?, ?)")
                    .params(plan.id(), inquiryId, plan.letter())
                    .update();
        }
    }
}
