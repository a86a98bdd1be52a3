package io.sandtable.rules.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;

/**
 * A sentence in one spelling: half width, lower case, simplified characters. Every character keeps its place, so that spans
 * point into the original.
 */
record NormalText(String original, String text, Tight tight) {
    private static final String TRADITIONAL = "預計訂單電殼產長漲價個點萬億貨發廠應對門節檢維機鋁銅鋼從買進業務給這該麼樣幾兩雙會將與約來無須過還間開關報質證實現賬額陸"
            + "貳參壹優較網線試類銷餘縮減訊號遲擊倆負週後時鐘禮農曆歷臘慶陽勞動頭處設備採購庫員資貸債貴賤賣賺賠稅匯費運輸車裝載噸總劃畫"
            + "測驗廢鐵鋅鎳鉛錫銀矽膠劑閥軸輪齒絲釘噴壓鑄鍛鑽銑熱鍍組護養換壞損沒內準達變為於們別讓請說話聽認識寫讀記錄錢擴張當際據結構"
            + "標擬議協調條權責獲營輕轉軟輛隻顆塊臺檯圓佔僅倉儲傳償冊凍劇勝區醫卻廳吳啟問喪嚴國圖團場夠夾學寧審導層屬歲帶幫幣幹廣彈徑復"
            + "惡懷戰戶掛揚搶擇擔擋斷舊昇暫術東極樓檔歸殘決沖況涼淨溫滿潔濕灣災爐牆獨環瓊甌療監盤盡碼確種積穩窯競筆範築簡簽糧級紙細終統"
            + "綠編緊縣績織繼續罰職聯聲腳臨興舉藥蘇虧蝕補製複覺觀觸詢詳誤課論諾謝譽豐貝貫貿賓贊趕跡軍連遠適遷選遺邊鄰釋針鈑鉗錯鍵鎖鏈鑑"
            + "閒閉隊階隨險雜離難靈靜順領題顏風飛飯飼駐驅體鬆鮮麗齊龍絕緩竇滅燈渦矯煙氣側頂鋪櫃銹鏽鉸鏡曬麥兇寶島漢劉陳趙馬鋒潤澤誠聖藍"
            + "黃滬蘭註託獎嘗歡亂佈併夥係俠傢僑儀兒"
            + "嶺綫濾財貼華裡裏鴻盧鄭孫楊葉鍾韓馮鄧許蔣賈譚龔衛顧羅蕭呂塗鍋鍊煉燒燙銳鑰鎢鉻釩鈦鎂鈷錳鋰鈉鈣鉀纖綿緞綢紡紗絨縫襪褲飾鑲鉤鉚墊彎摺疊鑿鋸鏟錘拋"
            + "鏜攪磚塵霧雲礦鹽鹼樹蠟漿篩籠簾籃蓋櫥屜軌輥桿懸撐滾纜繩鈎鑷顯螢槍剛纔誰嗎喲喫嘅咗唔佢喺貢獻擱誌衝禦鬧鬥麵齡龐隱雖韌響頓頒頻願顛餓館饋駕駛騎騙"
            + "騰驟髒鬱魚鹵黨黴潛澀瀏濟濤濫瀕灑煥燦燭爭爺牽狀猶瑣畝畢異瘋癥皺盜眾睏瞭矚礎祿禍稈稱穀窩竄筍籌籤粵糾紀紅純紋納紐紛紮紳紹絆絡綁經綜綱緒緣練縱繞"
            + "繪繳纏罵罷聞聰肅脅脫脹腫膚膽艙艦艱荊莊莖萊蒐蒼蔥薦薩藝蘆虛蝦蟲衆襲見規視親覽討訓訪訴診評詞詐詩誇誕誘語談諮諧謂謀謎講謙謹譜譯讚豈貧販貪貶貯賀"
            + "賦賴賽贈贏趨踐躍輔輝輩輯輾轄轎轟辦辭辯迴遜遞遙郵鄉醜醬釀鈴鉅鉑銘鋭錦錨錶鎮鎚鐮閃閏閱闊闖闢陣陰陝隸雞韋頁項頌頸飄飢飽餅馳驚鴨鵝鷹黏廂冑澆蔭滙"
            + "証牀嶼嶽廬廟慘憑懇懶戲捨掃掙搖摟撥撫擁擠攔攜攝攤敵數斃曉暢暈曠朧枱棄棟楓槓樁樂橋橫檸櫻欄欽歐歎殺毀氈滲漁潑澱濁濃瀝煩爛甯痠盞睞硃碩礙竊箋箏纍"
            + "罎翹聳蘋蛻蠅袞覓詭諭譏賜贓躉軀輻轍遼釐錠鏢鐳閘雋霽靨鞏韻頗顫颱騷驛鯉鳳鶴麩黽齋";
    private static final String SIMPLIFIED = "预计订单电壳产长涨价个点万亿货发厂应对门节检维机铝铜钢从买进业务给这该么样几两双会将与约来无须过还间开关报质证实现账额陆"
            + "贰叁壹优较网线试类销余缩减讯号迟击俩负周后时钟礼农历历腊庆阳劳动头处设备采购库员资贷债贵贱卖赚赔税汇费运输车装载吨总划画"
            + "测验废铁锌镍铅锡银硅胶剂阀轴轮齿丝钉喷压铸锻钻铣热镀组护养换坏损没内准达变为于们别让请说话听认识写读记录钱扩张当际据结构"
            + "标拟议协调条权责获营轻转软辆只颗块台台圆占仅仓储传偿册冻剧胜区医却厅吴启问丧严国图团场够夹学宁审导层属岁带帮币干广弹径复"
            + "恶怀战户挂扬抢择担挡断旧升暂术东极楼档归残决冲况凉净温满洁湿湾灾炉墙独环琼瓯疗监盘尽码确种积稳窑竞笔范筑简签粮级纸细终统"
            + "绿编紧县绩织继续罚职联声脚临兴举药苏亏蚀补制复觉观触询详误课论诺谢誉丰贝贯贸宾赞赶迹军连远适迁选遗边邻释针钣钳错键锁链鉴"
            + "闲闭队阶随险杂离难灵静顺领题颜风飞饭饲驻驱体松鲜丽齐龙绝缓窦灭灯涡矫烟气侧顶铺柜锈锈铰镜晒麦凶宝岛汉刘陈赵马锋润泽诚圣蓝"
            + "黄沪兰注托奖尝欢乱布并伙系侠家侨仪儿"
            + "岭线滤财贴华里里鸿卢郑孙杨叶钟韩冯邓许蒋贾谭龚卫顾罗萧吕涂锅炼炼烧烫锐钥钨铬钒钛镁钴锰锂钠钙钾纤绵缎绸纺纱绒缝袜裤饰镶钩铆垫弯折叠凿锯铲锤抛"
            + "镗搅砖尘雾云矿盐碱树蜡浆筛笼帘篮盖橱屉轨辊杆悬撑滚缆绳钩镊显荧枪刚才谁吗哟吃的了不他在贡献搁志冲御闹斗面龄庞隐虽韧响顿颁频愿颠饿馆馈驾驶骑骗"
            + "腾骤脏郁鱼卤党霉潜涩浏济涛滥濒洒焕灿烛争爷牵状犹琐亩毕异疯症皱盗众困了瞩础禄祸秆称谷窝窜笋筹签粤纠纪红纯纹纳纽纷扎绅绍绊络绑经综纲绪缘练纵绕"
            + "绘缴缠骂罢闻聪肃胁脱胀肿肤胆舱舰艰荆庄茎莱搜苍葱荐萨艺芦虚虾虫众袭见规视亲览讨训访诉诊评词诈诗夸诞诱语谈咨谐谓谋谜讲谦谨谱译赞岂贫贩贪贬贮贺"
            + "赋赖赛赠赢趋践跃辅辉辈辑辗辖轿轰办辞辩回逊递遥邮乡丑酱酿铃巨铂铭锐锦锚表镇锤镰闪闰阅阔闯辟阵阴陕隶鸡韦页项颂颈飘饥饱饼驰惊鸭鹅鹰粘厢胄浇荫汇"
            + "证床屿岳庐庙惨凭恳懒戏舍扫挣摇搂拨抚拥挤拦携摄摊敌数毙晓畅晕旷胧台弃栋枫杠桩乐桥横柠樱栏钦欧叹杀毁毡渗渔泼淀浊浓沥烦烂宁酸盏睐朱硕碍窃笺筝累"
            + "坛翘耸苹蜕蝇衮觅诡谕讥赐赃趸躯辐辙辽厘锭镖镭闸隽霁靥巩韵颇颤台骚驿鲤凤鹤麸黾斋";

    static NormalText of(String original) {
        var text = new StringBuilder(original.length());
        for (int i = 0; i < original.length(); i++) {
            text.append(normal(original.charAt(i)));
        }
        return new NormalText(original, text.toString(), Tight.of(text.toString()));
    }

    int length() {
        return text.length();
    }

    /** Whether a word may begin or end between two characters: never inside a Latin word or a number. */
    boolean isBoundary(int at) {
        return at <= 0 || at >= text.length() || !(isLatin(text.charAt(at - 1)) && isLatin(text.charAt(at)));
    }

    /**
     * What begins at a place and ends where a word may end, in the text itself and without the spaces between Chinese characters.
     *
     * @param reading the tokens of a text that begin at a place of it
     */
    List<Token> tokens(int start, BiFunction<String, Integer, List<Token>> reading) {
        var found = new ArrayList<>(reading.apply(text, start));
        if (!tight.isSameAs(text)) {
            tight.inPlace(reading.apply(tight.text(), tight.at(start)).stream())
                    .filter(t -> !found.contains(t))
                    .forEach(found::add);
        }
        found.removeIf(t -> !isBoundary(t.end()));
        return found;
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
