import json,itertools,datetime
ENT=[
("SUP-HJ","Supplier","浙江恒锦涂层纺织有限公司",["恒锦","恒锦涂层","Hengjin"]),
("SUP-RT","Supplier","吴江瑞腾纺织有限公司",["瑞腾","瑞腾纺织","Ruiteng"]),
("SUP-YZ","Supplier","晋江永固拉链有限公司",["永固拉链","Yonggu Zipper"]),
("SUP-YW","Supplier","东莞永固织带有限公司",["永固织带","Yonggu Webbing"]),
("SUP-BK","Supplier","宁波博扣塑胶有限公司",["博扣","博扣塑胶","Bokou"]),
("SUP-XF","Supplier","中山鑫飞线业有限公司",["鑫飞","鑫飞线业","Xinfei"]),
("SUP-LN","Supplier","厦门力耐胶膜有限公司",["力耐","力耐胶膜","Linai"]),
("SUP-CY","Supplier","绍兴彩源印染有限公司",["彩源","彩源印染","Caiyuan"]),
("SUP-DK","Supplier","大桐拉链株式会社",["大桐","Daito"]),
("SUP-MF","Supplier","佛山明丰绗缝厂",["明丰","明丰绗缝","Mingfeng"]),
("SUP-WX","Supplier","嘉兴万祥羽绒制品有限公司",["万祥","Wanxiang"]),
("FAM-FAB","Family","面料",["布料","fabric","fabrics"]),
("FAM-ZIP","Family","拉链",["zippers","zips"]),
("MAT-N70","Material","70D尼龙涂层布",["70D尼龙","N70","70D nylon"]),
("MAT-N210","Material","210D尼龙涂层布",["210D尼龙","N210","210D nylon"]),
("MAT-P600","Material","600D牛津布",["600D","牛津布","P600","600D oxford"]),
("MAT-3L","Material","三层复合面料",["三层布","3L","3-layer laminate"]),
("MAT-Z5","Material","5号防水拉链",["防水拉链","Z5","waterproof zipper","waterproof zippers"]),
("MAT-Z8","Material","8号尼龙拉链",["8号拉链","Z8","#8 zipper","#8 zippers"]),
("MAT-BK25","Material","25mm插扣",["插扣","BK25","side-release buckle","buckles"]),
("MAT-WB25","Material","25mm织带",["织带","WB25","webbing"]),
("MAT-TH","Material","高强涤纶缝纫线",["缝纫线","涤纶线","sewing thread","thread"]),
("MAT-TP","Material","热封胶条",["胶条","seam tape"]),
("MAT-DN","Material","90白鹅绒",["鹅绒","羽绒","goose down"]),
("MAT-CT","Material","外箱",["纸箱","carton","cartons"]),
("MAT-JK1","Material","JK-110硬壳冲锋衣",["硬壳","硬壳冲锋衣","JK-110","JK110","hardshell","hardshells"]),
("MAT-JK2","Material","JK-220软壳夹克",["软壳","软壳夹克","JK-220","JK220","softshell","softshells"]),
("MAT-DJ","Material","DJ-35羽绒服",["羽绒服","DJ-35","DJ35","down jacket","down jackets"]),
("MAT-BP30","Material","BP-30登山包",["登山包","BP-30","BP30","trekking pack","trekking packs"]),
("MAT-BP18","Material","BP-18通勤包",["通勤包","BP-18","BP18","commuter pack","commuter packs"]),
("MAT-DF","Material","DF-60驮包",["驮包","DF-60","DF60","duffel","duffels"]),
("FAM-BAG","Family","背包",["包袋","背包类","backpacks","bags"]),
("FAM-JKT","Family","外套",["外套类","jackets"]),
("CUS-NP","Customer","Nordpeak AB",["Nordpeak","北峰"]),
("CUS-AL","Customer","Alpenrand GmbH",["Alpenrand","阿尔彭"]),
("CUS-KK","Customer","可可西户外用品有限公司",["可可西","可可西户外","Kekexi"]),
("CUS-TR","Customer","Trailhouse Inc.",["Trailhouse","踪屋"]),
("CUS-MT","Customer","三友商事株式会社",["三友","三友商事","Mitomo"]),
("CUS-YL","Customer","野鹿户外",["野鹿","Yelu"]),
("EQP-CUT","Equipment","自动裁床",["裁床","cutting table"]),
("EQP-TAPE","Equipment","热风压胶机",["压胶机","贴条机","seam-taping machine","taping machine"]),
("EQP-L1","Equipment","缝制一线",["一线","缝一线","sewing line 1","Line 1"]),
("EQP-L2","Equipment","缝制二线",["二线","缝二线","sewing line 2","Line 2"]),
("EQP-BL","Equipment","箱包线",["包线","bag line"]),
("EQP-LS","Equipment","激光切割机",["激光机","laser cutter"]),
("EQP-HF","Equipment","高周波机",["高频机","HF welder"]),
("EQP-MD","Equipment","插扣模具",["扣具模具","M-07","buckle mould"]),
("EQP-FD","Equipment","充绒机",["down filler"]),
("EQP-WS","Equipment","缝制车间",["车缝车间","sewing workshop"]),
("EQP-GP","Equipment","样衣组",["打样组","sample team"]),
("PRO-TAPE","Process","压胶",["贴条","seam taping"]),
("PRO-SEW","Process","车缝",["缝制","sewing"]),
("PRO-DYE","Process","染色",["dyeing"]),
("PRO-QLT","Process","绗缝",["quilting"]),
("PRO-LAM","Process","贴膜复合",["复合","lamination"]),
("ORD-2041","Order","SO-2041",[]),("ORD-2057","Order","SO-2057",[]),("ORD-2063","Order","SO-2063",[]),("ORD-2075","Order","SO-2075",[]),
("SIT-HX","Site","海西仓",["成品仓","Haixi warehouse"]),
("SIT-FB","Site","面料仓",["fabric warehouse"]),
("ENE-EL","Energy","园区市电",["市电","grid power"]),
("ENE-ST","Energy","蒸汽",["steam"]),
]
class A:
    def __init__(s,*o): s.o=o
