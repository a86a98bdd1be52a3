package io.sandtable.datasets.mapped;

import io.sandtable.datasets.Title;
import io.sandtable.model.Attribute;
import io.sandtable.model.NodeType;
import io.sandtable.model.Origin;
import io.sandtable.model.RelationType;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which columns of which tables are which facts.
 *
 * @param source where a third party's data were taken from, null for a company's own
 * @param asOf the day the tables speak of; null where the person has to say it
 * @param named what columns are called in the files, the first entry that fits a file counts; empty where they are called as here
 * @param ignored files that belong to the source and hold nothing for the graph, by glob
 */
record Mapping(
        String name,
        Title title,
        Origin origin,
        @Nullable String source,
        @Nullable String licence,
        @Nullable LocalDate asOf,
        List<Table> tables,
        List<Named> named,
        List<String> ignored) {
    /** Knows nothing. */
    static final Mapping NONE = new Mapping(
            "",
            Title.of(""),
            Origin.REAL,
            null,
            null,
            null,
            List.of(),
            List.of(new Named("**", List.of(), List.of(), Map.of())),
            List.of());

    /** Whether it reads the tables that ERP systems have. */
    boolean isOfUsualTables() {
        return Mappings.base().tables().stream()
                .map(Table::name)
                .allMatch(name -> tables.stream().anyMatch(table -> table.name().equals(name)));
    }

    /**
     * Other words for columns.
     *
     * @param file glob of the files whose columns are called so, a sheet after {@code #}
     * @param has columns of the file's own that it must have; where several entries fit by these, the one counts most of whose columns it has
     * @param tables names of the tables that such a file is read as, by nothing but these columns; empty where its columns tell
     * @param words for columns of the mapping, what they may be called there; the first that is there counts
     */
    record Named(String file, List<String> has, List<String> tables, Map<String, List<String>> words) {
        /** Whether a column without a word means nothing. */
        boolean only() {
            return !tables.isEmpty();
        }
    }

    /**
     * One table.
     *
     * @param name for those who say that a file is such a table; empty where nobody does
     * @param file glob over the names of files, a sheet after {@code #}: {@code 物料*.xlsx#清单}
     * @param separator of a text file; null where the text shows it
     * @param header columns where the file does not name them; empty where it does
     * @param has columns by which the table is known, whatever its file is called; its first row with all of them is the header
     * @param optional whether the source is complete without it
     * @param fillDown columns that only the first of the rows that belong together has; a row whose first of them is blank goes on
     * @param count columns that are numbered through, from 1, where they are blank, within the rows that have the same in another
     * @param unnamed what its first column is called where the file leaves that blank; empty where nobody asks for it
     * @param fromName columns that the file's name has, each by a glob with one star: what the star stands for is the cell
     * @param unpivot how many columns of one kind become rows; null where none do
     */
    record Table(
            String name,
            String file,
            @Nullable Character separator,
            List<String> header,
            List<String> has,
            boolean optional,
            List<String> fillDown,
            Map<String, String> count,
            String unnamed,
            Map<String, String> fromName,
            @Nullable Unpivot unpivot,
            List<Lookup> lookups,
            List<FactRule> facts) {
        /** The same table, without which the source is complete. */
        Table madeOptional() {
            return new Table(
                    name, file, separator, header, has, true, fillDown, count, unnamed, fromName, unpivot, lookups,
                    facts);
        }

        Table with(List<Lookup> other) {
            return new Table(
                    name, file, separator, header, has, optional, fillDown, count, unnamed, fromName, unpivot, other,
                    facts);
        }

        /** What the table is known by and how it is read, for those who look rows up in it; none of its facts. */
        Table bare() {
            return new Table(
                    name, file, separator, header, has, true, List.of(), Map.of(), unnamed, Map.of(), null, List.of(),
                    List.of());
        }

        /** Columns that no header has. */
        Set<String> made() {
            var made = new HashSet<>(fromName.keySet());
            if (unpivot != null) {
                made.add(unpivot.column());
                made.add(unpivot.value());
            }
            return made;
        }
    }

    /**
     * A wide table read as a long one: each cell of a row that is not kept becomes a row of its own.
     *
     * @param keep columns that each of them has
     * @param column what the heading above the cell is called
     * @param value what the cell is called
     */
    record Unpivot(List<String> keep, String column, String value) {}

    /**
     * Rows of another table that belong to each row.
     *
     * @param as name before the dot in {@code {head.VendorID}}
     * @param key columns of the row that say which, all of them
     * @param theirs columns of the other table with the same, in the same order
     * @param unique whether what two rows have tells neither of them
     */
    record Lookup(String as, Table table, List<String> key, List<String> theirs, boolean unique) {}

    /** What has to hold of a cell so that the row says the fact. */
    record Condition(Text of, Test test, List<String> values) {
        enum Test {
            PRESENT,
            BLANK,
            ONE_OF,
            NONE_OF
        }
    }

    /** A fact that each row says. */
    sealed interface FactRule {
        List<Condition> when();

        /** Whether the first row that says it is enough: the others repeat it. */
        boolean once();

        /** Why it stands in where the files say nothing; null where they do. */
        @Nullable
        String assumed();

        List<ValueRule> values();
    }

    record NodeRule(
            NodeType type,
            Text id,
            List<Condition> when,
            boolean once,
            @Nullable String assumed,
            List<ValueRule> values)
            implements FactRule {}

    record RelationRule(
            RelationType type,
            Text from,
            Text to,
            Text variant,
            List<Condition> when,
            boolean once,
            @Nullable String assumed,
            List<ValueRule> values)
            implements FactRule {}

    /**
     * One value of a fact; where a fact has several for an attribute, the first that says something counts.
     *
     * @param at the moment of a point where the rows of one id give a series; null where the row gives the value
     * @param sum whether what several rows say of one moment is added up
     * @param words what the cells say, and what it means; empty where they are taken as they are
     * @param otherwise the meaning of every other word; null where there is none
     * @param times factor of a number
     * @param per what it is divided by, such as the quantity that a bill of materials is for; null where by nothing
     * @param vat percent of value-added tax that it includes; null where it includes none
     * @param factorOf word by which a further factor is looked up, such as a unit; null where there is none
     */
    record ValueRule(
            Attribute attribute,
            Text text,
            @Nullable Text at,
            boolean sum,
            Map<String, String> words,
            @Nullable String otherwise,
            double times,
            @Nullable Text per,
            @Nullable Text vat,
            @Nullable Text factorOf,
            Map<String, Double> factors) {}
}
