package io.sandtable.simulation.evaluate;

import io.sandtable.simulation.evaluate.Cause.Event;
import io.sandtable.simulation.scenario.PlanningProblem;

/**
 * What suppliers, subcontractors and makers of equipment are owed when they deliver. Duty is paid to customs on that day, and so is the VAT of
 * what comes from abroad, on price and duty: that supplier is owed the price alone.
 */
final class SupplierBills {
    private final Books books;
    private final Accruals accruals;
    private final ForeignDebts debts;

    SupplierBills(PlanningProblem problem, Books books, Accruals accruals) {
        this.books = books;
        this.accruals = accruals;
        this.debts = new ForeignDebts(problem, books);
    }

    /** The events that tell of a bill of one kind. */
    enum Kind {
        PURCHASE(
                Event.PURCHASE,
                Event.DUTY,
                Event.PURCHASE_VAT,
                Event.IMPORT_TAXES_PAID,
                Event.SUPPLIER_PAID,
                Event.PURCHASE_REVALUED),
        RECEIPT(
                Event.RECEIPT,
                Event.RECEIPT_DUTY,
                Event.RECEIPT_VAT,
                Event.RECEIPT_IMPORT_TAXES_PAID,
                Event.RECEIPT_PAID,
                Event.RECEIPT_REVALUED),
        SUBCONTRACT(
                Event.SUBCONTRACT,
                Event.SUBCONTRACT_DUTY,
                Event.SUBCONTRACT_VAT,
                Event.SUBCONTRACT_IMPORT_TAXES_PAID,
                Event.SUBCONTRACTOR_PAID,
                Event.SUBCONTRACT_REVALUED),
        INVESTMENT(
                Event.INVESTMENT,
                Event.INVESTMENT_DUTY,
                Event.INVESTMENT_VAT,
                Event.INVESTMENT_IMPORT_TAXES_PAID,
                Event.INVESTMENT_PAID,
                Event.INVESTMENT_REVALUED);

        private final Event delivered;
        private final Event duty;
        private final Event vat;
        private final Event customsPaid;
        private final Event paid;
        private final Event revalued;

        Kind(Event delivered, Event duty, Event vat, Event customsPaid, Event paid, Event revalued) {
            this.delivered = delivered;
            this.duty = duty;
            this.vat = vat;
            this.customsPaid = customsPaid;
            this.paid = paid;
            this.revalued = revalued;
        }
    }

    /** What was agreed with whom is paid: {@code dutyPercent} of the price, {@code currency} by its code. */
    record Terms(boolean foreign, double dutyPercent, String currency, int days) {}

    /**
     * Posts a bill.
     *
     * @param day of the delivery, {@code asset} what its value is added to
     * @param yuanToday the price without VAT at the as-of day's rate
     * @return price and duty in fen
     */
    long post(Kind kind, int index, int step, int day, Account asset, double yuanToday, double quantity, Terms terms) {
        long price = Fen.of(debts.yuanOn(day, terms.currency(), yuanToday));
        books.post(
                day,
                asset,
                Account.PAYABLES,
                price,
                quantity,
                kind.delivered,
                index,
                step,
                -1,
                debts.original(day, terms.currency(), price));
        long duty = Fen.percent(price, terms.dutyPercent());
        books.post(day, asset, Account.IMPORT_TAXES, duty, 0, kind.duty, index, step);
        Account taxedBy = terms.foreign() ? Account.IMPORT_TAXES : Account.PAYABLES;
        long vat = accruals.inputVat(day, price + duty, taxedBy, kind.vat, index, step);
        long toCustoms = terms.foreign() ? duty + vat : duty;
        books.post(day, Account.IMPORT_TAXES, Account.CASH, toCustoms, 0, kind.customsPaid, index, step);
        debts.pay(
                new ForeignDebts.Debt(Account.PAYABLES, kind.paid, kind.revalued, index, step),
                terms.currency(),
                day,
                day + terms.days(),
                terms.foreign() ? price : price + vat);
        return price + duty;
    }
}
