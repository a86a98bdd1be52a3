package io.sandtable.simulation.evaluate;

import io.sandtable.simulation.evaluate.Cause.Event;
import io.sandtable.simulation.plan.Plan.Lot;
import io.sandtable.simulation.plan.Plan.Operation;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.PlanningProblem.Step;
import io.sandtable.simulation.scenario.PlanningProblem.Subcontract;

/** What doing an operation costs besides its material: labour, energy, carbon, the subcontractor; posted when it ends. */
final class OperationCosts {
    private final PlanningProblem problem;
    private final Shopfloor shopfloor;
    private final EnergyUse energy;
    private final Books books;
    private final Accruals accruals;
    private final SupplierBills bills;
    private final Account wagesFrom;

    OperationCosts(
            PlanningProblem problem,
            Shopfloor shopfloor,
            EnergyUse energy,
            Books books,
            Accruals accruals,
            SupplierBills bills) {
        this.bills = bills;
        this.problem = problem;
        this.shopfloor = shopfloor;
        this.energy = energy;
        this.books = books;
        this.accruals = accruals;
        this.wagesFrom = problem.finance().labourInPayroll() ? Account.WAGES_ABSORBED : Account.WAGES_PAYABLE;
    }

    /** Posts an operation of a lot and adds its cost to the lot's work in process. */
    void post(Lot of, Step step, Operation op, long[] wip) {
        int lot = of.index();
        int at = lot * CostPart.COUNT;
        int day = Days.by(op.end());
        if (op.machine() < 0) {
            wip[at + CostPart.SUBCONTRACT.ordinal()] += subcontract(day, lot, step, op);
            return;
        }
        wip[at + CostPart.LABOUR.ordinal()] += labour(day, lot, op, shopfloor.operatorRate(of, op));
        wip[at + CostPart.ENERGY.ordinal()] += energy(day, lot, step, op);
        wip[at + CostPart.CARBON.ordinal()] += carbon(day, lot, step, op);
    }

    private long subcontract(int day, int lot, Step step, Operation op) {
        if (op.subcontract() < 0) {
            return 0;
        }
        Subcontract by = step.subcontracts().get(op.subcontract());
        return bills.post(
                SupplierBills.Kind.SUBCONTRACT,
                lot,
                op.step(),
                day,
                Account.WORK_IN_PROCESS,
                op.quantityIn() * by.price(),
                op.quantityIn(),
                new SupplierBills.Terms(by.foreign(), by.dutyPercent(), by.currency(), by.paymentTermDays()));
    }

    private long labour(int day, int lot, Operation op, double rate) {
        // the crew comes for the operation; the machine's own people change it over
        double own = shopfloor.machine(op.machine()).operatorRate();
        long changeover = wages(day, lot, op, op.changeoverMinutes(), own, wagesFrom, Event.SETUP_LABOUR);
        long setup = changeover + wages(day, lot, op, op.setupMinutes(), rate, wagesFrom, Event.SETUP_LABOUR);
        double running = op.workMinutes() - op.setupMinutes();
        long run = wages(day, lot, op, running, rate, wagesFrom, Event.RUN_LABOUR);
        double premium = rate * shopfloor.machine(op.machine()).overtimePremiumPercent() / 100;
        double over = shopfloor.overtimeMinutes(op);
        return setup + run + wages(day, lot, op, over, premium, Account.WAGES_PAYABLE, Event.OVERTIME);
    }

    private long wages(int day, int lot, Operation op, double minutes, double rate, Account credit, Event event) {
        double hours = minutes / 60;
        long fen = Fen.of(hours * rate);
        books.post(day, Account.WORK_IN_PROCESS, credit, fen, hours, event, lot, op.step());
        if (credit == Account.WAGES_PAYABLE) {
            accruals.wages(day, fen);
        }
        return fen;
    }

    private long energy(int day, int lot, Step step, Operation op) {
        int machine = energy.machineSource(op);
        int own = energy.stepSource(step, op);
        return (machine < 0 ? 0 : draw(day, lot, op, machine, energy.machineUnits(op)))
                + (own < 0 ? 0 : draw(day, lot, op, own, energy.stepUnits(step, op)));
    }

    private long draw(int day, int lot, Operation op, int source, double units) {
        if (units <= 0) {
            return 0;
        }
        long fen = Fen.of(units * energy.price(source, op));
        books.post(day, Account.WORK_IN_PROCESS, Account.ENERGY_ACCRUED, fen, units, Event.ENERGY, lot, op.step());
        accruals.energy(day, fen);
        return fen;
    }

    private long carbon(int day, int lot, Step step, Operation op) {
        double price = problem.finance().carbonPriceOn(day);
        if (price == 0) {
            return 0;
        }
        double kilograms = energy.kilogramsCo2(step, op);
        long fen = Fen.of(kilograms / 1000 * price);
        books.post(day, Account.WORK_IN_PROCESS, Account.CARBON_ACCRUED, fen, kilograms, Event.CARBON, lot, op.step());
        return fen;
    }
}
