package io.sandtable.web.difference;

import io.sandtable.simulation.difference.Difference;
import io.sandtable.simulation.difference.DoneDifferently;
import io.sandtable.simulation.difference.Effect;
import io.sandtable.simulation.difference.OperationChange;
import io.sandtable.simulation.difference.OrderChange;
import io.sandtable.simulation.difference.ResourceChange;
import io.sandtable.web.Language;
import io.sandtable.web.ask.KpiJson;
import io.sandtable.web.plandetail.Names;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A difference as REST gives it: ids and numbers, and the names of machines, which have no id where the plan buys them. */
final class DifferenceJson {
    private final Pair pair;
    private final Names names;

    private DifferenceJson(Pair pair, Language language) {
        this.pair = pair;
        this.names = new Names(pair.of().answer().snapshot(), pair.of().answer().problem(), language);
    }

    static ObjectNode of(Pair pair, Difference difference, @Nullable DoneDifferently done, Language language) {
        return new DifferenceJson(pair, language).write(difference, done);
    }

    private ObjectNode write(Difference difference, @Nullable DoneDifferently done) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("scenario", pair.of().inquiryId()).put("figure", pair.figure().id());
        if (pair.isApart()) {
            json.put("againstScenario", pair.against().inquiryId());
        }
        json.put("of", pair.of().plan().id())
                .put("against", pair.against().plan().id());
        json.set("ofAmount", KpiJson.money(difference.of()));
        json.set("againstAmount", KpiJson.money(difference.against()));
        json.set("difference", KpiJson.money(difference.amount()));
        ArrayNode drivers = json.putArray("drivers");
        difference.byDriver().forEach((driver, amount) -> {
            ObjectNode row = drivers.addObject();
            row.put("driver", driver.id());
            row.set("amount", KpiJson.money(amount));
            row.put("measure", word(driver.measure()));
            ArrayNode effects = row.putArray("effects");
            difference.of(driver).forEach(e -> effects.add(effect(e)));
        });
        if (done == null) {
            return json;
        }
        ObjectNode differently = json.putObject("doneDifferently");
        ArrayNode resources = differently.putArray("resources");
        done.resources().forEach(c -> resources.add(resource(c)));
        ArrayNode orders = differently.putArray("orders");
        done.orders().forEach(c -> orders.add(order(c)));
        return json;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static ObjectNode effect(Effect e) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("product", e.product()).put("input", e.input());
        json.set("amount", KpiJson.money(e.amount()));
        json.put("of", e.of()).put("against", e.against());
        return json;
    }

    private static ObjectNode resource(ResourceChange c) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("kind", word(c.kind())).put("id", c.id()).put("about", c.about());
        json.put("of", c.of()).put("against", c.against());
        return json;
    }

    private ObjectNode order(OrderChange c) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("order", c.order()).put("moved", c.moved());
        json.set("of", delivered(c.of()));
        json.set("against", delivered(c.against()));
        ArrayNode operations = json.putArray("operations");
        for (OperationChange o : c.operations()) {
            ObjectNode row = operations.addObject();
            row.put("item", o.item()).put("process", o.process());
            row.set("of", run(o.of()));
            row.set("against", run(o.against()));
        }
        return json;
    }

    private @Nullable ObjectNode delivered(OrderChange.Delivered d) {
        if (d.lastMinute() < 0) {
            return null;
        }
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("quantity", d.quantity());
        json.put("last", pair.of().answer().problem().time(d.lastMinute()).toString());
        return json;
    }

    private @Nullable ObjectNode run(OperationChange.@Nullable Run run) {
        if (run == null) {
            return null;
        }
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        boolean inTheHouse = run.machine() >= 0;
        json.put("resource", inTheHouse ? names.machine(run.machine()) : names.of(run.supplier(), run.supplier()));
        json.put("outsourced", !inTheHouse);
        json.put("quantity", run.quantity());
        json.put("start", pair.of().answer().problem().time(run.start()).toString());
        json.put("end", pair.of().answer().problem().time(run.end()).toString());
        return json;
    }
}
