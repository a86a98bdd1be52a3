/*
 * What one clause may say, over the tokens of the lattice (names, amounts, times and the words of words.txt; fillers are gone).
 * One start rule per kind: a clause has as many readings as start rules that match it to its end.
 */
parser grammar Sentence;

tokens {
  NAME, AMOUNT, MULTIPLE, TIME, TIME_OF_DAY, PER,
  FORECAST, IF, PREFER, MUST, ASK, SEP, AND,
  UP, DOWN, DEARER, CHEAPER, TO, OF, FOR, FROM,
  GE, LE, GT, LT, AT_LEAST_SO, AT_MOST_SO,
  DEMAND, WANTS_MORE, CAPACITY, RESERVE, FREE, RUSH, PRICE, LEAD_TIME,
  CLOSED, NO_DELIVERY, HALT, MAINTENANCE,
  CASH, BUDGET, PURCHASE_BUDGET, CAPEX, MARGIN, ON_TIME, FILL_RATE, EMISSION, POWER_USE, OVERTIME, NIGHT_SHIFT, WEEKEND_SHIFT,
  BAN, ONLY, MAY, BUY, OUTSOURCE, IN_HOUSE, DELIVER, FIRST, DELIVERY_GOAL, GIVE_WAY,
  ACTION, TOPIC, QUESTION_WORD, FILLER, UNKNOWN
}

demandChange
  : c* ( things c* DEMAND | DEMAND c* link things | DEMAND ) c* move c* EOF
  | c* things c* WANTS_MORE c* AMOUNT c* EOF
  ;

capacityReservation
  : c* things? CAPACITY? c* RESERVE c* AMOUNT c* link? reserved? FREE? c* beneficiary? c* EOF
  | c* beneficiary c* RESERVE c* AMOUNT c* link? reserved FREE? c* EOF
  ;

capacityChange : c* capacityOf c* ( move | limit ) c* EOF ;

priceChange : c* ( things c* PRICE? | PRICE c* link things ) c* move c* EOF ;

leadTimeChange : c* ( things c* LEAD_TIME | LEAD_TIME c* link things | LEAD_TIME ) c* move c* EOF ;

supplierShutdown : c* things c* ( CLOSED | NO_DELIVERY | HALT ) c* EOF ;

resourceDowntime
  : c* things c* ( CLOSED | HALT | MAINTENANCE ) c* ( link? AMOUNT )? c* EOF
  ;

cashFloor : c* CASH c* limit c* EOF ;

budgetCap : c* ( things c* )? ( BUDGET | PURCHASE_BUDGET | CAPEX ) c* ( link things )? c* limit c* EOF ;

marginFloor : c* ( things c* MARGIN | MARGIN c* link things | MARGIN ) c* limit c* EOF ;

serviceLevel
  : c* ( things c* ( ON_TIME | FILL_RATE ) | ( ON_TIME | FILL_RATE ) c* link things | ON_TIME | FILL_RATE ) c* limit c* EOF
  ;

emissionCap : c* ( things c* EMISSION | EMISSION c* link things | EMISSION ) c* limit c* EOF ;

energyCap : c* ( things c* POWER_USE | POWER_USE c* link things | POWER_USE ) c* limit c* EOF ;

sourcingBan : part* BAN part+ EOF ;

sourcingAllowOnly : ( part | MAY )* ONLY part* EOF ;

/* what buys what from whom, in any order */
part : NAME | AND | FROM | FOR | BUY | c ;

confidentialProcess
  : c* things c* ( ONLY IN_HOUSE | IN_HOUSE | BAN OUTSOURCE | MAY OUTSOURCE ) c* EOF
  | c* ( BAN | MAY ) OUTSOURCE things c* EOF
  ;

mustDeliver
  : c* things c* DELIVER c* EOF
  | c* DELIVER c* things c* EOF
  ;

objective
  : c* FIRST goal c* ( goal c* GIVE_WAY )? c* EOF
  | c* goal c* FIRST c* ( goal c* GIVE_WAY )? c* EOF
  ;

goal : CASH | DELIVERY_GOAL | LEAD_TIME | ON_TIME | MARGIN | EMISSION ;

overtimeLimit : c* ( things c* )? OVERTIME c* ( limit | link things c* limit ) c* EOF ;

shiftBan
  : c* ( things c* )? BAN c* shift ( c* link things )? c* EOF
  | c* ( things c* )? shift c* BAN c* EOF
  ;

shift : NIGHT_SHIFT | WEEKEND_SHIFT ;

capacityOf : things CAPACITY | CAPACITY link things | CAPACITY ;

/* for whom comes after FOR, so that only OF leads to what */
reserved : things CAPACITY | CAPACITY OF things | CAPACITY ;

beneficiary : FOR? RUSH | FOR NAME ;

things : NAME ( ( AND | SEP | SEP AND )? NAME )* ;

move
  : TO? ( up | down ) AMOUNT?
  | ( up | down )? TO AMOUNT
  | AMOUNT ( up | down )
  | ( up | down | TO )? MULTIPLE
  ;

up : UP | DEARER ;

down : DOWN | CHEAPER ;

limit
  : ( GE | LE | GT | LT ) c* AMOUNT ( AT_LEAST_SO | AT_MOST_SO )?
  | AMOUNT ( AT_LEAST_SO | AT_MOST_SO )
  ;

link : OF | FOR | FROM ;

/* circumstances: when, how certain, how binding */
c : TIME | TIME_OF_DAY | PER | FORECAST | IF | PREFER | MUST | ASK | SEP ;
