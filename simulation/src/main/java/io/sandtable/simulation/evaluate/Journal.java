package io.sandtable.simulation.evaluate;

import io.sandtable.model.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The books that keep every line, for the ledger. */
final class Journal implements Books {
    private record Entry(
            int day,
            Account debit,
            Account credit,
            long fen,
            double quantity,
            Cause.Event event,
            int index,
            int step,
            int item,
            @Nullable Money original) {}

    private final List<Entry> entries = new ArrayList<>();
    private final Books totals;

    /** Keeps what it passes on to the totals, so that figures and ledger are the same stream. */
    Journal(Totals totals) {
        this.totals = totals;
    }

    @Override
    public void post(
            int day,
            Account debit,
            Account credit,
            long fen,
            double quantity,
            Cause.Event event,
            int index,
            int step,
            int item,
            @Nullable Money original) {
        totals.post(day, debit, credit, fen, quantity, event, index, step, item, original);
        if (fen > 0) {
            entries.add(new Entry(day, debit, credit, fen, quantity, event, index, step, item, original));
        } else if (fen < 0) {
            entries.add(new Entry(day, credit, debit, -fen, quantity, event, index, step, item, negative(original)));
        }
    }

    private static @Nullable Money negative(@Nullable Money money) {
        return money == null ? null : new Money(money.currency(), -money.minor());
    }

    Ledger ledger(LocalDate asOf) {
        var byDay = new ArrayList<>(entries);
        byDay.sort(Comparator.comparingInt(Entry::day));
        Map<Integer, LocalDate> dates = new HashMap<>();
        var postings = new ArrayList<Posting>(byDay.size() * 2);
        for (int i = 0; i < byDay.size(); i++) {
            Entry e = byDay.get(i);
            LocalDate date = dates.computeIfAbsent(e.day(), asOf::plusDays);
            var cause = new Cause(e.event(), e.index(), e.step(), e.item());
            postings.add(new Posting(date, e.debit(), Money.fen(e.fen()), e.quantity(), e.original(), cause, i));
            postings.add(
                    new Posting(date, e.credit(), Money.fen(-e.fen()), e.quantity(), negative(e.original()), cause, i));
        }
        return new Ledger(postings);
    }
}
