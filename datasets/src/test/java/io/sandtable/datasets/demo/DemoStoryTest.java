package io.sandtable.datasets.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.model.Attributes;
import io.sandtable.model.NodeType;
import io.sandtable.model.RelationType;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemoStoryTest {
    private final LoadTable normal = LoadTable.normal(Demo.BUSINESS);
    private final LoadTable grown = LoadTable.batteryShellsUp(Demo.BUSINESS, 40);
    private final Plant.Tool mould = Demo.BUSINESS.plant().tool(LoadTable.MOULD);
    private final double strokesLeft = mould.lifeStrokes() - mould.strokesUsed();

    @Test
    void wornMould_carriesTheOrderBookAndNotFortyPercentMore() {
        assertThat(mould.strokesUsed() / mould.lifeStrokes()).isBetween(0.82, 0.85);
        assertThat(normal.strokes()).isBetween(0.80 * strokesLeft, 0.95 * strokesLeft);
        assertThat(grown.strokes()).isBetween(1.05 * strokesLeft, 1.20 * strokesLeft);
    }

    @Test
    void mould_isLoadedThreeQuartersAndOverflowsAtFortyPercentMore() {
        assertThat(normal.percent(LoadTable.MOULD, LoadTable.NEXT_QUARTER)).isBetween(75.0, 80.0);
        assertThat(grown.percent(LoadTable.MOULD, LoadTable.NEXT_QUARTER)).isBetween(104.0, 110.0);
        assertThat(normal.percent("DC-2800", LoadTable.NEXT_QUARTER)).isBetween(75.0, 80.0);
    }

    @Test
    void secondMould_findsRoomOnTheTwoCells() {
        assertThat(grown.percent("DC-2800", LoadTable.NEXT_QUARTER)).isLessThan(97);
    }

    @Test
    void everyOtherMachine_hasRoomInTheQuarter() {
        for (Plant.Machine machine : Demo.BUSINESS.plant().machines()) {
            assertThat(normal.percent(machine.code(), LoadTable.NEXT_QUARTER))
                    .as(machine.code())
                    .isBetween(50.0, 85.0);
            assertThat(grown.percent(machine.code(), LoadTable.NEXT_QUARTER))
                    .as("%s with 40 %% more battery shells", machine.code())
                    .isLessThan(93);
        }
    }

    @Test
    void noMachine_isFullInAnyMonthOfTheOrderBook() {
        for (Plant.Machine machine : Demo.BUSINESS.plant().machines()) {
            for (YearMonth month : LoadTable.MONTHS) {
                assertThat(normal.percent(machine.code(), List.of(month)))
                        .as("%s in %s", machine.code(), month)
                        .isLessThan(92);
            }
        }
    }

    @Test
    void otherMoulds_outliveTheHorizon() {
        for (Plant.Tool tool : Demo.BUSINESS.plant().tools()) {
            if (!tool.code().equals(LoadTable.MOULD)) {
                double used = tool.strokesUsed() + grown.explosion().strokes(tool.code());
                assertThat(used / tool.lifeStrokes()).as(tool.code()).isLessThan(0.8);
            }
        }
    }

    @Test
    void newMould_canBeBoughtFromOneMakerInFortyFiveDays() {
        var offers = Demo.SNAPSHOT.node(mould.id()).in(RelationType.SUPPLIES);

        assertThat(offers).hasSize(1);
        assertThat(offers.getFirst().number(Attributes.PRICE)).isEqualTo(680_000);
        assertThat(offers.getFirst().number(Attributes.LEAD_TIME_DAYS)).isEqualTo(45);
    }

    @Test
    void castingMachiningAndAnodisingOfBatteryShells_mayLeaveTheHouse() {
        assertThat(Demo.SNAPSHOT.relations(RelationType.OUTSOURCED_TO))
                .extracting(r -> r.from().text(Attributes.TECHNOLOGY))
                .contains("压铸", "CNC加工", "阳极氧化");
        assertThat(Demo.SNAPSHOT.node("PRO-BK-E-10").out(RelationType.OUTSOURCED_TO))
                .hasSize(2)
                .allSatisfy(r -> assertThat(r.text(Attributes.CONFIDENTIALITY)).isEqualTo("high"));
    }

    @Test
    void outsourcing_costsMoreThanTheSameStepAtHome() {
        for (var offer : Demo.SNAPSHOT.relations(RelationType.OUTSOURCED_TO)) {
            Operation step = Demo.BUSINESS.catalogue().operations().stream()
                    .filter(o -> o.id().equals(offer.from().id()))
                    .findFirst()
                    .orElseThrow();
            double atHome =
                    Demo.BUSINESS.costs().labour(step) + Demo.BUSINESS.costs().energy(step);

            assertThat(offer.number(Attributes.PRICE)).as(step.id()).isGreaterThan(atHome);
        }
    }

    @Test
    void tariff_coversTheWholeWeekAndDiffersByTheHour() {
        var periods = Demo.SNAPSHOT
                .node("ENE-ELECTRICITY")
                .findWeekPattern(Attributes.TARIFF)
                .orElseThrow()
                .periods();

        assertThat(periods.stream().mapToInt(p -> p.toMinute() - p.fromMinute()).sum())
                .isEqualTo(24 * 60);
        assertThat(periods).extracting(p -> p.label()).contains("peak", "flat", "valley");
    }

    @Test
    void policies_ofTheCompanyAreInventedAndDatedDutiesAreHistory() {
        assertThat(Demo.SNAPSHOT.nodes(NodeType.POLICY).stream()
                        .filter(p -> p.id().matches("POL-DUTY-(US|CN)-.*"))
                        .filter(p -> p.validOn(DemoCompany.AS_OF)))
                .isEmpty();
        assertThat(Demo.SNAPSHOT.nodes(NodeType.POLICY).stream()
                        .map(p -> p.text(Attributes.KIND))
                        .distinct())
                .contains("vat", "income-tax", "rebate", "carbon", "subsidy", "cap", "duty", "licence", "catalogue");
    }
}
