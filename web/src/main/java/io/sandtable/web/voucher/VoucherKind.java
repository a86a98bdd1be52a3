package io.sandtable.web.voucher;

import io.sandtable.simulation.evaluate.Cause.Event;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What vouchers are made of: events that one document tells of. Words are those of the Chinese systems that read them. */
enum VoucherKind {
    PURCHASE("采购入库", true, Event.PURCHASE, Event.PURCHASE_VAT, Event.DUTY, Event.IMPORT_TAXES_PAID),
    RECEIPT("在途采购入库", true, Event.RECEIPT, Event.RECEIPT_DUTY, Event.RECEIPT_VAT, Event.RECEIPT_IMPORT_TAXES_PAID),
    CONSUMPTION("生产领料", false, Event.CONSUMPTION, Event.UNCOVERED),
    PRODUCTION("生产费用", false, Event.SETUP_LABOUR, Event.RUN_LABOUR, Event.OVERTIME, Event.ENERGY, Event.CARBON),
    SUBCONTRACT(
            "外协加工费",
            true,
            Event.SUBCONTRACT,
            Event.SUBCONTRACT_DUTY,
            Event.SUBCONTRACT_VAT,
            Event.SUBCONTRACT_IMPORT_TAXES_PAID),
    COMPLETION("完工入库", false, Event.LOT_DONE, Event.COPRODUCT, Event.WORK_DONE),
    EXPIRY("存货过期", false, Event.STOCK_EXPIRED),
    TRANSFER("调拨运费", false, Event.TRANSFER),
    SALE("销售", true, Event.SALE, Event.SALE_VAT, Event.LATE_PENALTY),
    COST_OF_SALE("结转销售成本", true, Event.COST_OF_SALE, Event.UNCOVERED_DELIVERY),
    SHORT_PENALTY("未交订单违约金", true, Event.SHORT_PENALTY),
    COLLECTION("收货款", true, Event.CUSTOMER_PAYS),
    PAYMENT("付货款", true, Event.SUPPLIER_PAID, Event.RECEIPT_PAID, Event.SUBCONTRACTOR_PAID, Event.INVESTMENT_PAID),
    EXCHANGE(
            "汇兑损益",
            false,
            Event.PURCHASE_REVALUED,
            Event.RECEIPT_REVALUED,
            Event.SUBCONTRACT_REVALUED,
            Event.INVESTMENT_REVALUED,
            Event.ITEM_REVALUED),
    BILL_DISCOUNT("票据贴现", true, Event.BILL_DISCOUNTED, Event.BILL_DISCOUNTED_FOR_CASH, Event.BILL_DISCOUNT),
    REBATE("采购返利", true, Event.REBATE, Event.REBATE_VAT),
    REBATE_PAID("收采购返利", true, Event.REBATE_PAID),
    SUBSIDY("政府补助", false, Event.SUBSIDY_PAID, Event.SUBSIDY_EARNED),
    INVESTMENT(
            "购置设备",
            true,
            Event.INVESTMENT,
            Event.INVESTMENT_DUTY,
            Event.INVESTMENT_VAT,
            Event.INVESTMENT_IMPORT_TAXES_PAID),
    DEPRECIATION("计提折旧", false, Event.DEPRECIATION),
    WAGES("发工资", false, Event.WAGES_PAID),
    ENERGY("能源账单", false, Event.ENERGY_BILL, Event.ENERGY_VAT, Event.ENERGY_PAID),
    VAT("增值税结转与缴纳", false, Event.VAT_CLOSED, Event.VAT_PAID),
    CREDIT_LINE_INTEREST("授信利息", false, Event.CREDIT_LINE_INTEREST),
    INCOME_TAX("所得税", false, Event.INCOME_TAX, Event.INCOME_TAX_PAID),
    FIXED("固定收付", true, Event.CASH_ITEM);

    /** Balances to begin with: no vouchers but opening balances. */
    static final Set<Event> OPENING = Set.of(
            Event.OPENING_CASH,
            Event.OPENING_VAT_CREDIT,
            Event.OPENING_FIXED_ASSETS,
            Event.OPENING_STOCK,
            Event.OPENING_ITEM,
            Event.OPENING_WORK);

    private static final Map<Event, VoucherKind> BY_EVENT = new EnumMap<>(Event.class);

    static {
        for (VoucherKind kind : values()) {
            kind.events.forEach(event -> BY_EVENT.put(event, kind));
        }
    }

    private final String summary;
    private final boolean eachItsOwn;
    private final Set<Event> events;

    VoucherKind(String summary, boolean eachItsOwn, Event... events) {
        this.summary = summary;
        this.eachItsOwn = eachItsOwn;
        this.events = Set.of(events);
    }

    /** Of an event; none of those that open the books. */
    static Optional<VoucherKind> of(Event event) {
        VoucherKind kind = BY_EVENT.get(event);
        if (kind == null && !OPENING.contains(event)) {
            throw new IllegalArgumentException("No voucher tells of %s; name it in VoucherKind.".formatted(event));
        }
        return Optional.ofNullable(kind);
    }

    String summary() {
        return summary;
    }

    /** Whether each delivery, purchase … has a voucher of its own; otherwise those of a day are added up in one. */
    boolean eachItsOwn() {
        return eachItsOwn;
    }
}
