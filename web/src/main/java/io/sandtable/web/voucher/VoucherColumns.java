package io.sandtable.web.voucher;

import io.sandtable.web.inquiry.InquiryRefused;
import java.util.List;

/** What the receiving system calls the columns of its voucher import; the order is the same. */
enum VoucherColumns {
    KINGDEE(
            ".", "日期", "凭证字", "凭证号", "附件数", "分录序号", "摘要", "科目代码", "科目名称", "借方金额", "贷方金额", "币别", "汇率", "原币金额", "数量",
            "单位", "单价", "客户编码", "客户", "供应商编码", "供应商", "物料编码", "物料名称"),
    YONYOU(
            "", "制单日期", "凭证类别字", "凭证编号", "附单据数", "行号", "摘要", "科目编码", "科目名称", "借方金额", "贷方金额", "币种", "汇率", "外币金额", "数量",
            "计量单位", "单价", "客户编码", "客户名称", "供应商编码", "供应商名称", "存货编码", "存货名称");

    private final String betweenLevels;
    private final List<String> heads;

    VoucherColumns(String betweenLevels, String... heads) {
        this.betweenLevels = betweenLevels;
        this.heads = List.of(heads);
    }

    /** By its name as {@code sandtable.release.erp} writes it. */
    static VoucherColumns of(String system) {
        return switch (system) {
            case "kingdee" -> KINGDEE;
            case "yonyou" -> YONYOU;
            default -> throw new InquiryRefused(InquiryRefused.Code.SYSTEM_UNKNOWN, system);
        };
    }

    /** What stands between the levels of an account's number. */
    String betweenLevels() {
        return betweenLevels;
    }

    List<String> heads() {
        return heads;
    }
}
