package io.sandtable.rules.language;

import io.sandtable.rules.grammar.Sentence;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns of phrase with a gap in them, which no list of words holds: 别家的一律不要, 一块顶一块, 换镜片. Each is one token. */
final class Phrases {
    /** 别家的一律不要: what says that only those who were named remain. */
    private static final Pattern NOBODY_ELSE = Pattern.compile(
            "(?:别|其他|其它|其余|旁|谁|哪)的?(?:家|人家|人|供应商|厂家|厂商|厂|渠道|地方)?的?货?(?:都|也|就)?(?:一律|一概|统统|通通|全都|全部)?(?:都|就|也)?(?:不要|不认|不采|不报价|不用报价|不用|不买|不进|不考虑|不行|免谈|不收|不碰|不沾|不看|不谈|不接|不理|没门|没戏|靠边站|不采购|不订|不拿|不予考虑|不作考虑|不找|不许|不得|不能)了?(?=$|[,。;!，；！ ])|(?:一律|一概)?(?:不|别|不要|不许|不能|不得)(?:再)?(?:找|用|要|买|从|采购?|进|拿|订|收|接)(?:别|其他|其它|旁)的?(?:家|人家|人|供应商|厂家|厂)?的?(?:货|买|进)?(?=$|[,。;!，；！ ])"
                    + "|(?:其他|别|其它|旁)的?(?:家|人家|厂家?|供应商)的?[\\u4e00-\\u9fa5]{0,6}(?:不够|不行|不过关|没通?过[A-Za-z\\u4e00-\\u9fa5]{0,6}|不稳定?|不达标|太差|不合格|过不了关?|不放心|差太多|做不出来?)(?=$|[,。;!，；！ ])");

    /** 不能掉到…以下 is a floor. */
    private static final Pattern NOT_DOWN_TO = Pattern.compile(
            "(?:绝|决|可|千万)?(?:不能|不得|不许|不可|不准|不要|不可以|不会|别|不)(?:再)?(?:让它|让他)?(?:掉|跌|降|落|滑|低|少|减|缩|动|花|用|取|抽|吃|耗|破|亏|降低|减少|下降|下滑|跌落|滑落)(?:落|低)?(?:到|至)");

    /** 没有哪家可以拿走: none may. */
    private static final Pattern NONE_MAY = Pattern.compile("(?:没有|没)(?=(?:哪|任何|一|谁).{0,8}(?:可以|能|许|准|允许|可))");

    /** 不能比92%差 is a floor, 别比三成高 a cap; what comes after the figure says which. */
    private static final String LESS = "(?:差|低|少|小|弱|短)";

    private static final String MORE = "(?:高|多|大|长|贵)";
    private static final String NOT_THAN = "(?:绝|决|可|千万)?(?:不能|不得|不许|不可|不准|不要|不可以|不会|别|不)(?:再)?比";
    private static final Pattern NOT_LESS_THAN = Pattern.compile(NOT_THAN + "(?=[^,，。;；]{1,10}" + LESS + ")");
    private static final Pattern NOT_MORE_THAN = Pattern.compile(NOT_THAN + "(?=[^,，。;；]{1,10}" + MORE + ")");
    private static final Pattern THAN_IT = Pattern.compile(
            "(?<=(?:能|得|许|可|准|要|以|会|别|不|再)比[^,，。;；]{1,10})(?:更|还|再)?(?:" + LESS + "|" + MORE + ")(?=$|[,，。;；了的])");

    /** 不能出厂门, 外面做的客户不认. */
    private static final Pattern IN_THE_GATE = Pattern.compile(
            "(?:绝|决|可|千万)?(?:不能|不得|不许|不可|不准|不要|不可以|不让|别|不)(?:再)?(?:流|带|拿|送|搬|跑)?(?:出|离开?)(?:去)?(?:我们?|咱们?|本|自己|自家)?的?(?:厂区?|公司|工厂|车间|家|大)的?(?:大?门|子|一步)?(?!商)");

