package io.sandtable.web.voucher;

import java.time.LocalDate;
import java.util.List;

/**
 * What was booked for one event or for those of a day; its debit is its credit.
 *
 * @param number from 1 in each month
 */
record Voucher(LocalDate date, int number, String summary, List<VoucherLine> lines) {
    Voucher {
        lines = List.copyOf(lines);
        long debit = lines.stream().mapToLong(VoucherLine::debitFen).sum();
        long credit = lines.stream().mapToLong(VoucherLine::creditFen).sum();
        if (debit != credit) {
            throw new IllegalArgumentException(
                    "Voucher %d of %s had %d fen debit and %d fen credit; they must be equal. The ledger's entries are not whole."
                            .formatted(number, date, debit, credit));
        }
    }
}
