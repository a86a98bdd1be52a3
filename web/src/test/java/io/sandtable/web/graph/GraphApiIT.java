package io.sandtable.web.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.web.people.Role;
import io.sandtable.web.service.Colleague;
import io.sandtable.web.service.DemoService;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the demo company's graph says and said, over REST. */
class GraphApiIT {
    private static Colleague reader;

    @BeforeAll
    static void signIn() {
        reader = Colleague.of(DemoService.running(), "graph.reader", "看图谱", Role.AUDITOR);
    }

    @Test
    void graph_countsWhatItHoldsAndListsItsRevisionsFromTheEmptyOneOn() {
        JsonNode now = reader.restJson("/api/v1/graph");

        assertThat(now.path("nodes").path("Material").asInt()).isPositive();
        assertThat(now.path("relations").path("SUPPLIES").asInt()).isPositive();
        JsonNode revisions = now.path("revisions");
        JsonNode oldest = revisions.get(revisions.size() - 1);
        assertThat(oldest.path("begins").asBoolean()).isTrue();
        assertThat(revisions.get(0).path("number").asLong())
                .isEqualTo(now.path("revision").asLong());
        JsonNode empty = reader.restJson(
                "/api/v1/graph?revision=" + oldest.path("number").asLong());
        assertThat(empty.path("nodes").size()).isZero();
        assertThat(empty.path("hash")).isNotEqualTo(now.path("hash"));
    }

    @Test
    void thing_hasItsValuesWithUnitAndRowAndTheRevisionItAppearedIn() {
        JsonNode thing = reader.restJson("/api/v1/graph/MAT-BUSH-52");

        assertThat(thing.path("values")).anySatisfy(value -> {
            assertThat(value.path("name").asString()).isEqualTo("standardCost");
            assertThat(value.path("unit").asString()).isEqualTo("CNY/unit");
            assertThat(value.path("evidence").path("row").asString()).isNotEmpty();
        });
        assertThat(thing.path("relations"))
                .anySatisfy(
                        relation -> assertThat(relation.path("type").asString()).isEqualTo("SUPPLIES"));
        JsonNode first = thing.path("history").get(thing.path("history").size() - 1);
        assertThat(first.path("before").size()).as("before it was imported").isZero();
    }

    @Test
    void statesThatAreNotKnown_areRefusedByNameInBothLanguages() {
        assertThat(refusal("/api/v1/graph?revision=999999")).contains("HISTORY_NOT_YET", "还没有更新的");
        assertThat(refusal("/api/v1/graph?knownOn=2001-01-01")).contains("HISTORY_TOO_EARLY", "更早的不知道");
        assertThat(refusal("/api/v1/graph?knownOn=2001-01-01&revision=1")).contains("GRAPH_TWO_STATES");
        assertThat(refusal("/api/v1/graph?knownOn=tomorrow")).contains("BAD_INPUT");
        HttpResponse<String> nothing = reader.rest("GET", "/api/v1/graph/MAT-NONE?lang=en", "");
        assertThat(nothing.statusCode()).isEqualTo(404);
        assertThat(nothing.body()).contains("GRAPH_NO_THING", "MAT-NONE");
    }

    private static String refusal(String path) {
        HttpResponse<String> answer = reader.rest("GET", path, "");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        return answer.body();
    }
}
