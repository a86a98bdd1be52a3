package io.sandtable.simulation.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RandomProblemsTest {
    @Test
    void sameSeed_makesTheSameCompany() {
        assertThat(RandomProblems.withSeed(7, 20).toString().replaceAll("@[0-9a-f]+", ""))
                .isEqualTo(RandomProblems.withSeed(7, 20).toString().replaceAll("@[0-9a-f]+", ""));
    }

    @Test
    void everyItem_canBeMadeOrBought() {
        LongStream.range(0, 100)
                .mapToObj(seed -> RandomProblems.withSeed(seed, 15))
                .forEach(problem -> assertThat(problem.items())
                        .allMatch(item -> item.isMade() != !item.offers().isEmpty()));
    }

    @Test
    void amongAHundredCompanies_everyFeatureOccurs() {
        var companies = LongStream.range(0, 100)
                .mapToObj(seed -> RandomProblems.withSeed(seed, 15))
                .toList();

        assertThat(companies)
                .anyMatch(p -> !p.investments().isEmpty())
                .anyMatch(p -> p.routings().size()
                        > p.items().stream()
                                .filter(PlanningProblem.Item::isMade)
                                .count())
                .anyMatch(p -> p.tools().stream().anyMatch(t -> Double.isFinite(t.lifeStrokes())))
                .anyMatch(p -> p.stocks().stream().anyMatch(s -> s.expires() < Integer.MAX_VALUE))
                .anyMatch(p -> !p.receipts().isEmpty())
                .anyMatch(p -> p.offers().stream().anyMatch(o -> !o.closed().isEmpty()))
                .anyMatch(p -> p.offers().stream().anyMatch(o -> o.minimumQuantity() > 0))
                .anyMatch(p -> p.machines().stream().anyMatch(m -> !m.overtime().equals(m.time())))
                .anyMatch(p -> p.routings().stream()
                        .flatMap(r -> r.steps().stream())
                        .anyMatch(s -> !s.subcontracts().isEmpty() && s.waitMinutes() > 0));
        assertThat(companies.stream()
                        .flatMap(p -> p.rules().stream())
                        .map(r -> r.restriction().getClass().getSimpleName())
                        .distinct())
                .containsExactlyInAnyOrder(
                        "ReserveCapacity",
                        "MachineDown",
                        "ToolDown",
                        "SupplierClosed",
                        "BannedOffers",
                        "NoOutsourcing");
    }
}
