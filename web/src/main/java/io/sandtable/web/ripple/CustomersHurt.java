package io.sandtable.web.ripple;

import io.sandtable.model.Money;
import io.sandtable.model.Node;
import io.sandtable.simulation.ripple.OrderHit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What each customer's hurt orders are worth together. */
final class CustomersHurt {
    private final Map<String, Money> values = new HashMap<>();

    CustomersHurt(RippleAnswer answer) {
        for (OrderHit hit : answer.consequences().hurt()) {
            values.merge(hit.demand().customer(), hit.value(), Money::plus);
        }
    }

    Optional<Money> find(Node customer) {
        return Optional.ofNullable(values.get(customer.id()));
    }
}
