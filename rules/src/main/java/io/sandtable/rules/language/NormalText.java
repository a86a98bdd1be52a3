package io.sandtable.rules.language;

import java.util.Locale;

/**
 * A sentence in one spelling: half width, lower case, simplified characters. Every character keeps its place, so that spans
 * point into the original.
 */
record NormalText(String original, String text) {
    private static final String TRADITIONAL = "預計訂單電殼產長漲價個點萬億貨發廠應對門節檢維機鋁銅鋼從買進業務給這該麼樣幾兩雙會將與約來無須過還進間開關"
            + "報單質證實現賬額陸貳參壹產優質證較網線試類銷餘縮減訊號遲擊閥戶條領輪鐵鋅銀錫鎳鋸鍛鑄造塗層裝箱貼號產線車間雜質損耗庫採購價錢虧利潤額稅關補貼權責應該時間後續穩廢氣熱壓彎鑽銑車磨拋噴漆鍍膠黏繩帶種類貨運輸聯絡單據歷書禮拜週歲農臘讓還餘夠儘管僅別許準確應當總結計劃產業燈爐竈煙風扇櫃門鎖鏈齒輪軸";
    private static final String SIMPLIFIED = "预计订单电壳产长涨价个点万亿货发厂应对门节检维机铝铜钢从买进业务给这该么样几两双会将与约来无须过还进间开关"
            + "报单质证实现账额陆贰叁壹产优质证较网线试类销余缩减讯号迟击阀户条领轮铁锌银锡镍锯锻铸造涂层装箱贴号产线车间杂质损耗库采购价钱亏利润额税关补贴权责应该时间后续稳废气热压弯钻铣车磨抛喷漆镀胶黏绳带种类货运输联络单据历书礼拜周岁农腊让还余够尽管仅别许准确应当总结计划产业灯炉灶烟风扇柜门锁链齿轮轴";

    static NormalText of(String original) {
        var text = new StringBuilder(original.length());
        for (int i = 0; i < original.length(); i++) {
            text.append(normal(original.charAt(i)));
        }
        return new NormalText(original, text.toString());
    }

    int length() {
        return text.length();
    }

    /** Whether a word may begin or end between two characters: never inside a Latin word or a number. */
    boolean isBoundary(int at) {
        return at <= 0 || at >= text.length() || !(isLatin(text.charAt(at - 1)) && isLatin(text.charAt(at)));
    }

    static boolean isLatin(char c) {
        return c < 0x250 && Character.isLetterOrDigit(c);
    }

    private static char normal(char c) {
        if (c == '\u3000' || c == '\u00a0' || Character.isWhitespace(c)) {
            return ' ';
        }
        char half = c >= '\uff01' && c <= '\uff5e' ? (char) (c - 0xfee0) : c;
        if (half == '\u2212') {
            return '-';
        }
        if (half == '\u2019') {
            return '\'';
        }
        int index = half > 0x2e80 ? TRADITIONAL.indexOf(half) : -1;
        return index >= 0
                ? SIMPLIFIED.charAt(index)
                : String.valueOf(half).toLowerCase(Locale.ROOT).charAt(0);
    }
}
