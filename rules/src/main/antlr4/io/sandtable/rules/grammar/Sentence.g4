/*
 * What one clause may say, over the tokens of the lattice (names, amounts, times and the words of words.txt; fillers are gone).
 * One start rule per kind: a clause has as many readings as start rules that match it to its end.
 */
parser grammar Sentence;

tokens {
  NAME, AMOUNT, MULTIPLE, TIME, TIME_OF_DAY, PER,
  FORECAST, IF, PREFER, WEIGHT, MUST, ASK, SEP, AND,
  UP, DOWN, DEARER, CHEAPER, TO, OF, FOR, FROM,
  GE, LE, GT, LT, AT_LEAST_SO, AT_MOST_SO,
  DEMAND, WANTS_MORE, WANTS_LESS, WANTS, COSTS, OUTSOURCING_BUDGET, OVERTIME_PAY, FREIGHT, MOMENT, CAPACITY, RESERVE, FREE, RUSH, PRICE, LEAD_TIME,
  CLOSED, NO_DELIVERY, HALT, MAINTENANCE,
  CASH, BUDGET, PURCHASE_BUDGET, CAPEX, MARGIN, ON_TIME, FILL_RATE, EMISSION, POWER_USE, OVERTIME, NIGHT_SHIFT, WEEKEND_SHIFT,
  STOCK, SAFETY_STOCK, SHELF_LIFE, REMAINING, MOQ, SHARE, EACH, SEVERALLY, TOLERATED, TARGET,
  TARIFF, EXPORT_REBATE, VAT, CARBON_TAX, SUBSIDY, ABOLISHED,
  REPLACE, SWAP, STAND_FOR, USE, SHORTAGE, RATIO,
  WORKED, NOT_WORKED, YEARLY, LATER, EARLIER, ONCE, LASTS,
  LOSS, EARNED, REVENUE, LATENESS, PRICE_ASKED, WHICH, SHOW, MOST, LEAST, TOP,
  OF_SUPPLIERS, OF_CUSTOMERS, OF_MATERIALS, OF_FAMILIES, OF_EQUIPMENT, OF_ORDERS, OF_PROCESSES,
  BAN, ONLY, MAY, BUY, OUTSOURCE, IN_HOUSE, DELIVER, FIRST, DELIVERY_GOAL, GIVE_WAY,
  ACTION, TOPIC, QUESTION_WORD, FILLER, UNKNOWN
}

demandChange : ( a | change | DEMAND | WANTS_MORE | WANTS_LESS | WANTS )* EOF ;

capacityReservation
  : c* things? CAPACITY? c* RESERVE c* GE? AMOUNT AT_LEAST_SO? c* OF? reserved? FREE? c* beneficiary? c* EOF
  | c* beneficiary c* RESERVE c* GE? AMOUNT AT_LEAST_SO? c* OF? reserved FREE? c* EOF
  ;

capacityChange : ( a | change | lim | CAPACITY | MAY )* EOF ;

priceChange : ( a | change | PRICE | COSTS )* EOF ;

priceTolerance : ( a | lim | PRICE | UP | DEARER | TOLERATED | MAY )* EOF ;

leadTimeChange : ( a | change | LEAD_TIME | LATER | EARLIER | DELIVER )* EOF ;

supplierShutdown : ( a | YEARLY | AMOUNT | CLOSED | NO_DELIVERY | HALT | NOT_WORKED )* EOF ;

resourceDowntime : ( a | AMOUNT | CLOSED | HALT | MAINTENANCE | NOT_WORKED )* EOF ;

workingCalendar : ( a | YEARLY | WORKED | NOT_WORKED )* EOF ;

cashFloor : ( a | lim | CASH )* EOF ;

budgetCap
  : ( a | lim | MAY | BUDGET | PURCHASE_BUDGET | CAPEX | OUTSOURCING_BUDGET | OVERTIME_PAY | FREIGHT )* EOF
  ;

