package io.sandtable.web.annual;

import io.sandtable.web.Language;
import io.sandtable.web.decide.LogFollower;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;

/** The annual plans of the log as a table that lists can ask; it is written by reading the log and in no other way. */
@Repository
class AnnualIndex implements LogFollower {
    private final JdbcClient database;

    AnnualIndex(JdbcClient database) {
        this.database = database;
    }

    @Override
    public void forget() {
        database.sql("delete from annual_plan").update();
    }

    @Override
    public void take(long index, String hash, JsonNode json) {
        if (!json.path("schema").asString("").equals(AnnualRecord.SCHEMA)) {
            return;
        }
        KeptAnnualPlan plan = AnnualRecord.read(index, hash, json);
        database.sql("""
                        insert into annual_plan (log_index, number, version, record_hash, company, inquiry, question, language,
                            plan_id, plan_letter, plan_zh, plan_en, compliant, as_of, first_month, last_month, content,
                            frozen_by, frozen_by_name, frozen_at, note)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        plan.index(),
                        plan.number(),
                        plan.version(),
                        plan.recordHash(),
                        plan.company(),
                        plan.inquiry(),
                        plan.question(),
                        plan.language().choose("zh", "en"),
                        plan.planId(),
                        plan.planLetter(),
                        plan.planZh(),
                        plan.planEn(),
                        plan.compliant(),
                        plan.asOf(),
                        plan.first().toString(),
                        plan.last().toString(),
                        plan.content(),
                        plan.by(),
                        plan.byName(),
                        plan.at().atOffset(ZoneOffset.UTC),
                        plan.note())
                .update();
    }

    /** The newest version of each, the one last frozen first. */
    List<KeptAnnualPlan> latest(String company) {
        return database.sql("""
                        select * from annual_plan a where company = ? and version =
                            (select max(version) from annual_plan b where b.number = a.number)
                        order by log_index desc""").param(company).query(AnnualIndex::plan).list();
    }

    /** All versions, the newest first. */
    List<KeptAnnualPlan> versions(String number) {
        return database.sql("select * from annual_plan where number = ? order by version desc")
                .param(number)
                .query(AnnualIndex::plan)
                .list();
    }

    Optional<KeptAnnualPlan> findByPlan(String company, String planId) {
        return database.sql(
                        "select * from annual_plan where company = ? and plan_id = ? order by log_index desc fetch first row only")
                .params(company, planId)
                .query(AnnualIndex::plan)
                .optional();
    }

    /** How many were begun on a day: their numbers begin with {@code AP-} and the day. */
    int begun(String numbersOfDay) {
        return database.sql("select count(distinct number) from annual_plan where number like ?")
                .param(numbersOfDay + "%")
                .query(Integer.class)
                .single();
    }

    private static KeptAnnualPlan plan(ResultSet row, int number) throws SQLException {
        return new KeptAnnualPlan(
                row.getString("number"),
                row.getInt("version"),
                row.getLong("log_index"),
                row.getString("record_hash"),
                row.getString("company"),
                row.getString("inquiry"),
                row.getString("question"),
                row.getString("language").equals("en") ? Language.EN : Language.ZH,
                row.getString("plan_id"),
                row.getString("plan_letter"),
                row.getString("plan_zh"),
                row.getString("plan_en"),
                row.getBoolean("compliant"),
                row.getObject("as_of", LocalDate.class),
                YearMonth.parse(row.getString("first_month")),
                YearMonth.parse(row.getString("last_month")),
                row.getString("content"),
                row.getString("frozen_by"),
                row.getString("frozen_by_name"),
                row.getObject("frozen_at", OffsetDateTime.class).toInstant(),
                row.getString("note"));
    }
}
