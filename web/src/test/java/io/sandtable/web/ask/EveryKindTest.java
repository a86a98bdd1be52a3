package io.sandtable.web.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sandtable.rules.Kind;
import io.sandtable.simulation.check.Finding;
import io.sandtable.simulation.evaluate.Evaluation;
import io.sandtable.simulation.evaluate.Kpis;
import io.sandtable.simulation.evaluate.Violation;
import io.sandtable.simulation.scenario.ConditionRefused;
import io.sandtable.simulation.scenario.PlanningProblem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of a sentence of each kind in the demo company: other plans, or plans that quote it in red. */
class EveryKindTest {
    /** What a sentence does to plans that are made at once. */
    private enum Effect {
        /** At least one plan does other things, or other things at other times. */
        OTHER_PLANS,
        /** The same plans come to other figures. */
        OTHER_FIGURES,
        /** At least one plan breaks it, and quotes it. */
        RED,
        /** No plan can obey it, and none is made. */
        REFUSED
    }

    /** @param without the sentences of the question beside the one that is tried */
    private record Case(Effect effect, String sentence, String... without) {}

    private static final Map<Kind, Case> CASES = new EnumMap<>(Kind.class);

    static {
        CASES.put(Kind.DEMAND_CHANGE, new Case(Effect.OTHER_PLANS, "电池壳的订单翻倍"));
        CASES.put(Kind.CAPACITY_RESERVATION, new Case(Effect.OTHER_PLANS, "下月需预留30%产能应对突击订单"));
        CASES.put(Kind.CAPACITY_CHANGE, new Case(Effect.RED, "喷粉线每天产能最多50件"));
        CASES.put(Kind.PRICE_CHANGE, new Case(Effect.OTHER_FIGURES, "铝价上涨10%"));
        CASES.put(Kind.LEAD_TIME_CHANGE, new Case(Effect.OTHER_PLANS, "澄川的交期再加三周"));
        CASES.put(Kind.SUPPLIER_SHUTDOWN, new Case(Effect.OTHER_PLANS, "澄川明年一月不发货"));
        CASES.put(Kind.RESOURCE_DOWNTIME, new Case(Effect.OTHER_PLANS, "喷粉线明年3月要停十天"));
        CASES.put(Kind.CASH_FLOOR, new Case(Effect.RED, "账上现金别低于800万"));
        CASES.put(Kind.BUDGET_CAP, new Case(Effect.RED, "每个月的采购预算不超过20万"));
        CASES.put(Kind.MARGIN_FLOOR, new Case(Effect.RED, "控制器壳毛利率不能低于60%"));
        CASES.put(Kind.SERVICE_LEVEL, new Case(Effect.RED, "准时交付率不低于100%", "电池壳的订单翻倍"));
        CASES.put(Kind.EMISSION_CAP, new Case(Effect.RED, "每月碳排放不能超过10吨"));
        CASES.put(Kind.ENERGY_CAP, new Case(Effect.RED, "每月用电不超过1万度"));
        CASES.put(Kind.SOURCING_BAN, new Case(Effect.OTHER_PLANS, "不要再找澄川买铝"));
        CASES.put(Kind.SOURCING_ALLOW_ONLY, new Case(Effect.OTHER_PLANS, "高强铝锭只能从岚屿买"));
        CASES.put(Kind.CONFIDENTIAL_PROCESS, new Case(Effect.OTHER_PLANS, "压铸不得外协", "电池壳的订单翻倍"));
        CASES.put(Kind.MUST_DELIVER, new Case(Effect.RED, "逐岚的货必须在11月22日前交"));
        CASES.put(Kind.OVERTIME_LIMIT, new Case(Effect.OTHER_PLANS, "每周加班不超过1小时", "电池壳的订单翻倍"));
        CASES.put(Kind.SHIFT_BAN, new Case(Effect.OTHER_PLANS, "喷粉线不开夜班"));
        CASES.put(Kind.OBJECTIVE, new Case(Effect.OTHER_PLANS, "先保现金，交期可以让一让"));
        CASES.put(Kind.WORKING_CALENDAR, new Case(Effect.OTHER_PLANS, "元旦照常开工"));
        CASES.put(Kind.PURCHASE_SHARE, new Case(Effect.OTHER_PLANS, "高强铝锭里澄川的份额不高于40%"));
        CASES.put(Kind.PRICE_TOLERANCE, new Case(Effect.RED, "密封胶涨价3%以内可以接受", "密封胶价格上涨10%"));
        CASES.put(Kind.MARGIN_TARGET, new Case(Effect.RED, "综合毛利率提高5个点"));
        CASES.put(Kind.SAFETY_STOCK, new Case(Effect.OTHER_PLANS, "密封胶安全库存至少30天"));
        CASES.put(Kind.STOCK_LIMIT, new Case(Effect.RED, "密封胶库存最多1天"));
        CASES.put(Kind.SHELF_LIFE, new Case(Effect.RED, "密封胶保质期1天"));
        CASES.put(Kind.MIN_ORDER_QTY, new Case(Effect.OTHER_PLANS, "ADC12的起订量20吨"));
        CASES.put(Kind.POLICY, new Case(Effect.OTHER_FIGURES, "2027年1月1日起增值税率降到9%"));
        CASES.put(Kind.SUBSTITUTION, new Case(Effect.OTHER_PLANS, "A380不能代替ADC12", "岚屿、栖桐、墨溪到明年三月底不发货"));
        CASES.put(Kind.CONDITIONAL, new Case(Effect.RED, "现金一旦低于800万，账上现金别低于900万"));
        CASES.put(Kind.COMPOUND, new Case(Effect.OTHER_PLANS, "如果铝涨10%，同时电池壳订单增长20%会怎样"));
        CASES.put(Kind.QUERY, new Case(Effect.REFUSED, "上个月哪个产品最赚钱"));
    }

