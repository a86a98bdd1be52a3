package io.sandtable.datasets;

import java.util.List;
import java.util.Optional;

/**
 * What the columns of tables that no mapping knows probably are; nothing of it holds before a person says so.
 *
 * @param missing usual tables that every source has and that were not found in this one
 */
public record Proposal(List<Table> tables, List<String> missing, List<Problem> problems) {
    public Proposal {
        tables = List.copyOf(tables);
        missing = List.copyOf(missing);
        problems = List.copyOf(problems);
    }

    /**
     * One table of a file.
     *
     * @param file path inside the source, with {@code #} and the sheet or list where it has several
     * @param described whether it is no table that is there but one that the description of an interface promises
     * @param knownBy columns of it by which rows of the interface's answers are known; empty for a table of a file
     * @param rows rows under the header
     * @param as names of the usual tables that it is read as, the one it is first; empty where it seems to be none
     * @param possible all columns that this table may have
     * @param lacking for each thing without which it says nothing and that no column is, the columns of which one would be enough
     */
    public record Table(
            String file,
            boolean described,
            List<String> knownBy,
            int rows,
            List<String> as,
            double confidence,
            List<Column> columns,
            List<String> possible,
            List<List<String>> lacking) {
        public Table {
            knownBy = List.copyOf(knownBy);
            as = List.copyOf(as);
            columns = List.copyOf(columns);
            possible = List.copyOf(possible);
            lacking = List.copyOf(lacking);
        }

        /** The same, not to be read. */
        public Table unread() {
            return new Table(
                    file,
                    described,
                    List.of(),
                    rows,
                    List.of(),
                    0,
                    columns.stream().map(Column::unused).toList(),
                    List.of(),
                    List.of());
        }
    }

    /**
     * One column of the file.
     *
     * @param name as the file has it
     * @param samples some of its cells
     * @param meaning column of the usual table that it probably is; empty where none
     * @param confidence from 0 to 1
     * @param others what else it may be, the likeliest first
     */
    public record Column(
            String name,
            List<String> samples,
            Optional<String> meaning,
            double confidence,
            Reason reason,
            List<String> others) {
        public Column {
            samples = List.copyOf(samples);
            others = List.copyOf(others);
        }

        private Column unused() {
            return new Column(name, samples, Optional.empty(), 0, new Reason(Reason.Code.ELSEWHERE, ""), List.of());
        }
    }

    /**
     * Why, as a code with its argument; worded in {@code proposals_*.properties}.
     *
     * @param word known word or table that it rests on
     */
    public record Reason(Code code, String word) {
        /** What the reason can be. */
        public enum Code {
            SAME_WORD,
            SAME_BUT_UNIT,
            SAME_MEANING,
            PINYIN,
            INITIALS,
            PART,
            ALIKE,
            TYPING,
            /** Its cells are codes or names of the things in another table. */
            VALUES_OF,
            /** Its cells are what only such a column has. */
            CELLS,
            /** It belongs to a thing that the table only mentions. */
            ELSEWHERE,
            /** The description of the interface calls it so. */
            DESCRIBED,
            /** Nothing known is like it. */
            NOTHING,
            /** A person said so; the word is her name. */
            PERSON
        }
    }
}
