package io.sandtable.simulation.evaluate;

/**
 * Why a posting exists, precise enough to show the lines behind a figure.
 *
 * @param event what happened
 * @param index place of its subject in the list that {@link Event#subject} names, −1 where there is none
 * @param step position of the operation in the lot, −1 where the event is not about one
 * @param item index of what a consumption takes or of the co-product; −1 where the subject tells what is moved
 */
public record Cause(Event event, int index, int step, int item) {
    /** The lists that causes point into: those of the planning problem, and the plan's lots, purchases and deliveries. */
    public enum Subject {
        NOTHING,
        DEMAND,
        STOCK,
        RECEIPT,
        INVESTMENT,
        CASH_ITEM,
        LOT,
        OFFER,
        PURCHASE,
        DELIVERY,
        /** Months since the as-of day's month. */
        MONTH
    }

    /** The kinds of event that move money or value. */
    public enum Event {
        OPENING_CASH(Subject.NOTHING),
        OPENING_VAT_CREDIT(Subject.NOTHING),
        OPENING_FIXED_ASSETS(Subject.NOTHING),
        OPENING_STOCK(Subject.STOCK),
        OPENING_ITEM(Subject.CASH_ITEM),
        CASH_ITEM(Subject.CASH_ITEM),
        /** The bank takes a bill on the day that the data says. */
        BILL_DISCOUNTED(Subject.CASH_ITEM),
        /** The bank takes a bill because the day would end below what the banks lend. */
        BILL_DISCOUNTED_FOR_CASH(Subject.CASH_ITEM),
        /** What the bank keeps of a bill. */
        BILL_DISCOUNT(Subject.CASH_ITEM),
        /** What is owed in another currency is worth more or less than the books had it. */
        ITEM_REVALUED(Subject.CASH_ITEM),
        SALE(Subject.DELIVERY),
        SALE_VAT(Subject.DELIVERY),
        CUSTOMER_PAYS(Subject.DELIVERY),
        COST_OF_SALE(Subject.DELIVERY),
        LATE_PENALTY(Subject.DELIVERY),
        SHORT_PENALTY(Subject.DEMAND),
        PURCHASE(Subject.PURCHASE),
        PURCHASE_VAT(Subject.PURCHASE),
        DUTY(Subject.PURCHASE),
        IMPORT_TAXES_PAID(Subject.PURCHASE),
        SUPPLIER_PAID(Subject.PURCHASE),
        PURCHASE_REVALUED(Subject.PURCHASE),
        /** What a supplier gives back for what was bought in a period. */
        REBATE(Subject.OFFER),
        REBATE_VAT(Subject.OFFER),
        REBATE_PAID(Subject.OFFER),
        RECEIPT(Subject.RECEIPT),
        RECEIPT_DUTY(Subject.RECEIPT),
        RECEIPT_VAT(Subject.RECEIPT),
        RECEIPT_IMPORT_TAXES_PAID(Subject.RECEIPT),
        RECEIPT_PAID(Subject.RECEIPT),
        RECEIPT_REVALUED(Subject.RECEIPT),
        OPENING_WORK(Subject.RECEIPT),
        WORK_DONE(Subject.RECEIPT),
        CONSUMPTION(Subject.LOT),
        /** Taken at standard cost because no stock was there to take. */
        UNCOVERED(Subject.LOT),
        UNCOVERED_DELIVERY(Subject.DELIVERY),
        SETUP_LABOUR(Subject.LOT),
        RUN_LABOUR(Subject.LOT),
        OVERTIME(Subject.LOT),
        ENERGY(Subject.LOT),
        CARBON(Subject.LOT),
        SUBCONTRACT(Subject.LOT),
        SUBCONTRACT_DUTY(Subject.LOT),
        SUBCONTRACT_VAT(Subject.LOT),
        SUBCONTRACT_IMPORT_TAXES_PAID(Subject.LOT),
        SUBCONTRACTOR_PAID(Subject.LOT),
        SUBCONTRACT_REVALUED(Subject.LOT),
        LOT_DONE(Subject.LOT),
        /** What came out of the lot beside, at standard cost. */
        COPRODUCT(Subject.LOT),
        STOCK_EXPIRED(Subject.NOTHING),
        /** Stock is fetched from another site. */
        TRANSFER(Subject.STOCK),
        INVESTMENT(Subject.INVESTMENT),
        INVESTMENT_DUTY(Subject.INVESTMENT),
        INVESTMENT_VAT(Subject.INVESTMENT),
        INVESTMENT_IMPORT_TAXES_PAID(Subject.INVESTMENT),
        INVESTMENT_PAID(Subject.INVESTMENT),
        INVESTMENT_REVALUED(Subject.INVESTMENT),
        DEPRECIATION(Subject.INVESTMENT),
        SUBSIDY_PAID(Subject.INVESTMENT),
        /** A part of it that belongs to a month of the equipment's life. */
        SUBSIDY_EARNED(Subject.INVESTMENT),
        WAGES_PAID(Subject.MONTH),
        ENERGY_BILL(Subject.MONTH),
        ENERGY_VAT(Subject.MONTH),
        ENERGY_PAID(Subject.MONTH),
        VAT_CLOSED(Subject.MONTH),
        VAT_PAID(Subject.MONTH),
        /** What banks ask for what was drawn in a month. */
        CREDIT_LINE_INTEREST(Subject.MONTH),
        INCOME_TAX(Subject.MONTH),
        INCOME_TAX_PAID(Subject.MONTH);

        private final Subject subject;

        Event(Subject subject) {
            this.subject = subject;
        }

        /** The list that the cause's index points into. */
        public Subject subject() {
            return subject;
        }
    }
}
