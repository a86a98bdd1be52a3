package io.sandtable.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.sandtable.model.NodeType;
import io.sandtable.model.WeekPattern;
import io.sandtable.model.calendar.HolidayCalendar;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    /** 谷段以外 needs the hours of the tariff; where they are not known, they are asked about and never guessed. */
    @Test
    void tariffPeriods_areThoseOfTheEnergy() {
        String sentence = "谷段以外注塑机别开";

        Understanding unknown = READER.understand(sentence);
        Understanding known = withTariff("MON-SUN 00:00-08:00 valley 0.3;MON-SUN 08:00-11:00 peak 1.1;"
                        + "MON-SUN 11:00-13:00 valley 0.3;MON-SUN 13:00-22:00 peak 1.1;MON-SUN 22:00-24:00 valley 0.3")
                .understand(sentence);

        assertThat(unknown.outcome()).isEqualTo(Outcome.CLARIFY);
        assertThat(unknown.statements()).isEmpty();
        assertThat(known.outcome()).isEqualTo(Outcome.ACCEPT);
        assertThat(known.statements()).singleElement().satisfies(s -> {
            assertThat(s.kind()).isEqualTo(Kind.ENERGY_CAP);
            assertThat(s.entities()).containsExactly("EQP-INJ");
            assertThat(s.comparator()).isEqualTo(Comparison.LE);
            assertThat(s.quantity()).isEqualTo(new Quantity(0, "kWh", Quantity.Form.SET));
            assertThat(s.slots()).containsEntry("timeOfDay", List.of("08:00", "11:00", "13:00", "22:00"));
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "峰段注塑机不许开|08:00,22:00",
                "除低谷外注塑机停用|08:00,22:00",
                "注塑机只在谷段开|08:00,22:00",
                "the moulding machine must not run in peak hours|08:00,22:00",
                "上午十点到十二点注塑机别开|10:00,12:00",
                "注塑机只能晚上10点到早上6点开|06:00,22:00"
            })
    void hoursOfTheDay_mayBeForbidden(String sentence, String hours) {
        Understanding understanding = withTariff(
                        "MON-SUN 00:00-08:00 valley;MON-SUN 08:00-22:00 peak;MON-SUN 22:00-24:00 valley")
                .understand(sentence);

        assertThat(understanding.statements())
                .singleElement()
                .satisfies(s -> assertThat(s.slots()).containsEntry("timeOfDay", List.of(hours.split(","))));
    }

    private static Reader withTariff(String tariff) {
        return new Reader(
                Names.of(List.of(
                        new Named("EQP-INJ", NodeType.EQUIPMENT, "注塑机", "moulding machine", List.of(), List.of()),
                        new Named(
                                "ENE-1", NodeType.ENERGY, "电", null, List.of(), List.of(), WeekPattern.parse(tariff)))),
                LocalDate.of(2026, 11, 21),
                HolidayCalendar.china());
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
