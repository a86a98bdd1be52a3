package io.sandtable.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sandtable.model.Evidence;
import io.sandtable.model.Fact;
import io.sandtable.model.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FormerTextTest {
    @Test
    void statesOfEveryKind_comeBackAsTheyWere() {
        List<Fact> facts = new ArrayList<>(SmallCompany.facts());
        GraphContent content = GraphContent.empty().with(facts);
        var former = Former.empty();
        content.nodes().forEach((key, thing) -> former.nodes().put(key, Optional.of(thing)));
        content.relations().forEach((key, thing) -> former.relations().put(key, Optional.of(thing)));
        content.evidence().forEach((id, evidence) -> former.evidence().put(id, Optional.of(evidence)));
        former.nodes().put(NodeKey.ofId("MAT-tab\tand \\"), Optional.empty());
        former.evidence().put("EVI-new", Optional.empty());
        var dash = new Evidence("EVI-dash", Origin.USER, "-", null, SmallCompany.DAY, "-", "-");
        former.evidence().put(dash.id(), Optional.of(dash));

        var read = Former.empty();
        FormerText.write(former).forEach(line -> FormerText.read(line, read));

        assertThat(read).isEqualTo(former);
    }

    @Test
    void lineOfAnotherKind_isRefusedByItsName() {
        assertThatThrownBy(() -> FormerText.read("X\tMAT-1", Former.empty()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("'X'");
    }
}