    private static final Pattern NOT_TRUSTED_OUTSIDE = Pattern.compile(
            "(?:外面|外头|外协|外厂|别人|别家|外边|外包)(?:厂|家)?(?:做|干|加工|弄|搞)?(?:出来)?的?[^,，。;；]{0,5}(?:不认|不行|不放心|不收|信不过|靠不住|不靠谱|没法保证|做不好|干不好)");

    private static final Pattern AT_HOME = Pattern.compile(
            "(?:放|留)?在?(?:咱们?|我们)?(?:自己|自家|本)?的?(?:厂|车间|家)(?:子)?(?:里|内|里头)(?:自己)?(?:来)?(?:做|干|弄|加工|完成|生产|搞)");

    /** 换镜片, 清一次槽, 修导轨: what is done to a machine that stands still. */
    private static final Pattern SERVICE = Pattern.compile(
            "(?!清[明仓库单零空]|补[班休贴货单助偿量足齐]|修改|装[满车箱船柜]|换[成为用]|校[长园])(?:更换|换|加装|安装|装|拆|刷|铺|清洗|清洁|清理|清扫|清|擦|修理|维修|检修|抢修|保养|维护|检查|更新|改造|疏通|调试|修|补|校|改(?![成为用到])|磨(?!合)|捞|掏|刮|铲|镗|镀|除(?![了去开非外])|调(?![价高低整到成为换休]))(?:一次|一下|个)?[\\u4e00-\\u9fa5&&[^零一二两三四五六七八九十百千万半不没要成用了的到外价放假休班]]{1,4}(?<!停|停机|停产|停工|停用|停炉|停线)"
                    + "(?=$|[,。;!，；！ ]|停|歇|要停|得停|用不了|开不了|不能|不开|做不了|[零一二两三四五六七八九十半\\d]+(?:天|个))");

    /** 一台控制器都不拿了. */
    static final Pattern NOT_EVEN_ONE = Pattern.compile("[都也](?:不再?|没再?)(?:要|订|下|买|拿|进|提|采|收)(?:货|单)?了?");

    private static final Pattern AFTER_ONE =
            Pattern.compile("(?<=一[台件套个只单吨张箱米块条支颗批][\\u4e00-\\u9fa5a-z0-9-]{1,8})" + NOT_EVEN_ONE.pattern());

    /** 一粒料都出不来, 别指望他们发货. */
    private static final Pattern NOTHING_COMES = Pattern.compile("一(?:" + Amounts.COUNTERS
            + "|点儿?|丝|滴|批|单|缸|炉|车)(?:[料胶布板件货油漆线纸钢铁铜铝膜箱壳管绒皮棉]|东西|零件|材料)?(?:都|也)(?:出|发|供|交|送|拿|来|给)?(?:不出来?|不了|不到|不过来|不着|不发|不供|不出|不来|没有|没得)(?:了|的|货)?|"
            + "(?:别|甭|不用|不要|莫)(?:再)?(?:指望|想|盼|等)(?:着)?(?:他们?家?|它们?|人家|对方|那边|该厂)?(?:能|会|给|再)?(?:发|供|有|交|出|来|送|到)(?:货|料)?(?:给我们|过来|了)?(?=$|[,。;!，；！ ])|"
            + "不(?:送|发|供|来)[料货件布板胶]子?");

    /** 布出不来. */
    private static final Pattern GOODS_STAY =
            Pattern.compile("[料货件布板胶油纱线纸膜壳管绒皮棉](?:子)?(?:都|也)?(?:出|发|供|交|送|拿|运|来)不(?:出来?|了|过来|到|来|上|着)(?:了|的)?");

    /** 这一个礼拜, 那十天: the time that was said before it. */
    private static final Pattern THAT_LONG = Pattern.compile(
            "(?<=[月号旬日][^,，]{1,14}[,，；;] ?)[这那](?:整整)?(?:[一两二三四五六七八九十\\d]{1,2}|几)(?:天|周|个?礼拜|个?星期|个月)(?:里|内|当中|期间|的?时间)?(?![多来几])");

