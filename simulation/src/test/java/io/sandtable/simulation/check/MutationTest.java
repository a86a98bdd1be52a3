package io.sandtable.simulation.check;

import static io.sandtable.simulation.check.Finding.Kind.CALENDAR;
import static io.sandtable.simulation.check.Finding.Kind.DELIVERY;
import static io.sandtable.simulation.check.Finding.Kind.INVESTMENT;
import static io.sandtable.simulation.check.Finding.Kind.LEAD_TIME;
import static io.sandtable.simulation.check.Finding.Kind.MATERIAL;
import static io.sandtable.simulation.check.Finding.Kind.QUANTITY;
import static io.sandtable.simulation.check.Finding.Kind.REFERENCE;
import static io.sandtable.simulation.check.Finding.Kind.SEQUENCE;
import static io.sandtable.simulation.check.Finding.Kind.TOOL_LIFE;
import static io.sandtable.simulation.check.Finding.Kind.TOOL_OVERLAP;
import static io.sandtable.simulation.check.Finding.Kind.WORK;
import static io.sandtable.simulation.check.Finding.Kind.YIELD;
import static io.sandtable.simulation.check.Shells.kinds;
import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.plan.Plan.Operation;
import io.sandtable.simulation.scenario.PlanningProblem;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A plan without slack, spoilt in one place at random: the checker must see it, and say what it is. */
class MutationTest {
    private static final int SEEDS = 100;

    private final PlanningProblem problem = Shells.problem();
    /** Without pegging, so that the physical checks have to find it themselves. */
    private final Plan clean = PlanEdits.withoutTakes(Shells.plan(problem).build());

    /** Lot and step of an operation. */
    private record Place(int lot, int step) {}

    private static final List<Place> IN_HOUSE = List.of(
            new Place(0, 0),
            new Place(1, 0),
            new Place(1, 1),
            new Place(2, 0),
            new Place(3, 0),
            new Place(4, 0),
            new Place(5, 0),
            new Place(5, 1));
    private static final List<Place> DIE_CASTING = List.of(new Place(1, 0), new Place(3, 0), new Place(5, 0));
    private static final List<Place> ASSEMBLY = List.of(new Place(0, 0), new Place(2, 0), new Place(4, 0));
    private static final List<Place> SECOND_STEPS = List.of(new Place(1, 1), new Place(3, 1), new Place(5, 1));

