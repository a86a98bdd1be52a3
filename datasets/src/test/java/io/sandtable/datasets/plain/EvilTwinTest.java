package io.sandtable.datasets.plain;

import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.datasets.Dataset;
import io.sandtable.datasets.Problem;
import io.sandtable.datasets.ProblemCode;
import io.sandtable.model.BusinessSnapshot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The sound folder with slips put in by a seed; each must be found where it was put, and nothing else. */
class EvilTwinTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "Order.csv    ! 2 ! dueDate        ! 2026/2/30   ! DATE_NOT_IN_CALENDAR ! 2026-02-01..2026-02-28",
                "Order.csv    ! 2 ! dueDate        ! 2026/12/5   ! DATE_WRONG           ! 2026-12-05",
                "Order.csv    ! 3 ! dueDate        ! soon        ! DATE_WRONG           ! 2026-11-21",
                "Order.csv    ! 3 ! quantity       ! -5          ! OUT_OF_RANGE         ! >=0",
                "Order.csv    ! 3 ! quantity       ! 12d         ! NUMBER_WRONG         ! 1250.5",
                "Order.csv    ! 4 ! status         ! opne        ! WORD_UNKNOWN         ! open",
                "Order.csv    ! 4 ! status         ! ''          ! VALUE_MISSING        ! status",
                "Order.csv    ! 2 ! id             ! SO-1108     ! ID_PREFIX            ! ORD-…",
                "Order.csv    ! 3 ! id             ! ORD-1       ! ID_TWICE             ! 2",
                "SUPPLIES.csv ! 3 ! leadTimeDays   ! 4天左右      ! NUMBER_WRONG         ! 1250.5",
                "SUPPLIES.csv ! 2 ! price          ! -5.2        ! OUT_OF_RANGE         ! >=0",
                "SUPPLIES.csv ! 3 ! to             ! MAT-shet    ! END_UNKNOWN          ! MAT-sheet",
                "SUPPLIES.csv ! 3 ! from           ! CUS-1       ! END_TYPE             ! SUP-…",
                "SUPPLIES.csv ! 4 ! variant        ! ''          ! RELATION_TWICE       ! 3",
                "SUPPLIES.csv ! 2 ! priceTiers     ! 5.2 ab 1000 ! VALUE_WRONG          ! 0=99;0.8=97;1=92",
                "SUPPLIES.csv ! 2 ! validTo        ! 2025-12-31  ! DATES_REVERSED       ! >=2026-01-01",
                "RUNS_ON.csv  ! 2 ! yieldPercent   ! 101         ! OUT_OF_RANGE         ! >0..100",
                "RUNS_ON.csv  ! 3 ! minutesPerUnit ! ''          ! VALUE_MISSING        ! minutesPerUnit",
                "CONSUMES.csv ! 2 ! quantityPerUnit! 0           ! OUT_OF_RANGE         ! >0",
                "CONSUMES.csv ! 2 ! scrapPercent   ! 3%          ! NUMBER_WRONG         ! 1250.5",
                "Equipment.csv! 2 ! kind           ! machin      ! WORD_UNKNOWN         ! machine",
                "Supplier.csv ! 2 ! currency       ! RMB元       ! WORD_UNKNOWN         ! CNY",
                "Material.csv ! 4 ! role           ! Rohstoff    ! WORD_UNKNOWN         ! raw|part|product",
                "FOR.csv      ! 2 ! to             ! ''          ! VALUE_MISSING        ! MAT-…|EQP-…|ENE-…|ROU-…"
            })
    void slip_isFoundInItsCell(String file, int line, String column, String slip, ProblemCode code, String right)
            throws IOException {
        PlainFolder twin = PlainFolder.sound();
        String before = cell(twin, file, line, column);
        setCell(twin, file, line, column, slip);

        Dataset dataset = twin.readIn(folder);

        assertThat(before).isNotEqualTo(slip);
        assertThat(dataset.problems()).contains(new Problem(file, line, column, slip, code, right));
        // a changed id also leaves behind those who meant the old one; every other slip stands alone
        assertThat(dataset.problems()).hasSizeLessThanOrEqualTo(column.equals("id") ? 3 : 1);
        assertThat(dataset.importable()).isFalse();
        BusinessSnapshot.of(dataset.facts());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void severalSlips_areAllSaidAtOnceWithFileAndRow(long seed) throws IOException {
        PlainFolder twin = PlainFolder.sound();
        var random = new Random(seed);
        List<Slip> slips = new ArrayList<>(List.of(Slip.values()));
        java.util.Collections.shuffle(slips, random);

        var expected = new ArrayList<String>();
        var touched = new ArrayList<String>();
        for (Slip slip : slips) {
            if (touched.contains(slip.file)) {
                continue;
            }
            touched.add(slip.file);
            expected.add(slip.file + " " + slip.code);
            slip.put(twin);
        }
        Dataset dataset = twin.readIn(folder);

        assertThat(dataset.problems().stream()
                        .filter(Problem::isError)
                        .map(p -> p.file() + " " + p.code())
                        .distinct())
                .as("seed %d", seed)
                .containsAll(expected);
        BusinessSnapshot.of(dataset.facts());
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 22, 33, 44, 55, 66, 77, 88, 99, 110})
    void randomDamage_isNeverAnExceptionAndWhatRemainsHangsTogether(long seed) throws IOException {
        var random = new Random(seed);
        for (int round = 0; round < 10; round++) {
            PlainFolder twin = PlainFolder.sound();
            for (String file : twin.tables()) {
                byte[] bytes = twin.text(file).getBytes(StandardCharsets.UTF_8);
                for (int hits = random.nextInt(3); hits > 0; hits--) {
                    bytes = damaged(bytes, random);
                }
                twin.put(file, bytes);
            }

            Dataset dataset = twin.readIn(folder);

            BusinessSnapshot.of(dataset.facts());
            assertThat(dataset.problems()).as("seed %d round %d", seed, round).doesNotContainNull();
        }
    }

    private static byte[] damaged(byte[] bytes, Random random) {
        if (bytes.length == 0) {
            return bytes;
        }
        int at = random.nextInt(bytes.length);
        return switch (random.nextInt(5)) {
            case 0 -> Arrays.copyOf(bytes, at);
            case 1 -> spliced(bytes, at, "\"");
            case 2 -> spliced(bytes, at, ",");
            case 3 -> spliced(bytes, at, "\n");
            default -> {
                byte[] copy = bytes.clone();
                copy[at] = (byte) random.nextInt(256);
                yield copy;
            }
        };
    }

    private static byte[] spliced(byte[] bytes, int at, String text) {
        byte[] copy = Arrays.copyOf(bytes, bytes.length + 1);
        System.arraycopy(bytes, at, copy, at + 1, bytes.length - at);
        copy[at] = (byte) text.charAt(0);
        return copy;
    }

    private static String cell(PlainFolder folder, String file, int line, String column) {
        String[] lines = folder.text(file).split("\n");
        String[] cells = lines[line - 1].split(",", -1);
        return cells[List.of(lines[0].split(",")).indexOf(column)];
    }

    private static void setCell(PlainFolder folder, String file, int line, String column, String value) {
        String[] lines = folder.text(file).split("\n");
        String[] cells = lines[line - 1].split(",", -1);
        cells[List.of(lines[0].split(",")).indexOf(column)] = value;
        lines[line - 1] = String.join(",", cells);
        folder.put(file, String.join("\n", lines) + "\n");
    }

    /** Slips of the table as a whole; one per file. */
    private enum Slip {
        NAME_OF_THE_FILE("Suplier.csv", ProblemCode.FILE_UNKNOWN) {
            @Override
            void put(PlainFolder twin) {
                twin.put("Suplier.csv", twin.text("Supplier.csv"));
            }
        },
        COLUMN("Customer.csv", ProblemCode.COLUMN_UNKNOWN) {
            @Override
            void put(PlainFolder twin) {
                twin.replace("Customer.csv", "paymentTermDays", "paymentDays");
            }
        },
        COLUMN_TWICE("Routing.csv", ProblemCode.COLUMN_TWICE) {
            @Override
            void put(PlainFolder twin) {
                twin.replace("Routing.csv", "id,name,priority", "id,name,name");
            }
        },
        KEY("Account.csv", ProblemCode.COLUMN_MISSING) {
            @Override
            void put(PlainFolder twin) {
                twin.replace("Account.csv", "id,name", "name,code");
            }
        },
        SHORT_ROW("Material.csv", ProblemCode.ROW_LENGTH) {
            @Override
            void put(PlainFolder twin) {
                twin.replace("Material.csv", "MAT-sheet,钢板,raw,kg,,200", "MAT-sheet,钢板,raw,kg");
            }
        },
        LONG_ROW("Process.csv", ProblemCode.ROW_LENGTH) {
            @Override
            void put(PlainFolder twin) {
                twin.replace("Process.csv", "PRO-weld,焊接,焊接,90", "PRO-weld,焊接,焊接,90,8");
            }
        },
        UNNAMED("StockLot.csv", ProblemCode.COLUMN_UNNAMED) {
            @Override
            void put(PlainFolder twin) {
                twin.replace("StockLot.csv", "receivedDate", "");
            }
        },
        SEPARATOR("Equipment.csv", ProblemCode.SEPARATOR_WRONG) {
            @Override
            void put(PlainFolder twin) {
                twin.put("Equipment.csv", twin.text("Equipment.csv").replace(',', ';'));
            }
        },
        QUOTE("Order.csv", ProblemCode.QUOTE_WRONG) {
            @Override
            void put(PlainFolder twin) {
                twin.replace("Order.csv", "SO-1109", "\"SO-1109");
            }
        },
        EMPTY("YIELDS.csv", ProblemCode.FILE_EMPTY) {
            @Override
            void put(PlainFolder twin) {
                twin.put("YIELDS.csv", " \r\n");
            }
        },
        WORKBOOK("ORDERED.csv", ProblemCode.FILE_NOT_TEXT) {
            @Override
            void put(PlainFolder twin) {
                twin.put("ORDERED.csv", new byte[] {'P', 'K', 3, 4, 20, 0, 6});
            }
        };

        private final String file;
        private final ProblemCode code;

        Slip(String file, ProblemCode code) {
            this.file = file;
            this.code = code;
        }

        abstract void put(PlainFolder twin);
    }
}