    /** 甲醛超了, 色牢度又不过: what is wrong with goods that are named before. */
    private static final Pattern FAULT = Pattern.compile(
            "的?(?:甲醛|色牢度|牢度|强度|强力|硬度|尺寸|外观|表面|色差|颜色|光泽|平整度|公差|精度|含水率|水分|气味|重金属|油污|毛刺|毛边|气孔|砂眼|裂纹|针孔|克重|厚薄|纯度|粘度|耐磨|耐压|绝缘|阻值|手感|缩水率|门幅|质量|品质|性能)(?:又|老|总|一直|老是|总是|实在|都|也|太)?(?:超标?|不过关?|不合格|不达标|不够|不行|不稳定?|出问题|有问题|出事|偏[大小软硬厚薄高低]|太?[差大重乱])了?(?=[,，])");

    /** 做喷房改造. */
    private static final Pattern WORKS = Pattern.compile(
            "(?:做|搞|进行|上)[\\u4e00-\\u9fa5&&[^零一二两三四五六七八九十]]{1,5}(?:改造|检修|保养|维护|大修|升级|更换|清理|清洗|校准|检测|调试|年检|修复|翻新|整改)");

    /** 园区给的指标. */
    private static final Pattern GIVEN = Pattern.compile(
            "(?:园区|开发区|街道|市里|区里|县里|镇里|省里|环保局?|政府|上面|上头|集团|总部|客户|银行|董事会|股东|老板|公司|工信局|经信局)(?:给|下|定|压|批|发)(?:下来)?的(?:硬)?(?:指标|额度|任务|红线|配额|要求)(?=[,，:：])");

    /** 等账上现金高过四百万. */
    private static final Pattern WAITING_FOR = Pattern.compile(
            "等(?:到)?(?=[^,，]{2,12}(?:高过|高于|超过|超出|低于|低过|跌破|涨到|降到|达到|跌到|升到|回到|不足|少于|多于)[^,，]{1,10}(?:[,，]|$))");

    /** 不管谁来讲情: nothing changes it. */
    private static final Pattern NO_MATTER = Pattern.compile(
            "(?:不管|不论|无论|甭管|任凭)(?:给谁|卖给谁|谁来?(?:讲情|求情|说|讲|打招呼|开口|催|批|签字|问)|怎么(?:说|催|忙|样)?|多(?:忙|急|难|缺|紧张?)|出什么事|发生什么|有?什么(?:理由|原因|情况))(?:做|的|都|也)?(?=[,，])");

    /** 看2026年上半年. */
    private static final Pattern LOOK_AT = Pattern.compile("看(?=20\\d\\d年|今年|去年|上个?[月周季半年]|本[月周季年])");

    /** 什么都别跟他们买了. */
    private static final Pattern NOTHING_OF_THEIRS = Pattern.compile(
            "(?:什么|啥|任何东西|一样东西|一颗螺丝|一分钱货)(?:东西|料|货)?(?:都|也)(?:别|不要|不许|不准|不能|不得|不)(?:再)?(?:跟|从|找|向|问)?(?:他们?家?|它们?|人家|那家)?(?:买|进|采购?|拿|订|要)(?:货)?了?");

    /** Do not keep all eggs in one basket. */
    private static final Pattern ONE_BASKET =
            Pattern.compile("(?:千万)?(?:不要|别|不能|不可)(?:再)?(?:把)?(?:吊死在一棵树上|在一棵树上吊死|鸡蛋(?:都|全)?放(?:在)?(?:同?一个)?篮子里?)");

    /** 买染料每个月别花过85万. */
    private static final Pattern BOUGHT_FOR =
            Pattern.compile("(?:买|采购|进)(?=[^,，。;；]{1,10}每?个?[月周年季]?度?[^,，。;；]{0,4}(?:别|不能|不许|不得|不要|不准|最多|顶多)(?:再)?花)");

    /** 帮我给恒磁下…的订单. */
    private static final Pattern ORDER_FOR_ME =
            Pattern.compile("(?:帮|替|给)我(?=[^,，。]{0,10}下[^,，。]{1,16}(?:订单|采购单|单子|单)(?:$|吧|[,，。]))");

