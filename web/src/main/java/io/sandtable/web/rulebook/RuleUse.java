package io.sandtable.web.rulebook;

import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How much rests on the rules: questions that took one along, and plans that a change of the book makes stale. */
@Repository
@Profile("service")
class RuleUse {
    private final JdbcClient database;

    RuleUse(JdbcClient database) {
        this.database = database;
    }

    /** Questions that had the rule among their conditions when they were run. */
    int questions(String ruleId) {
        return database.sql("select count(*) from inquiry where state = 'DONE' and chips like ?")
                .param("%\"ruleId\":\"" + ruleId + "\"%")
                .query(Integer.class)
                .single();
    }

    /** Answers that rest on the present data; any change of the book makes them stale. */
    int freshAnswers(String company) {
        return database.sql("""
                        select count(*) from inquiry q where q.company = ? and q.state = 'DONE'
                        and not exists (select 1 from revision_note n where n.company = q.company and n.revision > q.revision and n.code <> 'decision')""").param(company).query(Integer.class).single();
    }
}
