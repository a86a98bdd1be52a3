package io.sandtable.web.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.model.Money;
import io.sandtable.simulation.evaluate.Account;
import io.sandtable.simulation.evaluate.Evaluation;
import io.sandtable.simulation.evaluate.Evaluator;
import io.sandtable.simulation.evaluate.Kpis;
import io.sandtable.simulation.evaluate.Ledger;
import io.sandtable.simulation.evaluate.Violation;
import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.plan.Redispatch;
import io.sandtable.simulation.relief.ReliefSearch;
import io.sandtable.simulation.scenario.Change;
import io.sandtable.simulation.scenario.Dimension;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.web.Figures;
import io.sandtable.web.Language;
import io.sandtable.web.Words;
import io.sandtable.web.ask.Alternative;
import io.sandtable.web.ask.Answer;
import io.sandtable.web.ask.KeyFigure;
import io.sandtable.web.ask.Question;
import io.sandtable.web.drivers.PlanDrivers;
import io.sandtable.web.inquiry.Answers;
import io.sandtable.web.inquiry.Asking;
import io.sandtable.web.inquiry.Chip;
import io.sandtable.web.inquiry.Inquiries;
import io.sandtable.web.inquiry.Inquiry;
import io.sandtable.web.inquiry.KeptAnswers;
import io.sandtable.web.people.Role;
import io.sandtable.web.rulebook.RuleBook;
import io.sandtable.web.service.Colleague;
import io.sandtable.web.service.DemoService;
import io.sandtable.web.service.HttpBrowser;
import io.sandtable.web.service.Patience;
import io.sandtable.web.service.RunningService;
import io.sandtable.web.service.Runs;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The plans of one question on the page, over REST and in the ledger of the running service. */
class ComparisonIT {
    private static final String QUESTION = "预计下季度新能源汽车电池壳订单增长40%。下月需预留30%产能应对突击订单";
    private static final Figures FIGURES = new Figures(Language.ZH);

    private static RunningService service;
    private static Colleague sun;
    private static HttpBrowser reader;
    private static String id;
    private static Answer answer;

    @BeforeAll
    static void aQuestionWithPlans() {
        service = DemoService.running();
        sun = Colleague.of(service, "sun", "孙厂长", Role.MANAGER, Role.PLANNER);
        reader = sun.browser();
        id = DemoService.answered(QUESTION).id();
        answer = service.get(Answers.class).getAnswer(id);
    }

    private static Inquiry inquiry(String inquiryId) {
        return service.get(Inquiries.class).getInquiry(inquiryId);
    }

    private static String runs(String rest) {
        return "/runs/" + id + rest;
    }

    @Test
    void everyAmount_isTheSameOnThePageOverRestAndInTheLedger() {
        for (Alternative plan : answer.all()) {
            JsonNode kpis = reader.json("/api/v1/plans/" + plan.id() + "?scenario=" + id)
                    .get("kpis");
            Ledger ledger = plan.evaluation().ledger();
            LocalDate end = answer.problem().asOf().plusDays(answer.problem().horizonDays());
            LocalDate lowest = LocalDate.parse(kpis.get("cashLowDate").asString());
            Money revenue = negative(ledger.sum(p ->
                    p.account().group() == Account.Group.REVENUE && p.date().isBefore(end)));
            Money costs = ledger.sum(p -> p.account().group() == Account.Group.COST_OF_GOODS
                    && p.date().isBefore(end));

            assertThat(amount(kpis, "revenue")).isEqualTo(revenue);
            assertThat(amount(kpis, "grossMargin")).isEqualTo(revenue.minus(costs));
            assertThat(amount(kpis, "capex")).isEqualTo(ledger.sum(p -> p.account() == Account.FIXED_ASSETS));
            assertThat(amount(kpis, "cashLow")).isEqualTo(ledger.balance(Account.CASH, lowest));
            for (String figure : List.of("revenue", "grossMargin", "capex", "cashLow")) {
                String why = reader.page(runs("/why?plan=%s&figure=%s".formatted(plan.letter(), figure)));
                JsonNode sums =
                        reader.json("/api/v1/plans/%s/why?figure=%s&scenario=%s".formatted(plan.id(), figure, id));

                assertThat(why).contains(">" + FIGURES.exactYuan(amount(kpis, figure)) + "</td>");
                assertThat(amount(sums, "total")).isEqualTo(amount(kpis, figure));
                assertThat(sums.get("sums")
                                .valueStream()
                                .map(s -> amount(s, "amount"))
                                .reduce(Money.fen(0), Money::plus))
                        .isEqualTo(amount(kpis, figure));
            }
        }
    }