    /** , new conveyor: why a machine is down. */
    private static final Pattern NEW_PART = Pattern.compile(
            "(?:(?<=, )(?:a |the )?|for (?:a|an|the|some|its) )(?:brand )?new [a-z-]+(?: [a-z-]+)?(?=$|[.;!])");

    /** 接到环保整改通知. */
    private static final Pattern NOTICE = Pattern.compile(
            "(?:接到|收到|拿到|接|收)了?[\\u4e00-\\u9fa5&&[^零一二三四五六七八九十月日号]]{0,4}(?:停产|整改|限产|限电|停电|停工|检修|搬迁|放假|断电|查封|关停)[\\u4e00-\\u9fa5&&[^零一二三四五六七八九十月日号]]{0,2}(?:通知|通告|文件|公函|函|消息)(?:单|书|了)?");

    /** 贴8000块板: what is counted, said once more in general. */
    private static final Pattern GOODS =
            Pattern.compile("(?<=[台件套个只箱块张片米卷吨桶双条根支][ ]?)(?:板子?|料子?|件|布|货|成品|活儿?|单子?|产品)(?=$|[,。;!，；！ ])");

    /** 拉去抛光: it is brought there, which the maintenance says already. */
    private static final Pattern BROUGHT = Pattern.compile(
            "(?:拉|送|拿|运|抬|寄|拖|搬|吊|返)(?:去|出去|走|回去|回|到)(?:原?厂|厂家|外面|外地|供应商那里?|车间)?(?:里|去)?(?=[维检大中小返]?修|抛光|保养|校|检|喷|镀|翻新|打磨|换|改|标定|年检)");

    /** 还有没有得赚, 扛不扛得住: whether at the end of a clause asks what comes of it. */
    private static final Pattern WHETHER = Pattern.compile(
            "(?:那|我们|咱们?|厂里)?(?:还|到底|究竟|又)?(?:有没有|(?!是不是|对不对|好不好)([\\u4e00-\\u9fa5])不\\1)[\\u4e00-\\u9fa5]{0,4}(?=$|[,。;!?，；！？ ])");

    /** 非川香不买, 非交不可. */
    private static final String NOT_BOUGHT = "(?:不(?:买|用|采购?|要|进|收|拿|订)|莫属)(?=$|[,，。;；!！了])";

    private static final Pattern NOBODY_BUT = Pattern.compile("非(?=[^,，。;；]{1,14}" + NOT_BOUGHT + ")");
    private static final Pattern BUT_THEM = Pattern.compile("(?<=非[^,，。;；]{1,14})" + NOT_BOUGHT);
    private static final Pattern HAS_TO_GO = Pattern.compile("非(?:得)?(?:发|交|到|出|送)(?:货|完|齐|掉|走)?不可");

    /** 一块顶一块. */
    private static final Pattern ONE_FOR_ONE =
            Pattern.compile("[一1]([\\u4e00-\\u9fa5]{1,3})(?:还是)?(?:顶|换|抵|替|对|当)[一1]\\1");

    /** 下铝基板的单. */
    private static final Pattern PLACING = Pattern.compile("下(?=[^,，。;；月周季年半]{1,14}的?(?:订单|单子?)(?:$|[,，。;；了]))");

    /** 毛利率没有一成六就不要签: what is under it is refused. */
    private static final Pattern WITHOUT = Pattern.compile(
            "(?:没有|没到|没达到|不到|达不到|不够|不足|没|够不上)(?=[\\d零一二两三四五六七八九十百千][^,，。;；]{0,8}[,， ]?的?(?:话)?[,， ]?就?(?:都|一律|一概|统统|全部)?(?:不|别|免谈|推掉|拒|放弃))");

    /** 再便宜卖, 再怎么忙. */
    private static final Pattern HOWEVER = Pattern.compile(
            "(?:价格?|卖得?|哪怕|就算|即使|不管)?再(?:怎么)?(?:便宜|低价?|难|贵|忙|紧张?|急|苦|累|差|穷|困难|缺钱|缺货|降价|打折)(?:卖|做|干|点)?(?=[,，])");

