package io.sandtable.simulation.scenario;

import static io.sandtable.model.Attributes.PAYMENT_TERM_DAYS;

import io.sandtable.model.Node;
import io.sandtable.model.Thing;

/** Days until an invoice is paid. */
public final class PaymentTerms {
    /** Where nobody said: a month. */
    public static final int USUAL_DAYS = 30;

    private PaymentTerms() {}

    /** What was agreed with a customer or supplier. */
    static double with(Node party) {
        return party.numberOr(PAYMENT_TERM_DAYS, USUAL_DAYS);
    }

    /** What was agreed for one thing that a supplier sells or does, else with the supplier. */
    static int of(Thing agreed, Node supplier) {
        return (int) Math.round(agreed.numberOr(PAYMENT_TERM_DAYS, with(supplier)));
    }
}
