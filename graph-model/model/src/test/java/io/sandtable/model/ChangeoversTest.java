package io.sandtable.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangeoversTest {
    @Test
    void firstRuleThatFits_counts_andToStayTakesNothingUnlessARuleNamesIt() {
        var changeovers = Changeovers.parse("红>蓝=30; *>白=120;白>白=5;*>*=60");

        assertThat(changeovers.minutes("红", "蓝")).hasValue(30);
        assertThat(changeovers.minutes("蓝", "白")).hasValue(120);
        assertThat(changeovers.minutes("白", "白")).hasValue(5);
        assertThat(changeovers.minutes("红", "红")).hasValue(0);
        assertThat(changeovers.minutes("白", "红")).hasValue(60);
        assertThat(Changeovers.parse("红>蓝=30").minutes("蓝", "红")).isEmpty();
    }

    @Test
    void whatIsWritten_isReadBack() {
        var changeovers = Changeovers.parse("红>蓝=30;*>白=120");

        assertThat(Changeovers.parse(changeovers.toString())).isEqualTo(changeovers);
        assertThat(ValueKind.CHANGEOVERS.parse(" 红>蓝=30 ")).isEqualTo("红>蓝=30");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "红", "红>蓝", "红=30", "红>蓝=半小时", "红>蓝=1.5", "红>蓝=-5", ">蓝=5", "红>=5", "红>蓝=99999999999"})
    void anythingElse_isRefusedWithAnExample(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Changeovers.parse(text));
    }
}
