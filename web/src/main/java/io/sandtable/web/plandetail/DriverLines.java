package io.sandtable.web.plandetail;

import io.sandtable.simulation.difference.Driver;
import io.sandtable.simulation.evaluate.Account;
import io.sandtable.simulation.evaluate.Posting;
import io.sandtable.web.inquiry.InquiryRefused;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a driver of differences: those that make the figure, or those behind it, from when the goods were bought and made.
 *
 * @param product id of the item sold that is wanted, empty for all
 */
record DriverLines(Driver driver, String product, boolean behind) {
    private static final Set<Account> GOODS = EnumSet.of(Account.INVENTORY, Account.WORK_IN_PROCESS);

    /** As addresses write it: the driver or the one whose background is wanted; null where neither is. */
    static @Nullable DriverLines of(@Nullable String driver, @Nullable String behind, @Nullable String product) {
        boolean isBehind = driver == null || driver.isBlank();
        String id = isBehind ? behind : driver;
        if (id == null || id.isBlank()) {
            return null;
        }
        Driver found =
                Driver.find(id).orElseThrow(() -> new InquiryRefused(InquiryRefused.Code.DRIVER_GONE, id.strip()));
        return new DriverLines(found, product == null ? "" : product.strip(), isBehind);
    }

    Set<Account> accounts() {
        return behind ? EnumSet.allOf(Account.class) : driver.accounts();
    }

    /** Behind it an event counts once: where it adds to goods, or is a sale. */
    boolean fits(Posting posting) {
        return !behind
                || (driver.behind().contains(posting.cause().event())
                        && (posting.account() == Account.REVENUE
                                || (GOODS.contains(posting.account())
                                        && posting.amount().minor() > 0)));
    }
}
