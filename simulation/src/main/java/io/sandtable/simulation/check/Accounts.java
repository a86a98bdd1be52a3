package io.sandtable.simulation.check;

import java.util.Arrays;

/** What follows from a plan about money, worked out for the checks: its moves, the cost of its goods, its tax. */
final class Accounts {
    final MoneyMoves moves;
    final GoodsCosts goods;
    final IncomeTax tax;

    Accounts(ShopFloor floor) {
        this.moves = new MoneyMoves(floor);
        this.goods = new GoodsCosts(floor, moves);
        var sales = new BillSales(floor.problem(), moves);
        var before = new IncomeTax(floor.problem(), this::earnedBy);
        sales.sellAsStated(moves.bills);
        sales.follow(moves.bills, before.paid);
        LineInterest.charge(floor.problem(), moves, this::earnedBy);
        this.tax = new IncomeTax(floor.problem(), this::earnedBy);
    }

    /** Cost of the goods sold by the end of a day, before transfers, rebates and depreciation. */
    long goodsSold(int day) {
        return Arrays.stream(goods.sold).mapToLong(part -> part.until(day)).sum();
    }

    /** The same with them. */
    long costOfGoods(int day) {
        return goodsSold(day) + moves.transfers.until(day) - moves.rebates.until(day) + moves.depreciation.until(day);
    }

    /** What lies in stock and in work at the end of a day. */
    long stock(int day) {
        return moves.intoStock.until(day) - goodsSold(day) - goods.expired.until(day);
    }

    /** Into the bank on a day, less what was paid. */
    long cashMoved(int day) {
        return moves.cash.sum(day, day) - tax.paid.sum(day, day);
    }

    private long earnedBy(int day) {
        return moves.revenue.until(day)
                - costOfGoods(day)
                - moves.penalties.until(day)
                - moves.otherCosts.until(day)
                - goods.expired.until(day);
    }
}