marginFloor : ( a | lim | MARGIN )* EOF ;

marginTarget : ( a | change | MARGIN | TARGET )* EOF ;

serviceLevel : ( a | lim | ON_TIME | FILL_RATE | DEMAND )* EOF ;

emissionCap : ( a | lim | MAY | EMISSION )* EOF ;

energyCap : ( a | lim | MAY | POWER_USE )* EOF ;

purchaseShare : ( a | lim | SHARE | EACH | OF_SUPPLIERS | BUY )* EOF ;

safetyStock : ( a | lim | TO | SAFETY_STOCK | STOCK )* EOF ;

stockLimit : ( a | lim | MAY | STOCK )* EOF ;

shelfLife : ( a | lim | TO | SHELF_LIFE | REMAINING | DELIVER | DELIVERY_GOAL | MOMENT )* EOF ;

minOrderQty : ( a | lim | TO | MOQ )* EOF ;

policy : ( NAME | AND | OF | FROM | c | change | TARIFF | EXPORT_REBATE | VAT | CARBON_TAX | SUBSIDY | ABOLISHED )* EOF ;

substitution
  : ( a | MAY | BAN | REPLACE | SWAP | STAND_FOR | USE | SHORTAGE | MOMENT | TO | RATIO AMOUNT )* EOF
  ;

sourcingBan : part* BAN part+ EOF ;

sourcingAllowOnly : ( part | MAY )* ONLY part* EOF ;

/* what buys what from whom, in any order */
part : NAME | AND | OF | FROM | FOR | BUY | c ;

confidentialProcess : ( a | ONLY | IN_HOUSE | BAN | MAY | OUTSOURCE )* EOF ;

mustDeliver : ( a | DELIVER | DEMAND )* EOF ;

objective : ( c | AND | goal | FIRST | GIVE_WAY )* EOF ;

goal : CASH | DELIVERY_GOAL | LEAD_TIME | ON_TIME | MARGIN | EMISSION ;

overtimeLimit : ( a | lim | MAY | OVERTIME )* EOF ;

shiftBan : ( a | BAN | shift )* EOF ;

shift : NIGHT_SHIFT | WEEKEND_SHIFT ;

query
  : ( a | AMOUNT | figure | group | WHICH | SHOW | SEVERALLY | MOST | LEAST | TOP | TO | BUY )* EOF
  ;

/* when a rule begins to hold */
threshold : ( a | ONCE | lim | UP | DOWN | DEARER | CHEAPER | TO | figure | LASTS )* EOF ;

figure
  : MARGIN | LOSS | EARNED | REVENUE | PURCHASE_BUDGET | LATENESS | ON_TIME | FILL_RATE | PRICE | PRICE_ASKED | CASH
  | HALT | STOCK | DEMAND
  ;

group
  : OF_SUPPLIERS | OF_CUSTOMERS | OF_MATERIALS | OF_FAMILIES | OF_EQUIPMENT | OF_ORDERS | OF_PROCESSES
  ;

/* for whom comes after FOR, so that only OF leads to what */
reserved : things CAPACITY? | CAPACITY OF things | CAPACITY ;

beneficiary : FOR? RUSH | FOR NAME ;

things : NAME ( ( AND | SEP | SEP AND )? NAME )* ;

/* what a clause is about, in any order */
a : NAME | AND | link | c ;

/* a movement: which way, to where, by how much; which of them may stand together the reader checks */
change : UP | DOWN | DEARER | CHEAPER | TO | AMOUNT | MULTIPLE ;

/* a limit: its side and its value */
lim : GE | LE | GT | LT | AT_LEAST_SO | AT_MOST_SO | AMOUNT ;

link : OF | FOR | FROM ;

/* circumstances: when, how certain, how binding */
c : TIME | TIME_OF_DAY | PER | FORECAST | IF | PREFER | WEIGHT | MUST | ASK | SEP ;
