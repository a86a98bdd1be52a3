package io.sandtable.web.voucher;

import io.sandtable.model.Money;
import io.sandtable.simulation.evaluate.Account;
import io.sandtable.simulation.evaluate.Cause;
import io.sandtable.simulation.evaluate.Cause.Event;
import io.sandtable.simulation.evaluate.Cause.Subject;
import io.sandtable.simulation.evaluate.Ledger;
import io.sandtable.simulation.evaluate.Posting;
import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.web.accounts.AccountChart;
import io.sandtable.web.accounts.BookAccount;
import io.sandtable.web.accounts.BookAccount.Auxiliary;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A ledger's entries gathered into vouchers: what one document tells of together, lines on the same account, kept by the same, added up.
 * What opens the books is no voucher but an opening balance. Both together are the whole ledger, to the fen.
 */
final class Vouchers {
    private static final Set<Account> KEPT_IN_CURRENCY = EnumSet.of(
            Account.CASH, Account.RECEIVABLES, Account.BILLS_RECEIVABLE, Account.PAYABLES, Account.BILLS_PAYABLE);

    private final PlanningProblem problem;
    private final Plan plan;
    private final AccountChart chart = AccountChart.standard();
    private final TreeMap<Document, Lines> documents = new TreeMap<>();
    private final Lines opening = new Lines();
    /** Sales whose cost was seen: every part of the cost is for the same units. */
    private final Set<Cause> costed = new HashSet<>();

    private record Document(LocalDate date, VoucherKind kind, Subject subject, int index)
            implements Comparable<Document> {
        private static final Comparator<Document> ORDER = Comparator.comparing(Document::date)
                .thenComparing(Document::kind)
                .thenComparing(Document::subject)
                .thenComparing(Document::index);

        @Override
        public int compareTo(Document other) {
            return ORDER.compare(this, other);
        }
    }

    Vouchers(PlanningProblem problem, Plan plan, Ledger ledger) {
        this.problem = problem;
        this.plan = plan;
        for (Posting posting : ledger.postings()) {
            Optional<VoucherKind> kind = VoucherKind.of(posting.cause().event());
            Lines into = kind.isEmpty()
                    ? opening
                    : documents.computeIfAbsent(document(posting, kind.get()), d -> new Lines());
            into.add(line(posting));
        }
    }

    private static Document document(Posting posting, VoucherKind kind) {
        Cause cause = posting.cause();
        return kind.eachItsOwn()
                ? new Document(posting.date(), kind, cause.event().subject(), cause.index())
                : new Document(posting.date(), kind, Subject.NOTHING, -1);
    }

    private VoucherLine line(Posting posting) {
        KeptBy keptBy = KeptBy.of(problem, plan, posting.cause(), posting.account());
        boolean made = keptBy.item() >= 0 && problem.items().get(keptBy.item()).isMade();
        BookAccount account = chart.of(posting.account(), made);
        Set<Auxiliary> by = account.auxiliaries();
        int item = by.contains(Auxiliary.MATERIAL) ? keptBy.item() : -1;
        return new VoucherLine(
                account,
                posting.amount().minor() > 0,
                Math.abs(posting.amount().minor()),
                by.contains(Auxiliary.CUSTOMER) ? keptBy.customer() : "",
                by.contains(Auxiliary.SUPPLIER) ? keptBy.supplier() : "",
                item,
                item >= 0 ? quantity(posting) : 0,
                original(posting));
    }

    /** What somebody owes or has stands in its currency beside CNY; what it was spent on is worth CNY and nothing else. */
    private static @Nullable Money original(Posting posting) {
        Money original = posting.original();
        return original == null || !KEPT_IN_CURRENCY.contains(posting.account())
                ? null
                : new Money(original.currency(), Math.abs(original.minor()));
    }

    /** Units of the item that the posting moves: of stock, or sold; what is in work is counted in hours and kWh too. */
    private double quantity(Posting posting) {
        return switch (posting.account()) {
            case REVENUE -> posting.quantity();
            case INVENTORY -> {
                Event event = posting.cause().event();
                boolean again = event == Event.COST_OF_SALE && !costed.add(posting.cause());
                yield again || event == Event.DUTY || event == Event.RECEIPT_DUTY ? 0 : posting.quantity();
            }
            default -> 0;
        };
    }

    /** By date, numbered anew in each month. */
    List<Voucher> all() {
        var all = new ArrayList<Voucher>(documents.size());
        YearMonth month = null;
        int number = 0;
        for (var document : documents.entrySet()) {
            Document key = document.getKey();
            YearMonth its = YearMonth.from(key.date());
            number = its.equals(month) ? number + 1 : 1;
            month = its;
            all.add(new Voucher(
                    key.date(), number, summary(key), document.getValue().all()));
        }
        return all;
    }

    /** The balances to begin with. */
    List<VoucherLine> opening() {
        return opening.all();
    }

    private String summary(Document document) {
        String about = switch (document.subject()) {
            case DEMAND -> problem.demands().get(document.index()).number();
            case DELIVERY ->
                problem.demands()
                        .get(plan.deliveries().get(document.index()).demand())
                        .number();
            case INVESTMENT -> problem.investments().get(document.index()).name();
            case CASH_ITEM ->
                problem.finance().cashItems().get(document.index()).id();
            case OFFER -> problem.offers().get(document.index()).supplierName();
            case PURCHASE -> "采购行 " + (document.index() + 1);
            case RECEIPT -> problem.receipts().get(document.index()).id();
            case LOT -> "批 " + (document.index() + 1);
            case NOTHING, STOCK, MONTH -> "";
        };
        return about.isEmpty() ? document.kind().summary() : document.kind().summary() + " " + about;
    }

    /** Lines added up by account, side and what they are kept by; debit first. */
    private static final class Lines {
        private final TreeMap<Key, VoucherLine> lines = new TreeMap<>();

        private record Key(
                BookAccount account, boolean credit, String customer, String supplier, int item, String currency)
                implements Comparable<Key> {
            private static final Comparator<Key> ORDER = Comparator.comparing(Key::credit)
                    .thenComparing(Key::account)
                    .thenComparing(Key::customer)
                    .thenComparing(Key::supplier)
                    .thenComparing(Key::item)
                    .thenComparing(Key::currency);

            @Override
            public int compareTo(Key other) {
                return ORDER.compare(this, other);
            }
        }

        void add(VoucherLine line) {
            var key = new Key(
                    line.account(), !line.debit(), line.customer(), line.supplier(), line.item(), line.currency());
            lines.merge(key, line, VoucherLine::plus);
        }

        List<VoucherLine> all() {
            return List.copyOf(lines.values());
        }
    }
}
