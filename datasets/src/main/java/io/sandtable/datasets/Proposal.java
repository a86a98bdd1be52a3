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
     * @param rows rows under the header
     * @param as names of the usual tables that it is read as, the one it is first; empty where it seems to be none
     * @param possible all columns that this table may have
     * @param lacking for each thing without which it says nothing and that no column is, the columns of which one would be enough
     */
    public record Table(
            String file,
            int rows,
            List<String> as,
            double confidence,
            List<Column> columns,
            List<String> possible,
            List<List<String>> lacking) {
        public Table {
            as = List.copyOf(as);
            columns = List.copyOf(columns);
            possible = List.copyOf(possible);
            lacking = List.copyOf(lacking);
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
            /** Nothing known is like it. */
            NOTHING,
            /** A person said so; the word is her name. */
            PERSON
        }
    }
}
