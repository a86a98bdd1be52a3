package io.sandtable.web.ripple;

import io.sandtable.model.Node;
import io.sandtable.model.NodeType;
import io.sandtable.model.ripple.Hop;
import io.sandtable.model.ripple.Touched;
import io.sandtable.simulation.ripple.Consequences;
import io.sandtable.simulation.ripple.OrderHit;
import io.sandtable.simulation.ripple.Overhauls.Overhaul;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The day on which a change reaches each thing: an order by the plan; what lies on the way to it by the first order that the way leads to;
 * a machine, its energy and policies by the thing that they stand beside; a customer by her first order.
 */
public final class FirstDates {
    /** What stands beside and idles, or matters, when that does which it stands beside. */
    private static final Set<NodeType> SHARING = EnumSet.of(NodeType.EQUIPMENT, NodeType.ENERGY, NodeType.POLICY);

    private final Map<Integer, LocalDate> dates = new HashMap<>();

    FirstDates(List<Touched> touched, Consequences consequences, List<Overhaul> overhauls) {
        Map<String, OrderHit> hits = new HashMap<>();
        consequences.orders().forEach(hit -> hits.put(hit.demand().id(), hit));
        Map<String, LocalDate> moving = new HashMap<>();
        overhauls.stream().filter(Overhaul::moves).forEach(o -> moving.put(o.workOrder(), o.due()));
        for (Touched thing : touched) {
            OrderHit hit = thing.node().type() == NodeType.ORDER
                    ? hits.get(thing.node().id())
                    : null;
            LocalDate first =
                    hit != null ? hit.first() : moving.get(thing.node().id());
            if (first != null) {
                thing.path().forEach(hop -> reach(hop.to(), first));
                reach(thing.path().getFirst().from(), first);
            }
        }
        for (Touched thing : touched) {
            Hop last = thing.last();
            if (SHARING.contains(last.to().type())) {
                find(last.from()).ifPresent(first -> reach(last.to(), first));
            }
            if (last.to().type() == NodeType.CUSTOMER) {
                hits.values().stream()
                        .filter(hit -> hit.demand().customer().equals(last.to().id()))
                        .flatMap(hit -> Stream.ofNullable(hit.first()))
                        .forEach(first -> reach(last.to(), first));
            }
        }
    }

    /** Empty where the change does not come through, because stock and open purchases cover all that is planned. */
    public Optional<LocalDate> find(Node node) {
        return Optional.ofNullable(dates.get(node.index()));
    }

    private void reach(Node node, LocalDate day) {
        dates.merge(node.index(), day, (a, b) -> a.isBefore(b) ? a : b);
    }
}
