package io.sandtable.simulation.difference;

import java.util.List;

/**
 * What two plans do differently: what they buy and make use of, and order by order what is moved and made elsewhere.
 *
 * @param resources by kind, within one the greatest change in proportion first
 * @param orders those that one plan alone delivers first, then by the days between the deliveries
 */
public record DoneDifferently(List<ResourceChange> resources, List<OrderChange> orders) {
    public DoneDifferently {
        resources = List.copyOf(resources);
        orders = List.copyOf(orders);
    }

    /** What a plan does differently from another one. */
    public static DoneDifferently between(Side of, Side against) {
        return new DoneDifferently(ResourceChanges.between(of, against), OrderChanges.between(of, against));
    }
}
