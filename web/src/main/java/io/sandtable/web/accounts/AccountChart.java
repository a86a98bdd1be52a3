package io.sandtable.web.accounts;

import io.sandtable.simulation.evaluate.Account;
import io.sandtable.web.accounts.BookAccount.Auxiliary;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The chart of accounts of {@code accounts.csv}: the ledger's accounts with the numbers of 《小企业会计准则》. */
public final class AccountChart {
    private static final String FILE = "accounts.csv";
    private static final String HEADER = "account,code,zh,en,auxiliary";
    private static final int COLUMNS = 5;
    private static final AccountChart STANDARD = read();

    private final Map<String, BookAccount> byName;

    private AccountChart(Map<String, BookAccount> byName) {
        this.byName = Map.copyOf(byName);
    }

    /** Read once. */
    public static AccountChart standard() {
        return STANDARD;
    }

    /**
     * The account of the books.
     *
     * @param made whether goods on it are made in the house: what is bought and what is made are two accounts
     */
    public BookAccount of(Account account, boolean made) {
        String name = account == Account.INVENTORY ? "INVENTORY/" + (made ? "MADE" : "BOUGHT") : account.name();
        return Objects.requireNonNull(byName.get(name), () -> "%s has no row for %s; add one.".formatted(FILE, name));
    }

    /** All of them by number. */
    public List<BookAccount> all() {
        return List.copyOf(new TreeSet<>(byName.values()));
    }

    private static AccountChart read() {
        try (var in = Objects.requireNonNull(AccountChart.class.getResourceAsStream(FILE));
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            var accounts = new HashMap<String, BookAccount>();
            lines.lines()
                    .filter(line -> !line.startsWith("#") && !line.equals(HEADER) && !line.isBlank())
                    .map(line -> line.split(",", -1))
                    .forEach(cells -> accounts.put(cells[0], account(cells)));
            return new AccountChart(accounts);
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " could not be read from the program; install it again.", e);
        }
    }

    private static BookAccount account(String[] cells) {
        if (cells.length != COLUMNS) {
            throw new IllegalArgumentException("A row of %s had %d cells; it must have %d: %s. Mend the row of %s."
                    .formatted(FILE, cells.length, COLUMNS, HEADER, cells[0]));
        }
        return new BookAccount(
                List.of(cells[1].split("\\.")),
                cells[2],
                cells[3],
                Arrays.stream(cells[4].split("\\+"))
                        .filter(a -> !a.isEmpty())
                        .map(a -> Auxiliary.valueOf(a.toUpperCase(Locale.ROOT)))
                        .collect(Collectors.toSet()));
    }
}
