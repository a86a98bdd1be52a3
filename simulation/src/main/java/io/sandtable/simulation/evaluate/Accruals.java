package io.sandtable.simulation.evaluate;

import io.sandtable.simulation.evaluate.Cause.Event;
import io.sandtable.simulation.scenario.PlanningProblem;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;

/**
 * What adds up over a month and is settled after its end: wages that are not in the payroll and energy bills are paid on the 15th of
 * the next month, and so is the month's output VAT less input VAT and what was carried forward, of which an excess of input is carried on.
 */
final class Accruals {
    private static final int PAY_DAY = 15;

    private final PlanningProblem problem;
    private final Books books;
    private long[] wages = new long[256];
    private long[] energy = new long[256];
    private long[] vatInput = new long[256];
    private long[] vatOutput = new long[256];
    private int lastDay;

    Accruals(PlanningProblem problem, Books books) {
        this.problem = problem;
        this.books = books;
    }

    /** Wages owed for a day. */
    void wages(int day, long fen) {
        wages = room(wages, day);
        wages[day] += fen;
    }

    /** Energy drawn on a day, without VAT. */
    void energy(int day, long fen) {
        energy = room(energy, day);
        energy[day] += fen;
    }

    /** Posts the VAT of a purchase against the account that pays it. */
    long inputVat(int day, long net, Account credit, Event event, int index, int step) {
        long vat = Fen.percent(net, problem.finance().vatPercentOn(day));
        vatInput = room(vatInput, day);
        vatInput[day] += vat;
        books.post(day, Account.VAT_INPUT, credit, vat, 0, event, index, step);
        return vat;
    }

    /** Posts the VAT of a sale against the customer. */
    long outputVat(int day, long net, int delivery) {
        long vat = Fen.percent(net, problem.finance().vatPercentOn(day));
        vatOutput = room(vatOutput, day);
        vatOutput[day] += vat;
        books.post(day, Account.RECEIVABLES, Account.VAT_OUTPUT, vat, 0, Event.SALE_VAT, delivery, -1);
        return vat;
    }

    /** Closes every month that anything happened in. */
    void settle() {
        YearMonth month = YearMonth.from(problem.asOf());
        long credit = problem.finance().openingVatCredit().minor();
        for (int index = 0, from = 0; from <= lastDay; index++, month = month.plusMonths(1)) {
            int end = day(month.atEndOfMonth());
            int payDay = day(month.plusMonths(1).atDay(PAY_DAY));
            payEnergy(index, sum(energy, from, end), end, payDay);
            books.post(
                    payDay, Account.WAGES_PAYABLE, Account.CASH, sum(wages, from, end), 0, Event.WAGES_PAID, index, -1);
            credit = closeVat(index, sum(vatOutput, from, end), sum(vatInput, from, end), credit, end, payDay);
            from = end + 1;
        }
    }

    private void payEnergy(int month, long net, int end, int payDay) {
        books.post(end, Account.ENERGY_ACCRUED, Account.PAYABLES, net, 0, Event.ENERGY_BILL, month, -1);
        long vat = inputVat(end, net, Account.PAYABLES, Event.ENERGY_VAT, month, -1);
        books.post(payDay, Account.PAYABLES, Account.CASH, net + vat, 0, Event.ENERGY_PAID, month, -1);
    }

    private long closeVat(int month, long output, long input, long carried, int end, int payDay) {
        long due = output - input - carried;
        books.post(end, Account.VAT_OUTPUT, Account.VAT_PAYABLE, output, 0, Event.VAT_CLOSED, month, -1);
        books.post(end, Account.VAT_PAYABLE, Account.VAT_INPUT, input, 0, Event.VAT_CLOSED, month, -1);
        books.post(end, Account.VAT_PAYABLE, Account.VAT_CREDIT, carried, 0, Event.VAT_CLOSED, month, -1);
        if (due < 0) {
            books.post(end, Account.VAT_CREDIT, Account.VAT_PAYABLE, -due, 0, Event.VAT_CLOSED, month, -1);
            return -due;
        }
        books.post(payDay, Account.VAT_PAYABLE, Account.CASH, due, 0, Event.VAT_PAID, month, -1);
        return 0;
    }

    private int day(LocalDate date) {
        return Math.toIntExact(ChronoUnit.DAYS.between(problem.asOf(), date));
    }

    private long[] room(long[] days, int day) {
        lastDay = Math.max(lastDay, day);
        return day < days.length ? days : Arrays.copyOf(days, day + day / 2 + 1);
    }

    private static long sum(long[] days, int from, int to) {
        long sum = 0;
        for (int day = Math.max(0, from); day <= Math.min(to, days.length - 1); day++) {
            sum += days[day];
        }
        return sum;
    }
}
