package io.sandtable.web.plandetail;

import io.sandtable.model.Money;
import io.sandtable.simulation.evaluate.Account;
import io.sandtable.simulation.evaluate.Cause;
import io.sandtable.simulation.evaluate.Posting;
import io.sandtable.web.Language;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The postings of a plan that a filter lets through; each question is one pass over the ledger. */
final class LedgerLines {
    private final ShownPlan shown;
    private final Subjects subjects;

    LedgerLines(ShownPlan shown, Subjects subjects) {
        this.shown = shown;
        this.subjects = subjects;
    }

    /**
     * One posting in words.
     *
     * @param amount debit positive
     * @param quantity null where it is only money
     * @param original the amount in the currency it was agreed in, debit positive; null where that is CNY
     * @param event what happened, {@code about} what it happened to, {@code operation} at which operation
     * @param order number of the order it is for
     * @param entry from 1; the lines of an entry sum to zero
     */
    record Line(
            LocalDate date,
            Account account,
            String accountName,
            Money amount,
            @Nullable Double quantity,
            String unit,
            @Nullable Money original,
            String event,
            String about,
            @Nullable String operation,
            @Nullable String order,
            int entry) {
        /** The amount where it is debit. */
        @Nullable
        public Money debit() {
            return amount.minor() > 0 ? amount : null;
        }

        /** The amount, positive, where it is credit. */
        @Nullable
        public Money credit() {
            return amount.minor() > 0 ? null : Money.fen(-amount.minor());
        }
    }

    /**
     * Some of the lines, and the sums of all that were let through.
     *
     * @param number from 1, at most {@code pages}
     */
    record Page(int number, int pages, int count, Money debit, Money credit, List<Line> lines) {
        Page {
            lines = List.copyOf(lines);
        }

        /** Debit less credit. */
        public Money net() {
            return debit.minus(credit);
        }
    }

    /** A page of the lines, the last one where there are fewer; an empty one is page 1. */
    Page page(LedgerFilter filter, int wanted, int size) {
        var places = new IntList();
        long[] sums = new long[2];
        List<Posting> postings = shown.ledger().postings();
        Fits fits = new Fits(filter);
        for (int i = 0; i < postings.size(); i++) {
            Posting posting = postings.get(i);
            if (fits.test(posting)) {
                places.add(i);
                long fen = posting.amount().minor();
                sums[fen > 0 ? 0 : 1] += Math.abs(fen);
            }
        }
        int pages = Math.max(1, (places.size() + size - 1) / size);
        int number = Math.clamp(wanted, 1, pages);
        var lines = new ArrayList<Line>(size);
        for (int i = (number - 1) * size; i < Math.min(places.size(), number * size); i++) {
            lines.add(line(postings.get(places.get(i))));
        }
        return new Page(number, pages, places.size(), Money.fen(sums[0]), Money.fen(sums[1]), lines);
    }

    /** All the lines, one after the other. */
    void each(LedgerFilter filter, Consumer<Line> take) {
        Fits fits = new Fits(filter);
        shown.ledger().postings().stream().filter(fits::test).map(this::line).forEach(take);
    }

    /** Sum of the lines on each account that moved, debit positive. */
    Map<Account, Money> sums(LedgerFilter filter) {
        Fits fits = new Fits(filter);
        var sums = new java.util.EnumMap<Account, Money>(Account.class);
        for (Posting posting : shown.ledger().postings()) {
            if (fits.test(posting)) {
                sums.merge(posting.account(), posting.amount(), Money::plus);
            }
        }
        return sums;
    }

    private Line line(Posting posting) {
        Cause cause = posting.cause();
        Subjects.About about = subjects.about(cause);
        return new Line(
                posting.date(),
                posting.account(),
                name(posting.account(), shown.language()),
                posting.amount(),
                posting.quantity() == 0 ? null : posting.quantity(),
                posting.quantity() == 0 ? "" : subjects.unit(cause),
                posting.original(),
                subjects.event(cause.event()),
                about.name(),
                subjects.operation(cause),
                subjects.order(about),
                posting.entry() + 1);
    }

    /** An account's word, beginning with a capital in English. */
    static String name(Account account, Language language) {
        String en = account.en();
        return language.choose(account.zh(), en.substring(0, 1).toUpperCase(Locale.ROOT) + en.substring(1));
    }

    /** The filter, ready for a pass: whether a cause fits is asked once for each cause. */
    private final class Fits {
        private final Set<Account> accounts;
        private final @Nullable LocalDate from;
        private final @Nullable LocalDate until;
        private final String order;
        private final String text;
        private final @Nullable DriverLines ofDriver;
        private final Map<Cause, Boolean> ofProduct = new HashMap<>();
        private final Map<Cause, Boolean> ofOrder = new HashMap<>();
        private final Map<Cause, Boolean> withText = new HashMap<>();
        private final Map<Account, Boolean> accountWithText = new HashMap<>();

        Fits(LedgerFilter filter) {
            this.accounts = filter.accounts();
            this.from = filter.from();
            this.until = filter.until(shown);
            this.order = filter.order();
            this.text = filter.text().toLowerCase(Locale.ROOT);
            this.ofDriver = filter.ofDriver();
        }

        boolean test(Posting posting) {
            return accounts.contains(posting.account())
                    && (from == null || !posting.date().isBefore(from))
                    && (until == null || !posting.date().isAfter(until))
                    && (ofDriver == null || isOfDriver(posting, ofDriver))
                    && (order.isEmpty() || ofOrder.computeIfAbsent(posting.cause(), this::isOfOrder))
                    && (text.isEmpty()
                            || accountWithText.computeIfAbsent(posting.account(), a -> has(name(a, shown.language())))
                            || withText.computeIfAbsent(posting.cause(), this::hasText));
        }

        private boolean isOfDriver(Posting posting, DriverLines driver) {
            return driver.fits(posting)
                    && (driver.product().isEmpty()
                            || ofProduct.computeIfAbsent(posting.cause(), c -> isFor(driver.product(), c)));
        }

        /** What is for no one order, as a purchase, is for every product. */
        private boolean isFor(String product, Cause cause) {
            int demand = subjects.about(cause).demand();
            return demand < 0
                    || shown.problem()
                            .items()
                            .get(shown.problem().demands().get(demand).item())
                            .id()
                            .equals(product);
        }

        private boolean isOfOrder(Cause cause) {
            return order.equals(subjects.order(subjects.about(cause)));
        }

        private boolean hasText(Cause cause) {
            Subjects.About about = subjects.about(cause);
            return has(subjects.event(cause.event()))
                    || has(about.name())
                    || has(subjects.order(about))
                    || has(subjects.operation(cause));
        }

        private boolean has(@Nullable String word) {
            return word != null && word.toLowerCase(Locale.ROOT).contains(text);
        }
    }

    /** Places of lines. */
    private static final class IntList {
        private int[] values = new int[1024];
        private int size;

        void add(int value) {
            if (size == values.length) {
                values = java.util.Arrays.copyOf(values, size * 2);
            }
            values[size++] = value;
        }

        int get(int place) {
            return values[place];
        }

        int size() {
            return size;
        }
    }
}
