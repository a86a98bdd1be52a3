package io.sandtable.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.sandtable.model.calendar.HolidayCalendar;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The worked examples of the contract "What a sentence becomes": each says what its table says, in the shape of the shipped schema. */
class ContractExamplesTest {
    private static final Reader READER =
            new Reader(Names.parse(Company.resource("contract-entities.json")), Company.AS_OF, HolidayCalendar.china());
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(UnderstandingJson.schema(), InputFormat.JSON);

    /** As-of 2026-11-21; a member that the table does not mention is not compared, {@code "*"} stands for any value. */
    static Stream<JsonNode> examples() {
        return Company.resource("contract.jsonl").lines().map(JsonMapper.shared()::readTree);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void workedExample_becomesWhatTheContractSays(JsonNode example) {
        Understanding understanding = READER.understand(example.get("text").asString());

        String json = UnderstandingJson.write(understanding);
        JsonNode said = JsonMapper.shared().readTree(json);
        assertThat(said.get("outcome")).as(json).isEqualTo(example.get("outcome"));
        if (!example.get("statement").isNull()) {
            assertThat(said.get("statements").size()).as(json).isEqualTo(1);
            assertThat(says(said.get("statements").get(0), example.get("statement")))
                    .as(json)
                    .isTrue();
        }
        assertThat(SCHEMA.validate(json, InputFormat.JSON)).isEmpty();
    }

    /** 谷段以外 needs the periods of the tariff, which the reader does not know: it asks, and never guesses hours. */
    @Test
    void tariffPeriods_areAskedAbout() {
        Understanding understanding = READER.understand("谷段以外注塑机别开");

        assertThat(understanding.outcome()).isEqualTo(Outcome.CLARIFY);
        assertThat(understanding.statements()).isEmpty();
    }

    @Test
    void workedExamples_areAllOthersOfTheTable() {
        assertThat(examples()).hasSize(28);
    }

    private static boolean says(JsonNode said, JsonNode wanted) {
        if (wanted.isString() && wanted.asString().equals("*")) {
            return !said.isMissingNode() && !said.isNull();
        }
        if (wanted.isObject()) {
            return wanted.propertyNames().stream().allMatch(member -> says(said.path(member), wanted.get(member)));
        }
        if (wanted.isArray()) {
            return said.size() == wanted.size()
                    && IntStream.range(0, wanted.size()).allMatch(i -> says(said.get(i), wanted.get(i)));
        }
        return wanted.isNumber() && said.isNumber()
                ? said.asDouble() == wanted.asDouble()
                : said.equals(wanted) || (wanted.isNull() && said.isMissingNode());
    }
}
