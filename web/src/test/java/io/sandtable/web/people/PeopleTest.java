package io.sandtable.web.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sandtable.web.api.Refusal;
import java.util.EnumSet;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

class PeopleTest {
    private static final int CHEAP = 4;

    private static final JdbcClient DATABASE = open();

    private final MovableClock clock = new MovableClock();
    private final People people = new People(DATABASE, new BCryptPasswordEncoder(CHEAP), clock);

    @BeforeEach
    void nobodyIsThere() {
        DATABASE.sql("delete from person").update();
    }

    @Test
    void firstAdministrator_isMadeOnce() {
        var first = new FirstAdministrator(people);

        var made = first.createWhereNobodyIs();

        assertThat(made).hasValueSatisfying(admin -> {
            assertThat(admin.name()).isEqualTo("admin");
            assertThat(admin.password()).matches("([a-hj-km-np-z2-9]{4}-){4}[a-hj-km-np-z2-9]{4}");
            assertThat(admin.toString()).doesNotContain(admin.password());
        });
        assertThat(people.get("admin").roles())
                .containsExactlyInAnyOrder(Role.ADMINISTRATOR, Role.MANAGER, Role.PLANNER);
        assertThat(people.get("admin").mustChangePassword()).isTrue();
        assertThat(first.createWhereNobodyIs()).isEmpty();
    }

    @Test
    void rescue_letsADisabledPersonInAgain() {
        people.add("chief", "", Set.of(Role.ADMINISTRATOR));
        people.add("zhang", "", Set.of(Role.PLANNER));
        people.disable("zhang");

        OneTimePassword made = new FirstAdministrator(people).rescue("zhang");

        assertThat(people.get("zhang").enabled()).isTrue();
        people.changePassword("zhang", made.password(), "korrekt-pferd-7");
    }

    @Test
    void lastAdministrator_canNeitherGoNorLoseTheRole() {
        people.add("chief", "", Set.of(Role.ADMINISTRATOR, Role.MANAGER));
        people.add("gone", "", Set.of(Role.ADMINISTRATOR));
        people.disable("gone");

        assertRefused("LAST_ADMINISTRATOR", () -> people.disable("chief"));
        assertRefused("LAST_ADMINISTRATOR", () -> people.changeRoles("chief", Set.of(Role.MANAGER)));
        people.changeRoles("chief", Set.of(Role.ADMINISTRATOR));
        people.enable("gone");
        people.disable("chief");

        assertThat(people.get("chief").enabled()).isFalse();
    }

    @Test
    void name_isOneHoweverItIsSpelled() {
        people.add(" Zhang.Wei ", "张伟", Set.of(Role.PLANNER));

        assertThat(people.get("ZHANG.WEI").displayName()).isEqualTo("张伟");
        assertRefused("NAME_TAKEN", () -> people.add("zhang.wei", "", Set.of(Role.PLANNER)));
        assertRefused("PERSON_NOT_FOUND", () -> people.get("nobody"));
    }

    @Test
    void name_mayBeChinese_butHoldsNoSpaceOrSign() {
        assertThat(people.add("张伟", "", Set.of(Role.PLANNER)).name()).isEqualTo("张伟");

        for (String bad : new String[] {"", "a", "a b", "a/b", "<b>", "-a", "a".repeat(41)}) {
            assertRefused("SIGN_IN_NAME", () -> people.add(bad, "", Set.of(Role.PLANNER)));
        }
    }

    @Test
    void roles_areKeptAsGiven_andAtLeastOne() {
        people.add("all", "", EnumSet.allOf(Role.class));

        assertThat(people.get("all").roles()).containsExactly(Role.values());
        assertRefused("NO_ROLE", () -> people.changeRoles("all", Set.of()));
    }

    @Test
    void password_isStoredAsAHashOnly() {
        OneTimePassword made = people.add("zhang", "", Set.of(Role.PLANNER));

        assertThat(people.findPasswordHash("zhang"))
                .hasValueSatisfying(hash -> assertThat(hash).startsWith("$2a$").doesNotContain(made.password()));
    }

    @Test
    void ownPassword_isNeitherShortNorLongNorSimpleNorTheNameNorTheOldOne() {
        OneTimePassword made = people.add("zhang.weiwei", "张伟伟是我们的计划员", Set.of(Role.PLANNER));

        assertRefused("PASSWORD_WRONG", () -> change("not-the-old", "korrekt-pferd-7"));
        assertRefused("PASSWORD_SHORT", () -> change(made.password(), "123456789"));
        assertRefused("PASSWORD_LONG", () -> change(made.password(), "长密码啊".repeat(7)));
        assertRefused("PASSWORD_SIMPLE", () -> change(made.password(), "aaaabbbbcccc"));
        assertRefused("PASSWORD_IS_NAME", () -> change(made.password(), "Zhang.WeiWei"));
        assertRefused("PASSWORD_IS_NAME", () -> change(made.password(), "张伟伟是我们的计划员"));
        assertRefused("PASSWORD_IS_OLD", () -> change(made.password(), made.password()));
        change(made.password(), "korrekt-pferd-7");

        assertThat(people.get("zhang.weiwei").mustChangePassword()).isFalse();
    }

    @Test
    void lastSignIn_isWhenItWas() {
        people.add("zhang", "", Set.of(Role.PLANNER));
        assertThat(people.get("zhang").lastSignIn()).isNull();

        people.noteSignIn("zhang");

        assertThat(people.get("zhang").lastSignIn()).isEqualTo(clock.instant());
    }

    private void change(String old, String chosen) {
        people.changePassword("zhang.weiwei", old, chosen);
    }

    private static void assertRefused(String code, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private static JdbcClient open() {
        var source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:people;DB_CLOSE_DELAY=-1");
        Flyway.configure().dataSource(source).load().migrate();
        return JdbcClient.create(source);
    }
}
