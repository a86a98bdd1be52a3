import c1,c2,c3,c4,c5
from lib import *
import lib,collections
assert lib.dropped==set(lib.DROP),set(lib.DROP)-lib.dropped
finish()
ids={x['id'] for x in json.load(open('entities.json'))}
K="SUPPLIER_SHUTDOWN RESOURCE_DOWNTIME WORKING_CALENDAR CAPACITY_RESERVATION CAPACITY_CHANGE PURCHASE_SHARE SOURCING_BAN SOURCING_ALLOW_ONLY PRICE_CHANGE PRICE_TOLERANCE DEMAND_CHANGE LEAD_TIME_CHANGE CASH_FLOOR BUDGET_CAP MARGIN_FLOOR MARGIN_TARGET SERVICE_LEVEL EMISSION_CAP ENERGY_CAP SAFETY_STOCK STOCK_LIMIT SHELF_LIFE MIN_ORDER_QTY POLICY SUBSTITUTION OVERTIME_LIMIT SHIFT_BAN MUST_DELIVER CONFIDENTIAL_PROCESS OBJECTIVE CONDITIONAL COMPOUND QUERY".split()
MEM={'kind','modality','entities','comparator','quantity','window','recurrence','slots'}
def chk(s,i):
    assert set(s)==MEM,(i,set(s)); assert s['kind'] in K,i
    assert s['modality'] in('MUST','PREFER','FORECAST','HYPOTHETICAL') or (s['modality'] is None and s['kind'] in('QUERY','OBJECTIVE')),i
    assert s['comparator'] in(None,'LE','GE','LT','GT','EQ'),i
    assert all(x in ids for x in s['entities']),(i,s['entities'])
    q=s['quantity']
    if q: assert set(q)=={'value','unit','form'} and q['form'] in('SET','RELATIVE','DELTA','PCT_POINTS','FACTOR'),i
    w=s['window']
    if w:
        for v in(w['from'],w['to']):
            if v: datetime.date.fromisoformat(v)
        assert not(w['from'] and w['to'] and w['from']>w['to']),i
    sl=s['slots']
    if s['kind']=='CONDITIONAL': chk(sl['then'],i); assert all(x in ids for x in sl['condition']['entities'])
    if s['kind']=='COMPOUND': [chk(p,i) for p in sl['parts']]
L=[json.loads(l) for l in open('sentences.jsonl')]
kc=collections.Counter();oc=collections.Counter();pr=collections.Counter()
for o in L:
    oc[o['lang'],o['expect']['outcome']]+=1
    assert (o['expect']['outcome']=='ACCEPT')==bool(o['expect']['statements']),o
    for l in [o['expect']['statements']]+o['expect'].get('alsoRight',[]):
        for s in l: chk(s,o['id'])
    for s in o['expect']['statements']: kc[s['kind']]+=1
    if o['pair']: pr[o['pair']]+=1
    if o['context']: assert o['context'] in ids
assert len({o['text'] for o in L})==len(L)
assert len({o['id'] for o in L})==len(L)
al=collections.Counter()
for x in json.load(open('entities.json')):
    for n in [x['name']]+x['aliases']: al[n.lower()]+=1
print([n for n,c in al.items() if c>1])
print(len(L),oc,pr); print({k:kc[k] for k in K}); print([k for k in K if kc[k]<4])
print('asof',sum(o['asOf']!='2026-11-21' for o in L),'ctx',sum(bool(o['context']) for o in L),'multi',sum(len(o['expect']['statements'])>1 for o in L),'also',sum('alsoRight' in o['expect'] for o in L),'maxalso',max(len(o['expect'].get('alsoRight',[])) for o in L))
print(collections.Counter(l for o in L for l in [o['lang']]))