    private static Money negative(Money money) {
        return Money.fen(-money.minor());
    }

    private static Money amount(JsonNode json, String field) {
        return Money.fen(new BigDecimal(json.get(field).get("amount").asString())
                .movePointRight(2)
                .longValueExact());
    }

    @Test
    void everyCellOfTheTable_isTheFigureOfThePlan() {
        String page = reader.page(runs("/compare?view=table"));

        for (Alternative plan : answer.all()) {
            JsonNode kpis = reader.json("/api/v1/plans/" + plan.id() + "?scenario=" + id)
                    .get("kpis");
            for (KeyFigure figure : KeyFigure.values()) {
                String cell = cell(page, plan.letter(), figure.id());

                assertThat(cell)
                        .as(plan + " " + figure)
                        .isEqualTo(figure.of(plan).full(FIGURES));
                if (kpis.get(figure.id()).isObject() && !cell.equals(Figures.MISSING)) {
                    assertThat(cell).isEqualTo(FIGURES.yuan(amount(kpis, figure.id())));
                }
            }
        }
    }

    private static String cell(String page, String letter, String figure) {
        Matcher cell = Pattern.compile("data-cell=\"%s %s\"[^>]*><a [^>]*>([^<]*)</a>".formatted(letter, figure))
                .matcher(page);
        assertThat(cell.find()).as(letter + " " + figure).isTrue();
        return cell.group(1);
    }

    @Test
    void cards_sayFiguresAndTheirDifferenceInWords() {
        String page = reader.page(runs("/compare"));
        Kpis base = answer.baseline().evaluation().kpis();

        List<Alternative> cards = answer.plans().stream()
                .filter(plan -> page.contains("plan=%s&amp;figure=grossMargin".formatted(plan.letter())))
                .toList();
        assertThat(cards)
                .hasSize(Math.min(answer.plans().size(), CompareViews.MOST_CARDS))
                .contains(answer.recommended())
                .containsAll(answer.plans().stream()
                        .filter(plan -> !plan.compliant())
                        .toList());
        for (Alternative plan : cards) {
            Kpis kpis = plan.evaluation().kpis();
            assertThat(page)
                    .contains(
                            FIGURES.shortMoney(kpis.grossMargin()),
                            FIGURES.moneyDifference(kpis.revenue().minus(base.revenue())));
        }
        assertThat(page).contains("违反 1 条必须条件", "另有", "这是假设，不会改动实际数据", "数据来源：");
        assertThat(page).contains("建议方案 " + answer.recommended().letter());
    }

    @Test
    void otherBaseline_turnsTheDifferencesRound() {
        String page = reader.page(runs("/compare?view=table&baseline=A"));
        Money today = answer.baseline().evaluation().kpis().revenue();
        Money other = answer.findPlan("A").orElseThrow().evaluation().kpis().revenue();

        assertThat(page).contains("<span class=\"st-difference\">" + FIGURES.moneyDifference(today.minus(other)));
        assertThat(page).contains("差异以「");
    }

    @Test
    void onlyDifferences_foldsExactlyTheRowsThatAreEqual() {
        // two plans that buy nothing, whatever their letters are this time
        List<Alternative> shown = answer.all().stream()
                .filter(plan -> plan.evaluation().kpis().capex().minor() == 0)
                .limit(3)
                .toList();
        assertThat(shown).hasSize(3).contains(answer.baseline());
        List<String> equal = Arrays.stream(KeyFigure.values())
                .filter(f -> shown.stream().map(f::of).distinct().count() == 1)
                .map(KeyFigure::id)
                .toList();

        String page = reader.page(runs("/compare?plans=%s,%s&differences=1"
                .formatted(shown.get(1).letter(), shown.get(2).letter())));
        JsonNode json = reader.json("/api/v1/plans/compare?ids=%s,%s&scenario=%s"
                .formatted(shown.get(1).id(), shown.get(2).id(), id));

        assertThat(equal).contains("capex").doesNotContain("revenue");
        assertThat(json.get("equal").valueStream().map(JsonNode::asString)).containsExactlyElementsOf(equal);
        assertThat(page).contains("已收起：" + Words.in(Language.ZH).say("kpi.capex"));
        assertThat(page)
                .doesNotContain("figure=capex")
                .contains("figure=revenue", "figure=grossMargin", "figure=cashLow");
    }