    /** 模具维修费, 车辆保险支出: what money is spent on, put together from its parts. */
    private static final Pattern COST = Pattern.compile(
            "(?:包装材料|五金|标准件|备品备件|备件|低值易耗品|工具|模具|设备|机台|机器|刀具|夹具|治具|工装|车辆|车队|叉车|电梯|空调|厂房|仓库|场地|宿舍|食堂|办公室?|通讯|网络|软件|系统|差旅|出差|招待|业务|会议|展会|参展|培训|招聘|福利|团建|保险|咨询|顾问|审计|律师|法务|诉讼|专利|商标|认证|检测|测试|检验|质检|验厂|打样|样品|研发|试制|试验|设计|开模|修模|维修|维护|维保|保养|修理|改造|装修|清洁|清洗|保洁|绿化|安保|环保|安全|排污|污水|废水|废气|危废|固废|垃圾|消防|劳保|劳务|临时工|派遣|用工|人工|人力|外派|包装|包材|辅料|耗材|油料|燃油|快递|空运|海运|陆运|铁运|铁路|运|报关|清关|港杂|装卸|搬运|配送|仓租|仓储|租车|租赁|广告|推广|营销|市场|宣传|平台|佣金|售后|质保|返工|返修|报废|水电?|燃?气|蒸汽|能源|取暖|供暖|银行|手续|利息|管理|行政|杂项?|零星){1,3}(?:采购)?(?:(?:费用?|款|开支|支出|花费|开销|预算|投入)(?:支出|开支|总额|总数|预算)?|(?=这块|这方面|方面))");

    /** 调完参数，产能能提三成: what was done to it before. */
    private static final Pattern DONE = Pattern.compile(
            "(?:调|修|换|装|改|检修|保养|大修|改造|升级|搬|磨合)(?:完|好|妥)(?:了|(?:之|以)?后)?(?:参数|模具|设备|机器|刀具?|线|程序|新机|系统|工装|夹具)?(?=[,，]|产能|能力)");

    /** 按九折拿. */
    private static final Pattern AT_DISCOUNT = Pattern.compile("(?<=折)(?:拿货?|结算?|算|给|供货?|卖|收|采购|进货?|执行|成交)");

    /** 过年要备货, 赶清明的档期: why more is ordered. */
    private static final Pattern SEASON = Pattern.compile(
            "(?:为了?)?(?:过年|过节|节前|年前|旺季|双十一|双11|六一八|618|年底)?(?:要|得|都)?备(?:年货|节货)|(?:为了?)?(?:过年|过节|节前|年前|双十一|双11|618|年底)(?:要|得|都)?备货|赶(?:清明|春节|端午|中秋|国庆|五一|元旦|年底?|节|圣诞|双十一)节?的?(?:档期?|货|市|热度|单|销)");

    /** 超过就换别家. */
    private static final Pattern NO_MORE = Pattern.compile(
            "(?:超过|超出|超了|过了|再多|再高|再涨|多了|高了|再往上)(?:这个?[数价线]?)?(?:的话)?(?:就|那就|咱就|我们就|一律)?(?:换(?:人|别家|一家|供应商|家)?|免谈|不谈|不认|不要|不买|不接受|不行|找别家|另找|另寻别家|重谈|重新谈|重新询价|没得谈|别谈|拉倒|走人|找下家)了?(?=$|[,。;!，；！ ])");

    private static final Pattern HOLIDAY = Pattern.compile("(?<=天)的?假");

