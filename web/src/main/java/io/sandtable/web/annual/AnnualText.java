package io.sandtable.web.annual;

import io.sandtable.audit.canonical.CanonicalJson;
import io.sandtable.model.Money;
import io.sandtable.simulation.annual.AnnualMonth;
import io.sandtable.simulation.annual.AnnualPlan;
import io.sandtable.simulation.annual.AnnualProduct;
import io.sandtable.simulation.annual.CostKind;
import io.sandtable.simulation.backtest.Amounts;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Locale;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** An annual plan as canonical JSON: what the archive keeps under its hash, and what programs get. Money in fen. */
final class AnnualText {
    static final String SCHEMA = "sandtable-annual-plan-content/1";

    private static final JsonMapper JSON = JsonMapper.shared();

    private AnnualText() {}

    static byte[] write(AnnualPlan plan) {
        return CanonicalJson.of(tree(plan));
    }

    static ObjectNode tree(AnnualPlan plan) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("schema", SCHEMA);
        json.put("asOf", plan.asOf().toString());
        ArrayNode products = json.putArray("products");
        for (AnnualProduct product : plan.products().values()) {
            products.addObject()
                    .put("id", product.id())
                    .put("zh", product.zh())
                    .put("en", product.en())
                    .put("unit", product.unit())
                    .put("family", product.family())
                    .put("familyZh", product.familyZh())
                    .put("familyEn", product.familyEn());
        }
        ArrayNode months = json.putArray("months");
        plan.months().forEach(month -> month(month, months.addObject()));
        return json;
    }

    private static void month(AnnualMonth month, ObjectNode json) {
        json.put("month", month.month().toString());
        json.put("kind", month.kind().code());
        ObjectNode costs = json.putObject("costsFen");
        month.costs().forEach((kind, cost) -> costs.put(kind.code(), cost.minor()));
        ArrayNode products = json.putArray("products");
        month.products()
                .forEach((product, amounts) -> products.addObject()
                        .put("id", product)
                        .put("delivered", amounts.delivered())
                        .put("revenueFen", amounts.revenue().minor())
                        .put("costFen", amounts.cost().minor())
                        .put("output", amounts.output()));
    }

    static AnnualPlan read(byte[] content) {
        JsonNode json = JSON.readTree(content);
        var products = new TreeMap<String, AnnualProduct>();
        for (JsonNode p : json.get("products")) {
            String id = p.get("id").asString();
            products.put(
                    id,
                    new AnnualProduct(
                            id,
                            p.get("zh").asString(),
                            p.get("en").asString(),
                            p.get("unit").asString(),
                            p.get("family").asString(),
                            p.get("familyZh").asString(),
                            p.get("familyEn").asString()));
        }
        var months = new ArrayList<AnnualMonth>();
        for (JsonNode month : json.get("months")) {
            months.add(month(month));
        }
        return new AnnualPlan(LocalDate.parse(json.get("asOf").asString()), months, products);
    }

    private static AnnualMonth month(JsonNode json) {
        var costs = new EnumMap<CostKind, Money>(CostKind.class);
        json.get("costsFen")
                .properties()
                .forEach(cost -> costs.put(
                        CostKind.valueOf(cost.getKey().toUpperCase(Locale.ROOT)),
                        Money.fen(cost.getValue().asLong())));
        var products = new TreeMap<String, Amounts>();
        for (JsonNode p : json.get("products")) {
            products.put(
                    p.get("id").asString(),
                    new Amounts(
                            p.get("delivered").asDouble(),
                            Money.fen(p.get("revenueFen").asLong()),
                            Money.fen(p.get("costFen").asLong()),
                            p.get("output").asDouble()));
        }
        return new AnnualMonth(
                YearMonth.parse(json.get("month").asString()),
                AnnualMonth.Kind.valueOf(json.get("kind").asString().toUpperCase(Locale.ROOT)),
                costs,
                products);
    }
}
