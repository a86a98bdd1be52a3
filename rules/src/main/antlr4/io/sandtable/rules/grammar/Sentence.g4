/*
 * What one clause may say, over the tokens of the lattice (names, amounts, times and the words of words.txt; fillers are gone).
 * One start rule per kind: a clause has as many readings as start rules that match it to its end.
 */
parser grammar Sentence;

tokens {
  NAME, AMOUNT, MULTIPLE, TIME, TIME_OF_DAY, PER, PER_UNIT,
  FORECAST, IF, PREFER, WEIGHT, MUST, ASK, SEP, AND,
  UP, DOWN, DEARER, CHEAPER, TO, OF, FOR, FROM,
  GE, LE, GT, LT, NOT_DOWN_TO, AT_LEAST_SO, AT_MOST_SO,
  DEMAND, WANTS_MORE, WANTS_LESS, WANTS, COSTS, OUTSOURCING_BUDGET, OVERTIME_PAY, FREIGHT, OTHER_COST, MOMENT, CAPACITY, OUTPUT, RESERVE, FREE, RUSH, TRIALS, PRICE, LEAD_TIME, TAKES,
  CLOSED, NO_DELIVERY, HALT, MAINTENANCE,
  CASH, BUDGET, PURCHASE_BUDGET, CAPEX, MARGIN, ON_TIME, FILL_RATE, EMISSION, POWER_USE, OVERTIME, NIGHT_SHIFT, WEEKEND_SHIFT,
  STOCK, SAFETY_STOCK, SHELF_LIFE, SPOILS, REMAINING, MOQ, EACH_TIME, SHARE, EACH, SEVERALLY, TOLERATED, INTOLERABLE, TARGET,
  TARIFF, EXPORT_REBATE, VAT, CARBON_TAX, SUBSIDY, OTHER_POLICY, ABOLISHED, AUTHORITY, LEVIED,
  REPLACE, SWAP, STAND_FOR, USE, SHORTAGE, RATIO,
  WORKED, NOT_WORKED, YEARLY, LATER, EARLIER, ONCE, LASTS,
  LOSS, EARNED, REVENUE, LATENESS, PRICE_ASKED, WHICH, SHOW, MOST, LEAST, TOP,
  OF_SUPPLIERS, OF_CUSTOMERS, OF_MATERIALS, OF_FAMILIES, OF_EQUIPMENT, OF_ORDERS, OF_PROCESSES,
  BAN, ONLY, EXCEPT, MAY, BUY, BLACKLIST, OUTSOURCE, IN_HOUSE, SECRET, DELIVER, FIRST, DELIVERY_GOAL, LESS_CARBON, GIVE_WAY,
  ACTION, TOPIC, QUESTION_WORD, REMARK, FILLER, NARROWS, UNKNOWN
}

demandChange : ( a | change | DEMAND | WANTS_MORE | WANTS_LESS | WANTS )* EOF ;

/* who benefits and what is kept are told apart by their types */
capacityReservation : ( a | lim | CAPACITY | RESERVE | FREE | RUSH | TRIALS | MAY | OUTPUT | BUY | USE )* EOF ;

capacityChange : ( a | change | lim | CAPACITY | OUTPUT | MAY )* EOF ;

priceChange : ( a | change | PRICE | COSTS | PER_UNIT )* EOF ;

priceTolerance : ( a | lim | PRICE | PER_UNIT | UP | DEARER | TOLERATED | INTOLERABLE | MAY )* EOF ;

leadTimeChange : ( a | change | LEAD_TIME | TAKES | LATER | EARLIER | DELIVER | BUY | DEMAND | MAY )* EOF ;

supplierShutdown
  : ( a | YEARLY | AMOUNT | CLOSED | NO_DELIVERY | HALT | NOT_WORKED | MAINTENANCE | BAN | DELIVER | WORKED | LASTS )* EOF
  ;

resourceDowntime
  : ( a | AMOUNT | CLOSED | HALT | MAINTENANCE | NOT_WORKED | BAN | WORKED | USE | LASTS | RESERVE )* EOF
  ;

workingCalendar : ( a | YEARLY | WORKED | NOT_WORKED | BAN | CLOSED | OUTPUT | OVERTIME | MAINTENANCE )* EOF ;

cashFloor : ( a | lim | CASH | RESERVE | TARGET | INTOLERABLE )* EOF ;

budgetCap
  : ( a | lim | MAY | BUDGET | PURCHASE_BUDGET | CAPEX | OUTSOURCING_BUDGET | OVERTIME_PAY | FREIGHT | OTHER_COST | COSTS )* EOF
  ;

marginFloor
  : ( a | lim | MARGIN | DEMAND | DELIVER | WANTS | BUY | PRICE | TARGET | INTOLERABLE | GIVE_WAY )* EOF
  ;

