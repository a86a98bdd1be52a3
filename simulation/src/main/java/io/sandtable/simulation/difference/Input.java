package io.sandtable.simulation.difference;

import io.sandtable.simulation.evaluate.Account;
import java.util.Comparator;

/**
 * Something that goods sold were made of.
 *
 * @param id of a material, an item or an energy source; empty for hours
 */
record Input(Kind kind, String id) implements Comparable<Input> {
    private static final Comparator<Input> ORDER =
            Comparator.comparing(Input::kind).thenComparing(Input::id);

    /** How its cost is divided: by how much is taken for a unit, and at what price. */
    enum Kind {
        MATERIAL(Account.COST_MATERIAL, Driver.MATERIAL_USAGE, Driver.MATERIAL_PRICE),
        DUTY(Account.COST_MATERIAL, Driver.DUTY, Driver.DUTY),
        STOCKED(Account.COST_MATERIAL, Driver.FROM_STOCK, Driver.FROM_STOCK),
        RUN_HOURS(Account.COST_LABOUR, Driver.LABOUR_HOURS, Driver.LABOUR_RATE),
        SETUP_HOURS(Account.COST_LABOUR, Driver.SETUP, Driver.SETUP),
        OVERTIME_HOURS(Account.COST_LABOUR, Driver.OVERTIME, Driver.OVERTIME),
        ENERGY(Account.COST_ENERGY, Driver.ENERGY_USAGE, Driver.ENERGY_PRICE),
        SUBCONTRACT(Account.COST_SUBCONTRACT, Driver.OUTSOURCING, Driver.OUTSOURCING),
        CARBON(Account.COST_CARBON, Driver.CARBON, Driver.CARBON),
        SCRAP(Account.COST_SCRAP, Driver.YIELD, Driver.YIELD);

        private final Account account;
        private final Driver usage;
        private final Driver price;

        Kind(Account account, Driver usage, Driver price) {
            this.account = account;
            this.usage = usage;
            this.price = price;
        }

        Account account() {
            return account;
        }

        Driver usage() {
            return usage;
        }

        Driver price() {
            return price;
        }
    }

    @Override
    public int compareTo(Input other) {
        return ORDER.compare(this, other);
    }
}