    /** A copy without one of its conditions, run and held against the original. */
    @Test
    void twoQuestions_areComparedByTheirConditionsAndToTheFen() {
        Asking asking = service.get(Asking.class);
        Inquiry copy = asking.copy(id, "sun");
        copy = asking.remove(copy, copy.chips().getLast().id());
        asking.confirmAllAndRun(copy, "sun");
        Runs.ended(service, copy.id());
        Answer other = service.get(Answers.class).getAnswer(copy.id());

        String page = reader.page("/runs/" + copy.id() + "/difference?with=" + id);
        JsonNode json = reader.json("/api/v1/plans/compare/difference?of=%s&scenario=%s&against=%s&againstScenario=%s"
                .formatted(
                        other.recommended().id(),
                        copy.id(),
                        answer.recommended().id(),
                        id));

        Money difference = atEnd(other.recommended(), "grossMargin").minus(atEnd(answer.recommended(), "grossMargin"));
        assertThat(amount(json, "difference")).isEqualTo(difference);
        assertThat(json.get("drivers")
                        .valueStream()
                        .map(d -> amount(d, "amount"))
                        .reduce(Money.fen(0), Money::plus))
                .isEqualTo(difference);
        assertThat(json.get("againstScenario").asString()).isEqualTo(id);
        // another test of this class may have changed the data since the first question
        boolean sameData = other.snapshot().hash().equals(answer.snapshot().hash());
        assertThat(json.has("doneDifferently")).isEqualTo(sameData);
        assertThat(page)
                .contains("条件有什么不同", "只有 " + id, "预留30%")
                .contains("「" + copy.id() + " 方案", sameData ? "买的和用的有什么不同" : "只比较金额，不比较做法")
                .contains("with=" + id);
        assertThat(reader.page("/runs/" + copy.id() + "/compare"))
                .contains("和另一个假设比较", "value=\"" + id + "\" selected");
        assertThat(reader.get("/api/v1/plans/compare/difference?of=%s&scenario=%s&against=%s"
                                .formatted(
                                        other.recommended().id(),
                                        copy.id(),
                                        answer.recommended().id()))
                        .statusCode())
                .isBetween(400, 404);
    }

    @Test
    void difference_isTheSameOnThePageOverRestAndInTheLedgerAndLeadsToItsPostings() {
        Alternative plan = answer.recommended();
        for (String figure : List.of("grossMargin", "cashAtEnd")) {
            JsonNode json = reader.json(
                    "/api/v1/plans/compare/difference?of=%s&figure=%s&scenario=%s".formatted(plan.id(), figure, id));
            String page = reader.page(runs("/difference?of=%s&figure=%s".formatted(plan.letter(), figure)));

            Money difference = atEnd(plan, figure).minus(atEnd(answer.baseline(), figure));
            assertThat(amount(json, "difference")).isEqualTo(difference);
            assertThat(json.get("drivers")
                            .valueStream()
                            .map(d -> amount(d, "amount"))
                            .reduce(Money.fen(0), Money::plus))
                    .isEqualTo(difference);
            assertThat(json.get("drivers")).hasSizeGreaterThan(5).allSatisfy(driver -> {
                String named = driver.get("driver").asString();
                assertThat(page).contains("&amp;driver=" + named, FIGURES.exactYuan(amount(driver, "amount")));
                assertThat(driver.get("effects")
                                .valueStream()
                                .map(e -> amount(e, "amount"))
                                .reduce(Money.fen(0), Money::plus))
                        .isEqualTo(amount(driver, "amount"));
            });
            assertThat(page).contains("data-chart=\"waterfall\"", FIGURES.exactYuan(atEnd(plan, figure)));
        }
        JsonNode postings = reader.json("/api/v1/plans/%s/ledger?driver=price&scenario=%s".formatted(plan.id(), id));
        assertThat(amount(postings.get("sum"), "credit"))
                .isEqualTo(plan.evaluation().kpis().revenue());
        assertThat(reader.page(runs("/difference?driver=volume"))).contains("ledger?driver=volume&amp;product=MAT-");
        assertThat(reader.page(runs("/plans/A/ledger?behind=overtime"))).contains("只看「加班」的由来");
        assertThat(reader.page(runs("/compare"))).contains("差在哪里：", "/difference?of=" + plan.letter());
    }

