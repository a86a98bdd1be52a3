package io.sandtable.web.readiness;

import static io.sandtable.model.Attributes.AMOUNT;
import static io.sandtable.model.Attributes.KIND;
import static io.sandtable.model.Attributes.QUANTITY;
import static io.sandtable.model.Attributes.STANDARD_COST;
import static io.sandtable.model.Attributes.UNIT_COST;

import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.Money;
import io.sandtable.model.Node;
import io.sandtable.model.NodeType;
import io.sandtable.model.RelationType;
import java.util.Set;

/**
 * What the company owns, owes and is worth on its day by its own figures: assets are the accounts and the stock at cost, and should be what
 * it owes and its equity together.
 *
 * @param stated whether the data names an equity; without one it is what remains and nothing can disagree
 */
public record OpeningBalance(Money assets, Money liabilities, Money equity, boolean stated) {
    static final String EQUITY = "equity";

    private static final Set<String> ASSETS =
            Set.of("cash", "receivable", "bill-receivable", "vat-credit", "fixed-asset");
    private static final Set<String> LIABILITIES = Set.of("payable", "bill-payable", "loan");
    /** In fen: costs of stock have more decimals than money. */
    private static final long ROUNDING = 100;

    public static OpeningBalance of(BusinessSnapshot snapshot) {
        double stock = snapshot.nodes(NodeType.STOCK_LOT).stream()
                .mapToDouble(lot -> lot.numberOr(QUANTITY, 0) * unitCost(lot))
                .sum();
        boolean stated = snapshot.nodes(NodeType.ACCOUNT).stream().anyMatch(OpeningBalance::isEquity);
        return new OpeningBalance(
                money(sum(snapshot, ASSETS) + stock),
                money(sum(snapshot, LIABILITIES)),
                money(sum(snapshot, Set.of(EQUITY))),
                stated);
    }

    static boolean isEquity(Node account) {
        return account.text(KIND).equals(EQUITY);
    }

    public boolean isBalanced() {
        return !stated || Math.abs(off().minor()) <= ROUNDING;
    }

    /** Assets less what is owed and the stated equity. */
    public Money off() {
        return Money.fen(assets.minor() - liabilities.minor() - equity.minor());
    }

    private static double unitCost(Node lot) {
        return lot.findNumber(UNIT_COST)
                .orElseGet(() -> lot.out(RelationType.FOR).stream()
                        .mapToDouble(r -> r.to().numberOr(STANDARD_COST, 0))
                        .findFirst()
                        .orElse(0));
    }

    private static double sum(BusinessSnapshot snapshot, Set<String> kinds) {
        return snapshot.nodes(NodeType.ACCOUNT).stream()
                .filter(account -> kinds.contains(account.text(KIND)))
                .mapToDouble(account -> account.numberOr(AMOUNT, 0))
                .sum();
    }

    private static Money money(double yuan) {
        return Money.of(Money.CNY, yuan);
    }
}
