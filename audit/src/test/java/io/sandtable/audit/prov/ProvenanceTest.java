package io.sandtable.audit.prov;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ProvenanceTest {
    @Test
    void chain_isWrittenAsProvJson_eachThingAndEachLinkOnce() {
        Provenance chain = new Provenance()
                .entity("file/订单.csv", "订单.csv", Map.of("sha256", "ab"))
                .entity("snapshot", "snapshot", Map.of())
                .entity("figure/margin", "毛利率", Map.of("value", "23.6"))
                .agent("person/li", "李", true)
                .activity("run", "run", Instant.parse("2026-11-28T04:00:00Z"), Map.of("seed", "7"))
                .used("run", "snapshot")
                .used("run", "snapshot")
                .derived("snapshot", "file/订单.csv")
                .generated("figure/margin", "run")
                .associated("run", "person/li")
                .attributed("figure/margin", "person/li")
                .entity("snapshot", "another label", Map.of());

        JsonNode json = JsonMapper.shared().readTree(chain.json());

        assertThat(json.at("/prefix/st").asString()).isEqualTo("urn:sandtable:");
        assertThat(json.get("entity")
                        .get("st:file/%E8%AE%A2%E5%8D%95.csv")
                        .get("st:sha256")
                        .asString())
                .isEqualTo("ab");
        assertThat(json.get("entity").get("st:snapshot").get("prov:label").asString())
                .isEqualTo("snapshot");
        assertThat(json.get("activity").get("st:run").get("prov:endTime").asString())
                .isEqualTo("2026-11-28T04:00:00Z");
        assertThat(json.get("agent").get("st:person/li").get("prov:type").asString())
                .isEqualTo("prov:Person");
        assertThat(json.get("used")).hasSize(1);
        assertThat(json.get("wasDerivedFrom")
                        .iterator()
                        .next()
                        .get("prov:usedEntity")
                        .asString())
                .isEqualTo("st:file/%E8%AE%A2%E5%8D%95.csv");
        assertThat(json.propertyNames())
                .containsExactlyInAnyOrder(
                        "prefix",
                        "entity",
                        "activity",
                        "agent",
                        "used",
                        "wasGeneratedBy",
                        "wasDerivedFrom",
                        "wasAssociatedWith",
                        "wasAttributedTo");
    }

    @Test
    void linkToWhatWasNotToldOf_isRefused() {
        assertThatThrownBy(() -> new Provenance().entity("a", "a", Map.of()).derived("a", "b"))
                .hasMessageContaining("Tell of it first");
    }
}