    /** What is done to a machine, and why a works is shut: for an environmental inspection, gets its dross cleaned, goes to the toolmaker. */
    private static final Pattern SERVICE_IN_ENGLISH = Pattern.compile(
            "(?:for|due to|because of|owing to) (?:(?:an?|the|its|their|our|some|yet another|another) )?(?:[a-z-]+ ){0,2}?(?:inspections?|audits?|maintenance|checks?|check-up|survey|stocktak(?:e|ing)|stock count|inventory count|retrofit|retrofitting|relocation|move|upgrade|upgrades|renovations?|refurbishment|repairs?|overhaul|cleaning|clean|fumigation|training|drill|trade fair|power cuts?|outage|trials?|test run|commissioning|installation|certification|re-?certification|re-?lining|rebuild|conversion|works|replacement|change|change-over|changeover|swap|refit|service|servicing|calibration|rectification)(?![a-z-])"
                    + "|(?<=, )(?:(?:an?|the|its|their) )?(?:[a-z-]+ ){1,2}(?:change|replacement|repairs?|overhaul|service|inspection|maintenance|calibration|cleaning|upgrade|swap|refit|re-?lining)(?=$|[.;!])"
                    + "|(?:goes|go|is|are|be|went) (?:out|away|off) for [a-z-]+ing(?![a-z-])"
                    + "|(?:gets?|has|needs|is getting|are getting|is having|are having|will have|will get|must have) (?:(?:its|their|the|an?|new|all) )*(?:[a-z-]+ ){1,3}?(?:cleaned|replaced|changed|swapped|repaired|fixed|checked|serviced|calibrated|rebuilt|relined|re-lined|inspected|greased|fitted|emptied|refilled|flushed|aligned|balanced|sharpened|reground|overhauled|renewed|adjusted|tightened|welded|drained|polished|descaled|rewired|recoated)(?: out)?(?![a-z-])"
                    + "|(?:(?:go|goes|going|has to go|have to go|went|is|are|be|is sent|gets sent|is being sent|stays?|off|away) )+(?:away |off |out |in |back )*(?:to|at|with) (?:the|our|an?|an outside) (?:toolmaker|tool maker|tool shop|tool room|toolroom|mould maker|mold maker|repair shop|repairer|service cent(?:re|er)|service partner|manufacturer)(?:'s)?(?: for [a-z-]+(?: [a-z-]+)?(?=$|[,.;]))?(?![a-z-])");

    /** Travel costs, the canteen bill: money that is spent on what the words say. */
    private static final Pattern COST_IN_ENGLISH = Pattern.compile(
            "(?:(?:travel|entertainment|hospitality|marketing|advertising|advert|promotion|promotional|trade[ -]show|exhibition|training|recruitment|recruiting|hiring|it|software|licen[cs]e|legal|consulting|consultancy|insurance|rent|rental|lease|leasing|cleaning|catering|canteen|security|office|stationery|packaging|sampling|samples?|prototyp(?:e|ing)|testing|lab|certification|patent|warranty|repairs?|maintenance|spare[ -]parts?|spares|mould|mold|fixture|consumables?|r&d|research|development|design|customs|demurrage|storage|warehouse|warehousing|electricity|water|fuel|utility|utilities|wages?|payroll|salary|bonus|temp|temporary labou?r|agency|welfare|event|events|gift|phone|vehicle|fleet|subscription)(?: and )?)+ (?:costs?|spend|spending|budget|expenses?|bills?|outlays?|expenditures?|fees?|charges|allowances?)(?![a-z-])");

    /** Word from the docks is that …: hearsay. */
    private static final Pattern HEARSAY = Pattern.compile(
            "(?:the )?(?:word|rumou?r|talk|gossip|news)(?: (?:from|at|on|in|around) (?:[a-z]+ ?){1,3}?)? (?:is|has it)(?: that)?(?![a-z])");
    /** Up from 12 %: what was before. */
    private static final Pattern USED_TO_BE = Pattern.compile(
            "(?:up|down) from (?:the (?:usual|current|present|old) )?[\\d.,]*\\d ?(?:%|percent|days?|weeks?|kg|t|pcs|units|yuan)?(?: (?:today|now|before|so far|until now))?(?! ?(?:to|until|[a-z0-9%])\\b)");

    /** 买香精的钱. */
    private static final Pattern MONEY_FOR = Pattern.compile("买(?=[^,，。;；]{1,10}的(?:钱|花费|支出|费用|开支))");

    /** A phrase and what it is. */
    private record Phrase(Pattern pattern, int type) {}

