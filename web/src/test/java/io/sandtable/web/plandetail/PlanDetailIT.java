package io.sandtable.web.plandetail;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.sandtable.model.Attributes;
import io.sandtable.model.Money;
import io.sandtable.model.NodeType;
import io.sandtable.simulation.evaluate.Account;
import io.sandtable.simulation.evaluate.Cause.Event;
import io.sandtable.simulation.evaluate.DeliveryStatus;
import io.sandtable.simulation.evaluate.Evaluation;
import io.sandtable.simulation.evaluate.Kpis;
import io.sandtable.simulation.evaluate.Posting;
import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.web.Figures;
import io.sandtable.web.Language;
import io.sandtable.web.ask.Alternative;
import io.sandtable.web.ask.Answer;
import io.sandtable.web.inquiry.Answers;
import io.sandtable.web.people.Role;
import io.sandtable.web.service.Colleague;
import io.sandtable.web.service.DemoService;
import io.sandtable.web.service.HttpBrowser;
import io.sandtable.web.service.RunningService;
import java.math.BigDecimal;
import java.net.http.HttpClient.Redirect;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A plan's pages and REST on the running service with the demo company; the figures of a page are those of the ledger. */
class PlanDetailIT {
    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final Pattern FOOTER = Pattern.compile("<tfoot>.*?</tfoot>", Pattern.DOTALL);
    private static final Pattern WIDE_CELL = Pattern.compile("<td class=\"st-wide-cell\">.*?</td>", Pattern.DOTALL);
    private static final Pattern THING = Pattern.compile("data-thing=\"([^\"]*)\"");
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}+");

    private static HttpBrowser reader;
    private static String inquiry;
    private static Answer answer;

    @BeforeAll
    static void plan() {
        RunningService service = DemoService.running();
        reader = Colleague.of(service, "lin", "林会计", Role.PLANNER).browser(Redirect.NORMAL);
        inquiry = DemoService.answered("预计下季度新能源汽车电池壳订单增长40%").id();
        answer = service.get(Answers.class).getAnswer(inquiry);
    }

    private static String address(Alternative plan, String rest) {
        return "/runs/" + inquiry + "/plans/" + plan.letter() + "/" + rest;
    }

    private static String api(Alternative plan, String rest) {
        return "/api/v1/plans/" + plan.id() + "/" + rest + "scenario=" + inquiry;
    }

    private static ShownPlan shown(Alternative plan, Language language) {
        return new ShownPlan(inquiry, answer, plan, language);
    }

    private static LedgerLines lines(Alternative plan) {
        ShownPlan shown = shown(plan, Language.ZH);
        return new LedgerLines(shown, new Subjects(shown));
    }

    private static String text(String html) {
        return TAG.matcher(html).replaceAll(" ").replaceAll("\\s+", " ");
    }

    private static String footer(String page) {
        Matcher footer = FOOTER.matcher(page);
        assertThat(footer.find()).isTrue();
        return text(footer.group());
    }

    private static String exact(Money money) {
        return new Figures(Language.ZH).exactYuan(money);
    }

    @Test
    void relationsOfAPlan_areOfWhatItMakesUseOf() {
        Alternative plan = answer.recommended();
        String only = "/relations?plan=" + inquiry + "/" + plan.letter();
        Set<String> delivered = plan.evaluation().plan().deliveries().stream()
                .map(delivery ->
                        answer.problem().demands().get(delivery.demand()).id())
                .collect(Collectors.toSet());

        assertThat(reader.page(address(plan, "orders"))).contains(only);
        String page = reader.page(only);
        String aluminium =
                reader.page("/relations?about=MAT-AL-SI10&steps=8&sure=true&plan=" + inquiry + "/" + plan.letter());

        assertThat(page).contains("只看方案 " + plan.letter() + "（" + inquiry + "）用到的", "data-picture");
        List<String> shown =
                THING.matcher(aluminium).results().map(m -> m.group(1)).toList();
        assertThat(shown).anyMatch(id -> id.startsWith("SUP-")).anyMatch(id -> id.startsWith("EQP-"));
        assertThat(shown.stream().filter(id -> id.startsWith("ORD-")))
                .isNotEmpty()
                .allMatch(delivered::contains);
        assertThat(reader.get("/relations?plan=" + inquiry + "/Z").statusCode()).isEqualTo(404);
    }

    @Test
    void everyFigure_isTheSumOfItsPostingsToTheFen() {
        for (Alternative plan : answer.all()) {
            for (LedgerFigure figure : LedgerFigure.values()) {
                FigureSum sum = FigureSum.of(figure, shown(plan, Language.ZH), lines(plan));

                assertThat(sum.total())
                        .as("%s of plan %s", figure.id(), plan.letter())
                        .isEqualTo(sum.kpi());
            }
        }
    }

    @Test
    void ledgerPage_saysTheFigureAndItsFooterSumsToIt() {
        for (Alternative plan : answer.all()) {
            Kpis kpis = plan.evaluation().kpis();

            String page = reader.page(address(plan, "ledger?figure=grossMargin"));
            JsonNode rest = reader.json(api(plan, "ledger?figure=grossMargin&"));

            assertThat(text(page)).contains("毛利 =").contains(exact(kpis.grossMargin()) + " 元");
            assertThat(footer(page))
                    .contains("借减贷 " + exact(Money.fen(-kpis.grossMargin().minor())));
            assertThat(new BigDecimal(
                                    rest.path("sum").path("net").path("amount").asString())
                            .negate())
                    .isEqualByComparingTo(kpis.grossMargin().major());
        }
    }

    @Test
    void everyEntry_balancesToZero() {
        for (Alternative plan : answer.all()) {
            Map<Integer, Long> byEntry = new HashMap<>();

            plan.evaluation()
                    .ledger()
                    .postings()
                    .forEach(p -> byEntry.merge(p.entry(), p.amount().minor(), Long::sum));

            assertThat(byEntry.values()).isNotEmpty().containsOnly(0L);
            assertThat(footer(reader.page(address(plan, "ledger")))).contains("借减贷 0.00");
        }
    }

    @Test
    void cash_closesWithTheLedgerAndHasTheLowOfTheFigures() {
        for (Alternative plan : answer.all()) {
            Evaluation evaluation = plan.evaluation();
            ShownPlan shown = shown(plan, Language.ZH);

            List<CashWeek> weeks = CashWeek.all(shown);
            CashWeek lowest = weeks.stream()
                    .min(java.util.Comparator.comparing(CashWeek::low))
                    .orElseThrow();
            String page = reader.page(address(plan, "cash"));

            assertThat(weeks.getLast().closing()).isEqualTo(evaluation.ledger().balance(Account.CASH, shown.lastDay()));
            assertThat(lowest.low()).isEqualTo(evaluation.kpis().cashLow());
            assertThat(lowest.lowDay()).isEqualTo(evaluation.kpis().cashLowDate());
            for (int i = 1; i < weeks.size(); i++) {
                assertThat(weeks.get(i).opening()).isEqualTo(weeks.get(i - 1).closing());
            }
            assertThat(text(page)).contains("最低点 " + exact(evaluation.kpis().cashLow()));
        }
    }

    @Test
    void purchases_sumToTheirPostings() {
        for (Alternative plan : answer.all()) {
            Money posted = plan.evaluation()
                    .ledger()
                    .sum(p -> p.cause().event() == Event.PURCHASE && p.account() == Account.INVENTORY);

            List<PurchaseLine> lines = PurchaseLine.all(shown(plan, Language.ZH));
            String page = reader.page(address(plan, "purchases?group=supplier"));

            assertThat(PurchaseLine.sum(lines)).isEqualTo(posted);
            assertThat(lines).hasSameSizeAs(plan.evaluation().plan().purchases());
            assertThat(footer(page)).contains(exact(posted));
            assertThat(PurchaseLine.bySupplier(lines).stream()
                            .map(PurchaseLine.Group::amount)
                            .reduce(Money.fen(0), Money::plus))
                    .isEqualTo(posted);
        }
    }

    @Test
    void orders_countAsTheFiguresDo() {
        for (Alternative plan : answer.all()) {
            Kpis kpis = plan.evaluation().kpis();

            List<OrderLine> lines = OrderLine.all(shown(plan, Language.ZH));
            OrderFilter.Totals totals = OrderFilter.Totals.of(lines);

            assertThat(totals.late()).isEqualTo(kpis.lateOrders());
            assertThat(totals.shorts()).isEqualTo(kpis.shortOrders());
            assertThat(lines)
                    .allSatisfy(l -> assertThat(l.why() == null).isEqualTo(l.status() == DeliveryStatus.ON_TIME));
            String late = reader.page(address(plan, "orders?show=late"));
            if (totals.late() > 0) {
                assertThat(footer(late)).contains("晚交 " + totals.late());
            } else {
                assertThat(late).doesNotContain("<tfoot");
            }
        }
    }

    @Test
    void bottlenecks_hurtAllLateOrdersOnThePageAndOverRest() {
        assertThat(answer.all()).anyMatch(plan -> plan.evaluation().kpis().lateOrders() > 0);
        for (Alternative plan : answer.all()) {
            Set<String> missed = OrderLine.all(shown(plan, Language.ZH)).stream()
                    .filter(line -> line.why() != null)
                    .map(OrderLine::id)
                    .collect(Collectors.toSet());

            JsonNode rest = reader.json(api(plan, "bottlenecks?")).path("bottlenecks");
            String page = reader.page(address(plan, "bottlenecks"));

            assertThat(rest.isEmpty()).isEqualTo(missed.isEmpty());
            var hurt = new HashSet<String>();
            for (JsonNode row : rest) {
                assertThat(row.path("orders").asInt())
                        .isEqualTo(row.path("hurts").size())
                        .isEqualTo(row.path("late").asInt() + row.path("short").asInt());
                assertThat(page)
                        .contains("data-thing=\"%s\" data-kind=\"%s\""
                                .formatted(
                                        row.path("on").asString(),
                                        row.path("kind").asString()));
                row.path("hurts").forEach(order -> hurt.add(order.asString()));
            }
            assertThat(hurt).isEqualTo(missed);
            assertThat(reader.page(address(plan, "bottlenecks") + "?lang=en")).contains("What holds orders up");
        }
    }

    @Test
    void ordersAreFilteredSortedAndPagedExactly() {
        Alternative plan = answer.plans().getFirst();
        List<OrderLine> all = OrderLine.all(shown(plan, Language.ZH));
        var seen = new ArrayList<String>();
        Pattern row = Pattern.compile("data-order=\"([^\"]+)\"");

        for (int page = 1; page <= (all.size() + OrdersPage.PAGE_SIZE - 1) / OrdersPage.PAGE_SIZE; page++) {
            Matcher rows = row.matcher(reader.page(address(plan, "orders?sort=number&page=" + page)));
            while (rows.find()) {
                seen.add(rows.group(1));
            }
        }

        assertThat(seen)
                .containsExactlyElementsOf(
                        all.stream().map(OrderLine::number).sorted().toList());
        String customer = all.getFirst().customerId();
        assertThat(OrderFilter.of("all", customer, "", "", "-quantity").of(all))
                .isNotEmpty()
                .allMatch(l -> l.customerId().equals(customer))
                .isSortedAccordingTo(java.util.Comparator.comparingDouble(OrderLine::quantity)
                        .reversed()
                        .thenComparing(OrderLine::due)
                        .thenComparing(OrderLine::number)
                        .thenComparing(OrderLine::demand));
    }

    @Test
    void ledgerFilters_letThroughWhatAPlainScanLetsThrough() {
        Alternative plan = answer.plans().getFirst();
        List<Posting> all = plan.evaluation().ledger().postings();
        LocalDate from = answer.asOf().plusDays(20);
        LocalDate to = answer.asOf().plusDays(60);
        Plan.Delivery delivery = plan.evaluation().plan().deliveries().getFirst();
        PlanningProblem.Demand demand = answer.problem().demands().get(delivery.demand());

        var byAccount = lines(plan).page(LedgerFilter.of("cash", "", from, to, "", ""), 1, 100);
        var byOrder = lines(plan).page(LedgerFilter.of("REVENUE", "", null, null, demand.number(), ""), 1, 100);
        var byText = lines(plan).page(LedgerFilter.of("", "", null, null, "", "结转销售成本"), 1, 100);

        List<Posting> cash = all.stream()
                .filter(p -> p.account() == Account.CASH
                        && !p.date().isBefore(from)
                        && !p.date().isAfter(to))
                .toList();
        assertThat(byAccount.count()).isEqualTo(cash.size()).isPositive();
        assertThat(byAccount.net()).isEqualTo(cash.stream().map(Posting::amount).reduce(Money.fen(0), Money::plus));
        assertThat(byOrder.lines()).isNotEmpty().allMatch(l -> demand.number().equals(l.order()));
        assertThat(byOrder.net().minor())
                .isEqualTo(-plan.evaluation().plan().deliveries().stream()
                        .filter(d -> answer.problem()
                                .demands()
                                .get(d.demand())
                                .number()
                                .equals(demand.number()))
                        .mapToLong(d -> Math.round(d.quantity()
                                * answer.problem().demands().get(d.demand()).price()
                                * 100))
                        .sum());
        assertThat(byText.count()).isEqualTo((int) all.stream()
                .filter(p -> p.cause().event() == Event.COST_OF_SALE)
                .count());
    }

    @Test
    void ledgerPages_giveEveryLineOnceWithTheSameSums() {
        Alternative plan = answer.plans().getFirst();
        LedgerFilter filter = LedgerFilter.of("CASH", "", null, null, "", "");
        var lines = lines(plan);
        LedgerLines.Page first = lines.page(filter, 1, 100);
        var amounts = new ArrayList<Money>();

        for (int page = 1; page <= first.pages(); page++) {
            LedgerLines.Page each = lines.page(filter, page, 100);
            each.lines().forEach(l -> amounts.add(l.amount()));
            assertThat(each.net()).isEqualTo(first.net());
        }

        assertThat(amounts)
                .containsExactlyElementsOf(plan.evaluation().ledger().of(Account.CASH).stream()
                        .map(Posting::amount)
                        .toList());
        assertThat(lines.page(filter, 9_999, 100).number()).isEqualTo(first.pages());
    }

    @Test
    void csv_readBackIsTheFilteredLedger() {
        Alternative plan = answer.plans().getFirst();

        String file = reader.page(address(plan, "ledger.csv?account=CASH"));
        List<NamedCsvRecord> rows =
                CsvReader.builder().ofNamedCsvRecord(file.substring(1)).stream().toList();

        assertThat(file).startsWith("\uFEFF");
        List<Posting> cash = plan.evaluation().ledger().of(Account.CASH);
        assertThat(rows).hasSameSizeAs(cash);
        for (int i = 0; i < rows.size(); i++) {
            NamedCsvRecord row = rows.get(i);
            Posting posting = cash.get(i);
            assertThat(row.getField("日期")).isEqualTo(posting.date().toString());
            assertThat(row.getField("科目")).isEqualTo("银行存款");
            assertThat(row.getField(posting.amount().minor() > 0 ? "借方（元）" : "贷方（元）"))
                    .isEqualTo(Money.fen(Math.abs(posting.amount().minor()))
                            .major()
                            .toPlainString());
            assertThat(row.getField("分录号")).isEqualTo(Integer.toString(posting.entry() + 1));
        }
    }

    @Test
    void machines_areNeverFullerThanTheirCalendarAndTheListIsSorted() {
        for (Alternative plan : answer.all()) {
            var board = new Board(shown(plan, Language.ZH));
            double planned = plan.evaluation().plan().lots().stream()
                    .flatMap(l -> l.operations().stream())
                    .filter(o -> o.machine() >= 0)
                    .mapToDouble(Plan.Operation::workMinutes)
                    .sum();

            List<Board.Load> week = board.loads(Board.Window.of(answer.asOf().plusWeeks(2), 1));
            List<Board.Load> ever = board.loads(Board.Window.of(answer.asOf(), 200));

            assertThat(week)
                    .isSortedAccordingTo(java.util.Comparator.comparingDouble(Board.Load::percent)
                            .reversed()
                            .thenComparing(Board.Load::name)
                            .thenComparing(Board.Load::machine))
                    .allMatch(l -> l.percent() <= 100.0001);
            assertThat(ever.stream().mapToDouble(Board.Load::workedMinutes).sum())
                    .isCloseTo(planned, org.assertj.core.data.Percentage.withPercentage(0.001));
            assertThat(board.wear()).filteredOn(Board.Wear::isLifeKnown).allMatch(w -> w.percent() <= 100.0001);
        }
    }

    @Test
    void rest_givesWhatThePlanHolds() {
        Alternative plan = answer.plans().getFirst();
        Plan holds = plan.evaluation().plan();

        JsonNode json = reader.json("/api/v1/scenarios/" + inquiry + "/plans/" + plan.letter());
        JsonNode pegging = reader.json(api(plan, "pegging?"));

        assertThat(json.path("orders")).hasSize(answer.problem().demands().size());
        assertThat(json.path("purchases")).hasSize(holds.purchases().size());
        assertThat(json.path("operations"))
                .hasSize(holds.lots().stream()
                        .mapToInt(l -> l.operations().size())
                        .sum());
        assertThat(json.path("summary").path("late").asInt())
                .isEqualTo(plan.evaluation().kpis().lateOrders());
        assertThat(json.path("summary").path("physicalViolations").asInt()).isZero();
        int lots = 0;
        int takes = 0;
        for (int page = 1; page <= pegging.path("pages").asInt(); page++) {
            for (JsonNode order :
                    reader.json(api(plan, "pegging?page=" + page + "&")).path("orders")) {
                lots += order.path("lots").size();
                takes += order.path("takes").size();
                for (JsonNode lot : order.path("lots")) {
                    takes += lot.path("takes").size();
                }
            }
        }
        assertThat(lots).isEqualTo(holds.lots().size());
        assertThat(takes).isEqualTo(holds.takes().size());
    }

    @Test
    void unknownPlans_areNotFound() {
        assertThat(reader.get("/runs/" + inquiry + "/plans/Z/orders").statusCode())
                .isEqualTo(404);
        assertThat(reader.get("/runs/INQ-1999-0101-001/plans/A/cash").statusCode())
                .isEqualTo(404);
        assertThat(reader.get("/api/v1/plans/PLN-0000000000000000/ledger").statusCode())
                .isEqualTo(404);
        assertThat(reader.get(address(answer.baseline(), "ledger?account=NONSENSE"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(reader.get(address(answer.baseline(), "ledger?from=yesterday"))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void typedText_isShownAndNeverRun() {
        String evil = "\"><script>alert(1)</script>";

        String orders = reader.page(address(answer.baseline(), "orders?number=" + HttpBrowser.encoded(evil)));
        String ledger = reader.page(address(
                answer.baseline(), "ledger?order=" + HttpBrowser.encoded(evil) + "&text=" + HttpBrowser.encoded(evil)));

        assertThat(orders).doesNotContain("<script>alert").contains("&lt;script&gt;alert");
        assertThat(ledger).doesNotContain("<script>alert").contains("&lt;script&gt;alert");
    }

    @AfterEach
    void readInChineseAgain() {
        reader.page("/me?lang=zh");
    }

    @Test
    void englishPages_haveNoChineseWordsOfOurs() {
        Alternative plan = answer.plans().getFirst();
        // what the company's own data says is never translated: its name, and the units of its materials
        var theirs = new ArrayList<>(List.of("中文", answer.company().zh()));
        answer.snapshot()
                .nodes(NodeType.MATERIAL)
                .forEach(m -> m.findText(Attributes.UNIT).ifPresent(theirs::add));
        for (String tab : List.of(
                "orders",
                "bottlenecks",
                "machines",
                "machines?by=tool&weeks=4",
                "purchases",
                "cash",
                "ledger?figure=grossMargin")) {
            String page = reader.page(address(plan, tab + (tab.contains("?") ? "&" : "?") + "lang=en"));

            String left = text(WIDE_CELL.matcher(page).replaceAll(m -> Matcher.quoteReplacement(contract(m.group()))));
            for (String own : theirs) {
                left = left.replace(own, "");
            }
            assertThat(CHINESE.matcher(left).results().map(r -> r.group()).distinct())
                    .as(tab)
                    .isEmpty();
        }
    }

    /** The name of a contract is what people typed, and is never translated. */
    private static String contract(String cell) {
        return cell.contains("Contract ") ? "" : cell;
    }
}