    /** What is spoilt, and what of it the checker must say at least. */
    enum Spoilt {
        START_WITHIN_THE_WORK(CALENDAR) {
            @Override
            Plan in(Plan plan, SplittableRandom random) {
                return at(plan, pick(IN_HOUSE, random), o -> {
                    int later = o.start() + 1 + random.nextInt(o.workMinutes() - 1);
                    return PlanEdits.moved(o, later, o.end());
                });
            }
        },
        STEP_BEFORE_THE_ONE_BEFORE_ENDS(SEQUENCE) {
            @Override
            Plan in(Plan plan, SplittableRandom random) {
                int earlier = 1 + random.nextInt(2000);
                return at(
                        plan,
                        pick(SECOND_STEPS, random),
                        o -> PlanEdits.moved(o, o.start() - earlier, o.end() - earlier));
            }
        },
        ASSEMBLY_BEFORE_ITS_PARTS(Finding.Kind.PEGGING, MATERIAL) {
            @Override
            Plan in(Plan plan, SplittableRandom random) {
                int earlier = 1 + random.nextInt(2000);
                return at(
                        plan, pick(ASSEMBLY, random), o -> PlanEdits.moved(o, o.start() - earlier, o.end() - earlier));
            }
        },
        ANOTHER_MACHINE(REFERENCE) {
            @Override
            Plan in(Plan plan, SplittableRandom random) {
                return at(
                        plan,
                        pick(IN_HOUSE, random),
                        o -> new Operation(
                                o.step(),
                                (o.machine() + 1 + random.nextInt(2)) % 3,
                                o.tool(),
                                -1,
                                o.quantityIn(),
                                o.quantityOut(),
                                o.setupMinutes(),
                                o.workMinutes(),
                                o.start(),
                                o.end()));
            }
        },
        THE_WORN_MOULD_INSTEAD_OF_THE_NEW_ONE(YIELD) {
            @Override
            Plan in(Plan plan, SplittableRandom random) {
                return at(
                        plan,
                        new Place(5, 0),
                        o -> new Operation(
                                o.step(),
                                0,
                                0,
                                -1,
                                o.quantityIn(),
                                o.quantityOut(),
                                30,
                                o.workMinutes(),
                                o.start(),
                                o.end()));
            }
        },
        THE_NEW_MOULD_BEFORE_IT_IS_THERE(INVESTMENT) {
            @Override
            Plan in(Plan plan, SplittableRandom random) {
                return at(
                        plan,
                        pick(DIE_CASTING.subList(0, 2), random),
                        o -> new Operation(
                                o.step(),
                                0,
                                1,
                                -1,
                                o.quantityIn(),
                                o.quantityOut(),
                                30,
                                o.workMinutes(),
                                o.start(),
                                o.end()));
            }
        },
        LESS_ENTERS(YIELD) {
            @Override
            Plan in(Plan plan, SplittableRandom random) {
                return at(
                        plan, pick(IN_HOUSE, random), o -> entering(o, o.quantityOut() * random.nextDouble(0.01, 0.8)));
            }
        },
        MORE_ENTERS(WORK, MATERIAL) {
            @Override
            Plan in(Plan plan, SplittableRandom random) {
                return at(plan, pick(DIE_CASTING, random), o -> entering(o, o.quantityIn() + 1 + random.nextInt(200)));
            }
        },
        MORE_THAN_THE_MOULD_CAN_BEAR(TOOL_LIFE) {
            @Override
            Plan in(Plan plan, SplittableRandom random) {
                return at(plan, new Place(3, 0), o -> entering(o, 400.5 + random.nextInt(1000)));
            }
        },
        LOT_CUT(QUANTITY) {
            @Override
            Plan in(Plan plan, SplittableRandom random) {
                int lot = random.nextInt(plan.lots().size());
                return PlanEdits.withLot(
                        plan,
                        lot,
                        l -> new Plan.Lot(
                                l.index(),
                                l.demand(),
                                l.parent(),
                                l.item(),
                                l.routing(),
                                Math.floor(l.quantity() * random.nextDouble()),
                                l.operations()));
            }
        },
        LOT_DROPPED(MATERIAL) {
            @Override
            Plan in(Plan plan, SplittableRandom random) {
                return without(plan, random.nextInt(plan.lots().size()));
            }
        },
        PURCHASE_CUT(MATERIAL) {
            @Override
            Plan in(Plan plan, SplittableRandom random) {
                double left = 50 + 10 * random.nextInt(15);
                return PlanEdits.withPurchase(
                        plan, 0, p -> new Plan.Purchase(p.offer(), left, left, p.ordered(), p.arrives()));
            }
        },
        PURCHASE_DROPPED(MATERIAL) {
            @Override
            Plan in(Plan plan, SplittableRandom random) {
                return PlanEdits.withPurchases(plan, List.of());
            }
        },
        PURCHASE_RUSHED(LEAD_TIME) {
            @Override
            Plan in(Plan plan, SplittableRandom random) {
                int earlier = 1 + random.nextInt(5000);
                return PlanEdits.withPurchase(
                        plan,
                        0,
                        p -> new Plan.Purchase(
                                p.offer(), p.quantity(), p.usable(), p.ordered(), p.arrives() - earlier));
            }
        },
        PURCHASE_TOO_LATE(MATERIAL) {
            @Override
            Plan in(Plan plan, SplittableRandom random) {
                int later = Shells.SECOND_MONDAY - 5 * Shells.DAY + 1 + random.nextInt(5000);
                return PlanEdits.withPurchase(
                        plan,
                        0,
                        p -> new Plan.Purchase(p.offer(), p.quantity(), p.usable(), later, later + 5 * Shells.DAY));
            }
        },
        DELIVERY_BEFORE_THE_GOODS(MATERIAL) {
            @Override
            Plan in(Plan plan, SplittableRandom random) {
                int earlier = 1 + random.nextInt(5000);
                return PlanEdits.withDelivery(
                        plan,
                        random.nextInt(plan.deliveries().size()),
                        d -> new Plan.Delivery(d.demand(), d.quantity(), d.minute() - earlier));
            }
        },
        DELIVERY_CUT(DELIVERY) {
            @Override
            Plan in(Plan plan, SplittableRandom random) {
                return PlanEdits.withDelivery(
                        plan,
                        random.nextInt(plan.deliveries().size()),
                        d -> new Plan.Delivery(d.demand(), d.quantity() * random.nextDouble(0.01, 0.99), d.minute()));
            }
        },
        DELIVERY_BEYOND_THE_ORDER(DELIVERY) {
            @Override
            Plan in(Plan plan, SplittableRandom random) {
                return PlanEdits.withDelivery(
                        plan,
                        random.nextInt(plan.deliveries().size()),
                        d -> new Plan.Delivery(d.demand(), d.quantity() + 1 + random.nextInt(9), d.minute()));
            }
        },
        MOULD_USED_TWICE_AT_ONCE(TOOL_OVERLAP) {
            @Override
            Plan in(Plan plan, SplittableRandom random) {
                int earlier = 1 + random.nextInt(150);
                return at(plan, new Place(3, 0), o -> PlanEdits.moved(o, o.start() - earlier, o.end() - earlier));
            }
        },
        MOULD_NOT_BOUGHT(INVESTMENT) {
            @Override
            Plan in(Plan plan, SplittableRandom random) {
                return PlanEdits.withInvestments(plan, List.of());
            }
        };

