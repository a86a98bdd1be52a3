package io.sandtable.web.release;

import io.sandtable.model.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the receiving system calls its columns: the names that the mappings {@code kingdee} and {@code yonyou} read, so that a written
 * purchase order is understood when it comes back. Prices are without VAT.
 */
enum ErpColumns {
    KINGDEE("物料编码", "物料名称", "单位", "采购订单号", "采购数量", "不含税单价", "币别", "交货日期", "关闭状态"),
    YONYOU("存货编码", "存货名称", "主计量单位", "采购订单编号", "数量", "原币无税单价", "币种", "计划到货日期", "订单状态");

    private static final String YUAN = "人民币";
    private static final String OPEN = "正常";
    private static final int DECIMALS = 6;

    private final String material;
    private final String materialName;
    private final String unit;
    private final String purchaseOrder;
    private final String quantity;
    private final String price;
    private final String currency;
    private final String due;
    private final String status;

    ErpColumns(
            String material,
            String materialName,
            String unit,
            String purchaseOrder,
            String quantity,
            String price,
            String currency,
            String due,
            String status) {
        this.material = material;
        this.materialName = materialName;
        this.unit = unit;
        this.purchaseOrder = purchaseOrder;
        this.quantity = quantity;
        this.price = price;
        this.currency = currency;
        this.due = due;
        this.status = status;
    }

    /** By the value of {@code sandtable.release.erp}. */
    static ErpColumns of(String erp) {
        return switch (erp) {
            case "kingdee" -> KINGDEE;
            case "yonyou" -> YONYOU;
            default ->
                throw new IllegalArgumentException(
                        "sandtable.release.erp was %s; it must be kingdee or yonyou.".formatted(erp));
        };
    }

    /** A table for each kind that there is something of. */
    List<OrderTable> tables(Orders orders) {
        return Stream.of(purchases(orders), works(orders), steps(orders), subcontracts(orders), transfers(orders))
                .filter(table -> !table.rows().isEmpty())
                .toList();
    }

    private OrderTable purchases(Orders orders) {
        return new OrderTable(
                "采购订单",
                List.of(
                        purchaseOrder,
                        "行号",
                        "供应商编码",
                        "供应商名称",
                        material,
                        materialName,
                        unit,
                        quantity,
                        price,
                        "金额",
                        currency,
                        "单据日期",
                        due,
                        status),
                orders.purchases().stream()
                        .map(p -> List.<Object>of(
                                p.order(),
                                p.line(),
                                p.supplierCode(),
                                p.supplier(),
                                p.materialCode(),
                                p.material(),
                                p.unit(),
                                plain(p.quantity()),
                                plain(p.price()),
                                plain(p.amount()),
                                YUAN,
                                p.ordered(),
                                p.due(),
                                OPEN))
                        .toList());
    }

    private OrderTable works(Orders orders) {
        return new OrderTable(
                "生产订单",
                List.of("生产订单号", material, materialName, unit, "生产数量", "计划开工时间", "计划完工时间", "上级生产订单号", "来源销售订单号"),
                orders.workOrders().stream()
                        .map(w -> List.<Object>of(
                                w.order(),
                                w.materialCode(),
                                w.material(),
                                w.unit(),
                                plain(w.quantity()),
                                w.start(),
                                w.end(),
                                w.parent(),
                                w.salesOrder()))
                        .toList());
    }

    private OrderTable steps(Orders orders) {
        return new OrderTable(
                "工序计划",
                List.of("生产订单号", "工序号", "工序名称", "设备", "模具工装", "投入数量", "计划开工时间", "计划完工时间"),
                orders.steps().stream()
                        .map(s -> List.<Object>of(
                                s.order(),
                                s.step(),
                                s.process(),
                                s.machine(),
                                s.tool(),
                                plain(s.quantity()),
                                s.start(),
                                s.end()))
                        .toList());
    }

    private OrderTable subcontracts(Orders orders) {
        return new OrderTable(
                "委外订单",
                List.of(
                        "委外订单号",
                        "生产订单号",
                        "供应商编码",
                        "供应商名称",
                        material,
                        materialName,
                        "工序名称",
                        unit,
                        "发出数量",
                        "不含税加工单价",
                        "金额",
                        "发出日期",
                        "收回日期"),
                orders.subcontracts().stream()
                        .map(s -> List.<Object>of(
                                s.order(),
                                s.workOrder(),
                                s.supplierCode(),
                                s.supplier(),
                                s.materialCode(),
                                s.material(),
                                s.process(),
                                s.unit(),
                                plain(s.quantity()),
                                plain(s.price()),
                                plain(s.amount()),
                                s.sent(),
                                s.due()))
                        .toList());
    }

    private OrderTable transfers(Orders orders) {
        return new OrderTable(
                "调拨单",
                List.of("调拨单号", material, materialName, "库存批次", "调出地点", unit, "调拨数量", "发出日期", "到达日期"),
                orders.transfers().stream()
                        .map(t -> List.<Object>of(
                                t.order(),
                                t.materialCode(),
                                t.material(),
                                t.lot(),
                                t.site(),
                                t.unit(),
                                plain(t.quantity()),
                                t.departs(),
                                t.arrives()))
                        .toList());
    }

    private static BigDecimal plain(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? BigDecimal.ZERO : rounded.stripTrailingZeros();
    }

    private static BigDecimal plain(Money money) {
        return money.major();
    }
}