    private static Money atEnd(Alternative plan, String figure) {
        Evaluation evaluation = plan.evaluation();
        return figure.equals("grossMargin")
                ? evaluation.kpis().grossMargin()
                : evaluation
                        .ledger()
                        .balance(
                                Account.CASH,
                                answer.problem()
                                        .asOf()
                                        .plusDays(answer.problem().horizonDays() - 1L));
    }

    @Test
    void markupInAnybodysWords_staysText() {
        String evil = "<script>alert('预留30%')</script>";
        Inquiry asked = inquiry(id);
        List<Chip> chips = asked.chips().stream()
                .map(c -> new Chip(c.id(), evil, c.state(), c.statement(), c.questions(), c.ruleId(), evil, c.edited()))
                .toList();
        String other = KeptAnswers.keep(service, asked, chips, saying(evil));

        for (String path : List.of(
                "/compare",
                "/compare?view=table",
                "/compare?differences=1",
                "/why?plan=A",
                "/drivers",
                "/counterfactual",
                "/difference")) {
            String page = reader.page("/runs/" + other + path);

            assertThat(page).as(path).doesNotContain("<script>alert");
        }
        assertThat(reader.page("/runs/" + other + "/compare")).contains("&lt;script&gt;alert(");
    }

    /** The same plans, with those words in the question, in broken rules and in the plans' names. */
    private static Answer saying(String words) {
        Question question = answer.question();
        return new Answer(
                new Question(
                        question.company(),
                        question.sentences().stream().map(s -> words).toList(),
                        question.ruleIds(),
                        question.interventions(),
                        question.asOf(),
                        question.language(),
                        question.seed()),
                answer.company(),
                answer.asOf(),
                answer.confirmedBy(),
                answer.snapshot(),
                answer.understandings(),
                answer.problem(),
                answer.baseline(),
                answer.plans().stream().map(p -> saying(p, words)).toList(),
                answer.tornado(),
                answer.planner(),
                answer.stages());
    }

    private static Alternative saying(Alternative plan, String words) {
        Evaluation e = plan.evaluation();
        List<Violation> violations = e.violations().stream()
                .map(v -> new Violation(
                        v.ruleId(),
                        words,
                        v.kind(),
                        v.must(),
                        words,
                        words,
                        v.from(),
                        v.to(),
                        v.limit(),
                        v.actual(),
                        words))
                .toList();
        return new Alternative(
                plan.letter(),
                plan.strategy(),
                words,
                words,
                new Evaluation(e.plan(), e.ledger(), e.kpis(), violations),
                plan.resultHash(),
                plan.findings());
    }

    @Test
    void whatIsNotThere_isNotFound() {
        assertThat(reader.get("/runs/INQ-2000-0101-001/compare").statusCode()).isEqualTo(404);
        for (String path : List.of(
                "/compare?plans=Z",
                "/compare?baseline=Z",
                "/why?plan=Z",
                "/why?plan=A&order=ORD-NONE",
                "/why?plan=A&figure=none",
                "/difference?of=Z",
                "/difference?figure=none",
                "/difference?driver=none",
                "/drivers?plan=Z",
                "/counterfactual?plan=Z",
                "/counterfactual?figure=none")) {
            assertThat(reader.get(runs(path)).statusCode()).as(path).isEqualTo(404);
        }
        HttpResponse<String> plan = reader.get("/api/v1/plans/PLN-0000000000000000");
        assertThat(plan.statusCode()).isEqualTo(404);
        assertThat(plan.body()).contains("\"code\":\"PLAN_GONE\"");
    }