    private static final List<Phrase> ALL = List.of(
            new Phrase(NOBODY_ELSE, Sentence.ONLY),
            new Phrase(NOT_DOWN_TO, Sentence.NOT_DOWN_TO),
            new Phrase(NONE_MAY, Sentence.BAN),
            new Phrase(NOT_LESS_THAN, Sentence.GE),
            new Phrase(NOT_MORE_THAN, Sentence.LE),
            new Phrase(THAN_IT, Sentence.FILLER),
            new Phrase(IN_THE_GATE, Sentence.IN_HOUSE),
            new Phrase(NOT_TRUSTED_OUTSIDE, Sentence.IN_HOUSE),
            new Phrase(ONE_FOR_ONE, Sentence.RATIO),
            new Phrase(NOBODY_BUT, Sentence.ONLY),
            new Phrase(BUT_THEM, Sentence.BUY),
            new Phrase(HAS_TO_GO, Sentence.DELIVER),
            new Phrase(PLACING, Sentence.BUY),
            new Phrase(WITHOUT, Sentence.LT),
            new Phrase(HOWEVER, Sentence.REMARK),
            new Phrase(AT_HOME, Sentence.IN_HOUSE),
            new Phrase(WHETHER, Sentence.ASK),
            new Phrase(AFTER_ONE, Sentence.WANTS_LESS),
            new Phrase(NOTHING_COMES, Sentence.NO_DELIVERY),
            new Phrase(DONE, Sentence.FILLER),
            new Phrase(AT_DISCOUNT, Sentence.FILLER),
            new Phrase(SEASON, Sentence.FILLER),
            new Phrase(NO_MORE, Sentence.INTOLERABLE),
            new Phrase(HOLIDAY, Sentence.FILLER),
            new Phrase(GOODS, Sentence.FILLER),
            new Phrase(BROUGHT, Sentence.FILLER),
            new Phrase(SERVICE, Sentence.MAINTENANCE),
            new Phrase(SERVICE_IN_ENGLISH, Sentence.MAINTENANCE),
            new Phrase(MONEY_FOR, Sentence.PURCHASE_BUDGET),
            new Phrase(HEARSAY, Sentence.FORECAST),
            new Phrase(USED_TO_BE, Sentence.FILLER),
            new Phrase(COST, Sentence.OTHER_COST),
            new Phrase(COST_IN_ENGLISH, Sentence.OTHER_COST),
            new Phrase(GOODS_STAY, Sentence.NO_DELIVERY),
            new Phrase(THAT_LONG, Sentence.FILLER),
            new Phrase(FAULT, Sentence.FILLER),
            new Phrase(WORKS, Sentence.MAINTENANCE),
            new Phrase(WAITING_FOR, Sentence.ONCE),
            new Phrase(GIVEN, Sentence.FILLER),
            new Phrase(LOOK_AT, Sentence.SHOW),
            new Phrase(NO_MATTER, Sentence.FILLER),
            new Phrase(NOTHING_OF_THEIRS, Sentence.BLACKLIST),
            new Phrase(ONE_BASKET, Sentence.FILLER),
            new Phrase(BOUGHT_FOR, Sentence.PURCHASE_BUDGET),
            new Phrase(ORDER_FOR_ME, Sentence.ACTION),
            new Phrase(NEW_PART, Sentence.MAINTENANCE),
            new Phrase(NOTICE, Sentence.CLOSED),
            new Phrase(NOTICE, Sentence.FILLER));

    private Phrases() {}

    /** The phrases that begin at a place. */
    static List<Token> at(NormalText sentence, int start) {
        return ALL.stream()
                .map(phrase -> new Found(phrase, matcher(phrase.pattern(), sentence, start)))
                .filter(found -> found.matcher().lookingAt()
                        && sentence.isBoundary(start)
                        && sentence.isBoundary(found.matcher().end()))
                .map(found ->
                        new Token(found.phrase().type(), start, found.matcher().end(), null))
                .toList();
    }

    private record Found(Phrase phrase, Matcher matcher) {}

    private static Matcher matcher(Pattern pattern, NormalText sentence, int start) {
        return pattern.matcher(sentence.text()).region(start, sentence.length()).useTransparentBounds(true);
    }
}
