package io.sandtable.datasets.frepple;

import java.util.ArrayList;
import java.util.List;

/** Older words and shorthand of frePPLe's XML, said as its newest version says them. */
final class XmlDialects {
    private static final String BUFFER = "input.buffer";
    private static final String DEMAND = "input.demand";
    private static final String FLOW = "input.operationmaterial";
    private static final String LOAD = "input.operationresource";
    private static final String PLAN = "input.operationplan";
    private static final String RESOURCE = "input.resource";
    /** Whom frePPLe's own procurement buys from. */
    private static final String MARKET = "procurement";

    private static final String FIXED = "fixed_";
    /** Fields of a buffer that buys, as its supplier would say them. */
    private static final List<String> BUYING =
            List.of("leadtime", "sizeminimum", "sizemultiple", "sizemaximum", "fence");

    private final XmlModel model;

    XmlDialects(XmlModel model) {
        this.model = model;
    }

    void settle() {
        model.all(BUFFER).forEach(this::item);
        List.copyOf(model.all(BUFFER)).forEach(this::procurement);
        model.all(FLOW).forEach(XmlDialects::perLot);
        alternates(FLOW);
        alternates(LOAD);
        for (XmlThing load : model.all(LOAD)) {
            load.putIfAbsent("quantity", load.take("usage"));
        }
        withoutLimit();
        model.all(DEMAND).forEach(this::operation);
        model.all("input.item").forEach(item -> item.take("operation"));
        int number = 0;
        for (XmlThing plan : model.all(PLAN)) {
            if (!plan.has("reference")) {
                plan.put("reference", "plan " + ++number);
            }
            if (plan.is("type", "PO") && !plan.has("supplier")) {
                plan.put("supplier", MARKET);
                model.mention("input.supplier", MARKET);
            }
        }
    }

    /** A buffer may say neither item nor place: then it is one of the item of its name. */
    private void item(XmlThing buffer) {
        if (!buffer.has("item") && !buffer.name().contains(" @ ")) {
            buffer.put("item", buffer.name());
            model.mention("input.item", buffer.name());
        }
    }

    /** A buffer that buys what it needs says itself how long that takes. */
    private void procurement(XmlThing buffer) {
        if (buffer.is("type", "procure")) {
            buffer.take("type");
            var offer = new XmlThing("input.itemsupplier", buffer.file(), "");
            offer.put("item", buffer.text("item"));
            offer.put("supplier", MARKET);
            offer.putIfAbsent("location", buffer.text("location"));
            model.mention("input.supplier", MARKET);
            BUYING.forEach(field -> offer.putIfAbsent(field, buffer.take(field)));
            model.add(offer);
        }
    }

    /** A flow that is the same for every lot was once a kind of its own. */
    private static void perLot(XmlThing flow) {
        if (flow.text("type").startsWith(FIXED)) {
            flow.put("type", flow.text("type").substring(FIXED.length()));
            flow.put("quantity_fixed", flow.has("quantity") ? flow.take("quantity") : "1");
        }
    }

    /** Of flows and loads that stand for each other the later ones once named the first; now they share its name. */
    private void alternates(String kind) {
        for (XmlThing thing : model.all(kind)) {
            thing.putIfAbsent("name", thing.take("alternate"));
        }
    }

    /** What is never short limits nothing. */
    private void withoutLimit() {
        var names = new ArrayList<String>();
        for (XmlThing resource : model.all(RESOURCE)) {
            if (resource.is("type", "infinite")) {
                names.add(resource.name());
            }
        }
        model.removeIf(LOAD, load -> names.contains(load.text("resource")));
        model.removeIf(RESOURCE, resource -> names.contains(resource.name()));
    }

    /** An item may say how all its orders are delivered. */
    private void operation(XmlThing demand) {
        if (!demand.has("operation")) {
            model.find("input.item", demand.text("item"))
                    .filter(item -> item.has("operation"))
                    .ifPresent(item -> demand.put("operation", item.text("operation")));
        }
    }
}