def ex(x):
    if isinstance(x,A):
        r=[]
        for o in x.o: r+=ex(o)
        return r
    if isinstance(x,dict):
        ks=list(x); return [dict(zip(ks,c)) for c in itertools.product(*[ex(x[k]) for k in ks])]
    if isinstance(x,list):
        return [list(c) for c in itertools.product(*[ex(v) for v in x])]
    return [x]
OUT=[];AS='2026-11-21'
def last(y,m): return (datetime.date(y+(m==12),m%12+1,1)-datetime.timedelta(1)).isoformat()
def M(a,b=None):
    b=b or a; y,m=map(int,b.split('-')); return {"from":a+"-01","to":last(y,m)}
def w_(f,t): return {"from":f,"to":t}
D='@D';O='@O'
def S(kind,ent,mod='MUST',cmp=None,q=None,w=D,rec=None,**sl):
    return dict(kind=kind,modality=mod,entities=ent,comparator=cmp,quantity=q,window=w,recurrence=rec,slots=sl)
def Q(v,u,f='SET'): return dict(value=v,unit=u,form=f)
def P(v): return Q(v,'%','RELATIVE')
def SP(v): return Q(v,'%')
def DL(v,u): return Q(v,u,'DELTA')
FM=A('FORECAST','MUST'); MF=A('MUST','FORECAST'); F='FORECAST'; H='HYPOTHETICAL'
ANY=A(None,'GE','EQ')
def res(x,a):
    if x is D or x==D: return {"from":a,"to":None}
    if x is O or x==O: return A({"from":a,"to":None},None)
    if isinstance(x,A): return A(*[res(o,a) for o in x.o])
    if isinstance(x,dict):
        return {k:res(v,a) for k,v in x.items()}
    if isinstance(x,list): return [res(v,a) for v in x]
    if x=='@A': return a
    return x
def clean(s):
    s=dict(s); sl={}
    for k,v in s['slots'].items():
        if v is None: continue
        if isinstance(v,dict) and 'kind' in v: v=clean(v)
        if isinstance(v,list): v=[clean(i) if isinstance(i,dict) and 'kind' in i else i for i in v]
        sl[k]=v
    s['slots']=sl
    if s['window'] and not s['window']['from'] and not s['window']['to']: s['window']=None
    return s