    @Test
    void lateOrder_isExplainedByAChainWithSources() {
        Alternative plan = answer.findPlan("A").orElseThrow();
        JsonNode orders = reader.json("/api/v1/plans/" + plan.id() + "/why?scenario=" + id)
                .get("orders");
        String order = orders.get(0).get("order").asString();

        String page = reader.page(runs("/why?plan=A&order=" + order));

        assertThat(orders)
                .hasSize(plan.evaluation().kpis().lateOrders()
                        + plan.evaluation().kpis().shortOrders());
        String chain = page.substring(page.indexOf("st-chain"), page.indexOf("</ol>"));
        assertThat(chain.split("<li", -1).length - 1).isBetween(2, 5);
        assertThat(chain).contains("demo-company/Order.csv 第").contains("计算");
    }

    @Test
    void whatWouldHelpALateOrder_isWorkedOutOnRequestAndSaysWhatComesOfIt() {
        Alternative plan = answer.findPlan("A").orElseThrow();
        JsonNode late = reader.json("/api/v1/plans/" + plan.id() + "/why?scenario=" + id)
                .get("orders");
        String order = late.get(0).get("order").asString();
        String path = "/api/v1/plans/%s/relief?order=%s&scenario=%s".formatted(plan.id(), order, id);

        String sheet = reader.page(runs("/why?plan=A&order=" + order));
        Patience.until(Duration.ofMinutes(3), () -> reader.get(path).statusCode() != 202);
        JsonNode json = reader.json(path);
        String page = reader.page(runs("/relief?plan=A&order=" + order));

        assertThat(sheet).contains("/runs/" + id + "/relief?plan=A", "怎样能早些交");
        assertThat(json.get("replans").asInt()).isBetween(2, ReliefSearch.USUAL_REPLANS);
        int now = json.get("daysLate").isNull()
                ? Integer.MAX_VALUE
                : json.get("daysLate").asInt();
        for (JsonNode help : json.get("helps")) {
            assertThat(help.get("daysLate").isNull()).isFalse();
            assertThat(help.get("daysLate").asInt()).isLessThan(now);
            assertThat(page)
                    .contains("data-relief=\"" + help.get("kind").asString() + "\"")
                    .contains(help.get("said").asString());
        }
        assertThat(reader.get(path.replace(order, "ORD-NONE")).statusCode()).isEqualTo(404);
    }

    @Test
    void driversOfAnyPlan_areWorkedOutOnRequest() {
        // classes share the inquiry, and another may have asked for the drivers of one of its plans
        PlanDrivers drivers = service.get(PlanDrivers.class);
        String letter = answer.plans().stream()
                .filter(plan -> drivers.find(id, answer, plan).isEmpty())
                .findFirst()
                .orElseThrow()
                .letter();
        String path = "/api/v1/scenarios/%s/sensitivity?plan=%s".formatted(id, letter);

        HttpResponse<String> first = reader.get(path);
        Patience.until(Duration.ofMinutes(3), () -> reader.get(path).statusCode() != 202);
        JsonNode json = reader.json(path);

        assertThat(first.statusCode()).isEqualTo(202);
        assertThat(json.get("plan").asString())
                .isEqualTo(answer.findPlan(letter).orElseThrow().id());
        assertThat(json.get("mode").asString()).isEqualTo("plan-fixed");
        assertThat(json.get("tornado")).hasSizeGreaterThanOrEqualTo(20);
        assertThat(reader.page(runs("/drivers?plan=" + letter))).contains("data-chart=\"tornado\"", "影响最大", "方案固定");
    }

