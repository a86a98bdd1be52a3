package io.sandtable.web.people;

/** What somebody is here for; {@link Routes} says what each may do. Worded as {@code role.NAME}. */
public enum Role {
    /** 决策人: asks, runs, decides and approves. */
    MANAGER,
    /** 计划员: asks, runs, keeps rules and data. */
    PLANNER,
    /** 审计员: reads everything, the audit log too, and changes nothing. */
    AUDITOR,
    /** 管理员: people, imports and the running of the service. */
    ADMINISTRATOR;

    /** The name of this role in Spring's expressions. */
    String authority() {
        return "ROLE_" + name();
    }
}
