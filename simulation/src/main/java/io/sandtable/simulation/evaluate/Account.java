package io.sandtable.simulation.evaluate;

/** The accounts of the ledger, debit positive; every one belongs to one group of the balance sheet or the result. */
public enum Account {
    CASH(Group.ASSET, "银行存款", "cash at bank"),
    RECEIVABLES(Group.ASSET, "应收账款", "receivables"),
    BILLS_RECEIVABLE(Group.ASSET, "应收票据", "bills receivable"),
    INVENTORY(Group.ASSET, "存货", "inventory"),
    WORK_IN_PROCESS(Group.ASSET, "在制品", "work in process"),
    /** What was there on the as-of day, at its stated value. */
    FIXED_ASSETS_BEFORE(Group.ASSET, "固定资产-原有", "fixed assets from before"),
    /** What the plan buys. */
    FIXED_ASSETS(Group.ASSET, "固定资产-新购", "fixed assets bought"),
    ACCUMULATED_DEPRECIATION(Group.ASSET, "累计折旧", "accumulated depreciation"),
    VAT_INPUT(Group.ASSET, "应交增值税-进项税额", "input VAT"),
    VAT_CREDIT(Group.ASSET, "增值税留抵税额", "input VAT carried forward"),
    PAYABLES(Group.LIABILITY, "应付账款", "payables"),
    BILLS_PAYABLE(Group.LIABILITY, "应付票据", "bills payable"),
    VAT_OUTPUT(Group.LIABILITY, "应交增值税-销项税额", "output VAT"),
    VAT_PAYABLE(Group.LIABILITY, "未交增值税", "VAT payable"),
    IMPORT_TAXES(Group.LIABILITY, "应交关税及进口增值税", "duty and import VAT payable"),
    WAGES_PAYABLE(Group.LIABILITY, "应付职工薪酬", "wages payable"),
    ENERGY_ACCRUED(Group.LIABILITY, "应计能源费", "energy not yet billed"),
    CARBON_ACCRUED(Group.LIABILITY, "应计碳成本", "carbon cost not yet settled"),
    PENALTIES_PAYABLE(Group.LIABILITY, "应付违约金", "penalties payable"),
    TAX_PAYABLE(Group.LIABILITY, "应交所得税", "income tax payable"),
    DEFERRED_INCOME(Group.LIABILITY, "递延收益", "deferred income"),
    LOANS(Group.LIABILITY, "借款", "loans"),
    EQUITY(Group.EQUITY, "所有者权益", "equity"),
    REVENUE(Group.REVENUE, "主营业务收入", "revenue"),
    COST_MATERIAL(Group.COST_OF_GOODS, "主营业务成本-材料", "cost of goods: material"),
    COST_LABOUR(Group.COST_OF_GOODS, "主营业务成本-人工", "cost of goods: labour"),
    COST_ENERGY(Group.COST_OF_GOODS, "主营业务成本-能源", "cost of goods: energy"),
    COST_SUBCONTRACT(Group.COST_OF_GOODS, "主营业务成本-外协", "cost of goods: subcontracting"),
    COST_TRANSFER(Group.COST_OF_GOODS, "主营业务成本-调拨运费", "cost of goods: transfers between sites"),
    COST_CARBON(Group.COST_OF_GOODS, "主营业务成本-碳", "cost of goods: carbon"),
    COST_SCRAP(Group.COST_OF_GOODS, "主营业务成本-废品", "cost of goods: scrap"),
    COST_REBATES(Group.COST_OF_GOODS, "主营业务成本-采购返利", "cost of goods: rebates of suppliers"),
    DEPRECIATION(Group.COST_OF_GOODS, "制造费用-新增设备折旧", "depreciation of what is bought"),
    PENALTIES(Group.EXPENSE, "违约金支出", "penalties for lateness"),
    WAGES(Group.EXPENSE, "工资", "wages paid"),
    WAGES_ABSORBED(Group.EXPENSE, "已分配工资", "wages absorbed by production"),
    RENT(Group.EXPENSE, "租金", "rent"),
    OVERHEAD(Group.EXPENSE, "管理费用", "overhead"),
    INTEREST(Group.EXPENSE, "利息支出", "interest"),
    BILL_DISCOUNT(Group.EXPENSE, "贴现利息", "discount on bills"),
    EXCHANGE_DIFFERENCES(Group.EXPENSE, "汇兑损益", "exchange differences"),
    SUBSIDIES(Group.EXPENSE, "政府补助收入", "subsidies"),
    INVENTORY_LOSS(Group.EXPENSE, "存货过期损失", "expired stock"),
    OTHER_EXPENSE(Group.EXPENSE, "其他收支", "other income and expense"),
    INCOME_TAX(Group.TAX, "所得税费用", "income tax");

    /** What an account is part of. */
    public enum Group {
        ASSET,
        LIABILITY,
        EQUITY,
        REVENUE,
        COST_OF_GOODS,
        EXPENSE,
        TAX;

        /** Whether it is part of the result before income tax. */
        boolean isResult() {
            return this == REVENUE || this == COST_OF_GOODS || this == EXPENSE;
        }
    }

    private final Group group;
    private final String zh;
    private final String en;

    Account(Group group, String zh, String en) {
        this.group = group;
        this.zh = zh;
        this.en = en;
    }

    public Group group() {
        return group;
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }
}
