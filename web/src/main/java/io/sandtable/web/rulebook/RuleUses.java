package io.sandtable.web.rulebook;

import io.sandtable.simulation.evaluate.Violation;
import io.sandtable.web.ask.Alternative;
import io.sandtable.web.ask.Answer;
import io.sandtable.web.inquiry.Answers;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How often standing rules took part in questions and mattered there: counted when plans are kept, so only since this table exists. */
@Repository
class RuleUses {
    private final JdbcClient database;

    RuleUses(JdbcClient database) {
        this.database = database;
    }

    /**
     * Of one rule.
     *
     * @param questions that it took part in
     * @param broken questions in which at least one plan broke it
     * @param deciding questions in which some plans kept it and others did not, so that it told them apart
     */
    record Use(int questions, int broken, int deciding) {
        static final Use NONE = new Use(0, 0, 0);
    }

    /** By rule; a rule that took part in nothing is not in it. */
    Map<String, Use> ofCompany(String company) {
        return database
                .sql("""
                        select rule_id, count(*) as questions, count(case when broken_in > 0 then 1 end) as broken,
                            count(case when broken_in > 0 and broken_in < plans then 1 end) as deciding
                        from rule_use where company = ? group by rule_id""")
                .param(company)
                .query((row, n) -> Map.entry(
                        row.getString("rule_id"),
                        new Use(row.getInt("questions"), row.getInt("broken"), row.getInt("deciding"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @EventListener
    void count(Answers.Kept kept) {
        Answer answer = kept.answer();
        String company = answer.question().company();
        Set<String> rules = new HashSet<>(answer.question().ruleIds());
        rules.remove("");
        for (String rule : rules) {
            List<Alternative> plans = answer.plans();
            long broken = plans.stream().filter(plan -> breaks(plan, rule)).count();
            database.sql(
                            "merge into rule_use (company, rule_id, inquiry, plans, broken_in) key (company, rule_id, inquiry) values (?, ?, ?, ?, ?)")
                    .params(company, rule, kept.inquiryId(), plans.size(), broken)
                    .update();
        }
    }

    private static boolean breaks(Alternative plan, String rule) {
        return plan.evaluation().violations().stream().map(Violation::ruleId).anyMatch(rule::equals);
    }
}
