package io.sandtable.web.readiness;

import static io.sandtable.model.Attributes.*;
import static io.sandtable.model.RelationType.*;

import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.Node;
import io.sandtable.model.NodeType;
import io.sandtable.web.Language;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a manager can ask, and what the data must hold for it. Worded under {@code readiness.question.…}. */
enum Question {
    DEMAND(NodeType.MATERIAL, Question::isProduct, Need.of(NodeType.ORDER, QUANTITY, DUE_DATE), Need.of(FOR)),
    CAPACITY(
            NodeType.EQUIPMENT,
            n -> is(n, "machine") || is(n, "line") || is(n, "workshop"),
            Need.of(NodeType.EQUIPMENT, KIND),
            Need.of(RUNS_ON, MINUTES_PER_UNIT),
            Need.of(NodeType.CALENDAR, SHIFTS),
            Need.of(FOLLOWS)),
    SUPPLIER_LOST(
            NodeType.SUPPLIER,
            n -> !n.out(SUPPLIES).isEmpty(),
            Need.of(NodeType.SUPPLIER),
            Need.of(SUPPLIES, PRICE, LEAD_TIME_DAYS),
            Need.of(CONSUMES, QUANTITY_PER_UNIT)),
    PRICE_CHANGE(
            NodeType.MATERIAL,
            n -> !n.in(SUPPLIES).isEmpty(),
            Need.of(SUPPLIES, PRICE),
            Need.of(CONSUMES, QUANTITY_PER_UNIT),
            Need.of(NodeType.ORDER, PRICE)),
    CASH(
            null,
            n -> true,
            Need.of(NodeType.ACCOUNT, "cash", AMOUNT),
            Need.of(NodeType.ORDER, PRICE),
            Need.of(NodeType.CUSTOMER, PAYMENT_TERM_DAYS),
            Need.of(ORDERED),
            Need.of(SUPPLIES, PRICE)),
    OUTSOURCING(NodeType.PROCESS, n -> !n.out(OUTSOURCED_TO).isEmpty(), Need.of(OUTSOURCED_TO, PRICE, LEAD_TIME_DAYS)),
    TOOL_WEAR(
            NodeType.EQUIPMENT,
            n -> is(n, "tool"),
            Need.of(NodeType.EQUIPMENT, "tool", LIFE_STROKES, STROKES_USED),
            Need.of(NEEDS_TOOL, STROKES_PER_UNIT)),
    ENERGY(
            null,
            n -> true,
            Need.of(NodeType.ENERGY, EMISSION_FACTOR).orElse(PRICE, TARIFF),
            Need.of(DRAWS).orElse(KILOWATTS, ENERGY_PER_UNIT)),
    DUTY(
            null,
            n -> true,
            Need.of(NodeType.POLICY, "duty", RATE_PERCENT),
            Need.of(APPLIES_TO),
            Need.of(NodeType.SUPPLIER, COUNTRY)),
    STOCK(
            null,
            n -> true,
            Need.of(NodeType.STOCK_LOT, QUANTITY, UNIT_COST),
            Need.of(STORED_IN),
            Need.of(NodeType.SITE));

    private final @Nullable NodeType about;
    private final Predicate<Node> fits;
    private final List<Need> needs;

    Question(@Nullable NodeType about, Predicate<Node> fits, Need... needs) {
        this.about = about;
        this.fits = fits;
        this.needs = List.of(needs);
    }

    /** What it needs beside {@link #BASE}. */
    List<Need> needs() {
        return needs;
    }

    /** Name of something in the company that the example may speak of; empty where it needs none or there is none. */
    Optional<String> subject(BusinessSnapshot snapshot, Language language) {
        return Optional.ofNullable(about)
                .flatMap(type -> snapshot.nodes(type).stream().filter(fits).findFirst())
                .map(n -> language.choose(n.name(), n.nameEn()));
    }

    /** What every plan rests on: things to sell, somebody who wants them, and a way to come by them. */
    static final List<Need> BASE = List.of(
            Need.of(NodeType.MATERIAL, ROLE, UNIT),
            Need.of(NodeType.ORDER, QUANTITY, DUE_DATE),
            Need.of(FOR),
            Need.either(YIELDS, SUPPLIES));

    private static boolean isProduct(Node material) {
        return material.findText(ROLE).filter("product"::equals).isPresent()
                && !material.in(FOR).isEmpty();
    }

    private static boolean is(Node equipment, String kind) {
        return equipment.findText(KIND).filter(kind::equals).isPresent();
    }
}
