package io.sandtable.web.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.datasets.Datasets;
import io.sandtable.datasets.ReadOptions;
import io.sandtable.datasets.demo.DemoCompany;
import io.sandtable.model.Attribute;
import io.sandtable.model.Attributes;
import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.Fact;
import io.sandtable.model.NodeType;
import io.sandtable.model.RelationType;
import io.sandtable.web.Figures;
import io.sandtable.web.Language;
import io.sandtable.web.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The example workshop, clean, and with one thing after the other spoilt. */
class HealthTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);

    private static List<Fact> workshop() throws IOException {
        return Datasets.read(Path.of("..", "docs", "examples", "bracket-workshop"), ReadOptions.none())
                .facts();
    }

    private static List<Check> doubts(List<? extends Fact> facts, LocalDate day) {
        return Health.of(BusinessSnapshot.of(facts), day).findings().stream()
                .map(Health.Finding::check)
                .toList();
    }

    private static List<Fact> without(Predicate<Fact> gone) throws IOException {
        return workshop().stream().filter(gone.negate()).toList();
    }

    private static boolean is(Fact fact, RelationType type) {
        return fact instanceof Fact.RelationFact relation && relation.type() == type;
    }

    /** All relations of the type say that value. */
    private static List<Fact> with(RelationType type, Attribute attribute, Object value) throws IOException {
        return workshop().stream()
                .map(fact -> {
                    if (!(fact instanceof Fact.RelationFact r) || r.type() != type) {
                        return fact;
                    }
                    var values = new TreeMap<String, Object>(r.values());
                    values.put(attribute.name(), value);
                    return new Fact.RelationFact(type, r.from(), r.to(), r.variant(), values, r.evidence(), r.row());
                })
                .toList();
    }

    private static List<Fact> with(NodeType type, Attribute attribute, Object value) throws IOException {
        return workshop().stream()
                .map(fact -> {
                    if (!(fact instanceof Fact.NodeFact n) || n.type() != type) {
                        return fact;
                    }
                    var values = new TreeMap<String, Object>(n.values());
                    values.put(attribute.name(), value);
                    return new Fact.NodeFact(type, n.id(), values, n.evidence(), n.row());
                })
                .toList();
    }

    @Test
    void termsThatNobodyGave_areNamedWithTheDefaultAndItsShare() throws IOException {
        List<? extends Fact> untold = workshop().stream()
                .map(fact -> {
                    if (!(fact instanceof Fact.NodeFact n) || n.type() != NodeType.CUSTOMER) {
                        return fact;
                    }
                    var values = new TreeMap<String, Object>(n.values());
                    values.remove(Attributes.PAYMENT_TERM_DAYS.name());
                    return new Fact.NodeFact(n.type(), n.id(), values, n.evidence(), n.row());
                })
                .toList();
        var snapshot = BusinessSnapshot.of(untold);

        HealthView.Row row = HealthView.of(Health.of(snapshot, DAY), Language.EN).rows().stream()
                .filter(r -> r.title().equals("Customers without payment terms"))
                .findFirst()
                .orElseThrow();

        assertThat(doubts(workshop(), DAY)).doesNotContain(Check.CUSTOMER_TERMS);
        assertThat(row.remedy()).contains("30 are taken");
        assertThat(row.share())
                .isEqualTo(new Figures(Language.EN)
                                .percent(100.0
                                        * row.count()
                                        / snapshot.nodes(NodeType.CUSTOMER).size())
                        + " of all");
    }

    @Test
    void theExample_hasNothingThatStandsInTheWay() throws IOException {
        assertThat(doubts(workshop(), DAY)).noneMatch(Check::isSerious);
    }

    @Test
    void whatIsTakenAway_isMissed() throws IOException {
        assertThat(doubts(without(f -> is(f, RelationType.SUPPLIES)), DAY)).contains(Check.NO_SUPPLIER);
        assertThat(doubts(without(f -> is(f, RelationType.YIELDS)), DAY)).contains(Check.NOT_MADE);
        assertThat(doubts(without(f -> is(f, RelationType.RUNS_ON) || is(f, RelationType.OUTSOURCED_TO)), DAY))
                .contains(Check.NO_MACHINE);
        assertThat(doubts(without(f -> is(f, RelationType.FOLLOWS)), DAY)).contains(Check.NO_HOURS);
        assertThat(doubts(without(f -> is(f, RelationType.CONSUMES)), DAY)).contains(Check.UNUSED);
    }

    @Test
    void whatIsOdd_isNoticed() throws IOException {
        assertThat(doubts(with(RelationType.SUPPLIES, Attributes.VALID_TO, DAY.minusDays(1)), DAY))
                .contains(Check.OFFER_ENDED);
        assertThat(doubts(with(RelationType.SUPPLIES, Attributes.VALID_TO, DAY), DAY))
                .doesNotContain(Check.OFFER_ENDED);
        assertThat(doubts(with(RelationType.SUPPLIES, Attributes.LEAD_TIME_DAYS, 0.0), DAY))
                .contains(Check.LEAD_TIME_ZERO);
        assertThat(doubts(with(RelationType.SUPPLIES, Attributes.PRICE, 0.0), DAY))
                .contains(Check.PRICE_ZERO);
        assertThat(doubts(with(NodeType.ORDER, Attributes.PRICE, 0.0), DAY)).contains(Check.ORDER_PRICE);
        assertThat(doubts(with(NodeType.MATERIAL, Attributes.UNIT, "坨"), DAY)).contains(Check.UNIT_UNKNOWN);
        assertThat(doubts(workshop(), DAY.plusYears(2))).contains(Check.ORDER_OVERDUE);
    }

    @Test
    void whatCannotBeOfAccounts_isNoticed(@TempDir Path folder) throws IOException {
        DemoCompany.write(folder);
        List<? extends Fact> demo = Datasets.read(folder, ReadOptions.none()).facts();

        assertThat(doubts(demo, DAY)).doesNotContain(Check.BILL_TERMS, Check.AMOUNT_NEGATIVE, Check.RATE_UNKNOWN);
        assertThat(doubts(withAccount(demo, "bill-receivable", "discountDate", DAY.plusDays(3)), DAY))
                .contains(Check.BILL_TERMS);
        assertThat(doubts(withAccount(demo, "vat-credit", "amount", -8_000.0), DAY))
                .contains(Check.AMOUNT_NEGATIVE);
        assertThat(doubts(withAccount(demo, "payable", "currency", "CHF"), DAY)).contains(Check.ACCOUNT_RATE_UNKNOWN);
        assertThat(doubts(with(NodeType.SUPPLIER, Attributes.CURRENCY, "CHF"), DAY))
                .contains(Check.RATE_UNKNOWN);
    }

    private static List<Fact> withAccount(List<? extends Fact> facts, String kind, String name, Object value) {
        return facts.stream()
                .map(fact -> {
                    if (!(fact instanceof Fact.NodeFact n)
                            || n.type() != NodeType.ACCOUNT
                            || !kind.equals(n.values().get("kind"))) {
                        return fact;
                    }
                    var values = new TreeMap<String, Object>(n.values());
                    values.put(name, value);
                    return (Fact) new Fact.NodeFact(n.type(), n.id(), values, n.evidence(), n.row());
                })
                .map(Fact.class::cast)
                .toList();
    }

    /** The demo company's books balance with its stock at cost; with 5,000.00 more equity they do not. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void openingFiguresThatDoNotBalance_areNamedWithTheDifference(Language language, @TempDir Path folder)
            throws IOException {
        DemoCompany.write(folder);
        List<? extends Fact> demo = Datasets.read(folder, ReadOptions.none()).facts();
        List<? extends Fact> spoilt = demo.stream()
                .map(fact -> fact instanceof Fact.NodeFact n
                                && n.type() == NodeType.ACCOUNT
                                && "equity".equals(n.values().get("kind"))
                        ? moved(n, 5_000)
                        : fact)
                .toList();

        assertThat(doubts(demo, DAY)).doesNotContain(Check.OPENING_UNBALANCED);
        assertThat(HealthView.of(Health.of(BusinessSnapshot.of(spoilt), DAY), language)
                        .rows())
                .filteredOn(row -> row.title().equals(Words.in(language).say("health.OPENING_UNBALANCED")))
                .singleElement()
                .satisfies(row -> assertThat(row.remedy()).contains("5,000"));
    }

    private static Fact moved(Fact.NodeFact account, double more) {
        var values = new TreeMap<String, Object>(account.values());
        values.computeIfPresent("amount", (name, amount) -> (Double) amount + more);
        return new Fact.NodeFact(account.type(), account.id(), values, account.evidence(), account.row());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyDoubt_isWordedWithExamplesAndARemedy(Language language) throws IOException {
        var facts = without(f -> is(f, RelationType.SUPPLIES) || is(f, RelationType.FOLLOWS));

        HealthView view = HealthView.of(Health.of(BusinessSnapshot.of(facts), DAY), language);

        assertThat(view.rows()).isNotEmpty().allSatisfy(row -> {
            assertThat(row.title() + row.remedy()).doesNotContain("health.").doesNotContain("??");
            assertThat(row.examples()).isNotEmpty();
        });
        assertThat(view.rows().getFirst().serious()).isTrue();
    }
}