        private final List<Finding.Kind> signs;

        /** One of these kinds must be among the findings. */
        Spoilt(Finding.Kind... signs) {
            this.signs = List.of(signs);
        }

        abstract Plan in(Plan plan, SplittableRandom random);
    }

    @Test
    void unspoilt_thePlanIsClean() {
        assertThat(Checker.check(problem, clean)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whateverIsSpoilt_isSeen(Spoilt spoilt) {
        for (int seed = 0; seed < SEEDS; seed++) {
            Plan plan = spoilt.in(clean, new SplittableRandom(seed));

            assertThat(kinds(problem, plan)).as("%s, seed %d", spoilt, seed).containsAnyElementsOf(spoilt.signs);
        }
    }

    private static <T> T pick(List<T> list, SplittableRandom random) {
        return list.get(random.nextInt(list.size()));
    }

    private static Plan at(Plan plan, Place place, Function<Operation, Operation> edit) {
        return PlanEdits.withOperation(plan, place.lot(), place.step(), edit::apply);
    }

    private static Operation entering(Operation o, double quantityIn) {
        return new Operation(
                o.step(),
                o.machine(),
                o.tool(),
                o.subcontract(),
                quantityIn,
                o.quantityOut(),
                o.setupMinutes(),
                o.workMinutes(),
                o.start(),
                o.end());
    }

    /** The plan without a lot, all places renumbered, so that only its goods are missing; its children become goods for stock. */
    private static Plan without(Plan plan, int dropped) {
        List<Plan.Lot> rest = PlanEdits.without(plan.lots(), dropped);
        return PlanEdits.withLots(
                plan,
                IntStream.range(0, rest.size())
                        .mapToObj(i -> {
                            Plan.Lot l = rest.get(i);
                            int parent =
                                    l.parent() > dropped ? l.parent() - 1 : l.parent() == dropped ? -1 : l.parent();
                            return new Plan.Lot(
                                    i, l.demand(), parent, l.item(), l.routing(), l.quantity(), l.operations());
                        })
                        .toList());
    }
}
