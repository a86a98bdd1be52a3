package io.sandtable.web.plandetail;

import io.sandtable.web.ask.KpiJson;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Postings as REST gives them: amounts debit positive. */
final class LedgerJson {
    private LedgerJson() {}

    static ObjectNode of(ShownPlan shown, LedgerLines.Page page) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("plan", shown.alternative().id());
        json.put("scenario", shown.inquiryId());
        json.put("horizonEnd", shown.lastDay().toString());
        json.put("page", page.number()).put("pages", page.pages()).put("count", page.count());
        ObjectNode sum = json.putObject("sum");
        sum.set("debit", KpiJson.money(page.debit()));
        sum.set("credit", KpiJson.money(page.credit()));
        sum.set("net", KpiJson.money(page.net()));
        ArrayNode lines = json.putArray("lines");
        for (LedgerLines.Line line : page.lines()) {
            ObjectNode row = lines.addObject();
            row.put("date", line.date().toString());
            row.put("account", line.account().name());
            row.put("accountName", line.accountName());
            row.set("amount", KpiJson.money(line.amount()));
            if (line.original() != null) {
                row.set("original", KpiJson.money(line.original()));
            }
            row.put("quantity", line.quantity() == null ? 0 : line.quantity());
            row.put("unit", line.unit());
            row.put("cause", line.event());
            row.put("about", line.about());
            row.put("operation", line.operation());
            row.put("order", line.order());
            row.put("entry", line.entry());
        }
        return json;
    }
}
