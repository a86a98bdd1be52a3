package io.sandtable.web.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DecisionStateTest {
    @Test
    void proposed_canBeApprovedReturnedOrWithdrawn() {
        assertThat(DecisionState.PROPOSED.after(Act.APPROVE)).contains(DecisionState.APPROVED);
        assertThat(DecisionState.PROPOSED.after(Act.RETURN)).contains(DecisionState.RETURNED);
        assertThat(DecisionState.PROPOSED.after(Act.WITHDRAW)).contains(DecisionState.WITHDRAWN);
    }

    @Test
    void approved_canOnlyBeWithdrawnOrReleased() {
        assertThat(Arrays.stream(Act.values())
                        .filter(act -> DecisionState.APPROVED.after(act).isPresent()))
                .containsExactly(Act.WITHDRAW, Act.RELEASE);
    }

    @Test
    void released_canOnlyBeRecalledInTime_andWhatWasIssuedStays() {
        assertThat(Arrays.stream(Act.values())
                        .filter(act -> DecisionState.RELEASED.after(act).isPresent()))
                .containsExactly(Act.RECALL, Act.ISSUE);
        assertThat(DecisionState.RECALLED.after(Act.RELEASE)).contains(DecisionState.RELEASED);
        assertThat(Arrays.stream(Act.values())
                        .filter(act -> DecisionState.ISSUED.after(act).isPresent()))
                .containsExactlyInAnyOrder(Act.SEND_AGAIN, Act.DELIVER);
    }

    @ParameterizedTest
    @EnumSource(
            value = DecisionState.class,
            names = {"RETURNED", "WITHDRAWN"})
    void ended_staysEnded(DecisionState ended) {
        assertThat(Act.values()).allMatch(act -> ended.after(act).isEmpty());
        assertThat(ended.isOpen()).isFalse();
    }
}