    @Test
    void whatItTakesToComeToTheBaseline_isTrueOfTheChangedBusiness() {
        Alternative plan = answer.findPlan("A").orElseThrow();
        String path = "/api/v1/plans/%s/counterfactual?figure=grossMargin&scenario=%s".formatted(plan.id(), id);

        Patience.until(Duration.ofMinutes(3), () -> reader.get(path).statusCode() != 202);
        JsonNode json = reader.json(path);
        String page = reader.page(runs("/counterfactual?plan=A"));

        double now = json.get("now").asDouble();
        double target = json.get("target").asDouble();
        assertThat(target)
                .isEqualTo(answer.baseline()
                        .evaluation()
                        .kpis()
                        .grossMargin()
                        .major()
                        .doubleValue())
                .isNotEqualTo(now);
        assertThat(json.get("takes")).hasSize(Dimension.values().length);
        JsonNode nearest = json.get("takes").get(0);
        assertThat(page).contains("data-dimension=\"" + nearest.get("dimension").asString() + "\"", "只变一个因素");
        Dimension dimension = Dimension.withId(nearest.get("dimension").asString());
        double change = nearest.get("change").asDouble();
        // the same change, made of the scenario and not of the answer; and a step less does not do it
        assertThat(marginWith(plan, dimension, change))
                .isEqualTo(nearest.get("value").asDouble());
        assertThat(nearest.get("value").asDouble() >= target).isEqualTo(now < target);
        double less = change - Math.signum(change) * 0.1;
        assertThat(marginWith(plan, dimension, less) < target).isEqualTo(now < target);
        assertThat(reader.get(path + "&target=NaN").statusCode()).isEqualTo(400);
        assertThat(reader.get(path.replace("grossMargin", "none")).statusCode()).isEqualTo(404);
    }

    private double marginWith(Alternative plan, Dimension dimension, double change) {
        PlanningProblem changed =
                answer.scenario().with(Change.of(dimension, change)).compile();
        Plan timed = Redispatch.of(changed, plan.evaluation().plan());
        return Evaluator.kpis(changed, timed).grossMargin().major().doubleValue();
    }

    @Test
    void newData_makesThePlansStaleAndSaysWhy() {
        String rule = "下月需预留10%产能应对突击订单";
        Inquiry said = service.get(Asking.class).ask("demo", rule, Language.ZH, sun.name());
        String before = reader.page(runs("/compare"));

        RuleBook rules = service.get(RuleBook.class);
        var standing = rules.confirm("demo", rule, said.statements().getFirst(), sun.person());
        String after;
        HttpResponse<String> again;
        try {
            after = reader.page(runs("/compare"));
            again = reader.submit(runs("/compare"), runs("/again"), Map.of());
        } finally {
            rules.retire("demo", standing.id(), "试完了", sun.person());
        }

        assertThat(before).doesNotContain("st-stale");
        assertThat(after).contains("st-stale", "新增规则「" + rule + "」", "重新推演");
        assertThat(again.statusCode()).isEqualTo(302);
        String next = again.headers().firstValue("Location").orElseThrow().replaceFirst(".*/runs/", "");
        // the new rule has to be seen before anything runs under it
        assertThat(inquiry(next).state()).isEqualTo(Inquiry.State.DRAFT);
        assertThat(inquiry(next).chips()).anyMatch(c -> c.ruleId().equals(standing.id()));
    }

    @Test
    void conditionsThatNoPlanKeeps_areAnAnswerWithTheSmallestReleases() {
        String impossible = DemoService.answered("毛利率不低于90%").id();

        String page = reader.page("/runs/" + impossible + "/compare");

        assertThat(page).contains("没有方案能同时满足全部必须条件", "最小的放宽", "「毛利率不低于90%」放宽，90.0 % → ");
        String path = "/api/v1/scenarios/" + impossible + "/corrections";
        Patience.until(Duration.ofMinutes(3), () -> reader.get(path).statusCode() != 202);
        JsonNode sets = reader.json(path).get("sets");
        assertThat(page).contains("/runs/" + impossible + "/corrections");
        assertThat(sets).hasSize(1);
        assertThat(sets.get(0).get("rules")).hasSize(1);
        assertThat(sets.get(0).get("rules").get(0).get("ruleText").asString()).isEqualTo("毛利率不低于90%");
        assertThat(sets.get(0).get("kpis").get("grossMarginPct").asDouble()).isBetween(1.0, 90.0);
        assertThat(reader.page("/runs/" + impossible + "/corrections"))
                .contains("最少放开 1 条", "「毛利率不低于90%」", "data-correction");
    }
}