    /** What is compared of a plan: all of it is much. */
    private record Outcome(int done, Kpis kpis, List<Violation> violations, List<Finding> impossible) {
        static Outcome of(Evaluation e, PlanningProblem problem) {
            return new Outcome(
                    List.of(e.plan().lots(), e.plan().purchases(), e.plan().deliveries())
                            .hashCode(),
                    e.kpis(),
                    e.violations(),
                    e.check(problem).stream()
                            .filter(f -> f.kind() != Finding.Kind.RULE)
                            .toList());
        }
    }

    private static final Map<List<String>, List<Outcome>> PLANS = new HashMap<>();

    private static DemoQuestions company;

    @BeforeAll
    static void readCompany(@TempDir Path folder) throws IOException {
        company = DemoQuestions.in(folder);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void sentenceOfTheKind_isObeyedOrQuotedOrRefused(Kind kind) throws IOException {
        Case tried = Objects.requireNonNull(CASES.get(kind), () -> kind + " has no case");
        assertThat(company.kinds(tried.sentence())).contains(kind);

        var all = Arrays.copyOf(tried.without(), tried.without().length + 1);
        all[all.length - 1] = tried.sentence();
        if (tried.effect() == Effect.REFUSED) {
            assertThatThrownBy(() -> company.problem(all)).isInstanceOf(ConditionRefused.class);
            return;
        }
        List<Outcome> without = plans(tried.without());
        List<Outcome> with = plans(all);

        boolean seen = switch (tried.effect()) {
            case OTHER_PLANS -> differ(without, with, Outcome::done);
            case OTHER_FIGURES ->
                differ(
                        without,
                        with,
                        o -> o.kpis().grossMargin().minor() + o.kpis().cashLow().minor());
            case RED ->
                with.stream()
                        .flatMap(o -> o.violations().stream())
                        .anyMatch(v -> v.must() && v.ruleText().equals(tried.sentence()));
            case REFUSED -> false;
        };
        assertThat(seen).as(tried.toString()).isTrue();
        assertThat(with).allSatisfy(o -> assertThat(o.impossible()).isEmpty());
    }

    private static boolean differ(List<Outcome> some, List<Outcome> others, Function<Outcome, Object> by) {
        return !some.stream().map(by).toList().equals(others.stream().map(by).toList());
    }

    private static List<Outcome> plans(String... sentences) throws IOException {
        List<String> key = List.of(sentences);
        List<Outcome> known = PLANS.get(key);
        if (known == null) {
            PlanningProblem problem = company.problem(sentences);
            known = company.constructed(problem).stream()
                    .map(e -> Outcome.of(e, problem))
                    .toList();
            PLANS.put(key, known);
        }
        return known;
    }
}