DROP=['充绒机一天最多','海西仓1月2号','裁床能力划出','插扣采购，','明年开始鹅绒','咱们的胶条','纸箱明年四月','硬壳要是明年','外套类需求','博扣答应','打样费一个','包袋毛利率至','硬壳的目标','准交率一季度','驮包成品','春节前纸箱','增值税率','野鹿的订单','三友上个月','面料价格整体']
ASOF={'以后插扣别再':'2027-01-15','即日起停止向':'2026-12-07','三层布不许从':'2027-03-10','防水拉链客户点名':'2026-12-07','210D尼龙要涨':'2027-01-15','縫紉線價格':'2027-03-10','三友商事把':'2026-12-07','如果鹅绒晚到':'2027-01-15','备用现金':'2027-03-10','给三友的货':'2026-12-07','全厂每月碳':'2027-01-15','缝纫线安全':'2026-12-07','箱包线取消':'2027-01-15','鹅绒要是涨价超过':'2027-03-10'}
dropped=set()
def add(lang,text,st,tags='',ctx=None,pair=None,asof=None,alt=None,outcome='ACCEPT'):
    for p in DROP:
        if text.startswith(p): dropped.add(p); return
    for p in ASOF:
        if text.startswith(p): asof=ASOF[p]
    a=asof or AS
    lists=[]
    for l in [st]+(alt or []):
        for e in ex(res(l,a)):
            e=[clean(s) for s in e]
            if e not in lists: lists.append(e)
    kinds=[]
    for s in lists[0] if lists else []:
        if s['kind'] not in kinds: kinds.append(s['kind'])
    exp={"outcome":outcome,"statements":lists[0] if lists else []}
    if len(lists)>1: exp["alsoRight"]=lists[1:]
    tg=kinds+tags.split()
    if asof: tg.append('other-as-of')
    if ctx: tg.append('context')
    OUT.append(dict(id="G%03d"%(len(OUT)+1),lang=lang,text=text,asOf=a,context=ctx,pair=pair,tags=tg,expect=exp))
def z(t,*st,**k): add('zh',t,list(st),**k)
def e(t,*st,**k): add('en',t,list(st),**k)
def C(lang,t,tags='',**k): add(lang,t,[],tags='CLARIFY '+tags,outcome='CLARIFY',**k); OUT[-1]['expect'].pop('alsoRight',None)
def R(lang,t,tags='',**k): add(lang,t,[],tags='REJECT '+tags,outcome='REJECT',**k); OUT[-1]['expect'].pop('alsoRight',None)
def dl(x): return A(w_('@A',x),w_(None,x))
def MD(ent,x,**k): return S('MUST_DELIVER',ent,w=dl(x),deadline=x,**k)
def UM(v,f='SET'): return A(Q(v,'米',f),Q(v,'m',f))
def CM(v,f='SET'): return A(Q(v,'CNY/米',f),Q(v,'CNY/m',f))
def CO(v,per=''): return A(*[Q(v,u+per) for u in('t','tCO2','tCO2e')])
def fest(names,working,d,ent=[]):
    """festival slot (any name) with open/as-of/next-date window, with or without recurrence; or recurrence or date alone"""
    wins=A(None,D,w_(d,d))
    o=[S('WORKING_CALENDAR',ent,w=wins,festival=A(*names),working=working)]
    for n in names: o.append(S('WORKING_CALENDAR',ent,w=wins,rec='CN_FESTIVAL:'+n,festival=A(None,*names),working=working))
    o.append(S('WORKING_CALENDAR',ent,w=w_(d,d),working=working))
    return A(*o)
def COND(metric,ents,cmp,q,then,mod=A('MUST','HYPOTHETICAL')):
    return S('CONDITIONAL',[],mod,w=None,condition=dict(metric=metric,entities=ents,comparator=cmp,quantity=q),then=then)
def COMP(*parts): return S('COMPOUND',[],H,w=None,parts=list(parts))
def finish():
    json.dump([dict(id=a,type=b,name=c,aliases=d) for a,b,c,d in ENT],open('entities.json','w'),ensure_ascii=False,indent=1)
    with open('sentences.jsonl','w') as f:
        for o in OUT: f.write(json.dumps(o,ensure_ascii=False)+'\n')