marginTarget : ( a | change | MARGIN | TARGET )* EOF ;

serviceLevel
  : ( a | lim | TARGET | EACH | OF_CUSTOMERS | INTOLERABLE | ON_TIME | FILL_RATE | DEMAND | DELIVER | WANTS )* EOF
  ;

emissionCap : ( a | lim | MAY | EMISSION | OUTPUT | DELIVER )* EOF ;

energyCap : ( a | lim | MAY | ONLY | POWER_USE | HALT | WORKED | OUTPUT | USE )* EOF ;

purchaseShare : ( a | lim | SHARE | EACH | OF_SUPPLIERS | BUY | MAY | RESERVE )* EOF ;

safetyStock : ( a | lim | SAFETY_STOCK | STOCK | MAY | RESERVE | TARGET )* EOF ;

stockLimit : ( a | lim | MAY | STOCK | TARGET | RESERVE | DOWN | CHEAPER )* EOF ;

shelfLife : ( a | lim | SHELF_LIFE | SPOILS | STOCK | REMAINING | DELIVER | DELIVERY_GOAL | MOMENT )* EOF ;

minOrderQty : ( a | lim | INTOLERABLE | MOQ | EACH_TIME | BUY | WANTS | DEMAND | UP )* EOF ;

/* whose policy it is makes no difference to what it does */
policy
  : ( a | change | AUTHORITY | LEVIED | PER_UNIT | TARIFF | EXPORT_REBATE | VAT | CARBON_TAX | SUBSIDY | OTHER_POLICY | ABOLISHED )* EOF
  ;

substitution
  : ( a | MAY | BAN | REPLACE | SWAP | STAND_FOR | USE | BUY | SHORTAGE | MOMENT | TO | RATIO | AMOUNT | PER_UNIT )* EOF
  ;

sourcingBan : ( part | BAN | BLACKLIST | EACH )* EOF ;

sourcingAllowOnly : ( part | MAY | ONLY | EXCEPT | BAN | BLACKLIST | EACH )* EOF ;

/* what buys what from whom, in any order */
part : NAME | AND | OF | FROM | FOR | BUY | c ;

confidentialProcess : ( a | ONLY | IN_HOUSE | BAN | MAY | OUTSOURCE | SECRET | OUTPUT )* EOF ;

mustDeliver : ( a | GIVE_WAY | DELIVER | DELIVERY_GOAL | DEMAND | LE | AT_MOST_SO | LEAD_TIME | TO )* EOF ;

objective : ( c | AND | OF | FOR | goal | lesser | FIRST | GIVE_WAY | LESS_CARBON )* EOF ;

/* what may give way to a goal */
lesser : PRICE | BUDGET | FREIGHT | OTHER_COST | STOCK | CAPACITY | OVERTIME_PAY | PURCHASE_BUDGET | REVENUE | DEMAND | COSTS | PRICE_ASKED ;

goal : CASH | DELIVERY_GOAL | LEAD_TIME | ON_TIME | MARGIN | EARNED | EMISSION ;

overtimeLimit : ( a | lim | MAY | OVERTIME )* EOF ;

shiftBan : ( a | BAN | shift | OUTPUT )* EOF ;

shift : NIGHT_SHIFT | WEEKEND_SHIFT ;

query
  : ( a | AMOUNT | PER_UNIT | figure | group | WHICH | SHOW | SEVERALLY | MOST | LEAST | TOP | TO | BUY | DELIVER | DELIVERY_GOAL )* EOF
  ;

/* when a rule begins to hold */
threshold : ( a | ONCE | lim | UP | DOWN | DEARER | CHEAPER | TO | figure | LASTS | PER_UNIT )* EOF ;

figure
  : MARGIN | LOSS | EARNED | REVENUE | PURCHASE_BUDGET | LATENESS | ON_TIME | FILL_RATE | PRICE | PRICE_ASKED | CASH
  | HALT | STOCK | DEMAND | BUDGET
  ;

group
  : OF_SUPPLIERS | OF_CUSTOMERS | OF_MATERIALS | OF_FAMILIES | OF_EQUIPMENT | OF_ORDERS | OF_PROCESSES
  ;

/* what a clause is about, in any order */
a : NAME | AND | link | c ;

/* a movement: which way, to where, by how much; which of them may stand together the reader checks */
change : UP | DOWN | DEARER | CHEAPER | TO | AMOUNT | MULTIPLE ;

/* a limit: its side and its value; to forbid one side is to demand the other */
lim : GE | LE | GT | LT | NOT_DOWN_TO | AT_LEAST_SO | AT_MOST_SO | AMOUNT | BAN | TO ;

link : OF | FOR | FROM ;

/* circumstances: when, how certain, how binding */
c : TIME | TIME_OF_DAY | PER | FORECAST | IF | PREFER | WEIGHT | MUST | ASK | SEP ;
