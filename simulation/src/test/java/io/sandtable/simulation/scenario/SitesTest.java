package io.sandtable.simulation.scenario;

import static io.sandtable.simulation.scenario.PlanningProblem.DAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.model.NodeType;
import io.sandtable.model.RelationType;
import io.sandtable.simulation.scenario.PlanningProblem.Elsewhere;
import io.sandtable.simulation.scenario.PlanningProblem.Stock;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A plant with a warehouse in the next town and a depot by the sea, from which goods go by the warehouse or, dearer, at once. */
class SitesTest {
    private static SmallCompany company() {
        SmallCompany company = SmallCompany.complete();
        String machine = company.snapshot()
                .relations(RelationType.RUNS_ON)
                .getFirst()
                .to()
                .id();
        return company.node(NodeType.SITE, "SIT-plant", "name", "工厂")
                .node(NodeType.SITE, "SIT-town", "name", "外仓")
                .node(NodeType.SITE, "SIT-sea", "name", "港口仓")
                .node(NodeType.ZONE, "ZON-1", "name", "一区")
                .relation(RelationType.PART_OF, machine, "SIT-plant")
                .relation(RelationType.PART_OF, "ZON-1", "SIT-sea");
    }

    private static SmallCompany lot(SmallCompany company, String id, String place) {
        return company.node(NodeType.STOCK_LOT, id, "quantity", 50.0, "unitCost", 18.0)
                .relation(RelationType.FOR, id, "MAT-alu")
                .relation(RelationType.STORED_IN, id, place);
    }

    private static Elsewhere[] placesOf(SmallCompany company, String... lots) {
        var stocks = company.scenario().compile().stocks();
        return Arrays.stream(lots)
                .map(lot -> stocks.stream()
                        .filter(s -> s.id().equals(lot))
                        .findFirst()
                        .map(Stock::elsewhere)
                        .orElse(null))
                .toArray(Elsewhere[]::new);
    }

    @Test
    void stock_isFetchedTheQuickestWay() {
        SmallCompany company = company()
                .relation(RelationType.TRANSFERS_TO, "SIT-town", "SIT-plant", "leadTimeDays", 1.0, "transferCost", 0.5)
                .relation(RelationType.TRANSFERS_TO, "SIT-plant", "SIT-town", "leadTimeDays", 1.0, "transferCost", 0.5)
                .relation(RelationType.TRANSFERS_TO, "SIT-sea", "SIT-town", "leadTimeDays", 2.0, "transferCost", 1.0)
                .relation(RelationType.TRANSFERS_TO, "SIT-sea", "SIT-plant", "leadTimeDays", 4.0, "transferCost", 0.2);
        lot(lot(lot(company, "LOT-p", "SIT-plant"), "LOT-t", "SIT-town"), "LOT-s", "ZON-1");

        assertThat(placesOf(company, "LOT-p", "LOT-t", "LOT-s"))
                .containsExactly(
                        null, new Elsewhere("SIT-town", "外仓", DAY, 0.5), new Elsewhere("SIT-sea", "港口仓", 3 * DAY, 1.5));
    }

    @Test
    void transferThatHasEnded_orSitesWithoutAny_leaveStockAtHand() {
        SmallCompany ended = company()
                .relation(
                        RelationType.TRANSFERS_TO,
                        "SIT-town",
                        "SIT-plant",
                        "leadTimeDays",
                        1.0,
                        "validTo",
                        SmallCompany.AS_OF.minusDays(1));
        lot(ended, "LOT-t", "SIT-town");

        assertThat(placesOf(ended, "LOT-t")).allMatch(Objects::isNull);
        assertThat(placesOf(lot(company(), "LOT-t", "SIT-town"), "LOT-t")).allMatch(Objects::isNull);
    }

    @Test
    void negativeDaysAndSitesThatSendToEachOther_endSomewhere() {
        SmallCompany company = company()
                .relation(RelationType.TRANSFERS_TO, "SIT-town", "SIT-sea", "leadTimeDays", -3.0)
                .relation(RelationType.TRANSFERS_TO, "SIT-sea", "SIT-town", "leadTimeDays", -3.0)
                .relation(RelationType.TRANSFERS_TO, "SIT-sea", "SIT-plant", "leadTimeDays", 2.0);
        lot(company, "LOT-t", "SIT-town");

        assertThat(placesOf(company, "LOT-t")).containsExactly(new Elsewhere("SIT-town", "外仓", 2 * DAY, 0));
    }
}
